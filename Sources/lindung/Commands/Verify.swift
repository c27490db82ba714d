import ArgumentParser
import Desk
import Foundation
import Storage
import Vault

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Proves that nothing in the home was changed, moved or taken out; also while it is served.",
        discussion: """
            Exit code 0: everything is as it was written; 1: something is not, and is named. With --head it is held \
            against what was kept elsewhere: the output of `lindung heads`, from before.
            """)

    @Option(name: .customLong("head"), help: "A file with signed heads that somebody else kept.")
    var kept: String?

    func run() async throws {
        let settings = try Settings.ofAnyHome()
        try await Failure.explained(settings) {
            let workspace = try await Workspace.proving(home: settings.home, key: try settings.keyFile.read())
            let notes = try kept.map(Self.notes) ?? []
            let findings = try await workspace.verify(live: false, against: notes)
            let heads = try await kept == nil ? workspace.signedHeads() : notes
            let coverage = try await workspace.coverage(by: heads)
            // Where it can't be read, a finding says why.
            let erased = (try? await workspace.erasedRecords().count) ?? 0
            let isOlder = try await workspace.isOfOlderTables()
            try workspace.close()
            try Self.tell(findings, coverage)
            if isOlder {
                Console.say(
                    "An older version made this home: what stands beside the books is proved once it was served.")
            }
            if erased > 0 { Console.say("Of \(erased) records nothing opens any more: the office had them erased.") }
        }
    }

    private static func notes(_ file: String) throws -> [SignedHead] {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw ValidationError("\(file) can't be read.")
        }
        let notes = SignedHead.all(in: text)
        guard !notes.isEmpty else { throw ValidationError("There is no signed head in \(file).") }
        return notes
    }

    /// - Throws: `ExitCode(1)` when there is a finding.
    static func tell(_ findings: [Finding], _ coverage: [Coverage]) throws {
        guard findings.isEmpty else {
            for finding in findings { Console.say(finding.sentence) }
            Console.say("\(findings.count) found.")
            throw ExitCode(1)
        }
        Console.say("Everything is as it was written.")
        for covered in coverage { Console.say(covered.sentence) }
    }
}

extension Coverage {
    fileprivate var sentence: String {
        switch signed {
        case 0: "No head of \(book.rawValue) is signed: what was cut off its end would not be found."
        case size: "A signed head covers all \(size) rows of \(book.rawValue)."
        default:
            """
            A signed head covers \(signed) of \(size) rows of \(book.rawValue): what was cut off after them would \
            not be found.
            """
        }
    }
}

extension Finding {
    var sentence: String {
        switch self {
        case .damagedFile(let name): "\(name) is damaged."
        case .wrongObject(let name):
            "\(name) is not as this version makes it: a table, an index or a trigger was changed."
        case .wrongTally(let table):
            "The rows of \(table) are not those that were written: one was changed, taken out or put back."
        case .brokenChain(let book, _, let number):
            "The chain of \(book.rawValue) breaks at \(number): that row, or something before it, was changed or moved."
        case .wrongHead(let book, _): "The head of \(book.rawValue) is not its last row."
        case .unreadable(let book, _, let number): "Row \(number) of \(book.rawValue) does not open in its place."
        case .missingKey(let owner): "The key of \(owner) is gone, or does not open."
        case .erasedKey(let record): "Record \(record) was erased, and its key is there: start the service once."
        case .missingVersion(let record, let version): "Record \(record) has no version \(version)."
        case .wrongCard(let record): "The card of record \(record) is not what its journal says; see: lindung rebuild"
        case .wrongRow(let table, let id): "A row of \(table) (\(id)) does not open in its place."
        case .missingReceipt(let record, let version):
            "Version \(version) of record \(record) has no receipt: it was taken out."
        case .wrongReceipt(let key): "The receipt \(key) stands for an entry that is not there."
        case .wrongNote(let book, _, let size):
            "The signed head of \(book.rawValue) at \(size) is not of this installation, or was changed."
        case .rewritten(let book, _, let size):
            "The first \(size) rows of \(book.rawValue) are not those whose head was signed."
        case .cutOff(let book, _, let size, let found):
            "\(book.rawValue) had \(size) rows when its head was signed, and has \(found)."
        }
    }
}
