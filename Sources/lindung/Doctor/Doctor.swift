import ArgumentParser
import Casework
import Desk
import Foundation
import Vault

struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Looks at what the office stands on, and says how to mend what is wrong; also while it is served.",
        discussion: "Exit code 0: nothing is wrong, though it may warn; 1: something is, and its remedy is told.")

    @Option(help: "The folder in which backups of the data are kept.", completion: .directory)
    var backups: String?

    func run() async throws {
        let settings = try Settings.ofAnyHome()
        var checks = MachineChecks(settings: settings).all
        if let data = backups.map({ URL(filePath: $0) }) ?? settings.backups?.data {
            // Elsewhere nobody said where the keys are: a copy carried out of the building has none beside it.
            let isServers = data.standardizedFileURL.path == settings.backups?.data.standardizedFileURL.path
            let keys = isServers ? settings.backups?.keys : nil
            checks.append(BackupCheck(data: data, keys: keys, key: try? settings.keyFile.read()).check)
        }
        // A home that does not open is one more fault: what is wrong with the machine may be why.
        do { checks += try await HomeChecks(settings: settings).all() } catch {
            let sentence =
                Failure.sentence(error, settings) ?? "What is wrong is \(type(of: error)); see: lindung verify"
            checks.append(Check(name: "home", seen: "it does not open", fault: sentence))
        }
        for check in checks { Console.say(check.line) }
        if checks.contains(where: { $0.fault != nil }) { throw ExitCode(1) }
    }
}
