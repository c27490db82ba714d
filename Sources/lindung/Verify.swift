import ArgumentParser
import Desk
import Foundation
import Storage
import Vault

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Proves that nothing in the home was changed, moved or taken out; also while it is served.",
        discussion: "Exit code 0: everything is as it was written; 1: something is not, and is named.")

    func run() async throws {
        let settings = try Settings.ofAnyHome()
        try await Failure.explained(settings) {
            let workspace = try await Workspace.proving(home: settings.home, key: try settings.keyFile.read())
            let findings = try await workspace.verify(live: false)
            try workspace.close()
            try Self.tell(findings)
        }
    }

    /// - Throws: `ExitCode(1)` when there is a finding.
    static func tell(_ findings: [Finding]) throws {
        guard findings.isEmpty else {
            for finding in findings { Console.say(finding.sentence) }
            Console.say("\(findings.count) found.")
            throw ExitCode(1)
        }
        Console.say(
            """
            Everything is as it was written. No head is signed yet: what was cut off the end of a book together with \
            its head would not be found.
            """)
    }
}

extension Finding {
    fileprivate var sentence: String {
        switch self {
        case .damagedFile(let name): "\(name) is damaged."
        case .brokenChain(let book, _, let number):
            "The chain of \(book.rawValue) breaks at \(number): that row, or something before it, was changed or moved."
        case .wrongHead(let book, _): "The head of \(book.rawValue) is not its last row."
        case .unreadable(let book, _, let number): "Row \(number) of \(book.rawValue) does not open in its place."
        case .missingKey(let owner): "The key of \(owner) is gone, or does not open."
        case .missingVersion(let record, let version): "Record \(record) has no version \(version)."
        case .wrongCard(let record): "The card of record \(record) is not what its journal says; see: lindung rebuild"
        case .wrongRow(let table, let id): "A row of \(table) (\(id)) does not open in its place."
        case .wrongReceipt(let key): "The receipt \(key) stands for an entry that is not there."
        }
    }
}
