import ArgumentParser
import Casework
import Desk
import Foundation
import Vault

struct Init: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes a real office: the key, two recovery copies to print, the first administrator.")

    @Option(help: "The administrator's user name.")
    var handle: String

    @Option(help: "The administrator's name.")
    var name: String

    func run() async throws {
        let settings = try Settings()
        try await Failure.explained(settings) {
            let first = AddWorker(Line(handle), Line(name), [.administrator])
            try OfficeByOperator.check(first)
            // One that was never finished, because something was missing, goes on with the key that it has.
            let key = settings.hasHome ? try settings.keyFile.read() : try settings.keyFile.create()
            let workspace = try await Workspace(home: settings.home, key: key, purpose: .office)
            guard try workspace.accounts.all().isEmpty else {
                try workspace.close()
                throw ValidationError(
                    """
                    \(settings.home.path) is there already; new recovery copies are had with lindung rotate-key, and a \
                    new password with lindung worker reset HANDLE.
                    """)
            }
            let office = try await OfficeByOperator(workspace)
            try await office.apply(.shipped())
            let added = try await office.perform(first)
            try workspace.close()
            guard let secret = added.secret else { throw NotDone.busy }
            let lost = """
                An office is in \(settings.home.path), but the output can't be written: its recovery copies are had \
                anew with lindung rotate-key, and the password with lindung worker reset \(handle)
                """
            for copy in 1...2 { Console.say(Self.recoveryCopy(copy, key, settings), orElse: lost) }
            Console.say("An office is in \(settings.home.path); run: lindung serve", orElse: lost)
            Console.say(handle, signsInWith: secret, orElse: lost)
        }
    }

    static func recoveryCopy(_ number: Int, _ key: MasterKey, _ settings: Settings) -> String {
        """
        ------------------------------------------------------------
        Recovery copy \(number) of 2. Print it, keep it in a safe away from the
        server, and keep no file of it. Without the key nobody can read
        the office's files; with it and the files, anybody can.

            \(RecoveryCode(key).lines.joined(separator: "\n    "))

        To use it: lindung restore-key
        ------------------------------------------------------------
        """
    }
}
