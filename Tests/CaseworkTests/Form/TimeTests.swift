import Casework
import Testing

@Suite struct ContactRulesTests {
    @Test(arguments: [
        ("8:00", "08:00"), ("08.30", "08:30"), ("23:59", "23:59" as String?), ("24:00", nil), ("8", nil), ("8:60", nil),
        ("", nil), ("8:00:00", nil), ("-1:00", nil),
    ])
    func timesAreReadAsTheyAreTyped(typed: String, time: String?) {
        #expect((try? TimeOfDay.read([typed]).text) == time)
    }

    @Test(arguments: [
        ("08:00", "11:00", "07:59", false), ("08:00", "11:00", "08:00", true), ("08:00", "11:00", "11:00", false),
        ("22:00", "05:00", "23:30", true), ("22:00", "05:00", "04:59", true), ("22:00", "05:00", "12:00", false),
    ])
    func hoursSayWhetherNowIsSafe(from: String, until: String, now: String, isSafe: Bool) {
        let rules = ContactRules(from: TimeOfDay(from), until: TimeOfDay(until))
        #expect(rules.allows(TimeOfDay(now)) == isSafe)
    }

    @Test func oneEndIsEnoughAndNoneSaysNothing() {
        #expect(ContactRules(from: "08:00").allows("23:00") == true)
        #expect(ContactRules(until: "08:00").allows("23:00") == false)
        #expect(ContactRules(codeWord: "arisan").allows("23:00") == nil)
    }
}
