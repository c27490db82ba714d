import Foundation
import TestSupport
import Testing
import Vault

/// What the command line says of a home, a key or a place that is not what it should be.
@Suite struct HomeTests {
    private let folder: TemporaryFolder
    private var home: URL { folder.url.appending(path: "office") }
    private var key: KeyFile { KeyFile(URL(filePath: home.path + ".key")) }

    init() throws { folder = try TemporaryFolder() }

    private func makeOffice() throws {
        let made = try run("init", "--handle", "yohana", "--name", "Yohana Wea")
        #expect(made.code == 0, "\(made.complaint)")
    }

    private func run(
        _ arguments: String..., with extra: [String: String] = [:]
    ) throws -> Typed.Ended {
        try Typed.run(arguments, ["LINDUNG_HOME": home.path].merging(extra) { $1 })
    }

    private func size(_ file: String) -> Int? {
        try? FileManager.default.attributesOfItem(atPath: home.appending(path: file).path)[.size] as? Int
    }

    /// An empty office in the place of one that is lost would be served, and its backups would push out the real ones.
    @Test(arguments: ["data.sqlite", "keys.sqlite"])
    func noFileIsMadeAnewInThePlaceOfALostOne(file: String) throws {
        try makeOffice()
        let path = home.appending(path: file)
        for isEmptied in [true, false] {
            for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path.path + end) }
            if isEmptied { try Data().write(to: path) }
            let backup = ["backup", "--data", home.path + "-d", "--keys", home.path + "-k"]
            for command in [["verify"], ["rebuild"], ["worker", "list"], ["rotate-key"], ["heads"], backup] {
                let ended = try Typed.run(command, ["LINDUNG_HOME": home.path])
                expectOneSentence(ended, containing: "\(file) of \(home.path) is missing or empty")
            }
            let again = try run("init", "--handle", "x", "--name", "x")
            expectOneSentence(again, containing: "\(file) of \(home.path) is missing or empty")
            let doctor = try run("doctor")
            #expect(doctor.code == 1 && doctor.output.contains("FAULT  home: it does not open. \(file) of"))
            #expect(size(file) == (isEmptied ? 0 : nil))
        }
        #expect(!key.next.isThere)
    }

    @Test func anOfficeOfWhichNothingIsLeftIsNotMadeAnewByTheWay() throws {
        try makeOffice()
        for file in try FileManager.default.contentsOfDirectory(atPath: home.path) {
            try FileManager.default.removeItem(at: home.appending(path: file))
        }
        try Data().write(to: home.appending(path: "data.sqlite"))
        for command in [["verify"], ["rebuild"], ["worker", "list"]] {
            let ended = try Typed.run(command, ["LINDUNG_HOME": home.path])
            expectOneSentence(ended, containing: "Nothing is in the files of \(home.path)")
        }
        // One that was broken off before anything was in it goes on.
        #expect(try run("init", "--handle", "yohana", "--name", "Yohana Wea").code == 0)
        #expect(try run("verify").code == 0)
    }
}
