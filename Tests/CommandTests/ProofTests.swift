import Casework
import Desk
import Foundation
import GRDB
import TestSupport
import Testing
import Vault

/// Proving, repairing, keeping and bringing back a home, as it is typed.
@Suite struct ProofTests {
    private let folder: TemporaryFolder
    private var home: URL { folder.url.appending(path: "city") }
    private var data: URL { folder.url.appending(path: "data") }
    private var keys: URL { folder.url.appending(path: "keys") }

    init() throws {
        folder = try TemporaryFolder()
    }

    private func makeOffice() throws {
        let made = try run("init", "--handle", "yohana", "--name", "Yohana Wea")
        #expect(made.code == 0, "\(made.complaint)")
    }

    private func run(
        _ arguments: String..., at home: URL? = nil, with extra: [String: String] = [:]
    ) throws -> Typed.Ended {
        let own = ["LINDUNG_HOME": (home ?? self.home).path, "LINDUNG_KEY": self.home.path + ".key"]
        return try Typed.run(arguments, own.merging(extra) { $1 })
    }

    private func damage(_ statement: String) throws {
        try DatabaseQueue(path: home.appending(path: "data.sqlite").path).write { try $0.execute(sql: statement) }
    }

    /// Past a trigger, which is there again afterwards.
    private func damage(past trigger: String, _ statement: String) throws {
        let file = try DatabaseQueue(path: home.appending(path: "data.sqlite").path)
        let made = try file.read {
            try String.fetchOne($0, sql: "SELECT sql FROM sqlite_schema WHERE name = '\(trigger)'")
        }
        try damage("DROP TRIGGER \(trigger); \(statement); \(try #require(made))")
    }

    private func onlyFile(in folder: URL, _ suffix: String) throws -> String {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(suffix) }
        return folder.appending(path: try #require(files.count == 1 ? files.first : nil)).path
    }

    @Test func aHomeIsProvedAndItsCardsAreMadeAnew() throws {
        try makeOffice()
        let sound = try run("verify")
        #expect(sound.code == 0 && sound.output.contains("as it was written"))

        try damage("UPDATE cards SET sealed = zeroblob(300) WHERE number = (SELECT min(number) FROM cards)")
        let found = try run("verify")
        #expect(found.code == 1 && found.output.contains("lindung rebuild") && found.output.contains("1 found."))
        let rebuilt = try run("rebuild")
        // Opening the home has made the card anew already; nothing is left to say otherwise.
        #expect(rebuilt.code == 0 && rebuilt.output.contains("records folded"))
        #expect(try run("verify").code == 0)

        try damage("DROP TRIGGER journal_is_never_cut; DELETE FROM journal WHERE seq = 3")
        let cut = try run("verify")
        #expect(cut.code == 1 && cut.output.contains("The chain of journal breaks at 4"))
    }

    @Test func signedHeadsAreKeptElsewhereAndHeldAgainstTheHome() async throws {
        try makeOffice()
        expectOneSentence(try run("heads"), containing: "No head is signed yet")
        #expect(try run("verify").output.contains("No head of journal is signed"))
        let key = try KeyFile(URL(filePath: home.path + ".key")).read()
        let served = try await Workspace(home: home, key: key, purpose: .office, cost: .tiny)
        await HeadSigner(served).turn()
        let printed = try run("heads")
        #expect(printed.code == 0 && printed.output.components(separatedBy: "\n— lindung/").count == 2)
        try served.close()

        let kept = folder.url.appending(path: "kept.txt")
        try printed.output.write(to: kept, atomically: true, encoding: .utf8)
        let sound = try run("verify", "--head", kept.path)
        #expect(sound.code == 0 && sound.output.contains("A signed head covers all"))
        expectOneSentence(try run("verify", "--head", kept.path + "x"), containing: "can't be read")
        try "nothing".write(to: kept, atomically: true, encoding: .utf8)
        expectOneSentence(try run("verify", "--head", kept.path), containing: "no signed head")

        // Whoever cuts the journal takes our own notes along, which their tally tells; the one that was kept tells more.
        try printed.output.write(to: kept, atomically: true, encoding: .utf8)
        try damage(
            """
            DROP TRIGGER journal_is_never_cut; DROP TRIGGER checkpoints_tally_removed;
            DROP TRIGGER receipts_tally_removed; DELETE FROM checkpoints;
            DELETE FROM cards WHERE record IN (SELECT record FROM journal);
            DELETE FROM receipts; DELETE FROM journal WHERE seq > 1;
            UPDATE heads SET seq = 1, digest = (SELECT digest FROM journal) WHERE book = 'journal'
            """)
        let told = try run("verify")
        #expect(told.code == 1 && told.output.contains("The rows of checkpoints are not those that were written"))
        #expect(told.output.contains("journal_is_never_cut is not as this version makes it"))
        let cut = try run("verify", "--head", kept.path)
        #expect(cut.code == 1 && cut.output.contains("rows when its head was signed, and has 1."))
    }

    @Test func aBackupIsMadeBesideTheServiceAndRestoredOntoABareFolder() async throws {
        let key = home.path + ".key"
        #expect(try run("demo", "--no-serve", "--cases", "0").code == 0)
        let served = try await Workspace(
            home: home, key: try KeyFile(URL(filePath: key)).read(), purpose: .demo, cost: .tiny)
        expectOneSentence(try run("backup", "--data", data.path, "--keys", data.path), containing: "two folders")
        let made = try run("backup", "--data", data.path, "--keys", keys.path)
        #expect(made.code == 0, "\(made.complaint)")
        let figures = try run("report", "violence", "--year", "2023", "--format", "csv").output
        expectOneSentence(try run("rebuild"), containing: "in use")
        try served.close()

        let (dataFile, keysFile) = (try onlyFile(in: data, "-data.sqlite"), try onlyFile(in: keys, "-keys.sqlite"))
        for file in [dataFile, keysFile] {
            let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
            #expect(mode == 0o600, "\(file)")
        }
        let bare = folder.url.appending(path: "bare")
        let restored = try run("restore", "--data", dataFile, "--keys", keysFile, at: bare)
        #expect(restored.code == 0, "\(restored.output) \(restored.complaint)")
        #expect(restored.output.contains("Everything is as it was written."))
        #expect(try run("report", "violence", "--year", "2023", "--format", "csv", at: bare).output == figures)
        let proved = try run("verify", at: bare)
        #expect(proved.code == 0 && proved.output.contains("records nothing opens any more"))
        let again = try run("restore", "--data", dataFile, "--keys", keysFile, at: bare)
        expectOneSentence(again, containing: "is there already")

        let link = folder.url.appending(path: "link")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: data)
        for together in [data.path + "/", link.path, data.appending(path: "below").path] {
            expectOneSentence(
                try run("backup", "--data", data.path, "--keys", together), containing: "two folders")
        }

        let other = folder.url.appending(path: "other")
        expectOneSentence(
            try run("restore", "--data", dataFile, "--keys", keysFile + "x", at: other), containing: "is missing")
        var bytes = try Data(contentsOf: URL(filePath: dataFile))
        bytes[bytes.startIndex + bytes.count / 2] ^= 1
        try bytes.write(to: URL(filePath: dataFile))
        let changed = try run("restore", "--data", dataFile, "--keys", keysFile, at: other)
        expectOneSentence(changed, containing: "not as it was made")
        for left in [other.path, other.path + ".restoring"] {
            #expect(!FileManager.default.fileExists(atPath: left))
        }
    }

    /// A row beside the records that somebody took out keeps nobody from the records; a trigger that somebody added does.
    @Test func whatIsWrongBesideTheRecordsIsRestoredWithAWordAndBelieved() throws {
        try makeOffice()
        try damage(past: "facts_tally_added", "INSERT INTO facts VALUES ('x', 'y')")
        let named = try run("verify")
        #expect(named.code == 1 && named.output.contains("The rows of facts are not those"))

        #expect(try run("backup", "--data", data.path, "--keys", keys.path).code == 0)
        let files = try (onlyFile(in: data, "-data.sqlite"), onlyFile(in: keys, "-keys.sqlite"))
        let bare = folder.url.appending(path: "bare")
        let restored = try run("restore", "--data", files.0, "--keys", files.1, at: bare)
        #expect(restored.code == 0 && restored.output.contains("Beside the records: The rows of facts"))

        let believed = try run("rebuild", "--believe-tables")
        #expect(believed.code == 0 && believed.output.contains("that is on record"))
        #expect(try run("verify").code == 0)
        try damage(past: "accounts_tally_changed", "UPDATE accounts SET rights = rights + 1")
        expectOneSentence(try run("rebuild", "--believe-tables"), containing: "does not open")
        #expect(try run("verify").output.contains("The rows of accounts"))

        try damage("CREATE TRIGGER guest AFTER UPDATE ON facts BEGIN SELECT 1; END")
        expectOneSentence(try run("rebuild"), containing: "Somebody changed the tables")
    }

    @Test func theDoctorNamesWhatIsWrongWithItsRemedy() throws {
        try makeOffice()
        let sound = try run("doctor")
        for check in ["clock", "disk", "key", "sync", "swap", "calendar", "versions", "port", "origin"] {
            #expect(sound.output.contains("  \(check): "), "\(check)")
        }
        #expect(sound.code == (sound.output.contains("FAULT") ? 1 : 0))

        let without = try run("doctor", "--backups", data.path)
        #expect(without.code == 1 && without.output.contains("FAULT  backup: there is none"))
        #expect(without.output.contains("lindung backup --data"))
        #expect(try run("backup", "--data", data.path, "--keys", keys.path).code == 0)
        #expect(try run("doctor", "--backups", data.path).output.contains("ok     backup: the newest is 0 hours old"))
        expectOneSentence(try run("backup", "--data", home.path, "--keys", keys.path), containing: "outside")
        expectOneSentence(
            try run("backup", "--data", data.path, "--keys", home.appending(path: "k").path), containing: "outside")

        // An old one that was copied now is old, and what is no backup is none.
        let (dataFile, keysFile) = (try onlyFile(in: data, "-data.sqlite"), try onlyFile(in: keys, "-keys.sqlite"))
        let folders = ["LINDUNG_BACKUP_DATA": data.path, "LINDUNG_BACKUP_KEYS": keys.path]
        let whole = try run("doctor", with: folders)
        #expect(whole.output.contains("ok     backup:"))
        // One of a clock that ran ahead; but it may be this one that is behind, and the backup the newest there is.
        let made = [dataFile, keysFile, dataFile.replacing(".sqlite", with: ".json")]
        let later = made.map { $0.replacing(#/lindung-\d{4}/#, with: "lindung-2099") }
        for (file, copy) in zip(made, later) { try FileManager.default.copyItem(atPath: file, toPath: copy) }
        let ahead = try run("doctor", with: folders)
        let named = URL(filePath: later[0]).lastPathComponent
        #expect(ahead.code == 1)
        #expect(ahead.output.contains("FAULT  backup: 1 in \(data.path) are dated later than now: \(named)"))
        #expect(ahead.output.contains("run doctor again; remove only what it still names"))
        // Nor where all are: a clock that fell back years.
        for file in made { try FileManager.default.moveItem(atPath: file, toPath: file + ".away") }
        #expect(try run("doctor", with: folders).output.contains("Set the clock and run doctor again"))
        for file in made { try FileManager.default.moveItem(atPath: file + ".away", toPath: file) }
        for copy in later { try FileManager.default.removeItem(atPath: copy) }
        #expect(try run("doctor", with: folders).output.contains("ok     backup:"))
        try Data("nonsense!!".utf8).write(to: URL(filePath: keysFile))
        #expect(try run("doctor", with: folders).output.contains("FAULT  backup: "))
        let elsewhere = try run("doctor", "--backups", data.path).output
        #expect(elsewhere.contains("ok     backup:") && elsewhere.contains("its keys were not looked at"))
        #expect(try run("doctor", "--backups", data.path + "/", with: folders).output.contains("FAULT  backup: "))
        try Data("nonsense!!".utf8).write(to: URL(filePath: dataFile))
        #expect(try run("doctor", "--backups", data.path).output.contains("is not as it was made"))
        try FileManager.default.removeItem(atPath: keysFile)
        #expect(try run("doctor", with: folders).output.contains("-keys.sqlite is missing"))
    }

    @Test func aHomeOfANewerProgramIsLeftAlone() throws {
        try makeOffice()
        try damage("PRAGMA user_version = 99")
        for command in ["verify", "rebuild"] {
            expectOneSentence(try run(command), containing: "made by a newer lindung")
        }
        let doctor = try run("doctor")
        #expect(doctor.code == 1 && doctor.complaint.isEmpty && doctor.output.contains("  disk: "))
        let fault = try #require(doctor.output.split(separator: "\n").last)
        #expect(fault.hasPrefix("FAULT  home: it does not open. ") && fault.hasSuffix("newer lindung; use that one."))
    }

    /// What SQLite says of itself names tables and statements, and no remedy.
    @Test func aDamagedHomeIsToldInASentence() throws {
        try makeOffice()
        try Data(repeating: 7, count: 8192).write(to: home.appending(path: "data.sqlite"))
        for command in ["verify", "rebuild"] { expectOneSentence(try run(command), containing: "is damaged") }
        let doctor = try run("doctor")
        #expect(doctor.code == 1 && doctor.complaint.isEmpty)
        #expect(doctor.output.contains("disk: ") && doctor.output.contains("FAULT  home: it does not open. "))
        try FileManager.default.removeItem(at: home.appending(path: "keys.sqlite"))
        expectOneSentence(try run("verify"), containing: "is damaged")
    }

    /// Half a report that says it is whole goes to the ministry.
    @Test func whatCantBeWrittenDownIsNoSuccess() throws {
        try makeOffice()
        let child = try Child(
            "lindung", ["doctor"], ["LINDUNG_HOME": home.path, "LINDUNG_KEY": home.path + ".key"],
            output: FileHandle(forWritingAtPath: "/dev/full"))
        #expect(
            String(decoding: child.complaint.readDataToEndOfFile(), as: UTF8.self) == "The output can't be written.\n")
        #expect(child.wait() == 2)
    }

    @Test func itSaysItsVersion() throws {
        let said = try run("--version")
        #expect(said.code == 0)
        #expect(said.output.wholeMatch(of: #/\d+\.\d+\.\d+\n/#) != nil)
    }
}
