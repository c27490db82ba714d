import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// Each clock of the law in proceedings: what starts it, when it is due, and what meets it. A clock that no test knows the
/// due of fails.
@Suite struct ProceedingClockTests {
    /// Counted by hand from Tuesday, 24 November 2026, 09.32 WIB, or back from Sunday, 28 February 2027. December has two
    /// days off, on the 24th and the 25th.
    private static let dues: [RuleID: Date] = [
        "R-TPKS-04": World.now + 24 * 3600, "R-KDRT-01": World.now + 24 * 3600,
        "R-TPKS-05": day(2026, 12, 8).end, "R-KDRT-02": day(2026, 12, 1).end,
        "R-TPKS-06": World.now + 24 * 3600, "R-KDRT-03": World.now + 24 * 3600,
        "R-LPSK-01": day(2026, 12, 1).end, "R-KDRT-04": day(2026, 12, 1).end,
        "R-KDRT-06": day(2027, 2, 21).end, "R-TPKS-07": day(2027, 2, 21).end,
        "R-SPPA-03": World.now + 24 * 3600, "R-SPPA-04": World.now + 72 * 3600, "R-SPPA-05": day(2026, 12, 24).end,
        "R-TPKS-11a": day(2026, 11, 25).end, "R-TPKS-11b": day(2026, 12, 14).end,
        "R-TPKS-08": day(2026, 12, 24).end, "R-TPPO-03": day(2026, 12, 8).end,
        "R-TPPO-04": day(2026, 12, 1).end, "R-TPPO-05": day(2026, 12, 1).end,
    ]
    private static let lastDay = day(2027, 2, 28)

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
        Day(year: year, month: month, day: day) ?? .blank
    }

    @Test(arguments: ProceedingClock.all)
    func itStartsAndIsDueAsTheLawSays(clock: ProceedingClock) async throws {
        let world = try await World()
        try await world.openOffice()
        let rulebook = try Rulebook.shipped()
        let rule = try #require(rulebook[clock.rule])
        var course = Course(meeting: clock.conditions)
        #expect(course.file.triggers.allSatisfy { $0.rule != clock.rule })
        course.begin(clock.start)
        let trigger = try #require(course.file.triggers.first { $0.rule == clock.rule })
        #expect(trigger.isOpen && trigger.start == World.now)
        let due = try #require(Self.dues[clock.rule])
        #expect(rule.due(trigger, world.desk.law(in: 1).office.reckoning) == due)
        #expect(rule.bound != .agreed && (rule.bound == .others) == (rule.who != nil))
        #expect(clock.rule.metBy == (clock.services.isEmpty ? RecordProceeding.name : GiveService.name))
    }

    @Test(arguments: ProceedingClock.all)
    func itIsMetByEachOfItsEventsAndByNothingElse(clock: ProceedingClock) throws {
        let later = World.now + 3600
        for event in ProceedingEvent.allCases {
            var course = Course(meeting: clock.conditions)
            course.begin(clock.start)
            course.happens(event, at: later)
            let first = try #require(course.file.triggers.first { $0.rule == clock.rule })
            #expect(first.met == (clock.meets.contains(event) ? later : nil), "\(event)")
        }
        for service in Service.allCases {
            var course = Course(meeting: clock.conditions)
            course.begin(clock.start)
            course.tell(GiveService(service, to: course.client, note: "x"), at: later)
            let first = try #require(course.file.triggers.first { $0.rule == clock.rule })
            #expect(first.met == (clock.services.contains(service) ? later : nil), "\(service)")
        }
        #expect(!clock.meets.isEmpty || !clock.services.isEmpty)
    }

    @Test(arguments: ProceedingClock.all.filter { !$0.conditions.isEmpty })
    func itStartsOnlyWhereItsLawHolds(clock: ProceedingClock) {
        for condition in clock.conditions {
            var course = Course(meeting: clock.conditions.subtracting([condition]), not: condition)
            course.begin(clock.start)
            #expect(course.file.triggers.allSatisfy { $0.rule != clock.rule }, "\(condition)")
        }
    }

    /// Each event is good for something: it starts a clock, meets one, or tells what is in force or comes next.
    @Test func everyClockHasARuleOfItsOwn() {
        #expect(ProceedingClock.rules.count == ProceedingClock.all.count)
        #expect(Set(Self.dues.keys) == ProceedingClock.rules)
    }

    // MARK: what follows from the file

    /// What came first was written down last.
    @Test func eventsCountInTheOrderInWhichTheyHappened() {
        var course = Course(meeting: [.domestic])
        course.happens(.orderIssued, recordedAt: World.now + 3 * 86_400, happened: World.now + 2 * 86_400)
        course.happens(.orderAsked, recordedAt: World.now + 4 * 86_400, happened: World.now + 86_400)
        let trigger = course.file.triggers.first { $0.rule == "R-KDRT-04" }
        #expect(trigger?.start == World.now + 86_400 && trigger?.met == World.now + 2 * 86_400)
    }

    @Test func whoTurnsOutToBeAChildWasOneAllTheTime() {
        var course = Course(meeting: [.sexual])
        course.happens(.investigationBegan)
        #expect(course.file.triggers.allSatisfy { $0.rule != "R-SPPA-03" })
        course.tell(DescribePerson(course.client, born: "2010-05-01"), at: World.now + 3600)
        #expect(course.file.triggers.first { $0.rule == "R-SPPA-03" }?.start == World.now)
    }

    /// Protection of one sister leaves the other's clock running, and says whose it is.
    @Test func aClockRunsForEachClient() throws {
        var course = Course(meeting: [.sexual], names: ["Melati", "Mawar"])
        course.begin(.report)
        let first = { (course: Course) in course.file.triggers.filter { $0.rule == "R-TPKS-04" } }
        #expect(first(course).map(\.what) == ["Melati", "Mawar"] && first(course).allSatisfy(\.isOpen))
        let mawar = try #require(course.file.clients.last).id
        course.tell(RecordProceeding(.protected, client: mawar), at: World.now)
        #expect(first(course).map(\.isOpen) == [true, false])
        #expect(course.file.triggers.filter { $0.rule == "R-TPKS-05" }.map(\.about) == [mawar.value])
    }

    /// Who was the only client when it was recorded stays meant.
    @Test func whoComesLaterHasNoOrder() {
        var course = Course(meeting: [.domestic])
        course.happens(.orderIssued)
        course.tell(AddPerson("Adik", .client, age: Years(9)), at: World.now)
        #expect(course.file.triggers.filter { $0.rule == "R-KDRT-06" }.map(\.about) == [course.client.value])
        #expect(course.file.orders.map(\.client) == [course.client])
    }

    /// The police are asked once, however many report; and again for what is reported after they answered.
    @Test func aSecondReportAsksAgainOnlyAfterAnAnswer() {
        var course = Course(meeting: [.sexual])
        course.begin(.report)
        course.tell(ReportToPolice(unit: "y"), at: World.now + 3600)
        let count = { (course: Course) in course.file.triggers.count { $0.rule == "R-TPKS-04" } }
        #expect(count(course) == 1)
        course.happens(.notProtected, at: World.now + 7200)
        course.tell(ReportToPolice(unit: "z"), at: World.now + 86_400)
        #expect(count(course) == 2)
    }

    /// Of sexual violence at home the police are asked for one protection.
    @Test func oneProtectionIsAskedForOnce() {
        var course = Course(meeting: [.sexual, .domestic])
        course.begin(.report)
        #expect(course.file.triggers.contains { $0.rule == "R-TPKS-04" })
        #expect(course.file.triggers.allSatisfy { $0.rule != "R-KDRT-01" })
        course.happens(.protected)
        let open = Set(course.file.triggers.filter(\.isOpen).map(\.rule))
        #expect(open.isSuperset(of: ["R-TPKS-05", "R-TPKS-06", "R-KDRT-02", "R-KDRT-03"]))
    }

    // MARK: orders

    @Test func anOrderIsInForceUntilItsDayOrUntilItEnds() {
        var course = Course(meeting: [.domestic])
        course.happens(.orderIssued)
        let last = Self.lastDay
        #expect(course.file.orders(inForceOn: last).map(\.until) == [last])
        #expect(course.file.orders(inForceOn: last.adding(1)).isEmpty)
        // The restriction of a suspect is another one.
        course.happens(.restrictionEnded)
        #expect(!course.file.orders(inForceOn: last).isEmpty)
        course.happens(.orderEnded, at: World.now + 86_400)
        #expect(course.file.orders.isEmpty)
    }

    @Test func anExtensionTakesThePlaceOfTheOrder() {
        var course = Course(meeting: [.domestic])
        course.happens(.orderIssued)
        let until = Self.lastDay.adding(100)
        course.tell(RecordProceeding(.orderIssued, until: until), at: World.now + 86_400)
        #expect(course.file.orders.map(\.until) == [until])
        #expect(course.file.triggers.filter { $0.rule == "R-KDRT-06" && $0.isOpen }.map(\.until) == [until.end])
    }

    // MARK: a case in which it holds

    /// A case as its entries make it, told directly.
    struct Course {
        private(set) var file = CaseFile(id: ID())
        private var version = 0

        init(
            meeting conditions: Set<ProceedingClock.Condition>, not missing: ProceedingClock.Condition? = nil,
            names: [Line] = ["Melati"]
        ) {
            var forms: [ViolenceForm] = conditions.contains(.sexual) ? [.sexual] : [.neglect]
            if missing == .notSexual { forms = [.sexual] }
            if conditions.contains(.trafficking) { forms.append(.trafficking) }
            let age = Years(conditions.contains(.child) ? 14 : 30)
            let triage = TriageComplaint(
                reachable: .no, threat: .no, injured: .no, risk: .medium, forms: forms,
                domestic: conditions.contains(.domestic) ? .yes : .no, decision: .newCase, manager: ID())
            let received = ReceiveComplaint(
                channel: .direct, what: "x", affected: names.map { Affected($0, sex: .female, age: age) })
            tell(
                OpenCase(
                    complaint: ID(), triage: triage, received: received, contact: SafeContact(), at: World.now,
                    manager: ID()), at: World.now)
            if conditions.contains(.restitution) { happens(.restitutionGranted) }
        }

        var client: ID<Person> { file.client?.id ?? ID() }

        mutating func tell(_ action: some Action<CaseFile>, at instant: Date) {
            version += 1
            action.apply(to: &file, Stamp(entry: UUID(), instant: instant, worker: ID(), version: version))
            file.settle()
        }

        mutating func begin(_ start: ProceedingClock.Start) {
            switch start {
            case .report: tell(ReportToPolice(unit: "Unit PPA"), at: World.now)
            case .event(let event): happens(event)
            }
        }

        mutating func happens(_ event: ProceedingEvent, at instant: Date = World.now) {
            tell(told(event), at: instant)
        }

        mutating func happens(_ event: ProceedingEvent, recordedAt: Date, happened: Date) {
            var action = told(event)
            action.at = Moment(happened)
            tell(action, at: recordedAt)
        }

        private func told(_ event: ProceedingEvent) -> RecordProceeding {
            let lasts: Set<ProceedingEvent> = [.orderIssued, .restrictionOrdered]
            return RecordProceeding(event, until: lasts.contains(event) ? lastDay : nil)
        }
    }
}
