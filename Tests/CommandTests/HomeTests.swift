import Desk
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

    // MARK: another key

    private func setKey(_ bytes: Data) throws {
        try bytes.write(to: key.url)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key.url.path)
    }

    private func opens(with key: MasterKey) async -> Bool {
        let opened = try? await Workspace.proving(home: home, key: key)
        try? opened?.close()
        return opened != nil
    }

    /// A key that was made for nothing would have every later message speak of a change that never was.
    @Test func noNextKeyIsMadeBeforeTheHomeIsOpen() async throws {
        try makeOffice()
        let right = try key.read()
        let served = try await Workspace(home: home, key: right, purpose: .office, cost: .tiny)
        expectOneSentence(try run("rotate-key"), containing: "is in use")
        #expect(!key.next.isThere)
        try served.close()

        try setKey(Data(repeating: 7, count: 32))
        expectOneSentence(try run("rotate-key"), containing: "is not the key of")
        #expect(!key.next.isThere)
        // Nor is one that lies there and opens nothing taken for it.
        _ = try key.next.create()
        for command in ["rotate-key", "verify"] {
            expectOneSentence(try run(command), containing: "is not the key of")
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key.next.url.path)
        expectOneSentence(try run("verify"), containing: "run: chmod 600 \(key.next.url.path)")
        try Data("x".utf8).write(to: key.next.url)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key.next.url.path)
        expectOneSentence(try run("verify"), containing: "is not the key of \(home.path).")
        try FileManager.default.removeItem(at: key.next.url)
        // What can't be read may be the one key that opens it.
        try FileManager.default.createSymbolicLink(at: key.next.url, withDestinationURL: key.url)
        expectOneSentence(try run("verify"), containing: "but \(key.next.url.path) may be: keep it")
        try FileManager.default.removeItem(at: key.next.url)
        _ = try key.next.create()
        try setKey(right.bytes)
        #expect(try run("rotate-key").code == 0)
        #expect(try run("verify").code == 0 && !key.next.isThere)
    }

    @Test func aChangeOfTheKeyThatWasInterruptedIsNamedAndGoesOn() async throws {
        try makeOffice()
        let next = try key.next.create()
        let opened = try await Workspace(home: home, key: try key.read(), purpose: .office, cost: .tiny)
        try await opened.rotate(to: next)
        try opened.close()
        expectOneSentence(try run("verify"), containing: "A change of the key was interrupted; run: lindung rotate-key")
        let done = try run("rotate-key")
        #expect(done.code == 0 && done.output.contains("Recovery copy 2 of 2"))
        #expect(try key.read().bytes == next.bytes)
        #expect(try run("verify").code == 0)
    }

    private func runUnheard(_ arguments: String...) throws -> (code: Int32, complaint: String) {
        let child = try Child(
            "lindung", arguments, ["LINDUNG_HOME": home.path], output: FileHandle(forWritingAtPath: "/dev/full"))
        let complaint = String(decoding: child.complaint.readDataToEndOfFile(), as: UTF8.self)
        return (child.wait(), complaint)
    }

    /// Nothing is sealed under a key of which there is no copy; and the next try prints those of the same one.
    @Test func aKeyOfWhichNoCopyIsPrintedIsNotTaken() async throws {
        try makeOffice()
        let before = try key.read()
        let unheard = try runUnheard("rotate-key")
        #expect(unheard.code == 2 && unheard.complaint.split(separator: "\n").count == 1, "\(unheard.complaint)")
        #expect(unheard.complaint.contains("The recovery copies can't be written"))
        #expect(try key.read().bytes == before.bytes)
        #expect(await opens(with: before))
        let next = try key.next.read()
        #expect(try run("rotate-key").code == 0)
        #expect(try key.read().bytes == next.bytes)
        #expect(await opens(with: next))
    }

    @Test func whatAnUnheardMakingLostIsHadAnew() throws {
        let unheard = try runUnheard("init", "--handle", "yohana", "--name", "Yohana Wea")
        #expect(unheard.code == 2 && unheard.complaint.split(separator: "\n").count == 1, "\(unheard.complaint)")
        #expect(unheard.complaint.contains("lindung rotate-key"))
        #expect(unheard.complaint.contains("lindung worker reset yohana"))
        let again = try run("init", "--handle", "yohana", "--name", "Yohana Wea")
        expectOneSentence(again, containing: "lindung rotate-key, and a new password with lindung worker reset")
        #expect(try run("rotate-key").output.contains("Recovery copy 2 of 2"))
        #expect(try run("worker", "reset", "yohana").output.contains("temporary password"))
        let reset = try runUnheard("worker", "reset", "yohana")
        #expect(reset.code == 2 && reset.complaint.contains("lindung worker reset yohana"))
    }

    // MARK: a place for what is restored

    /// - Returns: the files of a backup of the home.
    private func backUp() throws -> [String] {
        let (data, keys) = (home.path + "-d", home.path + "-k")
        #expect(try run("backup", "--data", data, "--keys", keys).code == 0)
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: keys).first)
        return ["--data", "\(data)/\(name.replacing("-keys.", with: "-data."))", "--keys", "\(keys)/\(name)"]
    }

    private func restore(_ backup: [String], to place: URL) throws -> Typed.Ended {
        try Typed.run(["restore"] + backup, ["LINDUNG_HOME": place.path, "LINDUNG_KEY": key.url.path])
    }

    @Test func aFolderThatItDidNotMakeIsNotThrownAway() throws {
        try makeOffice()
        let backup = try backUp()
        let place = folder.url.appending(path: "place")
        let left = URL(filePath: place.path + ".restoring")
        try FileManager.default.createDirectory(at: left, withIntermediateDirectories: true)
        try Data("x".utf8).write(to: left.appending(path: "thesis"))
        expectOneSentence(try restore(backup, to: place), containing: "rm -r \(left.path)")
        #expect(FileManager.default.fileExists(atPath: left.appending(path: "thesis").path))

        let beside = URL(filePath: home.path + ".restoring")
        try FileManager.default.createDirectory(at: beside, withIntermediateDirectories: true)
        let doctor = try run("doctor")
        #expect(doctor.code == 1 && doctor.output.contains("FAULT  restore: "))
        #expect(doctor.output.contains("rm -r \(beside.path)"))
    }

    @Test func anEmptyFolderGivesWayAndAnyOtherIsTold() throws {
        try makeOffice()
        let backup = try backUp()
        let place = folder.url.appending(path: "place")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let theirs = place.appending(path: "thesis")
        try Data("x".utf8).write(to: theirs)
        expectOneSentence(try restore(backup, to: place), containing: "is no empty folder")
        try FileManager.default.removeItem(at: theirs)
        let restored = try restore(backup, to: place)
        #expect(restored.code == 0, "\(restored.complaint)")
        #expect(try Typed.run(["verify"], ["LINDUNG_HOME": place.path, "LINDUNG_KEY": key.url.path]).code == 0)
        #expect(!FileManager.default.fileExists(atPath: place.path + ".restoring"))
    }

    @Test func whatCantBeReadIsNotMissing() throws {
        try makeOffice()
        var backup = try backUp()
        let loop = folder.url.appending(path: "loop")
        try FileManager.default.createSymbolicLink(at: loop, withDestinationURL: loop)
        backup[3] = loop.path
        expectOneSentence(
            try restore(backup, to: folder.url.appending(path: "place")), containing: "loop can't be read by this user")
    }

    // MARK: what is named

    @Test func whatIsNoKeyFileIsToldSo() throws {
        try makeOffice()
        for path in [folder.url.path, "/dev/null"] {
            expectOneSentence(try run("verify", with: ["LINDUNG_KEY": path]), containing: "\(path) is no key file")
        }
        for name in ["LINDUNG_KEY", "LINDUNG_HOME"] {
            expectOneSentence(try run("verify", with: [name: ""]), containing: "\(name) is empty")
        }
    }

    @Test func aFileThatIsNoTextIsNamedAndNotTheHome() throws {
        try makeOffice()
        let office = folder.url.appending(path: "files")
        try FileManager.default.createDirectory(at: office, withIntermediateDirectories: true)
        try Data("name: Kantor ".utf8 + [0xE9, 0x0A]).write(to: office.appending(path: "office.yaml"))
        expectOneSentence(
            try run("office", "apply", office.path), containing: "office.yaml: it is no text in UTF-8.")
    }

    /// What is no disk is not full.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self")))
    func aPlaceThatTakesNoBackupIsNotFull() throws {
        try makeOffice()
        let ended = try run("backup", "--data", "/proc", "--keys", home.path + "-k")
        expectOneSentence(ended, containing: "of the place it was to be copied to")
    }

    @Test func aServerThatMakesNoBackupsIsWarnedOf() throws {
        try makeOffice()
        let doctor = try run("doctor").output
        #expect(doctor.contains("WARN   server's backups: it makes none. Set LINDUNG_BACKUP_DATA"))
        let folders = ["LINDUNG_BACKUP_DATA": home.path + "-d", "LINDUNG_BACKUP_KEYS": home.path + "-k"]
        #expect(try run("doctor", with: folders).output.contains("WARN   server's backups: it makes none. Start it"))
    }

    /// Whoever looks for why it did not start finds one line.
    @Test func aTakenPortIsAllThatIsTold() throws {
        try makeOffice()
        let taken = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(taken) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let port = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { any -> UInt16? in
                guard bind(taken, any, length) == 0, listen(taken, 1) == 0, getsockname(taken, any, &length) == 0
                else { return nil }
                return UInt16(bigEndian: pointer.pointee.sin_port)
            }
        }
        let ended = try run("serve", with: ["LINDUNG_ADDRESS": "127.0.0.1:\(try #require(port))"])
        #expect(ended.code == 2 && ended.complaint.contains("is in use; set LINDUNG_ADDRESS"))
        #expect(!ended.complaint.contains("Cancellation") && !ended.complaint.contains("failed."))
    }
}
