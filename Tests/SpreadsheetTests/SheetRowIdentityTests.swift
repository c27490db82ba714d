import Casework
import Testing

@testable import Spreadsheet

/// What makes a row this row and no other.
@Suite struct SheetRowIdentityTests {
    private let sheet: SheetReading

    init() throws { sheet = try SheetReading() }

    private static let people = "Tgl Lapor;No Reg;Nama;JK;Umur;Tgl Lahir;NIK;Kronologi;Jenis Kekerasan;Layanan\n"

    /// Brother and sister, twins: what contradicts each other is two people.
    @Test(arguments: [
        "L;;;", ";7;;", ";;2017;", ";;;2171014501890002", "L;7;2017;2171014501890002",
    ])
    func twoPeopleStayTwo(other: String) throws {
        let read = try sheet.rows(
            Self.people + "1/2/2023;1;Anak;P;5;3/2015;2171014501890001;x;Fisik;Visum\n"
                + "1/2/2023;1;Anak;\(other);x;Psikis;Konseling\n")
        #expect(read.rows.count == 2)
        #expect(read.rows[0].identity == read.rows[1].identity)
        #expect(read.rows[0].person.contradicts(read.rows[1].person))
        let bare = try sheet.rows(
            Self.people + "1/2/2023;1;Anak;P;5;3/2015;2171014501890001;x;Fisik;Visum\n;;;\(other);;Psikis;\n")
        #expect(bare.rows.count == 2)
    }

    @Test func whatIsNotToldContradictsNothing() throws {
        let read = try sheet.rows(
            Self.people + "1/2/2023;1;Anak;P;5;3/2015;;x;Fisik;Visum\n1/2/2023;1;Anak;P;;2015;;x;Psikis;Konseling\n")
        #expect(read.rows.count == 1 && read.rows[0].posted["forms"] == ["FIS", "PSI"])
    }

    /// However its columns stand, and whatever row it borrows its day of.
    @Test func aRowIsKnownAgainWhereTheSheetIsSortedOtherwise() throws {
        let one = try sheet.rows(
            "Tgl Lapor;Nama;Permasalahan;Kronologi;Status\n1/2/2023;A;x;y;\n;B;Rumah tangga;Dipukul ayah;"
        ).rows[1]
        let other = try sheet.rows(
            "Tgl Lapor;Kronologi;Permasalahan;Nama;Status\n9/2/2023;y;x;C;\n;Dipukul ayah;Rumah tangga;B;"
        ).rows[1]
        #expect(
            one.identity == other.identity && one.formerIdentity != nil && one.formerIdentity != other.formerIdentity)
        // Two of one sheet on different days are two.
        #expect(one.person.contradicts(other.person))
        let plain = try sheet.rows("Tgl Lapor;Nama;Kronologi;Status\n1/2/2023;B;Dipukul;").rows[0]
        #expect(plain.formerIdentity == nil)
        // Who is not told well enough keeps the day.
        let vague = try sheet.rows("Tgl Lapor;Nama;Kronologi;Status\n1/2/2023;B;;\n;C;;Proses").rows[1]
        #expect(vague.isDayBorrowed && vague.formerIdentity == nil)
    }

    /// However the sheet is written, the row is the same.
    @Test func aRowIsKnownAgain() throws {
        let first = try sheet.rows(SheetReading.head + "5/3/2023;SITI AMINAH;Dipukul.;Fisik;Visum").rows[0]
        let again = try sheet.rows(
            "Layanan;Bentuk Kekerasan;Korban;Tanggal;Uraian\n;Psikis;Siti  Aminah ;5 Maret 2023;dipukul"
        ).rows[0]
        #expect(first.identity == again.identity)
        let other = try sheet.rows(SheetReading.head + "6/3/2023;SITI AMINAH;Dipukul.;Fisik;Visum").rows[0]
        #expect(first.identity != other.identity)
    }

    /// What was merged and is filled in later is looked for as it was.
    @Test func aRowWithADayOfItsOwnIsKnownWithoutToo() throws {
        let merged = try sheet.rows("Tgl Lapor;Nama;Kronologi;Status\n1/2/2023;A;x;\n;B;Dipukul;").rows[1]
        let filled = try sheet.rows("Tgl Lapor;Nama;Kronologi;Status\n1/2/2023;A;x;\n1/2/2023;B;Dipukul;").rows[1]
        #expect(filled.daylessIdentity == merged.identity && merged.daylessIdentity == nil)
        #expect(!filled.person.contradicts(merged.person))
        let vague = try sheet.rows("Tgl Lapor;Nama;Kronologi;Status\n1/2/2023;B;;Proses").rows[0]
        #expect(vague.daylessIdentity == nil)
    }

    @Test func whatIsToldOfOnePersonAddsUp() {
        var person = SheetPerson()
        person.add(SheetPerson(sex: "P", age: "5"))
        person.add(SheetPerson(age: "7", born: "2017"))
        #expect(person == SheetPerson(sex: "P", age: "5", born: "2017"))
    }
}
