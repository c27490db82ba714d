import ArgumentParser
import Desk
import Foundation
import Vault

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Puts a backup into an empty place and proves that it is whole.",
        discussion: "The master key must be in its place first; see: lindung restore-key")

    @Option(help: "The backup's file with the data; its .json must lie beside it.", completion: .file())
    var data: String

    @Option(help: "The backup's file with the keys.", completion: .file())
    var keys: String

    func run() async throws {
        let settings = try Settings()
        guard !settings.hasHome else {
            throw ValidationError("\(settings.home.path) is there already; a backup is restored into an empty place.")
        }
        let place = try RestoredPlace(settings.home)
        try await Failure.explained(settings) {
            let key = try settings.keyFile.read()
            let backup = Backup(data: URL(filePath: data), keys: URL(filePath: keys))
            let made = try backup.check(key)
            // Nobody works in a home before it was proved; one that was not leaves nothing behind.
            try place.begin()
            defer { place.clear() }
            try backup.place(in: place.making)
            let workspace = try await Workspace.proving(home: place.making, key: key)
            // What was erased in the moment of the backup is destroyed as soon as the home is opened.
            let findings = try await workspace.verify(live: false).filter { !$0.isUnfinishedErasure }
            let coverage = try await workspace.coverage(by: workspace.signedHeads())
            try workspace.close()
            let beside = findings.filter(\.isBesideTheBooks)
            for finding in beside { Console.say("Beside the records: \(finding.sentence)") }
            let grave = findings.filter { !$0.isBesideTheBooks }
            if beside.isEmpty || !grave.isEmpty { try Verify.tell(grave, coverage) }
            // Who was let in when it was made must not be again.
            let home = try await Home.open(place.making, key)
            try await home.accounts.endEverySessionAndToken()
            try home.close()
            try place.take()
            Console.say(
                """
                \(settings.home.path) is as it was at \(made.formatted(.iso8601)). What was done since then is missing, \
                also who left; what was erased since then is back. Everybody signs in anew, and programs need new tokens.
                """)
        }
    }
}
