import Casework
import Foundation
import Storage
import TestSupport
import Testing

@testable import DemoCity
@testable import Desk

/// A city of forty cases beside those of 2023, performed once for each seed.
@Suite struct WholeCityTests {
    @Test(arguments: [1, 2] as [UInt64])
    func aCityHasEverything(seed: UInt64) async throws {
        let world = try await World()
        _ = try await DemoCity.signIns(world.workspace) { "kata-sandi" }
        let complaints = try await DemoCity.make(
            world.workspace, clock: world.clock, now: World.now, cases: 40, seed: seed)
        let cards = try await world.desk.index.all().values.map(\.card)

        #expect(cards.count { $0.kind == Complaint.kind } == complaints)
        #expect(cards.count { $0.kind == CaseFile.kind && Day($0.at).year > 2023 && !isLast($0) } == 40)
        #expect(Set(cards.map(\.status)) == Set(Status.allCases))
        let cases = cards.filter { $0.kind == CaseFile.kind }
        #expect(Set(cases.compactMap { $0.codes["district"] }).isSuperset(of: District.codes.dropLast()))
        #expect(cases.filter { Day($0.at).year == 2023 }.allSatisfy { [.closed, .transferred].contains($0.status) })
        for type in Records.all { try await expectEveryAction(of: type, cards, world) }
        expectThePublishedFigures(cases)
        try await expectOverdue(world)
        expectProceedings(cases)
        try await expectNothingInTheFuture(cards, world)
        #expect(try await world.workspace.verify() == [])
        try await expectAnIndexOfAFreshFold(world)
    }

    /// An act renews in the index what it changed and nothing else; after all of them it says what a fold of everything
    /// says.
    private func expectAnIndexOfAFreshFold(_ world: World) async throws {
        let fresh = try await world.workspace.refold()
        for table in [
            """
            SELECT record, version, lane, kind, code, status, approval, urgency, at, file, alone, recorded, answered, risk
            FROM cards
            """,
            "SELECT record, worker FROM cards LEFT JOIN team USING (row)",
            "SELECT record, due, place, rule, known, binds FROM cards LEFT JOIN dues USING (row)",
            "SELECT lane, worker FROM leavers",
            """
            SELECT (SELECT count(*) FROM team) AS team, (SELECT count(*) FROM dues) AS dues,
                (SELECT count(*) FROM words) AS words
            """,
        ] as [SQL] {
            let live = try await world.desk.index.rows(table)
            #expect(!live.isEmpty, "\(table.text)")
            #expect(try await Set(live) == Set(fresh.rows(table)), "\(table.text)")
            #expect(try await live.count == fresh.rows(table).count, "\(table.text)")
        }
        let spelled = try await world.desk.index.spelled()
        #expect(spelled.count > 10_000)
        #expect(try await Set(spelled) == Set(fresh.spelled()))
        #expect(try await spelled.count == fresh.spelled().count)
        let names = world.desk.index.everybody
        #expect(names.count > 100)
        #expect(names == fresh.everybody)
        for worker in try world.accounts.all().map(\.worker) {
            for list in [List.inbox, .cases(own: false)] {
                let count = try await world.desk.index.count(list, in: Scope(worker))
                #expect(try await count == fresh.count(list, in: Scope(worker)), "\(list)")
            }
        }
        try await expectNothingRememberedThatIsNotSo(world)
    }

    /// Entry by entry, whoever asked before hears what they hear who ask for the first time.
    private func expectNothingRememberedThatIsNotSo(_ world: World) async throws {
        let (index, store) = (try Index(world.desk.rulebook), world.workspace.store)
        try await index.finish(IndexChange())
        let workers = try world.accounts.all().filter { ["dewi", "rina", "hasan", "yohana"].contains($0.handle) }
            .map(\.worker)
        var moves = 0
        func follow<R: Record>(_ id: ID<R>) throws {
            let key = try #require(try world.desk.keys.key(of: id.value))
            var fold = Fold(id: id)
            for row in try store.journal(of: id.value, in: 1) {
                try fold.apply(row.placed(by: key))
                guard let indexed = try Indexed(fold, lane: 1) else { continue }
                let before = index.standings.moves
                try index.put(indexed)
                moves += index.standings.moves - before
                let remembered = try workers.map { try index.standing(of: id.value, for: $0) }
                index.standings.putAll()
                index.standings.letGo()
                let asked = try workers.map { try index.standing(of: id.value, for: $0) }
                #expect(remembered == asked, "\(R.kind) \(row.version)")
            }
        }
        for record in try world.desk.index.database.find("SELECT kind, record FROM cards") {
            switch RecordKind(try record.text("kind")) {
            case Complaint.kind: try follow(ID<Complaint>(record.id("record")))
            case CaseFile.kind: try follow(ID<CaseFile>(record.id("record")))
            default: break
            }
        }
        #expect(workers.count == 4 && moves > 500)
    }

    /// What the city published for 2023 (`docs/sources.md`); whom it was done to is ours, and plausible.
    private func expectThePublishedFigures(_ cases: [Card]) {
        let victims = cases.filter { $0.status != .void && Day($0.at).year == 2023 }.flatMap(\.victims)
        let byForm = Dictionary(grouping: victims.flatMap(\.forms), by: \.rawValue).mapValues(\.count)
        #expect(byForm == ["FIS": 12, "PSI": 2, "SEK": 99, "EKS": 4, "PEN": 9, "TRF": 6])
        #expect(victims.count == 132 && victims.allSatisfy { $0.sex != nil })
        #expect(victims.count { $0.age == nil } < 12)
        let children: Set<ViolenceForm> = [.exploitation, .neglect]
        #expect(victims.filter { !children.isDisjoint(with: $0.forms) }.allSatisfy { $0.isChild == true })
        let girls = victims.count { $0.forms == [.sexual] && $0.sex == .female && $0.isChild == true }
        let boys = victims.count { $0.forms == [.sexual] && $0.sex == .male }
        #expect(girls > 50 && (1..<30).contains(boys))
    }

    private func isLast(_ card: Card) -> Bool { card.at > World.now - 4 * 86_400 }

    private func expectEveryAction<R: Record>(of type: R.Type, _ cards: [Card], _ world: World) async throws {
        var seen: Set<ActionName> = []
        for card in cards where card.kind == R.kind {
            let fold = try world.desk.folds.current(ID<R>(card.record), in: 1)
            seen.formUnion(fold.history.map { Swift.type(of: $0.action).name })
            // One that is voided, too.
            #expect(fold.status == card.status)
        }
        let missing = Set(R.actions.all.map { $0.name }).subtracting(seen)
        #expect(missing.isEmpty, "\(R.kind)")
    }

    private func expectOverdue(_ world: World) async throws {
        let rina = try #require(try world.accounts.all().first { $0.handle == "rina" }?.worker)
        let past = try await world.desk.dues(for: rina).filter { $0.at.map { $0 < World.now } ?? false }
        let rules: Set<RuleID> = [.reportToPolice, .stopSharing, .appointment, .review, .partnerAnswers]
        #expect(Set(past.map(\.rule)).isSuperset(of: rules))
        // And the head sees that something is, without reading what.
        let hasan = try #require(try world.accounts.all().first { $0.handle == "hasan" }?.worker)
        let told = try await world.desk.supervision(by: hasan)
        #expect(told.whole[.late] > 2 && told.whole[.quiet] > 0 && told.reviews.count > 0 && told.inboxLate > 0)
        #expect(told.answers.contains { $0.step == .contactMedium && $0.inTime > 0 && $0.late > 0 })
    }

    /// Some cases go to court: what the police, the court and LPSK have to do, and the office itself, runs now, and an order
    /// is in force.
    private func expectProceedings(_ cases: [Card]) {
        let running = Set(cases.flatMap(\.triggers).filter(\.isOpen).map(\.rule))
        let rules: Set<RuleID> = [
            "R-TPKS-04", "R-TPKS-05", "R-TPKS-07", "R-TPKS-08", "R-TPKS-11b", "R-KDRT-02", "R-KDRT-04", "R-KDRT-06",
            "R-LPSK-01", "R-SPPA-04", "R-SPPA-05", "R-TPPO-04", "R-TPPO-05", .hearing,
        ]
        #expect(rules.subtracting(running).isEmpty)
        let met = Set(cases.flatMap(\.triggers).filter { $0.met != nil }.map(\.rule))
        #expect(met.isSuperset(of: ["R-SPPA-03", "R-TPKS-08", "R-TPKS-11a", "R-TPKS-11b", "R-KDRT-01", "R-KDRT-03"]))
    }

    private func expectNothingInTheFuture(_ cards: [Card], _ world: World) async throws {
        for card in cards where card.kind == CaseFile.kind {
            let fold = try world.desk.folds.current(ID<CaseFile>(card.record), in: 1)
            let instants = fold.history.map(\.stamp.instant)
            #expect(instants.allSatisfy { $0 < World.now } && instants == instants.sorted())
        }
    }
}
