import ArgumentParser
import Desk
import Foundation
import Storage
import Vault

struct HeadsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "heads",
        abstract: "Prints the newest signed heads, for somebody outside to keep; also while it is served.",
        discussion: """
            They tell how many entries there are and nothing of what is in them. Send them every week to somebody who \
            can't reach the server. `lindung verify --head FILE` holds the home against them. Their form is C2SP's \
            signed note and tlog-checkpoint.
            """)

    func run() async throws {
        let settings = try Settings.ofAnyHome()
        try await Failure.explained(settings) {
            let workspace = try await Workspace.proving(home: settings.home, key: try settings.keyFile.read())
            let (heads, verifiers) = (try await workspace.signedHeads(), try workspace.noteVerifiers())
            let successions = try workspace.successions()
            try workspace.close()
            guard let verifiers, !heads.isEmpty else {
                throw ValidationError("No head is signed yet: the server signs one when it runs.")
            }
            let newest = Dictionary(heads.map { (["\($0.book)", "\($0.lane)"], $0) }, uniquingKeysWith: { $1 })
            // Who kept an earlier key sees by it that the next one is ours.
            for succession in successions { Console.say(succession) }
            Console.say("\(verifiers.newest)\n")
            for head in newest.values.sorted(by: { $0.book.rawValue < $1.book.rawValue }) { Console.say(head.note) }
        }
    }
}
