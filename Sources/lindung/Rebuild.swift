import ArgumentParser
import Desk
import Foundation

struct Rebuild: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Folds every record again from its journal and makes cards anew that say something else.")

    func run() async throws {
        let settings = try Settings.ofAnyHome()
        try await Failure.explained(settings) {
            let workspace = try await Home.openAny(settings)
            let done = try await workspace.rebuild()
            try workspace.close()
            Console.say("\(done.records) records folded, \(done.renewed) cards made anew.")
        }
    }
}
