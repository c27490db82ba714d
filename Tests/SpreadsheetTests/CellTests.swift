import Casework
import Desk
import Testing

@testable import Spreadsheet

/// What people write in cells.
@Suite struct CellTests {
    private let cells: CellReader

    init() throws {
        cells = CellReader(spellings: try .shipped(), today: try #require(Day(year: 2026, month: 11, day: 24)))
    }

    private func read(_ cell: String, _ field: SheetField) throws -> [String] { try cells.read(cell, as: field) }

    @Test(arguments: [
        ("5/3/2023", "2023-03-05"), ("05-03-2023", "2023-03-05"), ("5.3.2023", "2023-03-05"),
        ("5 Maret 2023", "2023-03-05"), ("5 MARET 2023", "2023-03-05"), ("05-Mar-23", "2023-03-05"),
        ("5Mar2023", "2023-03-05"), ("5Januari2023", "2023-01-05"), ("2023-03-05", "2023-03-05"),
        ("2023/3/5", "2023-03-05"),
        ("2023-03-05 00:00:00", "2023-03-05"), ("2023-03-05T07:30:00.000Z", "2023-03-05"),
        ("5/3/2023 14:05", "2023-03-05"), ("Senin, 5 Maret 2023", "2023-03-05"), ("March 5, 2023", "2023-03-05"),
        ("5 Agt 2022", "2022-08-05"), ("5 Nopember 2022", "2022-11-05"), ("12/12/99", "1999-12-12"),
        ("1/1/26", "2026-01-01"), ("1/1/27", "1927-01-01"), ("44990", "2023-03-05"), ("29/2/2024", "2024-02-29"),
        ("29/2/2023", nil), ("3/25/2023", nil), ("31/4/2023", nil), ("0/3/2023", nil), ("5/3", nil), ("kemarin", nil),
        ("2023", nil), ("3/2023", nil), ("Maret 2023", nil), ("5 Maret", nil), ("5/3/2023/4", nil), ("12345678", nil),
    ])
    func aDayIsReadDayFirst(cell: String, day: String?) throws {
        #expect((try? read(cell, .received)) == day.map { [$0] }, "\(cell)")
    }

    /// As registers and exports write a day with its weekday, its hour or without its format.
    @Test(arguments: [
        ("Selasa 04/01/2022", "2022-01-04"), ("Rabu/ 2 Feb 2022", "2022-02-02"), ("Kamis 5 Januari 2023", "2023-01-05"),
        ("Jum'at, 6 Januari 2023", "2023-01-06"), ("Hari Senin 9 Januari 2023", "2023-01-09"),
        ("5/1/2023 10.30 WIB", "2023-01-05"), ("5/1/2023 pukul 10.30", "2023-01-05"), ("5/1/23 08:00 AM", "2023-01-05"),
        ("2023-01-05T08:00:00+07:00", "2023-01-05"), ("44931.4375", "2023-01-05"), ("44931,4375", "2023-01-05"),
        ("20230105", "2023-01-05"), ("20231305", nil), ("5/1/2023 10.30 Maret", nil),
        // Two days are none, whatever stands between them.
        ("5/3/2023, 7/3/2023", nil), ("5 Maret 2023, 6 Maret 2023", nil), ("5 Maret, 6 2023", nil),
        ("5 s/d 6 Feb 2023", nil), ("4/5 Januari 2023", nil),
    ])
    func aDayIsReadWithWhatStandsAroundIt(cell: String, day: String?) throws {
        #expect((try? read(cell, .received)) == day.map { [$0] }, "\(cell)")
    }

    @Test(arguments: [
        ("5/13/2023", true), ("05-13-23", true), ("13/5/2023", false), ("5/3/2023", false), ("2023-13-05", false),
        ("5/32/2023", false), ("kemarin", false),
    ])
    func whatOnlyTheMonthFirstReadsIsKnown(cell: String, isMonthFirst: Bool) {
        #expect(cells.days.isMonthFirst(cell) == isMonthFirst, "\(cell)")
    }

    @Test(arguments: [
        ("2010", "2010"), ("Mei 2010", "2010-05"), ("5/2010", "2010-05"), ("Batam, 3 Mei 2010", "2010-05-03"),
        ("3 Mei 2010", "2010-05-03"),
    ])
    func aBirthMayBeKnownInPart(cell: String, day: String) throws { #expect(try read(cell, .born) == [day]) }

    @Test(arguments: [
        ("7", "7"), ("7 th", "7"), ("7th", "7"), ("7 Thn.", "7"), ("17 tahun 3 bulan", "17"), ("± 30", "30"),
        ("8 bln", "0"), ("14 bulan", "1"), ("7,5", "7"), ("34 years", "34"), ("dewasa", nil), ("130", nil),
        ("7 ekor", nil), ("-7", "7"), ("th 7", nil), ("2,5 bln", "0"), ("1,5 bulan", "0"), ("6.bln", "0"),
        ("14 hari", "0"), ("3 minggu", "0"), ("< 1 th", "0"), ("< 18 th", nil), ("> 60", nil), ("15, 12", nil),
        ("15,12", nil), ("15, 12, 9", nil), ("13-14 th", nil), ("7 th, 9 th", nil), ("11 bl 20 hr", "0"),
        ("2 (dua) th", "2"), ("17.08", "17"), ("30 years old", "30"), ("34 th (12-5-1989)", "34"),
        ("17 tahun (2006)", "17"), ("17 th kelas 2 SMA", "17"), ("17 tahun, kelas 11", "17"), ("15 12", nil),
        ("7 th dan 4", nil), ("7 th, adik 4", nil), ("17 th (18 th)", nil), ("5 th (3 bln)", "5"),
        ("17 th, kelas 2, 9 th", nil),
    ])
    func anAgeIsInYears(cell: String, age: String?) throws {
        #expect((try? read(cell, .age)) == age.map { [$0] }, "\(cell)")
    }

    @Test(arguments: [
        ("'2171015403120001", "2171015403120001"), ("2,171015403120001E+15", "2171015403120001"),
        ("2,17102E+15", nil), ("6.28E+12", nil), ("6,281234567807E+12", "6281234567807"),
        ("81234567802", "81234567802"),
        ("081234567802.0", "081234567802"), ("62812E", "62812E"), ("+62 812-3456-7890", "+62 812-3456-7890"),
    ])
    func lostDigitsAreNoNumber(cell: String, digits: String?) {
        #expect(Digits.restored(cell) == digits, "\(cell)")
    }

    @Test func whoseAPhoneIsIsNoPartOfIt() throws {
        #expect(try read("0812 3456 7890 (ibu)", .phone) == ["0812 3456 7890"])
        #expect(try read("(0812) 3456-7890", .phone) == ["(0812) 3456-7890"])
    }

    /// A row tells one person.
    @Test(arguments: [
        ("1. Ani\n2. Budi", true), ("Ani\nBudi", true), ("1. Ani 2. Budi", true), ("1) Ani, 2) Budi", true),
        ("Dewi Lestari, S.Pd", false), ("H. M. Ali", false), ("Anak 1 (R)", false), ("Siti\nbinti Ahmad", false),
        ("Siti Aminah\n(14 th)", false),
    ])
    func severalNamesAreNoName(cell: String, isSeveral: Bool) {
        let name = cell.replacing("\n", with: " ")
        #expect((try? read(cell, .client)) == (isSeveral ? nil : [name]), "\(cell)")
    }

    /// Which of several is meant nobody knows but who wrote it.
    @Test(arguments: [
        ("L/P", SheetField.sex), ("Ya/Tidak", .domestic), ("Selesai/Proses", .outcome), ("Selesai, dirujuk", .outcome),
        ("Selesai (dirujuk)", .outcome), ("Ayah, Paman", .relation), ("Sagulung/Batu Aji", .district),
        ("Rumah/Sekolah", .place), ("Polsek / Sekolah", .channel),
    ])
    func whereOneAnswerFitsSeveralAreNone(cell: String, field: SheetField) {
        #expect(throws: Problem.tooMany(limit: 1), "\(cell)") { try read(cell, field) }
    }

    @Test func oneAnswerInTwoWordsIsOne() throws {
        #expect(try read("Selesai (damai)", .outcome) == ["goals-met"])
        #expect(try read("Selesai / damai", .outcome) == ["goals-met"])
        #expect(try read("Perempuan (P)", .sex) == ["P"])
    }

    @Test func aPhoneWithoutItsZeroIsDialled() throws {
        for cell in ["81234567802", "081234567802", "6281234567802", "+62 812-3456-7802", "'081234567802"] {
            #expect(try Phone.read(read(cell, .phone)).text == "+6281234567802", "\(cell)")
        }
    }

    @Test(arguments: [
        ("SITI AMINAH", "Siti Aminah"), ("H. M. ALI, S.PD", "H. M. Ali, S.Pd"), ("JA'FAR", "Ja'far"),
        ("Siti AMINAH", "Siti AMINAH"), ("NN", "NN"), ("A.B.", "A.B."), ("Łucja", "Łucja"),
        ("MA'RUF AMIN", "Ma'ruf Amin"),
    ])
    func aNameDoesNotShout(cell: String, name: String) throws { #expect(try read(cell, .client) == [name]) }

    @Test(arguments: [
        ("Fisik", ["FIS"]), ("KEKERASAN FISIK", ["FIS"]), ("Fisik, Psikis", ["FIS", "PSI"]),
        ("Fisik & psikis", ["FIS", "PSI"]), ("Fisik dan Psikis", ["FIS", "PSI"]), ("Trafficking/TPPO", ["TRF"]),
        ("Seksual/Fisik", ["SEK", "FIS"]), ("1. Fisik\n2. Psikis", ["FIS", "PSI"]), ("- Fisik;- fisik", ["FIS"]),
        ("FIS", ["FIS"]), ("Physical", ["FIS"]), ("-", []), ("", []),
    ])
    func severalFormsStandInOneCell(cell: String, codes: [String]) throws {
        #expect(try read(cell, .forms) == codes, "\(cell)")
    }

    @Test func aWordThatNobodyKnowsIsNotGuessed() {
        for (cell, field) in [
            ("Fisik, sakit hati", SheetField.forms), ("sekali", .services), ("X", .sex), ("Kec. Kundur", .district),
            ("entah", .outcome), ("mungkin", .domestic), ("x", .domestic), ("rujuk", .outcome), ("Dewasa", .outcome),
            ("Selesai (belum)", .outcome), ("Fisik (entah)", .forms),
        ] {
            #expect(throws: Problem.notInList) { try read(cell, field) }
        }
    }

    @Test(arguments: [
        ("P", "P"), ("p", "P"), ("L", "L"), ("Pr", "P"), ("Lk", "L"), ("Laki-laki", "L"), ("perempuan", "P"),
        ("F", "P"), ("M", "L"), ("Wanita", "P"), ("Female", "P"),
    ])
    func sexIsReadInBothLanguages(cell: String, code: String) throws { #expect(try read(cell, .sex) == [code]) }

    @Test func servicesKeepTheirOwnWords() throws {
        let coded = cells.coded("1. Visum\n2. Konseling psikologis", of: Service.list)
        #expect(coded?.map(\.code) == ["KES", "RHS"] && coded?.map(\.said) == ["Visum", "Konseling psikologis"])
        let often = cells.coded("Konseling 3x, Visum (RSUD)", of: Service.list)
        #expect(often?.map(\.code) == ["RHS", "KES"] && often?.map(\.said) == ["Konseling 3x", "Visum (RSUD)"])
    }

    @Test func severalServicesMayHaveSeveralDays() throws {
        #expect(try read("5/3/2023", .served) == ["2023-03-05"])
        #expect(try read("5/3/2023; 7 Maret 2023", .served) == ["2023-03-05", "2023-03-07"])
        #expect(try read("9 Maret 2023, 10 Maret 2023", .served) == ["2023-03-09", "2023-03-10"])
        #expect(try read("Senin, 6 Maret 2023; Selasa, 7 Maret 2023", .served) == ["2023-03-06", "2023-03-07"])
        #expect(throws: Problem.notAWholeDay) { try read("5/3/2023; 2023", .served) }
    }
}
