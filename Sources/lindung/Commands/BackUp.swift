import ArgumentParser
import Desk
import Foundation
import Vault

struct BackUp: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copies the home, sealed as it is, also while it is served.",
        discussion: "Data and keys go to two folders: keep them on two disks, and the master key on neither.")

    @Option(help: "The folder for the data.", completion: .directory)
    var data: String

    @Option(help: "The folder for the keys.", completion: .directory)
    var keys: String

    func run() async throws {
        let (data, keys) = (URL(filePath: data), URL(filePath: keys))
        guard Settings.areApart(data, keys) else {
            throw ValidationError("--data and --keys must be two folders: who finds one must not have the other.")
        }
        let settings = try Settings.ofAnyHome()
        guard Settings.areApart(settings.home, data), Settings.areApart(settings.home, keys) else {
            throw ValidationError(
                "--data and --keys must lie outside \(settings.home.path): what takes the home takes them.")
        }
        try await Failure.explained(settings) {
            let workspace = try await Workspace.proving(home: settings.home, key: try settings.keyFile.read())
            defer { try? workspace.close() }
            let backup = try workspace.backup(data: data, keys: keys)
            Console.say(
                """
                Backed up to \(backup.data.path) with \(backup.manifest.lastPathComponent) beside it, and to \
                \(backup.keys.path). Restoring needs all three.
                """)
        }
    }
}
