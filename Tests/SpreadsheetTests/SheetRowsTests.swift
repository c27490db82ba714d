import Casework
import Desk
import Testing

@testable import Spreadsheet

/// How a sheet's lines become rows.
@Suite struct SheetRowsTests {
    private let spellings: Spellings
    private let today: Day

    init() throws {
        spellings = try .shipped()
        today = try #require(Day(year: 2026, month: 11, day: 24))
    }

    private func found(_ text: String) throws -> Columns? {
        HeadingFinder.find(try RecordReaderTests.records(Array(text.utf8), .semicolon), spellings)
    }

    private func rows(
        _ text: String, fills: [SheetField: String] = [:], _ change: (inout Columns) -> Void = { _ in }
    ) throws -> (rows: [SheetRow], passedOver: Int) {
        var columns = try #require(try found(text))
        change(&columns)
        var chunks = [Array(text.utf8)]
        let reader = RecordReader(.semicolon, .utf8) { chunks.popLast() ?? [] }
        var reading = SheetRows(reader, columns, spellings, fills: fills, today: today)
        var rows: [SheetRow] = []
        while let row = try reading.next() { rows.append(row) }
        return (rows, reading.passedOver)
    }

    private static let head = "Tgl Lapor;Nama Korban;Kronologi;Jenis Kekerasan;Layanan\n"

    /// Domestic is where it happens, and no form of violence.
    @Test(arguments: [
        ("KDRT Fisik", ["FIS"]), ("KDRT (psikis)", ["PSI"]), ("Kekerasan Dalam Rumah Tangga", []),
        ("kdrt, seksual", ["SEK"]), ("Penelantaran rumah tangga", nil as [String]?),
    ])
    func domesticIsNoForm(cell: String, forms: [String]?) throws {
        let row = try #require(try rows(Self.head + "1/2/2023;A;x;\(cell);Visum\n").rows.first)
        #expect(row.faults.isEmpty)
        #expect(row.posted["domestic"] == (forms == nil ? [] : ["yes"]))
        #expect(row.posted["forms"] == forms ?? ["PEN"])
    }

    /// Nor is bullying; what nobody wrote down of it is another form. A case of custody has none.
    @Test(
        arguments: [
            ("Bullying", ["LAI"], ["yes"], []), ("Bullying verbal", ["PSI"], ["yes"], []),
            ("perundungan fisik, psikis", ["FIS", "PSI"], ["yes"], []), ("Hak asuh anak", [], [], ["no"]),
            ("ABH", [], [], ["no"]), ("Hak asuh, penelantaran", ["PEN"], [], []),
        ] as [(String, [String], [String], [String])])
    func whatIsNoFormIsToldApart(cell: String, forms: [String], bullying: [String], violence: [String]) throws {
        let row = try #require(try rows(Self.head + "1/2/2023;A;x;\(cell);Visum\n").rows.first)
        #expect(row.faults.isEmpty)
        #expect(row.posted["forms"] == forms)
        #expect(row.posted["bullying"] == bullying)
        #expect(row.posted["violence"] == violence)
    }

    @Test func theHeadingsStandBelowTheTitles() throws {
        let columns = try #require(try found("REKAP KASUS 2023;;;;\n;;;;\n" + Self.head + "1/2/2023;A;x;Fisik;Visum"))
        #expect(columns.line == 3 && columns.lastLine == 3)
        #expect(columns.all.map(\.field) == [.received, .client, .what, .forms, .services])
    }

    @Test func aHeadingMayBeMergedOverItsColumns() throws {
        let columns = try #require(
            try found("Tgl Lapor;Korban;;Pelaku;;Ket\n;Nama;L/P;Nama;Hubungan;\n1/2/2023;A;P;B;Suami;c"))
        #expect(columns.all.map(\.field) == [.received, .client, .sex, .alleged, .allegedIs, .note])
        #expect(columns.all[3].heading == "Pelaku Nama" && columns.lastLine == 2)
    }

    @Test func withoutHeadingsThereIsNoSheet() throws {
        #expect(try found("1/2/2023;Siti;dipukul\n2/2/2023;Ani;diancam") == nil)
        #expect(try found("") == nil)
    }

    @Test func theSecondColumnOfAFieldIsLeftOutUntilSomebodySaysOtherwise() throws {
        var columns = try #require(try found("Tanggal;Tgl Lapor;Nama;Kronologi;Uraian\n"))
        #expect(columns.all.map(\.field) == [.received, nil, .client, .what, .what])
        columns.take(1, for: .received)
        #expect(columns.all.map(\.field) == [nil, .received, .client, .what, .what])
        #expect(columns.places(of: " tgl  LAPOR ") == [1])
    }

    @Test func blankLinesRepeatedHeadingsAndSumsArePassedOver() throws {
        let read = try rows(
            Self.head + ";;;;\n1/2/2023;A;x;Fisik;\n" + Self.head + "2/2/2023;B;y;Fisik;\nJUMLAH;2;;;\n"
                + "Batam, 31 Desember;;;;\n;Kepala UPTD;;;\n")
        #expect(read.rows.map { $0.posted["client"] } == [["A"], ["B"]])
        #expect(read.passedOver == 5)
    }

    @Test func afterASumInTheMiddleTheSheetGoesOn() throws {
        let read = try rows(Self.head + "1/2/2023;A;x;Fisik;\nSub total;1;;;\n2/2/2023;B;y;Fisik;\n")
        #expect(read.rows.count == 2)
    }

    @Test func aMergedDayIsThatOfTheRowAbove() throws {
        let read = try rows(Self.head + "1/2/2023;A;x;Fisik;\n;B;y;Fisik;\n;C;z;Fisik;\n5/2/2023;D;z;Fisik;")
        #expect(
            read.rows.map { $0.posted["received"] } == [["2023-02-01"], ["2023-02-01"], ["2023-02-01"], ["2023-02-05"]])
        #expect(read.rows.map { $0.notes.map(\.note) } == [[], [.dayFromAbove], [.dayFromAbove], []])
    }

    /// A day that is written and wrong is not put right by the one above.
    @Test func aWrongDayStaysWrong() throws {
        let read = try rows(Self.head + "1/2/2023;A;x;Fisik;\n31/2/2023;B;y;Fisik;")
        #expect(read.rows[1].posted["received"].isEmpty && read.rows[1].notes.isEmpty)
        #expect(read.rows[1].faults.map(\.field) == [.received])
    }

    @Test func aRowWithNothingButAServiceBelongsToTheRowAbove() throws {
        let read = try rows(
            Self.head + "1/2/2023;A;x;Fisik;Visum\n;;;Psikis;Konseling\n;;;;Mediasi\n2/2/2023;B;y;Fisik;")
        #expect(read.rows.count == 2)
        #expect(read.rows[0].posted["forms"] == ["FIS", "PSI"])
        #expect((0...2).map { read.rows[0].posted["services.\($0).service"] } == [["KES"], ["RHS"], ["MED"]])
        #expect(read.rows[0].notes.map(\.line) == [3, 4] && read.rows[0].notes.allSatisfy { $0.note == .joined })
    }

    @Test func theSamePersonWithAFurtherFormIsOneRowAndTheSameTwiceIsTwo() throws {
        let read = try rows(
            Self.head + "1/2/2023;A;x;Fisik;Visum\n1/2/2023;a;X;Psikis;Visum\n1/2/2023;A;x;Fisik;Visum")
        #expect(read.rows.count == 2 && read.rows[0].posted["forms"] == ["FIS", "PSI"])
        #expect(read.rows[0].identity == read.rows[1].identity)
    }

    @Test func moreCellsThanHeadingsAreTold() throws {
        let read = try rows(Self.head + "1/2/2023;A;x;Fisik;Visum;y\n2/2/2023;B;x;Fisik;Visum;;;\n")
        #expect(read.rows.map { $0.faults.map(\.problem) } == [[.tooManyCells], []])
    }

    @Test func whatIsSaidForAllRowsIsTakenWhereARowSaysNothing() throws {
        let text = "Tgl Lapor;Nama;Kronologi;Kanal;Status\n1/2/2023;A;x;;\n2/2/2023;B;y;Surat;Proses"
        let read = try rows(text, fills: [.channel: "Datang langsung", .outcome: "goals-met"])
        #expect(read.rows.map { $0.posted["channel"] } == [["LGS"], ["SRT"]])
        #expect(read.rows.map { $0.posted["outcome"] } == [["goals-met"], ["ongoing"]])
        let wrong = try rows(text, fills: [.channel: "entah"])
        #expect(wrong.rows.map { $0.faults.map(\.field) } == [[.channel], []])
    }

    @Test func aFurtherColumnOfWordsSaysWhatItIs() throws {
        let read = try rows("Tgl Lapor;Nama;Kronologi;Agama;Ket\n1/2/2023;A;x;Islam;map biru") {
            $0.take(3, for: .note)
        }
        #expect(read.rows[0].posted["note"] == ["Agama: Islam\nKet: map biru"])
        #expect(read.rows[0].posted["what"] == ["x"])
    }

    /// However the sheet is written, the row is the same.
    @Test func aRowIsKnownAgain() throws {
        let first = try rows(Self.head + "5/3/2023;SITI AMINAH;Dipukul.;Fisik;Visum").rows[0]
        let again = try rows(
            "Layanan;Bentuk Kekerasan;Korban;Tanggal;Uraian\n;Psikis;Siti  Aminah ;5 Maret 2023;dipukul"
        ).rows[0]
        #expect(first.identity == again.identity)
        let other = try rows(Self.head + "6/3/2023;SITI AMINAH;Dipukul.;Fisik;Visum").rows[0]
        #expect(first.identity != other.identity)
    }
}
