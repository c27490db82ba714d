import Casework
import Foundation
import TestSupport
import Testing

@Suite struct FormReaderTests {
    @Test func fieldsAreThePropertiesInTheirOrder() throws {
        let fields = try FormReader.fields(of: ReceiveComplaint.self)

        #expect(
            fields.map(\.name) == [
                "channel", "what", "danger", "reporter", "relation", "phone", "safeContact", "rules", "affected", "day",
                "place", "district", "needs", "at",
            ])
        #expect(fields.filter(\.required).map(\.name) == ["channel", "what"])
    }

    /// A page shows the rows that are read, and no others.
    @Test func aFormShowsTheRowsThatAreRead() throws {
        let posted = Posted([
            "affected.7": ["x"], "affected.8.who": ["A"], "affected.x.who": ["B"], "affected.100.who": ["C"],
            "affected.-1.who": ["D"], "affectedly.3.who": ["E"], "affected.2.who": ["F"], "what": ["x"],
        ])
        #expect(posted.rows(of: "affected") == [2, 8])
        let read = try FormReader.read(ReceiveComplaint.self, posted).action
        #expect(read.affected?.map(\.who.text) == ["F", "A"])
    }

    @Test func aFullFormIsRead() throws {
        let posted = Posted([
            "channel": ["S1T"], "what": ["Ibu dipukul.\r\nAnak takut."], "danger": ["yes"], "district": ["21.71.09"],
            "phone": ["0812-3456 7890"], "at": ["2026-11-24T09:18"], "reporter": [""],
        ])

        let reading = try FormReader.read(ReceiveComplaint.self, posted)

        #expect(reading.faults.isEmpty)
        #expect(reading.action.channel == .sapaPhone)
        #expect(reading.action.what.text == "Ibu dipukul.\nAnak takut.")
        #expect(reading.action.phone?.text == "+6281234567890")
        #expect(reading.action.reporter == nil)
        #expect(reading.action.at?.raw == ["2026-11-24T09:18"])
    }

    @Test func everyFaultIsToldInTheOrderOfTheQuestions() throws {
        let posted = Posted([
            "channel": ["XYZ"], "what": [" \n "], "danger": ["maybe"], "phone": ["12"], "at": ["31/12"],
            "reporter": [String(repeating: "x", count: 501)], "stranger": ["1"], "affected.0.who": ["a\u{0}b"],
        ])

        let faults = try FormReader.read(ReceiveComplaint.self, posted).faults

        #expect(
            faults == [
                Fault("channel", .notInList), Fault("what", .missing), Fault("danger", .notInList),
                Fault("reporter", .tooLong(limit: 500)), Fault("phone", .notAPhone), Fault("affected.0.who", .notText),
                Fault("at", .notAMoment), Fault("stranger", .notAsked),
            ])
    }

    @Test func bytesThatAreNoTextAreAFaultOfTheirField() throws {
        let posted = Posted(["channel": ["S1T"], "what": ["\u{fffd}"]], notText: ["what"])

        #expect(try FormReader.read(ReceiveComplaint.self, posted).faults == [Fault("what", .notText)])
    }

    @Test func faultsOfTheRecordStandBetweenThoseOfTheReader() async throws {
        let world = try await World()
        let posted = Posted(["what": [""], "at": ["2027-01-01T00:00"], "channel": ["S1T"], "stranger": ["1"]])
        let reading = try FormReader.read(ReceiveComplaint.self, posted)

        let context = Context(now: World.now, worker: world.dewi)
        let all = Fold<Complaint>(id: ID()).faults(reading, context).all

        #expect(all == [Fault("what", .missing), Fault("at", .inTheFuture), Fault("stranger", .notAsked)])
    }

    @Test(arguments: [
        ("0812 3456 7890", "+6281234567890"), ("62 812 3456 7890", "+6281234567890" as String?),
        ("+65 9123 4567", "+6591234567"), ("0778-123456", "+62778123456"), ("(0812) 3456.7890", "+6281234567890"),
        ("8123456789", "+628123456789"), ("0065 91234567", "+6591234567"), ("129", "129"), ("0812abc", nil),
        ("", nil), ("+0812345678", nil), ("+6281234567890123", nil),
    ])
    func phonesAreReadAsTheyAreTyped(typed: String, phone: String?) {
        // A number that begins with the country's code but without its plus is dialled as it is.
        let read = try? Phone.read([typed]).text
        #expect(read == phone)
    }

    // MARK: rows, groups, later questions

    @Test func rowsAreReadAndEmptyOnesArePassedOver() throws {
        let posted = Posted([
            "channel": ["S1T"], "what": ["x"], "affected.0.who": ["Melati"], "affected.0.age": ["14"],
            "affected.1.who": [""], "affected.1.sex": [""], "affected.7.who": ["Adiknya"], "affected.7.sex": ["L"],
        ])

        let reading = try FormReader.read(ReceiveComplaint.self, posted)

        #expect(reading.faults.isEmpty)
        #expect(
            reading.action.affected == [Affected("Melati", age: Years(14)), Affected("Adiknya", sex: .male)])
    }

    @Test func aFaultOfARowNamesItsRow() throws {
        let posted = Posted([
            "channel": ["S1T"], "what": ["x"], "affected.0.who": ["Melati"], "affected.1.age": ["200"],
            "affected.1.colour": ["red"],
        ])

        let faults = try FormReader.read(ReceiveComplaint.self, posted).faults

        #expect(
            faults == [
                Fault("affected.1.who", .missing), Fault("affected.1.age", .notANumber(0...120)),
                Fault("affected.1.colour", .notAsked),
            ])
    }

    @Test func groupsAreAsked() throws {
        let fields = try FormReader.fields(of: Grown.self)

        #expect(fields.map(\.name) == ["name", "place", "second"])
        #expect(fields.map(\.required) == [true, true, false])
        guard case .group(let inner) = fields[1].kind else {
            Issue.record("a group is asked as a group")
            return
        }
        #expect(inner.map(\.name) == ["street", "district"])
    }

    @Test func aGroupMayBeLeftEmptyButNotHalfFilled() throws {
        let whole = ["name": ["a"], "place.street": ["b"]]
        #expect(try FormReader.read(Grown.self, Posted(whole)).faults.isEmpty)

        let half = whole.merging(["second.district": ["21.71.01"]]) { $1 }
        #expect(try FormReader.read(Grown.self, Posted(half)).faults == [Fault("second.street", .missing)])
        #expect(try FormReader.read(Grown.self, Posted()).faults.map(\.field) == ["name", "place.street"])
    }

    @Test func anEntryFromBeforeAQuestionIsReadWithoutItsAnswer() throws {
        let old = Data(#"{"name":"a","place":{"street":"b"}}"#.utf8)

        let action = try JSONDecoder().decode(Grown.self, from: old)

        #expect(action.second == nil)
        #expect(try action.json() == old)
        let new = Grown(name: "a", place: .init(street: "b"), second: .init(street: "c"))
        #expect(try JSONDecoder().decode(Grown.self, from: new.json()) == new)
        #expect(try FormReader.read(Grown.self, FormWriter.answers(of: new)).action == new)
    }

    /// A name with ten thousand dots, and rows within rows, cost no more than they are long.
    @Test func whatIsPostedIsLookedThroughOnce() throws {
        let goals = 0..<30
        let values = goals.flatMap { goal in (0..<60).map { ("goals.\(goal).steps.\($0).who", ["x"]) } }
        let deep = String(repeating: "goals.0.", count: 10_000)
        let posted = Posted(Dictionary(uniqueKeysWithValues: values + [(deep, ["x"])]))
        let clock = ContinuousClock()
        var reading: Reading<AgreePlan>?
        let time = try clock.measure { reading = try FormReader.read(AgreePlan.self, posted) }
        #expect(try #require(reading).faults.filter { $0.field.hasSuffix(".what") }.count > 1_000)
        // It took seconds when each row was looked for among all names; this machine may be busy.
        #expect(time < .seconds(5))
    }

    @Test func anInstantIsReadAsPeopleAndProgramsWriteIt() throws {
        let at = try Moment.read(["2026-11-24T02:32:00Z"]).instant
        for text in [
            "2026-11-24T09:32", "2026-11-24 09:32", "2026-11-24T09:32:00", "2026-11-24T09:32:00+07:00",
            "2026-11-24T02:32Z", "2026-11-24T02:32:00.000Z", "2026-11-23T21:02:00-05:30",
        ] {
            #expect(try Moment.read([text]).instant == at, "\(text)")
        }
        for text in [
            "", "2026-11-24", "2026-02-31T09:32Z", "2026-11-24T24:00", "2026-11-24T09:60", "2026-11-24T09:32:60Z",
            "2026-11-24T09:32+7:00", "2026-11-24T09:32:00Zx", "20261-11-24T09:32", "300000-01-01T00:00:00Z",
            "-2026-11-24T09:32", "0000-01-01T00:00:00Z", "26-11-24T09:32", "2026-11-24T09:32.5", "2026-11-24T09",
            "2026-11-24T+09:32", "2026-11-24T09:32:00.Z", "2026-11-24T09:32:00.x", "2026-11-24T09:32+07:00:00",
            "2026-11-24T09:32+24:00", "2026-11-24T٠٩:32", "2026-11-24T09:32Z+07:00",
        ] {
            #expect(throws: Problem.notAMoment, "\(text)") { try Moment.read([text]) }
        }
    }

    @Test func jsonIsReadLikeAForm() throws {
        let json = """
            {"channel": "S1T", "what": "x", "danger": null, "phone": "0812 3456 7890",
             "affected": [{"who": "Melati", "age": 14}, {"who": "Adiknya"}]}
            """
        let reading = try Self.sent(json)

        #expect(reading.faults.isEmpty)
        #expect(reading.action.affected?.map(\.who.text) == ["Melati", "Adiknya"])
        #expect(reading.action.affected?.first?.age == Years(14))

        let faulty = #"{"channel": ["S1T"], "what": {"a": 1}, "affected": [{"age": 1e400}], "x": true}"#
        for nothing in ["", "[]", "3", "{", "\"x\"", faulty] {
            #expect(throws: DecodingError.self) { try SentAnswers(json: Data(nothing.utf8)) }
        }
    }

    private static func sent(_ json: String) throws -> Reading<ReceiveComplaint> {
        try FormReader.read(ReceiveComplaint.self, SentAnswers(json: Data(json.utf8)), Instruments([]))
    }

    /// A list for one value would lose the others, a text for a number the difference between them.
    @Test(arguments: [
        (#""danger": ["yes", "no"]"#, ["danger": "wrong-type"]), (#""danger": true"#, ["danger": "wrong-type"]),
        (#""what": ["a", "b"]"#, ["what": "wrong-type"]), (#""what": 5"#, ["what": "wrong-type"]),
        (#""what": {"a": 1}"#, ["what": "wrong-type"]), (#""channel": 7"#, ["channel": "wrong-type"]),
        (#""affected": "Sari""#, ["affected": "wrong-type"]), (#""affected": ["Sari"]"#, ["affected.0": "wrong-type"]),
        (#""affected": [["Sari"]]"#, ["affected.0": "wrong-type"]), (#""affected": [{}]"#, ["affected.0": "missing"]),
        (#""affected": [{"who": "A", "age": "14"}]"#, ["affected.0.age": "wrong-type"]),
        (#""affected": [{"who": "A", "age": 14.5}]"#, ["affected.0.age": "not-a-number"]),
        (#""affected": [{"age": 14}]"#, ["affected.0.who": "missing"]),
        (#""affected.0.who": "A""#, ["affected.0.who": "not-asked"]), (#""x": true"#, ["x": "not-asked"]),
        (#""rules": "jangan telepon""#, ["rules": "wrong-type"]), (#""rules": ["a"]"#, ["rules": "wrong-type"]),
        (#""rules": {"x": 1}"#, ["rules.x": "not-asked"]), (#""needs": "JBI""#, ["needs": "wrong-type"]),
        (#""needs": [["JBI"]]"#, ["needs": "wrong-type"]),
    ])
    func whatAProgramSendsHasExactlyItsTypes(_ member: String, faults: [String: String]) throws {
        let others = [#""channel": "LGS""#, #""what": "x""#].filter { !member.hasPrefix(String($0.prefix(8))) }
        let reading = try Self.sent("{\((others + [member]).joined(separator: ", "))}")
        #expect(
            Dictionary(reading.faults.map { ($0.field, $0.problem.name) }) { first, _ in first } == faults, "\(member)")
    }

    @Test func aCodeThatIsChosenTwiceIsChosenOnce() throws {
        let needs = try #require(Need.codes.first)
        let reading = try Self.sent(#"{"channel": "LGS", "what": "x", "needs": ["\#(needs)", "\#(needs)"]}"#)
        #expect(reading.faults.isEmpty && reading.action.needs?.count == 1)
    }

    @Test func aFormOfStrangersIsToldOfInAFewWords() throws {
        let posted = Posted(Dictionary(uniqueKeysWithValues: (0..<5_000).map { ("a\($0)", ["x"]) }))
        #expect(try FormReader.read(ReceiveComplaint.self, posted).faults.count < 30)
    }

    /// What is sent never grows by being read: neither a name that each of many members would repeat, nor their number.
    @Test func manyStrangersAreToldOfInAFewWords() throws {
        let members = (0..<4_000).map { #""\#($0)": 1"# }.joined(separator: ",")
        let reading = try Self.sent(#"{"\#(String(repeating: "k", count: 60_000))": {\#(members)}, \#(members)}"#)
        let told = reading.faults.map(\.field.utf8.count).reduce(0, +)
        #expect(reading.faults.count < 30 && told < 3_000)
        let rows = (0...Posted.mostRows).map { _ in #"{"who": "A"}"# }.joined(separator: ",")
        let many = try Self.sent(#"{"channel": "LGS", "what": "x", "affected": [\#(rows)]}"#)
        #expect(many.faults == [Fault("affected", .tooMany(limit: Posted.mostRows))])
    }
}

/// An action that has grown: a group, and one that may be left empty, which is asked since later.
private struct Grown: Action, Hashable {
    static let name: ActionName = "grown"
    static let duty: Duty? = .takeComplaints
    var name: Line
    var place: Place
    var second: Place?

    struct Place: Group {
        var street: Line
        var district: District?
    }

    func apply(to subject: inout Complaint, _ stamp: Stamp) {}
}
