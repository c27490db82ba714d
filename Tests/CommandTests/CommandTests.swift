import Foundation
import TestSupport
import Testing

/// The command line as it is typed.
@Suite struct CommandTests {
    struct Ended {
        let code: Int32
        let output: String
        let complaint: String
    }

    private static func run(_ arguments: [String], _ environment: [String: String]) throws -> Ended {
        let process = Process()
        process.executableURL = Bundle.main.executableURL?.deletingLastPathComponent().appending(path: "lindung")
        process.arguments = arguments
        process.environment = environment
        let output = Pipe()
        let complaint = Pipe()
        process.standardOutput = output
        process.standardError = complaint
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        let complained = complaint.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Ended(
            code: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
            complaint: String(decoding: complained, as: UTF8.self))
    }

    private let folder: TemporaryFolder
    private var home: URL { folder.url.appending(path: "city") }

    init() throws { folder = try TemporaryFolder() }

    private func run(_ arguments: String..., with extra: [String: String] = [:]) throws -> Ended {
        try Self.run(arguments, ["LINDUNG_HOME": home.path].merging(extra) { $1 })
    }

    @Test func theDemoMakesACityAndSignIns() throws {
        let ended = try run("demo", "--no-serve")

        #expect(ended.code == 0 && ended.complaint.isEmpty)
        #expect(ended.output.contains("30 complaints"))
        for handle in ["dewi", "rina", "hasan", "yohana"] { #expect(ended.output.contains("  \(handle) ")) }
        for (file, mode) in [("", 0o700), ("/data.sqlite", 0o600), ("/keys.sqlite", 0o600), (".key", 0o600)] {
            let attributes = try FileManager.default.attributesOfItem(atPath: home.path + file)
            #expect(attributes[.posixPermissions] as? Int == mode, "\(file)")
        }

        try setKey(Data(count: 32))
        expectOneSentence(try run("demo", "--no-serve"), containing: "is not the key of")
        try setKey(Data(count: 5))
        expectOneSentence(try run("demo", "--no-serve"), containing: "32 bytes")
        try setKey(Data(count: 32), mode: 0o644)
        expectOneSentence(try run("demo", "--no-serve"), containing: "chmod 600")
        try FileManager.default.removeItem(atPath: home.path + ".key")
        expectOneSentence(try run("demo", "--no-serve"), containing: "is missing")
    }

    private func setKey(_ bytes: Data, mode: Int = 0o600) throws {
        let path = home.path + ".key"
        try bytes.write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    @Test func everyMistakeIsOneSentence() throws {
        expectOneSentence(try run("nonsense"), containing: "nonsense")
        expectOneSentence(try run("demo", "--nonsense"), containing: "--nonsense")
        for address in ["0.0.0.0:8080", "127.0.0.1", "127.0.0.1:0", "example.org:80", "127.evil.example:80", ""] {
            let ended = try run("demo", "--no-serve", with: ["LINDUNG_ADDRESS": address])
            expectOneSentence(ended, containing: "LINDUNG_ADDRESS")
        }
        try setKey(Data(count: 32))
        expectOneSentence(try run("demo", "--no-serve"), containing: "is there already")
    }

    private func expectOneSentence(_ ended: Ended, containing words: String) {
        #expect(ended.code == 2)
        #expect(ended.output.isEmpty)
        #expect(ended.complaint.contains(words), "\(ended.complaint)")
        #expect(ended.complaint.split(separator: "\n").count == 1, "\(ended.complaint)")
    }
}
