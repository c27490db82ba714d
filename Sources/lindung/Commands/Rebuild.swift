import ArgumentParser
import Desk
import Foundation

struct Rebuild: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Folds every record again from its journal and makes cards anew that say something else.")

    @Flag(
        help: """
            Believe the tables beside the books (accounts, tokens, receipts and others) as they stand, on record, where \
            verify names one and no backup is to be restored.
            """)
    var believeTables = false

    func run() async throws {
        let settings = try Settings.ofAnyHome()
        try await Failure.explained(settings) {
            let workspace = try await Home.openAny(settings)
            let done = try await workspace.rebuild()
            if believeTables { try await workspace.believeTables() }
            try workspace.close()
            Console.say("\(done.records) records folded, \(done.renewed) cards made anew.")
            if believeTables {
                Console.say("The tables beside the books are believed as they stand; that is on record.")
            }
        }
    }
}
