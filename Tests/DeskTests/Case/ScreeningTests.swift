import Casework
import Desk
import Foundation
import TestSupport
import Testing

/// Checklists and tests that screen for something, beside the assessment of the risk.
@Suite struct ScreeningTests {
    private let instruments: Instruments

    init() throws { instruments = try Instruments.shipped().of(RecordScreening.self) }

    private func score(
        _ id: String, _ answers: [String: String]
    ) throws -> (from: Int?, found: [String]?, flags: [String]) {
        let form = try #require(instruments.current.first { $0.id == id })
        let sheet = Sheet(id, version: form.version, form.answered("no").answers.merging(answers) { $1 })
        let score = form.score(sheet)
        #expect(score.risk == nil)
        return (score.band?.from, score.found?.map(\.id), score.redFlags)
    }

    @Test func whatTheMissionNamesIsScreenedFor() {
        #expect(instruments.current.map(\.id) == ["tppo", "bullying", "phq9", "gad7", "who5", "psc17"])
    }

    /// Act, means and purpose (UU 21/2007 art. 1); of a child no means need be shown, and consent takes nothing away.
    @Test(
        arguments: [
            ([:], 0, []), (["moved": "yes"], 1, ["act"]),
            (["moved": "yes", "recruited": "yes", "handed": "yes"], 1, ["act"]),
            (["moved": "yes", "labour": "yes"], 1, ["act", "purpose"]),
            (["moved": "yes", "labour": "yes", "deceived": "yes"], 3, ["act", "means", "purpose"]),
            (["moved": "yes", "sexual": "yes", "child": "yes"], 3, ["act", "means", "purpose"]),
            (["child": "yes"], 0, []),
            (["moved": "yes", "child": "yes"], 1, ["act", "means"]), (["forged": "yes", "child": "yes"], 1, ["means"]),
            (["moved": "yes", "sexual": "yes", "paid": "yes", "agreed": "yes"], 3, ["act", "means", "purpose"]),
            (["moved": "unknown", "sexual": "yes", "paid": "yes"], 1, ["means", "purpose"]),
        ] as [([String: String], Int, [String])])
    func traffickingIsActMeansAndPurpose(answers: [String: String], from: Int, found: [String]) throws {
        let score = try score("tppo", answers)
        #expect(score.from == from && score.found == found && score.flags.isEmpty)
    }

    @Test(
        arguments: [
            (["often": "once"], 0), (["often": "once", "physical": "yes", "verbal": "yes", "cyber": "yes"], 0),
            (["often": "weekly", "meant": "yes"], 1), (["often": "once", "meant": "yes", "power": "yes"], 1),
            (["often": "unknown", "meant": "yes", "power": "yes"], 1),
            (["often": "several", "meant": "yes", "power": "yes"], 3),
        ] as [([String: String], Int)])
    func bullyingIsMeantRepeatedAndUnequal(answers: [String: String], from: Int) throws {
        #expect(try score("bullying", answers).from == from)
    }

    /// What is not known counts where it could find something, and nowhere else.
    @Test func whatIsNotKnownMayStillBeThere() throws {
        let form = try #require(instruments.current.first { $0.id == "bullying" })
        for item in form.items {
            let sheet = Sheet("bullying", version: 1, form.answered("no").answers.merging([item.id: "unknown"]) { $1 })
            #expect(form.score(sheet).isUndecided == (item.part != nil), "\(item.id)")
            #expect(form.score(sheet).unanswered == 1)
        }
        #expect(!form.score(form.answered("no")).isUndecided)
        let some = ["often": "unknown", "meant": "yes"]
        #expect(
            !form.score(Sheet("bullying", version: 1, form.answered("no").answers.merging(some) { $1 })).isUndecided)
    }

    /// The cut-offs of those tests of which only the result is written down.
    @Test(arguments: [
        ("phq9", "4", 0), ("phq9", "5", 5), ("phq9", "9", 5), ("phq9", "10", 10), ("phq9", "15", 15),
        ("phq9", "19", 15), ("phq9", "27", 20), ("gad7", "4", 0), ("gad7", "9", 5), ("gad7", "14", 10),
        ("gad7", "21", 15), ("who5", "0", 0), ("who5", "12", 0), ("who5", "13", 13), ("who5", "25", 13),
    ])
    func aSumFallsIntoItsBand(id: String, total: String, from: Int) throws {
        #expect(try score(id, ["total": total]).from == from)
    }

    @Test func ofThePSC17EachPartHasItsOwnCutOff() throws {
        let below = ["total": "14", "internal": "4", "attention": "6", "external": "4"]
        #expect(try score("psc17", below).found == [])
        for (part, least) in [("total", "15"), ("internal", "5"), ("attention", "7"), ("external", "7")] {
            let score = try score("psc17", below.merging([part: least]) { $1 })
            #expect(score.from == 1 && score.found == [part])
        }
    }

    /// Of a report that tells the sum alone, the parts stay empty: a zero would be a result.
    @Test func whatAReportDoesNotTellIsLeftEmpty() throws {
        let form = try #require(instruments.current.first { $0.id == "psc17" })
        let posted = Posted(
            form.given.merging(["client": ["\(ID<Person>())"], "sheet.psc17-1-total": ["16"]]) { $1 })
        let reading = try FormReader.read(RecordScreening.self, posted, instruments)
        #expect(reading.faults.isEmpty && reading.action.sheet.answers == ["total": "16"])
        #expect(form.score(reading.action.sheet).found?.map(\.id) == ["total"])
        #expect(form.score(reading.action.sheet).unanswered == 3)
    }

    @Test func aNumberIsWholeAndWithinItsBounds() throws {
        for (typed, fault) in [
            ("28", Problem.notANumber(0...27)), ("-1", .notANumber(0...27)), ("x", .notANumber(0...27)),
            (" ", .missing),
        ] {
            let posted = Posted([
                "client": ["\(ID<Person>())"], "sheet.instrument": ["phq9"], "sheet.version": ["1"],
                "sheet.phq9-1-total": [typed], "sheet.phq9-1-nine": ["no"],
            ])
            let reading = try FormReader.read(RecordScreening.self, posted, instruments)
            #expect(reading.faults == [Fault("sheet.phq9-1-total", fault)])
        }
    }

    /// Neither asks the questions of the other: a screening would set no risk, an assessment would clear a danger.
    @Test func anAssessmentIsNoScreening() throws {
        let all = try Instruments.shipped()
        for (action, id) in [(RecordAssessment.self, "phq9"), (RecordScreening.self, "risk")]
            as [(any Action.Type, String)]
        {
            let form = try #require(all.current.first { $0.id == id })
            #expect(!all.of(action).all.contains(form))
            let posted = Posted(form.given.merging(["client": ["\(ID<Person>())"], "risk": ["low"]]) { $1 })
            func faults<A: Action>(_ type: A.Type) throws -> [Fault] { try FormReader.read(type, posted, all).faults }
            #expect(try faults(action).contains(Fault("sheet.instrument", .notInList)))
        }
    }

    /// It may be filled in from what others tell, and a test of how somebody does says nothing of who may hurt them.
    @Test func itClearsNoDangerAndMeetsNobody() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let client = try await world.client(of: file)
        try await world.act(RecordFollowUp(.visit, of: client, safe: .no, note: "Takut."), on: file)
        let before = try await world.file(file)
        let form = try #require(instruments.current.first { $0.id == "bullying" })
        try await world.act(RecordScreening(client, form.answered("no"), assessor: "Guru BK"), on: file)
        let after = try await world.file(file)
        #expect(after.screenings.count == 1 && after.assessments.isEmpty)
        #expect(
            after.isUnsafe && after.needsAssessment && after.risk == before.risk && after.triggers == before.triggers)
        #expect(after.nextStep == RecordAssessment.name)
    }

    /// A test is held again and again; what was typed wrong the first time is put right all the same.
    @Test func anEarlierOneIsCorrectedAfterALaterOne() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let client = try await world.client(of: file)
        let sheet = { (total: String) in Sheet("phq9", version: 1, ["total": total, "nine": "no"]) }
        try await world.act(RecordScreening(client, sheet("21")), on: file)
        let first = try #require(try await world.desk.open(CaseFile.self, file, by: world.rina).history.last).id
        try await world.act(RecordScreening(client, sheet("9")), on: file)
        let right = RecordScreening(client, sheet("12"))
        try await world.act(CorrectEntry<CaseFile>(first, to: right, because: "Salah ketik."), on: file)
        #expect(try await world.file(file).screenings.map(\.told.sheet.answers["total"]) == ["12", "9"])
    }

    @Test func aRedFlagIsTickedAndToldOf() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let client = try await world.client(of: file)
        let form = try #require(instruments.current.first { $0.id == "phq9" })
        let sheet = Sheet("phq9", version: form.version, ["total": "3", "nine": "yes"])
        await #expect(throws: NotDone.cautioned([Caution("screening-red-flag")])) {
            try await world.desk.perform(RecordScreening(client, sheet), on: file, by: world.rina)
        }
        try await world.act(RecordScreening(client, sheet), on: file)
        #expect(try await world.file(file).screenings.count == 1)
    }
}
