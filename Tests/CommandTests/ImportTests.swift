import Casework
import Desk
import Foundation
import TestSupport
import Testing
import Vault

/// A register is brought in by the command line.
@Suite struct ImportTests {
    private let folder: TemporaryFolder
    private var home: URL { folder.url.appending(path: "office") }
    private static let sample = Repository.root.appending(path: "docs/samples/register-2023.csv").path

    init() throws {
        folder = try TemporaryFolder()
        #expect(try run("init", "--handle", "yohana", "--name", "Yohana Wea").code == 0)
        #expect(try run("worker", "add", "rina", "--name", "Rina Siregar", "--post", "case-manager").code == 0)
        #expect(try run("worker", "add", "dewi", "--name", "Dewi Anggraini", "--post", "intake-officer").code == 0)
    }

    private func run(_ arguments: String...) throws -> Typed.Ended {
        try Typed.run(arguments, ["LINDUNG_HOME": home.path])
    }

    private func bring(_ file: String, _ options: String...) throws -> Typed.Ended {
        try Typed.run(["import", "complaints", file] + options, ["LINDUNG_HOME": home.path])
    }

    private func write(_ text: String, _ name: String = "lembar.csv") throws -> String {
        let file = folder.url.appending(path: name)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    private func index() async throws -> [Card] {
        let key = try KeyFile(URL(filePath: home.path + ".key")).read()
        let workspace = try await Workspace(home: home, key: key, purpose: .office, cost: .tiny)
        defer { try? workspace.close() }
        let worker = try #require(try workspace.accounts.all().first { $0.handle == "rina" }).worker
        let cases = try await workspace.desk.list(.closed, by: worker)
        #expect(try await workspace.verify() == [])
        return cases.rows.map(\.card)
    }

    @Test func theSampleIsCheckedThenBroughtInOnce() async throws {
        let checked = try bring(Self.sample, "--as", "rina")
        #expect(checked.code == 1 && checked.output.contains("KORBAN Nama        client\n"))
        #expect(checked.output.contains("line 12, Tgl Lapor: No such day."))
        #expect(checked.output.contains("34 rows: 18 new complaints, 16 of them with a case (6 still open)"))
        // No word of a cell is told.
        for canary in [
            "Siti", "SITI", "Melati", "Dahlia", "21710145", "0812345", "Dipukul", "31/2", "Ditunggu", "dewasa",
        ] {
            #expect(!checked.output.contains(canary) && !checked.complaint.contains(canary), "\(canary)")
        }
        #expect(try await index().isEmpty)

        let done = try bring(Self.sample, "--as", "rina", "--skip-bad")
        #expect(
            done.code == 0
                && done.output.hasSuffix(
                    "18 complaints were brought in, 16 of them with a case; 15 bad rows left out.\n")
        )
        #expect(try await index().count == 10)
        let again = try bring(Self.sample, "--as", "rina", "--skip-bad")
        #expect(again.code == 0 && again.output.contains("\n0 complaints were brought in"))
        #expect(try await index().count == 10)
    }

    private static let english = """
        Date received,Source,Victim name,Sex,Summary,Kind of harm,Aid,End
        2023-03-05,Walk-in,Ann,F,Hit by her husband.,Physical,Counselling,Closed

        """

    @Test func columnsAndAnswersAreSaidByTheirHeadings() async throws {
        let file = try write(Self.english)
        let plain = try bring(file, "--as", "rina", "--check")
        #expect(plain.code == 0 && plain.output.contains("(left out)") && plain.output.contains("1 wait for triage"))
        let said = ["--column", "kind of HARM=forms", "--column", "Aid=services", "--column", "End=outcome"]
        let ended = try Typed.run(
            ["import", "complaints", file, "--as", "rina"] + said, ["LINDUNG_HOME": home.path])
        #expect(ended.code == 0 && ended.output.contains("1 complaints were brought in, 1 of them with a case"))
        let dropped = try bring(file, "--as", "rina", "--check", "--column", "Source=")
        #expect(dropped.code == 1 && dropped.output.contains("The channel is not told."))
        let filled = try bring(file, "--as", "rina", "--check", "--column", "Source=", "--fill", "channel=Letter")
        #expect(filled.code == 0)
        let unknown = try bring(
            try write(Self.english.replacing("Walk-in", with: "Pigeon"), "x.csv"), "--as", "rina", "--check")
        #expect(unknown.code == 1 && unknown.output.contains("Accepted for “Channel”: SAPA 129 phone;"))
        #expect(!unknown.output.contains("Pigeon"))
    }

    @Test func columnsThatAreHeadedAlikeOrNotAtAllAreTold() throws {
        let file = try write("Tanggal,Sumber,Nama,Kronologi,Umur,,Umur\n5/1/2023,Surat,Ani,Dipukul,30,Rahasia,31\n")
        let checked = try bring(file, "--as", "rina", "--check")
        #expect(checked.code == 0 && checked.output.contains("Umur       (left out: another may be age too"))
        #expect(checked.output.contains("column 6 has no heading, and 1 cells in it are left out"))
        #expect(!checked.output.contains("Rahasia"))
        let said = try bring(file, "--as", "rina", "--check", "--column", "UMUR#2=age", "--column", "#6=note")
        #expect(said.code == 0 && said.output.contains("column 6   note") && !said.output.contains("has no heading"))
        expectOneSentence(try bring(file, "--as", "rina", "--column", "Umur=age"), containing: "2 columns are headed")
        expectOneSentence(try bring(file, "--as", "rina", "--column", "Umur#3=age"), containing: "No column is headed")
    }

    @Test func daysWithTheMonthFirstAreToldByTheirColumn() throws {
        let head = "Tanggal,Sumber,Nama,Kronologi\n"
        let file = try write(head + "5/1/2023,Surat,Ani,Dipukul\n5/13/2023,Surat,Budi,Dipukul\n")
        let checked = try bring(file, "--as", "rina", "--check")
        #expect(
            checked.code == 1 && checked.output.contains("line 3, Tanggal: It can be read only with the month first."))
        #expect(checked.output.contains("Tanggal: 1 days can be read only with the month first"))
    }

    @Test func whatIsWrongIsOneSentence() throws {
        let file = try write(Self.english)
        expectOneSentence(try bring(file, "--as", "yohana"), containing: "no post that takes complaints")
        expectOneSentence(try bring(file, "--as", "nobody"), containing: "There is no worker nobody")
        expectOneSentence(try bring(file, "--as", "rina", "--manager", "dewi"), containing: "no post that manages")
        expectOneSentence(try bring(file, "--as", "rina", "--column", "Warna=sex"), containing: "No column is headed")
        expectOneSentence(try bring(file, "--as", "rina", "--column", "Sex=colour"), containing: "no field colour")
        expectOneSentence(try bring(file, "--as", "rina", "--fill", "channel"), containing: "FIELD=VALUE")
        expectOneSentence(try bring(file, "--as", "rina", "--encoding", "utf-16"), containing: "utf-16")
        expectOneSentence(try bring(folder.url.path + "/none.csv", "--as", "rina"), containing: "There is no file")
        expectOneSentence(try bring(folder.url.path, "--as", "rina"), containing: "is a folder")
        let pipe = folder.url.appending(path: "pipe").path
        #expect(mkfifo(pipe, 0o600) == 0)
        expectOneSentence(try bring(pipe, "--as", "rina"), containing: "is no regular file")
        let unicode = folder.url.appending(path: "u.csv")
        try #require("Tanggal,Nama".data(using: .utf16LittleEndian)).write(to: unicode)
        expectOneSentence(try bring(unicode.path, "--as", "rina"), containing: "UTF-16")
        expectOneSentence(
            try bring(try write("a,b\nSiti,2\n", "x.csv"), "--as", "rina"), containing: "no row of headings")
        let old = folder.url.appending(path: "w.xls")
        try Data([0xD0, 0xCF, 0x11, 0xE0, 0]).write(to: old)
        expectOneSentence(try bring(old.path, "--as", "rina"), containing: "save it as CSV")
        let broken = folder.url.appending(path: "w.xlsx")
        try Data([0x50, 0x4B, 3, 4, 0]).write(to: broken)
        expectOneSentence(try bring(broken.path, "--as", "rina"), containing: "save the sheet as CSV")
    }

    /// A workbook is brought in as it is, where Debian's reader of workbooks is.
    @Test func aWorkbookIsReadWhereItsReaderIs() async throws {
        let workbook = Repository.root.appending(path: "Tests/CommandTests/Workbooks/register.xlsx").path
        let checked = try bring(workbook, "--as", "rina", "--sheet", "2")
        #expect(checked.code == 1 && checked.output.contains("3 rows: 2 new complaints, 2 of them with a case"))
        #expect(checked.output.contains("Tanggal Lapor: No such day."))
        #expect(checked.output.contains("The workbook has 2 sheets; this is sheet 2."))
        let done = try bring(workbook, "--as", "rina", "--sheet", "2", "--skip-bad")
        #expect(done.code == 0 && done.output.contains("2 complaints were brought in, 2 of them with a case"))
        let days = try await index().map { Day($0.at).text }
        #expect(Set(days) == ["2023-03-05", "2023-03-09"])

        expectOneSentence(try bring(workbook, "--as", "rina"), containing: "no row of headings")
        expectOneSentence(try bring(workbook, "--as", "rina", "--sheet", "9"), containing: "no such sheet")
        expectOneSentence(try bring(workbook, "--as", "rina", "--sheet", "0"), containing: "counts from 1")
        let without = try Typed.run(
            ["import", "complaints", workbook, "--as", "rina"], ["LINDUNG_HOME": home.path, "PATH": "/nowhere"])
        expectOneSentence(without, containing: "apt-get install xlsx2csv")
    }

    @Test func whoseCasesTheyAreIsSaid() throws {
        let file = try write(Self.english)
        let said = ["--column", "Kind of harm=forms", "--check"]
        let without = try Typed.run(["import", "complaints", file, "--as", "dewi"] + said, ["LINDUNG_HOME": home.path])
        #expect(without.code == 1 && without.output.contains("1 rows open a case, and nobody manages them; say who"))
        #expect(!without.output.contains("line 2"))
        let with = try Typed.run(
            ["import", "complaints", file, "--as", "dewi", "--manager", "rina"] + said, ["LINDUNG_HOME": home.path])
        #expect(with.code == 0)
    }

    /// kill -9 in the middle: the rows that were brought in are there, and the next run brings in the others.
    @Test func aKillInTheMiddleLosesAndDoublesNothing() throws {
        let rows = (1...400).map { "2023-03-05,Walk-in,Klien \($0),F,Dipukul.,Physical,Counselling,Closed\n" }.joined()
        let head = "Date received,Source,Victim name,Sex,Summary,Type of violence,Services,Status\n"
        let file = try write(head + rows)
        let child = try Child("lindung", ["import", "complaints", file, "--as", "rina"], ["LINDUNG_HOME": home.path])
        let wanted = (try size("data.sqlite-wal")) + 200_000
        // A thread of its own until then: a task that sleeps may be woken when the child has long ended.
        var status: Int32 = 0
        while try size("data.sqlite-wal") < wanted, waitpid(child.pid, &status, WNOHANG) == 0 { usleep(2_000) }
        kill(child.pid, SIGKILL)
        _ = child.wait()
        let again = try bring(file, "--as", "rina")
        let already = try #require(again.output.firstMatch(of: #/(\d+) brought in before/#)).1
        let brought = try #require(again.output.firstMatch(of: #/\n(\d+) complaints were brought in/#)).1
        let (before, after) = (try #require(Int(already)), try #require(Int(brought)))
        #expect(before > 0 && after > 0 && before + after == 400)
        #expect(try bring(file, "--as", "rina").output.contains("400 brought in before"))
    }

    private func size(_ name: String) throws -> Int {
        let path = home.appending(path: name).path
        guard FileManager.default.fileExists(atPath: path) else { return 0 }
        return try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    }
}
