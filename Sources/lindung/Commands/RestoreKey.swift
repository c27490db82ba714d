import ArgumentParser
import Foundation
import Vault

struct RestoreKey: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore-key", abstract: "Reads a recovery copy from standard input and makes the key file anew.")

    func run() async throws {
        let settings = try Settings()
        try await Failure.explained(settings) {
            let typed = String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
            try settings.keyFile.write(try RecoveryCode.key(typed))
            Console.say("The key is in \(settings.keyFile.url.path).")
        }
    }
}
