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

    private static func run(
        _ arguments: [String], _ environment: [String: String], typed: String = ""
    ) throws -> Ended {
        let child = try Child("lindung", arguments, environment)
        try child.input.write(contentsOf: Data(typed.utf8))
        try child.input.close()
        let said = child.output.readDataToEndOfFile()
        let complained = child.complaint.readDataToEndOfFile()
        return Ended(
            code: child.wait(), output: String(decoding: said, as: UTF8.self),
            complaint: String(decoding: complained, as: UTF8.self))
    }

    private let folder: TemporaryFolder
    private var home: URL { folder.url.appending(path: "city") }

    init() throws { folder = try TemporaryFolder() }

    private func run(_ arguments: String..., with extra: [String: String] = [:]) throws -> Ended {
        try Self.run(arguments, ["LINDUNG_HOME": home.path].merging(extra) { $1 })
    }

    @Test func theDemoMakesACityAndSignIns() throws {
        let ended = try run("demo", "--no-serve", "--cases", "0")

        #expect(ended.code == 0 && ended.complaint.isEmpty)
        #expect(ended.output.contains(" complaints in "))
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

    @Test func anOfficeIsMadeAndItsStaffKept() throws {
        let made = try run("init", "--handle", "yohana", "--name", "Yohana Wea")
        #expect(made.code == 0, "\(made.complaint)")
        #expect(made.output.components(separatedBy: "Recovery copy").count == 3)
        #expect(made.output.contains("yohana signs in with this secret"))
        expectOneSentence(try run("init", "--handle", "x", "--name", "x"), containing: "is there already")
        expectOneSentence(try run("demo", "--no-serve"), containing: "holds a real office")

        let added = try run(
            "worker", "add", "rina", "--name", "Rina Siregar", "--post", "case-manager", "--post", "head")
        #expect(added.code == 0 && added.output.contains("secret"))
        expectOneSentence(try run("worker", "add", "RINA", "--name", "x", "--post", "head"), containing: "taken")
        expectOneSentence(try run("worker", "add", "x", "--name", "x", "--post", "boss"), containing: "boss")
        #expect(try run("worker", "list").output.contains("rina\tRina Siregar\tcase-manager, head"))
        #expect(try run("worker", "reset", "rina").output.contains("secret"))
        #expect(try run("worker", "end", "rina").code == 0)
        #expect(try run("worker", "list").output.contains("rina\tRina Siregar\tleft"))
        expectOneSentence(try run("worker", "end", "nobody"), containing: "nobody")

        // The key is lost; the printed copy brings it back.
        let key = try Data(contentsOf: URL(filePath: home.path + ".key"))
        try FileManager.default.removeItem(atPath: home.path + ".key")
        expectOneSentence(try run("worker", "list"), containing: "is missing")
        let copy = made.output.components(separatedBy: "------\n")[1]
        let code = copy.split(separator: "\n").filter { $0.hasPrefix("    ") }.joined(separator: "\n")
        #expect(try Self.run(["restore-key"], ["LINDUNG_HOME": home.path], typed: code).code == 0)
        #expect(try Data(contentsOf: URL(filePath: home.path + ".key")) == key)
        #expect(try run("worker", "list").code == 0)
    }

    @Test func everyMistakeIsOneSentence() throws {
        expectOneSentence(try run("nonsense"), containing: "nonsense")
        expectOneSentence(try run("demo", "--nonsense"), containing: "--nonsense")
        for address in ["0.0.0.0:8080", "127.0.0.1", "127.0.0.1:0", "example.org:80", "127.evil.example:80", ""] {
            let ended = try run("demo", "--no-serve", with: ["LINDUNG_ADDRESS": address])
            expectOneSentence(ended, containing: "LINDUNG_ADDRESS")
        }
        for command in ["serve", "init"] {
            let origin = ["LINDUNG_ADDRESS": "0.0.0.0:8080", "LINDUNG_ORIGIN": "http://lindung.example"]
            let names = command == "init" ? ["--handle", "x", "--name", "x"] : []
            let ended = try Self.run([command] + names, ["LINDUNG_HOME": home.path].merging(origin) { $1 })
            expectOneSentence(ended, containing: "LINDUNG_ORIGIN")
        }
        expectOneSentence(try run("serve"), containing: "lindung init")
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
