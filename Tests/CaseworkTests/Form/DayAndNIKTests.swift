import Casework
import Testing

@Suite struct PartialDayTests {
    @Test(arguments: [
        ("2023", "2023"), ("3/2023", "2023-03"), ("14/3/2023", "2023-03-14"), ("2023-03-14", "2023-03-14"),
        ("14.03.2023", "2023-03-14"), ("14 3 2023", "2023-03-14"), ("29/2/2024", "2024-02-29" as String?),
        ("29/2/2023", nil), ("31/4/2023", nil), ("13/2023", nil), ("0/0/2023", nil), ("23", nil), ("14/3/23", nil),
        ("maret 2023", nil), ("-2023", "2023"), ("2023-3-14-1", nil), ("", nil), ("٢٠٢٣", nil), ("0000", nil),
    ])
    func isReadAsItIsTyped(typed: String, day: String?) {
        #expect((try? PartialDay.read([typed]).text) == day)
    }

    @Test func ageCountsBirthdays() throws {
        let today = try #require(Day(year: 2026, month: 11, day: 24))
        #expect(PartialDay("2012-11-24").age(on: today) == 14)
        #expect(PartialDay("2012-11-25").age(on: today) == 13)
        #expect(PartialDay("2012").age(on: today) == 14)
        #expect(PartialDay("2027").age(on: today) == nil)
    }
}

@Suite struct NIKTests {
    @Test(arguments: [
        ("2171011405800001", true), ("2171 0154 0580 0001", true), ("2171012902040001", true),
        ("3201016512990012", true), ("2171011405800000", false), ("217101140580001", false),
        ("21710114058000011", false), ("2171013202800001", false), ("2171014113800001", false),
        ("2171017205800001", false), ("2171012902030001", false), ("21710114058x0001", false), ("", false),
        ("2171018101900001", false), ("2171014005800001", false),
    ])
    func onlyRealDatesAndSerialsAreOne(typed: String, isOne: Bool) {
        #expect(((try? NIK.read([typed])) != nil) == isOne)
    }

    @Test func tellsSexAndBirthAndHidesItself() {
        let nik = NIK("2171015405800001")
        #expect(nik.sex == .female && NIK("2171011405800001").sex == .male)
        #expect(nik.agrees(with: "1980-05-14") && nik.agrees(with: "1980") && nik.agrees(with: "1980-05"))
        #expect(!nik.agrees(with: "1980-05-15") && !nik.agrees(with: "1981"))
        #expect(nik.masked == "2171********0001")
    }
}
