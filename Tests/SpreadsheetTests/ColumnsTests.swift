import Casework
import Testing

@testable import Spreadsheet

/// Which line has the headings, and what each column is taken for.
@Suite struct ColumnsTests {
    private let sheet: SheetReading

    init() throws { sheet = try SheetReading() }

    @Test func aNumberIsAHeadingBesideOthers() throws {
        let columns = try #require(try sheet.found("No;Tgl Lapor;Nama Korban;Kronologi;1;2;3\n1;1/2/2023;A;x;v;;"))
        #expect(columns.line == 1 && columns.all.map(\.field).prefix(4) == [nil, .received, .client, .what])
    }

    @Test func theHeadingsStandBelowTheTitles() throws {
        let columns = try #require(
            try sheet.found("REKAP KASUS 2023;;;;\n;;;;\n" + SheetReading.head + "1/2/2023;A;x;Fisik;Visum"))
        #expect(columns.line == 3 && columns.lastLine == 3)
        #expect(columns.all.map(\.field) == [.received, .client, .what, .forms, .services])
    }

    @Test func aHeadingMayBeMergedOverItsColumns() throws {
        let columns = try #require(
            try sheet.found("Tgl Lapor;Korban;;Pelaku;;Ket\n;Nama;L/P;Nama;Hubungan;\n1/2/2023;A;P;B;Suami;c"))
        #expect(columns.all.map(\.field) == [.received, .client, .sex, .alleged, .allegedIs, .note])
        #expect(columns.all[3].heading == "Pelaku Nama" && columns.lastLine == 2)
    }

    /// A row of data whose words are headings too is none, and no word of it is shown as one.
    @Test func aRowOfDataIsNoHeading() throws {
        let data = "7/1/2023;Korban;Permasalahan;KDRT;Pendampingan;Telepon\n"
        #expect(try sheet.found(data + data) == nil)
        let weak = "Tgl Lapor;Nama Korban;Kronologi;Jenis;Bantuan;Lewat\n"
        #expect(try sheet.found(weak + data)?.line == 1)
        #expect(try sheet.found(weak + "Tanggal;Korban;Permasalahan;KDRT;Pendampingan;Telepon\n")?.line == 1)
        #expect(
            try sheet.found("Tahun;Status;Kecamatan\n" + SheetReading.head.dropLast() + ";Status;Kecamatan;Umur\n")?
                .line == 2)
    }

    /// The age and sex beside the alleged are not the victim's.
    @Test func whatIsHeadedAlikeFollowsTheNameBeforeIt() throws {
        let alike = try #require(try sheet.found("TANGGAL;NAMA PELAKU;UMUR;JK;NAMA KORBAN;UMUR;JK;KRONOLOGI\n"))
        #expect(alike.all.map(\.field) == [.received, .alleged, nil, nil, .client, .age, .sex, .what])
        #expect(alike.all.allSatisfy { $0.unclear == nil })
        let apart = try #require(try sheet.found("TANGGAL;NAMA KORBAN;UMUR;NAMA PELAKU;USIA;KRONOLOGI\n"))
        #expect(apart.all.map(\.field) == [.received, .client, .age, .alleged, nil, .what])
        var twice = try #require(try sheet.found("TANGGAL;KRONOLOGI;NAMA;UMUR;NAMA;UMUR\n"))
        #expect(twice.all.map(\.field) == [.received, .what, nil, nil, nil, nil])
        #expect(twice.all.map(\.unclear) == [nil, nil, .client, .age, .client, .age])
        twice.take(3, for: .age)
        #expect(twice.all.map(\.unclear) == [nil, nil, .client, nil, .client, nil] && twice.all[3].field == .age)
    }

    @Test func whatTheAllegedIsStandsBesideThem() throws {
        let columns = try #require(
            try sheet.found(
                "Tgl;Nama Korban;Pelapor;Hubungan dgn korban;Pelaku;Hubungan dengan korban;Hubungan pelapor"))
        #expect(columns.all.map(\.field) == [.received, .client, .reporter, .relation, .alleged, .allegedIs, nil])
    }

    @Test func whatATerminalObeysIsNoPartOfAHeading() throws {
        let columns = try #require(try sheet.found("Tgl Lapor;\u{202e}Nama;Krono\u{7}logi;\u{1b}[31mMerah"))
        #expect(columns.all.map(\.heading) == ["Tgl Lapor", "Nama", "Kronologi", "[31mMerah"])
    }

    @Test func withoutHeadingsThereIsNoSheet() throws {
        #expect(try sheet.found("1/2/2023;Siti;dipukul\n2/2/2023;Ani;diancam") == nil)
        #expect(try sheet.found("") == nil)
    }

    @Test func theSecondColumnOfAFieldIsLeftOutUntilSomebodySaysOtherwise() throws {
        var columns = try #require(try sheet.found("Tanggal;Tgl Lapor;Nama;Kronologi;Uraian\n"))
        #expect(columns.all.map(\.field) == [.received, nil, .client, .what, .what])
        columns.take(1, for: .received)
        #expect(columns.all.map(\.field) == [nil, .received, .client, .what, .what])
        #expect(columns.places(of: " tgl  LAPOR ") == [1])
    }
}
