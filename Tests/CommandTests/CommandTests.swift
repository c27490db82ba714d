import Casework
import Desk
import Foundation
import TestSupport
import Testing
import Vault

/// The command line as it is typed.
@Suite struct CommandTests {
    private let folder: TemporaryFolder
    private var home: URL { folder.url.appending(path: "city") }

    init() throws { folder = try TemporaryFolder() }

    private func run(_ arguments: String..., with extra: [String: String] = [:]) throws -> Typed.Ended {
        try Typed.run(arguments, ["LINDUNG_HOME": home.path].merging(extra) { $1 })
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

    // MARK: figures

    private struct Printed: Decodable {
        struct Row: Decodable {
            let code: String
            let total: Int
        }
        let rows: [Row]
    }

    private static let published = ["FIS": 12, "PSI": 2, "SEK": 99, "EKS": 4, "TRF": 6, "PEN": 9, "LAI": 0]

    private func figures(_ year: Int) throws -> [String: Int] {
        let ended = try run("report", "violence", "--year", "\(year)", "--format", "json")
        #expect(ended.code == 0, "\(ended.complaint)")
        let printed = try JSONDecoder().decode(Printed.self, from: Data(ended.output.utf8))
        return Dictionary(uniqueKeysWithValues: printed.rows.map { ($0.code, $0.total) })
    }

    @Test func anotherCityPrintsThePublishedTableAlsoWhileItIsServed() async throws {
        #expect(try run("demo", "--no-serve", "--cases", "3", "--seed", "2").code == 0)
        #expect(try figures(2023) == Self.published)
        let table = try run("report", "violence", "--year", "2023").output
        for (code, total) in Self.published {
            #expect(table.contains(try Regex("(?m)^\(code) .* \(total) ")), "\(code)")
        }
        let csv = try run("report", "violence", "--year", "2023", "--format", "csv").output
        #expect(csv.contains("\nSEK,99,") && csv.hasPrefix("code,total,"))

        let sheet = try run("report", "official", "--period", "2023-Q1", "--format", "csv").output
        #expect(
            sheet.hasPrefix("from,until,basis,number,table,")
                && sheet.contains("\n2023-01-01,2023-03-31,complaint,13,months,"))
        let one = try run("report", "official", "--period", "2023", "--table", "violence", "--format", "json").output
        #expect(one.contains(#""code":"SEK""#) && one.contains(#""total":99"#) && !one.contains("months"))
        let all = try run("report", "official", "--period", "2023").output
        #expect(all.contains("13. Cases by month, 2023") && all.contains("1. Cases by the victims' sex, 2023"))
        try whatMayBePublishedHidesWhatIsSmall()

        // A process serves the home; a further complaint of that year, taken through to a case, raises its figure by one.
        let key = try KeyFile(URL(filePath: home.path + ".key")).read()
        let workspace = try await Workspace(home: home, key: key, purpose: .demo, cost: .tiny)
        let workers = try Dictionary(
            uniqueKeysWithValues: workspace.accounts.all().map { ($0.handle, $0.worker) })
        let (dewi, rina) = (try #require(workers["dewi"]), try #require(workers["rina"]))
        var complaint = ReceiveComplaint(
            channel: .letter, what: "Surat lama.", affected: [Affected("Klien", sex: .female, age: Years(30))])
        complaint.at = Moment(try #require(Day(year: 2023, month: 8, day: 17)).end)
        let longAgo = Caution("came-long-ago", ["year": "2023"])
        let received = try await workspace.desk.perform(
            complaint, on: ID(), by: dewi, Asking(ticked: [longAgo.mark])
        ).record
        let triage = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, forms: [.physical], decision: .newCase,
            manager: rina.id)
        try await workspace.desk.perform(triage, on: received, by: dewi)
        #expect(try figures(2023) == Self.published.merging(["FIS": 13]) { $1 })
        try workspace.close()

        for (wrong, words) in [
            (["--year", "x"], "--year"), (["--year", "23"], "such as 2023"), ([], "--year"),
            (["--year", "2023", "--format", "xml"], "--format"),
        ] {
            expectOneSentence(
                try Typed.run(["report", "violence"] + wrong, ["LINDUNG_HOME": home.path]), containing: words)
        }
        for (wrong, words) in [
            (["--period", "2023-Q5"], "such as 2023-Q2"), ([], "--period"),
            (["--period", "2023", "--table", "x"], "--table"), (["--period", "2023-Q2", "--public"], "whole year"),
            (["--period", "\(Day(Date()).year)", "--public"], "whole year"),
            (["--period", "2023", "--public", "--table", "services"], "is not published"),
        ] {
            expectOneSentence(
                try Typed.run(["report", "official"] + wrong, ["LINDUNG_HOME": home.path]), containing: words)
        }
    }

    /// Of the published year the 2 and the 4 are small, and the 6 would tell them.
    private func whatMayBePublishedHidesWhatIsSmall() throws {
        let ofYear = ["report", "official", "--period", "2023", "--public"]
        let table = try Typed.run(ofYear + ["--table", "violence"], ["LINDUNG_HOME": home.path]).output
        for (code, total) in ["FIS": "12", "PSI": "*", "SEK": "99", "EKS": "*", "TRF": "*", "PEN": "9", "LAI": "0"] {
            #expect(table.contains(try Regex("(?m)^\(code) .* \(total) ")), "\(code)")
        }
        #expect(table.contains("132 victims. As of ") && table.contains("hides a small figure"))
        let csv = try Typed.run(ofYear + ["--format", "csv"], ["LINDUNG_HOME": home.path]).output
        #expect(csv.hasPrefix("from,until,as-of,basis,") && csv.contains(",victim,EKS,Exploitation,*,"))
        let json = try Typed.run(ofYear + ["--format", "json", "--table", "violence"], ["LINDUNG_HOME": home.path])
            .output
        #expect(json.contains(#""code":"EKS","parts":["#) && json.contains(#""total":"*""#))
    }

    // MARK: the office's record

    @Test func aFolderIsAppliedAndMistakesAreOneSentence() throws {
        expectOneSentence(try run("office", "apply", "x"), containing: "lindung init")
        #expect(try run("init", "--handle", "yohana", "--name", "Yohana Wea").code == 0)
        let folder = folder.url.appending(path: "office")
        expectOneSentence(try run("office", "apply", folder.path), containing: "There is no folder")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        expectOneSentence(try run("office", "apply", folder.path), containing: "workers.yaml")

        let holidays = folder.appending(path: "holidays.yaml")
        try "- {source: SKB, national: [2027-02-30]}".write(to: holidays, atomically: true, encoding: .utf8)
        expectOneSentence(try run("office", "apply", folder.path), containing: "holidays.yaml")
        // Nothing of a folder is written where something of it can't be.
        try "- {source: SKB, national: [2027-01-01, 2072-01-01]}".write(
            to: holidays, atomically: true, encoding: .utf8)
        expectOneSentence(try run("office", "apply", folder.path), containing: "2072-01-01 is too far")
        try "- {source: SKB 2027, national: [2027-01-01, 2027-08-17], jointLeave: [2027-12-24]}"
            .write(to: holidays, atomically: true, encoding: .utf8)
        try "- {name: Klinik Baru, kind: RS, services: [KES], answersWithin: 1}"
            .write(to: folder.appending(path: "partners.yaml"), atomically: true, encoding: .utf8)
        let applied = try run("office", "apply", folder.path)
        #expect(applied.code == 0 && applied.output.contains("3 holidays declared, 1 partners added, 0 changed."))
        #expect(try run("office", "apply", folder.path).output.contains("0 holidays declared, 0 partners added"))

        let rules = folder.appending(path: "rules.yaml")
        for (rule, from, said) in [
            ("R-STD-01", "2026-12-01", "rule 1 is none"), ("R-UPTD-03", "2072-01-01", "2072-01-01 is too far"),
        ] {
            try "- {rule: \(rule), amount: 5, unit: HK, from: \(from), source: SOP}"
                .write(to: rules, atomically: true, encoding: .utf8)
            expectOneSentence(try run("office", "apply", folder.path), containing: said)
        }
        try "- {rule: R-UPTD-03, amount: 5, unit: HK, from: 2026-12-01, source: SOP}"
            .write(to: rules, atomically: true, encoding: .utf8)
        #expect(try run("office", "apply", folder.path).output.contains("1 rules corrected."))
        #expect(try run("office", "apply", folder.path).output.contains("0 rules corrected."))

        let workers = folder.appending(path: "workers.yaml")
        try "- {handle: maya, name: Maya Putri, posts: [boss]}".write(to: workers, atomically: true, encoding: .utf8)
        expectOneSentence(try run("office", "apply", folder.path), containing: "workers.yaml: worker 1")
        for (posts, said) in [("case-manager", "1 workers added"), ("head", "1 with other posts")] {
            try "- {handle: Maya, name: Maya Putri, posts: [\(posts)]}"
                .write(to: workers, atomically: true, encoding: .utf8)
            let applied = try run("office", "apply", folder.path).output
            #expect(applied.contains(said))
            #expect(applied.contains("maya signs in with this temporary password") == (posts == "case-manager"))
        }
        #expect(try run("office", "apply", folder.path).output.contains("0 workers added, 0 with other posts"))
        #expect(try run("worker", "list").output.contains("maya\tMaya Putri\thead"))
    }

    private func setKey(_ bytes: Data, mode: Int = 0o600) throws {
        let path = home.path + ".key"
        try bytes.write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    @Test func anOfficeIsMadeAndItsStaffKept() throws {
        for (handle, name) in [("", "Yohana"), ("yohana", " "), ("yo\u{1b}[31mhana", "Yohana"), ("yohana", "a\nb")] {
            expectOneSentence(
                try run("init", "--handle", handle, "--name", name), containing: handle.isEmpty ? "User name" : "ame")
        }
        // Nothing was made of what can't be.
        #expect(!FileManager.default.fileExists(atPath: home.path + ".key"))
        #expect(!FileManager.default.fileExists(atPath: home.path))
        let made = try run("init", "--handle", "yohana", "--name", "Yohana Wea")
        #expect(made.code == 0, "\(made.complaint)")
        #expect(made.output.components(separatedBy: "Recovery copy").count == 3)
        #expect(made.output.contains("yohana signs in with this temporary password"))
        expectOneSentence(try run("init", "--handle", "x", "--name", "x"), containing: "is there already")
        expectOneSentence(try run("demo", "--no-serve"), containing: "holds a real office")

        let added = try run(
            "worker", "add", "rina", "--name", "Rina Siregar", "--post", "case-manager", "--post", "head")
        #expect(added.code == 0 && added.output.contains("temporary password"))
        expectOneSentence(try run("worker", "add", "RINA", "--name", "x", "--post", "head"), containing: "taken")
        expectOneSentence(try run("worker", "add", "x", "--name", "x", "--post", "boss"), containing: "boss")
        #expect(try run("worker", "list").output.contains("rina\tRina Siregar\tcase-manager, head"))
        #expect(try run("worker", "reset", "rina").output.contains("temporary password"))
        #expect(try run("worker", "end", "rina").code == 0)
        #expect(try run("worker", "list").output.contains("rina\tRina Siregar\tleft"))
        expectOneSentence(try run("worker", "end", "nobody"), containing: "nobody")

        // The key is lost; the printed copy brings it back.
        let key = try Data(contentsOf: URL(filePath: home.path + ".key"))
        try FileManager.default.removeItem(atPath: home.path + ".key")
        expectOneSentence(try run("worker", "list"), containing: "is missing")
        let copy = made.output.components(separatedBy: "------\n")[1]
        let code = copy.split(separator: "\n").filter { $0.hasPrefix("    ") }.joined(separator: "\n")
        #expect(try Typed.run(["restore-key"], ["LINDUNG_HOME": home.path], typed: code).code == 0)
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
            let ended = try Typed.run([command] + names, ["LINDUNG_HOME": home.path].merging(origin) { $1 })
            expectOneSentence(ended, containing: "LINDUNG_ORIGIN")
        }
        expectOneSentence(try run("serve"), containing: "lindung init")
        for folders in [["LINDUNG_BACKUP_DATA": "a"], ["LINDUNG_BACKUP_DATA": "a", "LINDUNG_BACKUP_KEYS": "a"]] {
            expectOneSentence(try run("serve", with: folders), containing: "LINDUNG_BACKUP_DATA")
        }
        for (name, wrong) in [
            ("LINDUNG_OPENS_PER_HOUR", ["", "9", "10001", "many"]), ("LINDUNG_CALLS_PER_MINUTE", ["9", "100001"]),
        ] {
            for number in wrong { expectOneSentence(try run("serve", with: [name: number]), containing: name) }
        }
        try setKey(Data(count: 32))
        expectOneSentence(try run("demo", "--no-serve"), containing: "is there already")
    }
}
