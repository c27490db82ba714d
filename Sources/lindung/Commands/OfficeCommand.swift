import ArgumentParser
import Casework
import Desk
import Foundation

struct OfficeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "office", abstract: "The office's record: settings, calendar, partners, staff, rules.",
        subcommands: [Apply.self])

    struct Apply: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes the office's record say what office, holidays, partners, workers and rules (.yaml) say.")

        @Argument(help: "The folder with the files; one that is not there says nothing.", completion: .directory)
        var folder: String

        func run() async throws {
            try await OfficeByOperator.change { office in
                var isFolder: ObjCBool = false
                guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue
                else { throw ValidationError("There is no folder \(folder).") }
                let applied = try await office.apply(try OfficeFolder(URL(filePath: folder)))
                Console.say(
                    """
                    \(applied.isDescribed ? "The office is described anew. " : "")\(applied.holidays) holidays declared, \
                    \(applied.partners) partners added, \(applied.changed) changed. \(applied.secrets.count) workers added, \
                    \(applied.posts) with other posts. \(applied.rules) rules corrected.
                    """)
                for (handle, secret) in applied.secrets.sorted(by: { $0.key < $1.key }) {
                    Console.say(handle, signsInWith: secret)
                }
            }
        }
    }
}
