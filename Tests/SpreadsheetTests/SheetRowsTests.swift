import Casework
import Testing

@testable import Spreadsheet

/// How a sheet's lines become rows.
@Suite struct SheetRowsTests {
    private let sheet: SheetReading

    init() throws { sheet = try SheetReading() }

    /// Domestic is where it happens, and no form of violence.
    @Test(arguments: [
        ("KDRT Fisik", ["FIS"]), ("KDRT (psikis)", ["PSI"]), ("Kekerasan Dalam Rumah Tangga", []),
        ("kdrt, seksual", ["SEK"]), ("Penelantaran rumah tangga", nil as [String]?),
    ])
    func domesticIsNoForm(cell: String, forms: [String]?) throws {
        let row = try #require(try sheet.rows(SheetReading.head + "1/2/2023;A;x;\(cell);Visum\n").rows.first)
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
        let row = try #require(try sheet.rows(SheetReading.head + "1/2/2023;A;x;\(cell);Visum\n").rows.first)
        #expect(row.faults.isEmpty)
        #expect(row.posted["forms"] == forms)
        #expect(row.posted["bullying"] == bullying)
        #expect(row.posted["violence"] == violence)
    }

    /// A further line of something that is not read parts nothing from what it belongs to.
    @Test func aRemarkPartsNoRows() throws {
        let head = "No;Tgl Lapor;Nama Korban;Kronologi;Alamat;Layanan\n"
        let read = try sheet.rows(
            head + "1;1/2/2023;A;x;Jl. Mawar;Visum\n;;;;Batu Aji;\n;;;;;Konseling\n;;B;y;;Visum\n")
        #expect(read.rows.count == 2 && read.rows.allSatisfy(\.faults.isEmpty))
        #expect(
            read.rows[0].posted["services.1.service"] == ["RHS"] && read.rows[1].posted["received"] == ["2023-02-01"])
        let parted = try sheet.rows(head + "1;1/2/2023;A;x;;Visum\nMARET;;;;;\n;;B;y;;Visum\n")
        #expect(parted.rows.count == 2 && parted.rows[1].posted["received"].isEmpty)
    }

    @Test func whoseViolenceIsUnknownAndWhoseMatterIsCustodyHadNone() throws {
        let head = "Tgl Lapor;Nama Korban;Kronologi;Jenis Kasus;Ada kekerasan\n"
        let unknown = try #require(try sheet.rows(head + "1/2/2023;A;x;Hak asuh;Tidak tahu\n").rows.first)
        #expect(unknown.faults.isEmpty && unknown.posted["violence"] == ["no"])
        let both = try #require(try sheet.rows(head + "1/2/2023;A;x;Hak asuh;Ya\n").rows.first)
        #expect(both.faults.map(\.field) == [.forms])
    }

    @Test func blankLinesRepeatedHeadingsAndSumsArePassedOver() throws {
        let read = try sheet.rows(
            SheetReading.head + ";;;;\n1/2/2023;A;x;Fisik;\n" + SheetReading.head + "2/2/2023;B;y;Fisik;\nJUMLAH;2;;;\n"
                + "Batam, 31 Desember;;;;\n;Kepala UPTD;;;\n")
        #expect(read.rows.map { $0.posted["client"] } == [["A"], ["B"]])
        #expect(read.passedOver == 5)
    }

    @Test func afterASumInTheMiddleTheSheetGoesOn() throws {
        let read = try sheet.rows(SheetReading.head + "1/2/2023;A;x;Fisik;\nSub total;1;;;\n2/2/2023;B;y;Fisik;\n")
        #expect(read.rows.count == 2)
    }

    /// Nobody vanishes below a sum: whoever is told there is a row, with a day or without, and what is passed over is told.
    @Test func belowASumEveryRowThatTellsSomebodyCounts() throws {
        let read = try sheet.rows(
            SheetReading.head + "1/2/2023;A;x;Fisik;\nJumlah Januari;1;;;\n31/2/2023;B;y;Fisik;\n;C;z;Psikis;\n"
                + "Total Persada, PT;D;w;Fisik;\nTotal;4;;;\nBatam, 1 Maret 2023;;;;\n;Kepala UPTD;;;\n")
        #expect(read.rows.map { $0.posted["client"] } == [["A"], ["B"], ["C"], ["D"]])
        #expect(read.rows.map { $0.faults.map(\.field) } == [[], [.received], [], [.received]])
        #expect(read.rows.map { $0.posted["received"] } == [["2023-02-01"], [], [], []])
        #expect(read.rows[3].notes.map(\.line) == [8, 9] && read.rows[3].notes.allSatisfy { $0.note == .belowSums })
        #expect(read.passedOver == 4)
    }

    /// Two people who sign beside each other are no row either.
    @Test func whoSignsIsNoRow() throws {
        let read = try sheet.rows(
            SheetReading.head
                + "1/2/2023;A;x;Fisik;\nJUMLAH;1;;;\nMengetahui,;Kepala Dinas;;;\n;Dra. Siti;Budi, S.Sos;;\n"
                + "31/2/2023;Ani;;;\n")
        #expect(read.rows.map(\.line) == [2, 6] && read.rows[0].notes.map(\.line) == [4, 5])
        #expect(read.rows[1].faults.map(\.field) == [.received])
    }

    @Test func whatCantBeReadBelowASumIsTold() throws {
        let read = try sheet.rows(SheetReading.head + "1/2/2023;A;x;Fisik;\nJumlah;1;;;\n;\"B;y\n2/2/2023;C;z;Fisik;\n")
        #expect(read.rows.map(\.line) == [2, 4, 5] && read.rows[1].faults.map(\.problem) == [.broken])
    }

    /// A day is borrowed of the row above only, and only where the cell is blank.
    @Test(arguments: [
        "31/2/2023;B;y;Fisik;", "-;B;y;Fisik;", "tidak diketahui;B;y;Fisik;", "MARET;;;;", "idem;B;y;Fisik;",
    ])
    func noDayIsBorrowedPastWhatSaysNone(between: String) throws {
        let read = try sheet.rows(
            SheetReading.head + "1/2/2023;A;x;Fisik;\n\(between)\n;C;z;Fisik;\n;D;w;Fisik;\n5/2/2023;E;v;Fisik;")
        #expect(read.rows.suffix(3).map(\.line) == [4, 5, 6])
        for row in read.rows.dropFirst().dropLast() { #expect(row.posted["received"].isEmpty && row.notes.isEmpty) }
        #expect(read.rows.last?.posted["received"] == ["2023-02-05"])
    }

    @Test func aTitleOrASumBetweenRowsEndsTheDay() throws {
        for between in ["MARET;;;;;", ";Jumlah;1;;;"] {
            let read = try sheet.rows("No;" + SheetReading.head + "1;1/2/2023;A;x;Fisik;\n\(between)\n2;;C;z;Fisik;\n")
            #expect(read.rows.map { $0.posted["received"].isEmpty } == [false, true], "\(between)")
        }
        let numbered = try sheet.rows("No;" + SheetReading.head + "1;1/2/2023;A;x;Fisik;\n2;;;;;\n3;;C;z;Fisik;\n")
        #expect(numbered.rows.map { $0.notes.map(\.note) } == [[], [.dayFromAbove]])
    }

    @Test func theNumbersOfTheColumnsAreNoRow() throws {
        let read = try sheet.rows(SheetReading.head + "1;2;3;4;5\n1/2/2023;A;x;Fisik;")
        #expect(read.rows.count == 1 && read.passedOver == 1)
    }

    @Test func aMergedDayIsThatOfTheRowAbove() throws {
        let read = try sheet.rows(
            SheetReading.head + "1/2/2023;A;x;Fisik;\n;B;y;Fisik;\n;C;z;Fisik;\n5/2/2023;D;z;Fisik;")
        #expect(
            read.rows.map { $0.posted["received"] } == [["2023-02-01"], ["2023-02-01"], ["2023-02-01"], ["2023-02-05"]])
        #expect(read.rows.map { $0.notes.map(\.note) } == [[], [.dayFromAbove], [.dayFromAbove], []])
    }

    /// A day that is written and wrong is not put right by the one above.
    @Test func aWrongDayStaysWrong() throws {
        let read = try sheet.rows(SheetReading.head + "1/2/2023;A;x;Fisik;\n31/2/2023;B;y;Fisik;")
        #expect(read.rows[1].posted["received"].isEmpty && read.rows[1].notes.isEmpty)
        #expect(read.rows[1].faults.map(\.field) == [.received])
    }

    @Test func aRowWithNothingButAServiceBelongsToTheRowAbove() throws {
        let read = try sheet.rows(
            SheetReading.head + "1/2/2023;A;x;Fisik;Visum\n;;;Psikis;Konseling\n;;;;Mediasi\n2/2/2023;B;y;Fisik;")
        #expect(read.rows.count == 2)
        #expect(read.rows[0].posted["forms"] == ["FIS", "PSI"])
        #expect((0...2).map { read.rows[0].posted["services.\($0).service"] } == [["KES"], ["RHS"], ["MED"]])
        #expect(read.rows[0].notes.map(\.line) == [3, 4] && read.rows[0].notes.allSatisfy { $0.note == .joined })
    }

    /// A column that is filled to the end of a sheet is no person's, and is not gathered in one row.
    @Test func noRowHasRowsWithoutEnd() throws {
        let more = Array(repeating: ";;;;Konseling", count: 2 * SheetRows.mostJoined).joined(separator: "\n")
        let read = try sheet.rows(SheetReading.head + "1/2/2023;A;x;Fisik;Visum\n" + more)
        #expect(read.rows[0].notes.count == SheetRows.mostJoined && read.rows.count > 1)
    }

    @Test func theSamePersonWithAFurtherFormIsOneRowAndTheSameTwiceIsTwo() throws {
        let read = try sheet.rows(
            SheetReading.head + "1/2/2023;A;x;Fisik;Visum\n1/2/2023;a;X;Psikis;Visum\n1/2/2023;A;x;Fisik;Visum")
        #expect(read.rows.count == 2 && read.rows[0].posted["forms"] == ["FIS", "PSI"])
        #expect(read.rows[0].identity == read.rows[1].identity)
    }

    @Test func aBlankDayRepeatsTheRowAbove() throws {
        let read = try sheet.rows(SheetReading.head + "1/2/2023;A;x;Fisik;Visum\n;A;x;Psikis;Visum\n")
        #expect(read.rows.count == 1 && read.rows[0].posted["forms"] == ["FIS", "PSI"])
    }

    private static let services = "Tgl Lapor;Nama;Kronologi;Layanan;Tgl Layanan\n1/2/2023;A;x;"

    private func services(_ cells: String) throws -> [[String]] {
        let row = try #require(try sheet.rows(Self.services + cells).rows.first)
        #expect(row.faults.isEmpty, "\(cells)")
        return (0..<4).map { place in ["service", "said", "at"].flatMap { row.posted["services.\(place).\($0)"] } }
            .filter { !$0.isEmpty }
    }

    /// No word is lost where several have one code; several days make several of it.
    @Test func servicesOfOneCodeKeepAllTheirWords() throws {
        #expect(
            try services("Konseling, Rumah Aman, Trauma healing;") == [
                ["RHS", "Konseling, Rumah Aman, Trauma healing"]
            ])
        #expect(try services("Konseling, konseling;5/2/2023") == [["RHS", "Konseling", "2023-02-05"]])
        #expect(
            try services("Konseling, psikolog;5/2/2023, 6/2/2023") == [
                ["RHS", "Konseling", "2023-02-05"], ["RHS", "psikolog", "2023-02-06"],
            ])
        #expect(
            try services("Konseling, psikolog, Visum;5/2/2023; 6/2/2023".replacing("; 6", with: ", 6")) == [
                ["RHS", "Konseling, psikolog", "2023-02-05"], ["KES", "Visum", "2023-02-06"],
            ])
        #expect(
            try services("Konseling;5/2/2023\n;;;Rumah Aman;") == [["RHS", "Konseling, Rumah Aman", "2023-02-05"]])
        // A day of a further row is not that of the rows above.
        #expect(
            try services("Visum;\n;;;Konseling;7/2/2023") == [["KES", "Visum"], ["RHS", "Konseling", "2023-02-07"]])
    }

    @Test func anotherFormKeepsItsWords() throws {
        let read = try sheet.rows(
            SheetReading.head + "1/2/2023;A;x;Fisik, Lainnya (dikurung);\n2/2/2023;B;x;Lainnya;\n")
        #expect(read.rows.map { $0.posted["forms"] } == [["FIS", "LAI"], ["LAI"]])
        #expect(read.rows.map { $0.posted["note"] } == [["Jenis Kekerasan: Fisik, Lainnya (dikurung)"], []])
    }

    /// Without the number: what is told in remarks is printed and found.
    @Test func whoseAPhoneIsIsKept() throws {
        let row = try #require(try sheet.rows("Tgl;Nama;No HP;Ket\n1/2/2023;A;0812 3456 7890 (ibu);x").rows.first)
        #expect(row.posted["phone"] == ["0812 3456 7890"] && row.posted["note"] == ["No HP: ibu\nKet: x"])
    }

    /// What a sign or a word repeats stands in no cell of the row.
    @Test(arguments: ["\"\"\"\"", "idem", "Idem.", "s.d.a.", "sda", "-//-", "- \"\" -", "Sama dengan di atas"])
    func whatRepeatsTheRowAboveIsBad(cell: String) throws {
        let quoted = cell.contains("- \"\"") ? "\"\(cell)\"" : cell
        for row in ["1/2/2023;\(quoted);y;Fisik;", "1/2/2023;B;\(quoted);Fisik;", "\(quoted);B;y;Fisik;"] {
            let read = try sheet.rows(SheetReading.head + "1/2/2023;A;x;Fisik;\n\(row)\n")
            #expect(read.rows.map { $0.faults.map(\.problem) } == [[], [.ditto]], "\(row)")
        }
    }

    /// No such register is older; two digits may have meant another century.
    @Test func ayearBeforeAllRegistersIsBad() throws {
        let head = "Tgl Lapor;Nama;Kronologi;Tgl Kejadian;Status;Tgl Selesai;Tgl Lahir\n"
        let read = try sheet.rows(
            head + "1/1/27;A;x;;;;\n5/1/1923;A;x;;;;\n5/1/2023;A;x;1/1/65;;;\n5/1/2023;A;x;1/1/1965;;;12-5-65\n"
                + "5/1/2023;A;x;;Selesai;5/1/0203;\n")
        #expect(read.rows.map { $0.faults.map(\.field) } == [[.received], [.received], [.day], [], [.ended]])
        #expect(read.rows.flatMap { $0.faults.map(\.problem) }.allSatisfy { $0 == .year })
    }

    @Test func daysThatPutTheMonthFirstAreCounted() throws {
        let text = SheetReading.head + "1/5/2023;A;x;Fisik;\n13/5/2023;A;x;Fisik;\n5/13/2023;A;x;Fisik;\n"
        let read = try sheet.rows(text)
        #expect(read.rows.map { $0.faults.map(\.problem) } == [[], [], [.monthFirst]])
        #expect(read.monthFirst == [1, 0, 0, 0, 0])
    }

    @Test func whatIsToldTwiceIsToldAlike() throws {
        let head = "Tgl Lapor;Nama;Kronologi;Jenis Kekerasan;KDRT\n1/2/2023;A;x;"
        let read = try ["KDRT, fisik;Tidak", "KDRT, fisik;Ya", "KDRT, fisik;tidak tahu", "Fisik;Tidak"].map {
            try #require(try sheet.rows(head + $0).rows.first)
        }
        #expect(read[0].faults.map(\.problem) == [.answer(.tooMany(limit: 1))])
        #expect(read.dropFirst().map { $0.posted["domestic"] } == [["yes"], ["yes"], ["no"]])
        #expect(read.dropFirst().flatMap(\.faults).isEmpty)
    }

    @Test func moreCellsThanHeadingsAreTold() throws {
        let read = try sheet.rows(SheetReading.head + "1/2/2023;A;x;Fisik;Visum;y\n2/2/2023;B;x;Fisik;Visum;;;\n")
        #expect(read.rows.map { $0.faults.map(\.problem) } == [[.tooManyCells], []])
    }

    @Test func whatIsSaidForAllRowsIsTakenWhereARowSaysNothing() throws {
        let text = "Tgl Lapor;Nama;Kronologi;Kanal;Status\n1/2/2023;A;x;;\n2/2/2023;B;y;Surat;Proses"
        let read = try sheet.rows(text, fills: [.channel: "Datang langsung", .outcome: "goals-met"])
        #expect(read.rows.map { $0.posted["channel"] } == [["LGS"], ["SRT"]])
        #expect(read.rows.map { $0.posted["outcome"] } == [["goals-met"], ["ongoing"]])
        let wrong = try sheet.rows(text, fills: [.channel: "entah"])
        #expect(wrong.rows.map { $0.faults.map(\.field) } == [[.channel], []])
    }

    @Test func aFurtherColumnOfWordsSaysWhatItIs() throws {
        let read = try sheet.rows("Tgl Lapor;Nama;Kronologi;Agama;Ket\n1/2/2023;A;x;Islam;map biru") {
            $0.take(3, for: .note)
        }
        #expect(read.rows[0].posted["note"] == ["Agama: Islam\nKet: map biru"])
        #expect(read.rows[0].posted["what"] == ["x"])
    }

    /// "No" stands for no where the heading asks, and what one question is called is no answer to another.
    @Test func whatMeansYesOrNoIsAskedOfItsHeading() throws {
        let head = "Tgl Lapor;Nama;Kronologi;KDRT;Perundungan;Ada kekerasan\n1/2/2023;A;x;"
        let told = { (cells: String) in try #require(try sheet.rows(head + cells).rows.first) }
        let fields = ["domestic", "bullying", "violence"]
        for cells in ["Tidak ada;tdk ada;Tidak ada", "Non KDRT;Non bullying;Non kekerasan", "tidak;T;bukan kekerasan"] {
            let row = try told(cells)
            #expect(row.faults.isEmpty && fields.map { row.posted[$0] } == [["no"], ["no"], ["no"]], "\(cells)")
        }
        let yes = try told("KDRT;Bullying;Kekerasan")
        #expect(yes.faults.isEmpty && fields.map { yes.posted[$0] } == [["yes"], ["yes"], ["yes"]])
        for cells in ["Bullying;;", "Non kekerasan;;", ";KDRT;", ";;Non KDRT", ";;Bullying"] {
            #expect(try told(cells).faults.map(\.problem) == [.answer(.notInList)], "\(cells)")
        }
    }

    /// Among forms, it is no way to say no.
    @Test(arguments: ["Tidak ada KDRT", "tidak ada bullying", "Tidak ada kekerasan dalam rumah tangga"])
    func whatIsDeniedAmongFormsIsBad(cell: String) throws {
        let row = try #require(try sheet.rows(SheetReading.head + "1/2/2023;A;x;\(cell);Visum\n").rows.first)
        #expect(row.faults.map(\.problem) == [.answer(.notInList)])
        #expect(row.posted["domestic"].isEmpty && row.posted["bullying"].isEmpty)
    }

    /// Whose form of violence stands there is somebody, without a story or a day.
    @Test func belowASumAVictimWithAFormCounts() throws {
        let read = try sheet.rows(
            SheetReading.head
                + "1/2/2023;A;x;Fisik;\nTotal;1;;;\n;C;;Fisik;\nJumlah;2;;;\nBatam, 31 Desember 2023;Kepala UPTD;;;\n")
        #expect(read.rows.map(\.line) == [2, 4] && read.rows[1].notes.map(\.note) == [.belowSums])
    }

    /// Also in a column that is read.
    @Test(arguments: [";BULAN MARET;;;", "MARET 2023;;;;"])
    func aTitleInAnyColumnEndsTheDay(title: String) throws {
        let read = try sheet.rows(SheetReading.head + "1/2/2023;A;x;Fisik;\n\(title)\n;C;z;Fisik;\n")
        #expect(read.rows.last?.posted["client"] == ["C"] && read.rows.last?.posted["received"].isEmpty == true)
    }

    @Test func servicesOnTwoDaysMayBeJoinedByAWord() throws {
        #expect(
            try services("Konseling dan Visum;5/2/2023 dan 6/2/2023") == [
                ["RHS", "Konseling", "2023-02-05"], ["KES", "Visum", "2023-02-06"],
            ])
    }

    @Test func whoHasNoNumberHasNone() throws {
        let row = try #require(
            try sheet.rows("Tgl;Nama;NIK;No HP;Kronologi\n1/2/2023;A;belum punya;Tidak punya;x").rows.first)
        #expect(row.faults.isEmpty && row.posted["nik"].isEmpty && row.posted["phone"].isEmpty)
    }
}
