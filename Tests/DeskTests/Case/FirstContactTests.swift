import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// Where nobody is in danger, somebody is with each client in the time that the risk gives
/// (`docs/adr/0006-what-the-law-clocks-count-from.md`).
@Suite struct FirstContactTests {
    /// A mother and a child of whom one complaint told, an hour before it was triaged.
    private struct Family {
        let world: World
        let file: ID<CaseFile>
        let mother: ID<Person>
        let child: ID<Person>

        init(_ risk: Risk = .medium, danger: YesNo = .no, triaged delay: Double = 3600) async throws {
            world = try await World()
            var told = World.fromSchool
            told.danger = danger
            told.affected = [
                Affected("Ibu Melati", sex: .female, age: Years(35)), Affected("Melati", sex: .female, age: Years(9)),
            ]
            let complaint = try await world.receive(told)
            world.clock.advance(delay)
            let triage = TriageComplaint(
                reachable: .no, threat: .no, injured: .no, risk: risk, forms: [.neglect], decision: .newCase,
                manager: world.rina.id)
            try await world.desk.perform(triage, on: complaint, by: world.dewi)
            file = try #require(
                try await world.desk.open(Complaint.self, complaint, by: world.dewi).record.caseFile)
            let clients = try await world.file(file).clients
            (mother, child) = (clients[0].id, clients[1].id)
        }

        func act(_ action: some Action<CaseFile>) async throws { try await world.act(action, on: file) }

        func meetBoth() async throws {
            for client in [mother, child] {
                try await act(RecordFollowUp(.visit, of: client, safe: .yes, note: "Baik."))
            }
        }

        /// One more complaint in the case.
        func join(_ risk: Risk, about affected: [Affected]? = nil, danger: YesNo = .no) async throws {
            let second = try await world.receive(
                ReceiveComplaint(channel: .direct, what: "Tante.", danger: danger, affected: affected))
            let joins = TriageComplaint(
                reachable: .no, threat: .no, injured: .no, risk: risk, decision: .joinCase, joins: file)
            try await world.desk.perform(joins, on: second, by: world.dewi)
        }

        /// By rule and name.
        func open() async throws -> [String] {
            let rules: [RuleID] = [.serveAtOnce, .reachMedium, .reachLow]
            return try await world.file(file).namedTriggers.filter { $0.isOpen && rules.contains($0.rule) }
                .map { "\($0.rule.text) \($0.what ?? "")" }
        }

        /// Of the manager's list.
        func dues() async throws -> [Due] {
            try await world.desk.dues(for: world.rina).filter { $0.listed.card.record == file.value }
        }
    }

    @Test(arguments: [(Risk.medium, RuleID.reachMedium, 6.0), (.low, .reachLow, 24)])
    func eachClientIsMetInTheTimeOfTheRisk(risk: Risk, rule: RuleID, hours: Double) async throws {
        let family = try await Family(risk)
        let dues = try await family.dues()
        #expect(dues.map(\.rule) == [rule, rule] && dues.map(\.what) == ["Ibu Melati", "Melati"])
        // Counted from when it came in.
        #expect(dues.allSatisfy { $0.at == World.now + hours * 3600 })

        try await family.act(GiveService(.health, to: family.mother, note: "x"))
        #expect(try await family.open() == ["\(rule.text) Melati"])
        let law = risk == .medium ? "Standar layanan UPTD PPA" : nil
        let refused = NotDone.refused(Refusal("open-due", law: law, remedy: RecordFollowUp.name, due: rule))
        await #expect(throws: refused) { try await family.act(World.closure) }
        try await family.act(RecordFollowUp(.phone, of: family.child, safe: .yes, note: "x"))
        let met = try await family.world.file(family.file).triggers.filter { $0.rule == rule }
        #expect(met.map(\.met) == [World.now + 3600, World.now + 3600])
        #expect(try await family.world.workspace.verify() == [])
    }

    @Test func danger() async throws {
        #expect(try await Family(.high).open() == ["R-STD-01 Ibu Melati", "R-STD-01 Melati"])
        #expect(try await Family(.low, danger: .yes).open() == ["R-STD-01 Ibu Melati", "R-STD-01 Melati"])
    }

    /// Whatever says that somebody was with the client, and nothing that does not.
    @Test func whoIsReachedIsMet() async throws {
        let family = try await Family()
        let (world, child) = (family.world, family.child)
        let both = ["R-STD-04 Ibu Melati", "R-STD-04 Melati"]
        try await family.act(RecordNote(note: "x"))
        try await family.act(RecordFollowUp(.notReached, of: child, safe: .unknown, note: "x"))
        try await family.act(RecordFollowUp(.throughOthers, of: child, safe: .yes, note: "x"))
        // Nor does what was before the complaint.
        let before = Moment(World.now - 24 * 3600)
        try await family.act(RecordFollowUp(.visit, of: child, safe: .yes, note: "x", at: before))
        // Nor a guardian's word: they may be who does the harm.
        try await family.act(RecordConsent(child, to: .services, decision: .refused, by: .guardian))
        #expect(try await family.open() == both)
        #expect(try await world.file(family.file).reached == before.instant, "nor is it counted as contact")
        let sheet = try world.sheet("risk")
        let contacts: [any Action<CaseFile>] = [
            RecordConsent(child, to: .services, by: .client), RecordAssessment(child, sheet, risk: .medium),
            RecordBiopsychosocial(child, conclusion: "x"), GiveService(.health, to: child, note: "x"),
            RecordFollowUp(.office, of: child, safe: .yes, note: "x"),
        ]
        for contact in contacts {
            try await family.act(contact)
            #expect(try await family.open() == ["R-STD-04 Ibu Melati"], "\(type(of: contact).name)")
            let entry = try #require(
                try await world.desk.open(CaseFile.self, family.file, by: world.rina).history.last
            ).id
            try await family.act(WithdrawEntry<CaseFile>(entry, because: "x"))
            #expect(try await family.open() == both, "\(type(of: contact).name)")
        }
    }

    /// Who made an assessment was with the client: whatever it finds, nothing begins anew.
    @Test func aRiskThatRisesStartsNothing() async throws {
        let family = try await Family(.low)
        let sheet = try family.world.sheet("risk", "yes")
        try await family.act(RecordAssessment(family.mother, sheet, risk: .high))
        #expect(try await family.open() == ["R-STD-05 Melati"])
    }

    /// A case of low risk whose complaint names nobody.
    private func openUnnamed() async throws -> (World, ID<CaseFile>) {
        let world = try await World()
        let complaint = try await world.receive(ReceiveComplaint(channel: .direct, what: "Tetangga."))
        let triage = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, forms: [.neglect], decision: .newCase,
            manager: world.rina.id)
        try await world.desk.perform(triage, on: complaint, by: world.dewi)
        let file = try #require(try await world.desk.open(Complaint.self, complaint, by: world.dewi).record.caseFile)
        return (world, file)
    }

    @Test func whereNobodyIsNamedWhoeverIsMetIsIt() async throws {
        let (world, file) = try await openUnnamed()
        let open = { try await world.file(file).triggers.filter(\.isOpen).map(\.rule) }
        #expect(try await open() == [.reachLow])
        try await world.act(AddPerson("Anak", .client), on: file)
        try await world.act(GiveService(.health, to: try await world.client(of: file), note: "x"), on: file)
        #expect(try await open() == [])
    }

    /// Nobody is named, and the second complaint is more serious than the first.
    @Test func whereNobodyIsNamedTheStricterRunsToo() async throws {
        let (world, file) = try await openUnnamed()
        for risk in [Risk.low, .medium, .medium] {
            let further = try await world.receive(ReceiveComplaint(channel: .direct, what: "Guru."))
            let joins = TriageComplaint(
                reachable: .no, threat: .no, injured: .no, risk: risk, decision: .joinCase, joins: file)
            try await world.desk.perform(joins, on: further, by: world.dewi)
        }
        #expect(try await world.file(file).triggers.filter(\.isOpen).map(\.rule) == [.reachLow, .reachMedium])
    }

    // MARK: a further complaint

    /// Whoever waits by a rule as strict starts none; by a stricter one, it counts from when that came in.
    @Test func aFurtherComplaintStartsOneForWhomNobodyWasWith() async throws {
        let family = try await Family(.low)
        family.world.clock.advance(3600)
        try await family.act(GiveService(.health, to: family.mother, note: "x"))
        try await family.join(.low)
        #expect(try await family.open() == ["R-STD-05 Melati"])
        try await family.join(.medium)
        try await family.join(.low)
        #expect(try await family.open() == ["R-STD-05 Melati", "R-STD-04 Melati"])
        let started = try await family.world.file(family.file).triggers.last
        #expect(started?.start == World.now + 2 * 3600)
        try await family.act(RecordFollowUp(.phone, of: family.child, safe: .yes, note: "x"))
        #expect(try await family.open() == [])
        try await family.join(.medium)
        #expect(try await family.open() == [])
    }

    @Test func itIsAboutWhomItNames() async throws {
        let family = try await Family(.low)
        try await family.join(.medium, about: [Affected("Melati", sex: .female, age: Years(9))])
        #expect(try await family.open() == ["R-STD-05 Ibu Melati", "R-STD-05 Melati", "R-STD-04 Melati"])
        try await family.join(.medium, about: [Affected("Sinta", sex: .female)])
        #expect(try await family.open().dropFirst(3) == ["R-STD-04 Sinta"])
    }

    /// Whoever it tells of and who is not in the file waits for themselves, until somebody says who they are.
    @Test func whoIsOnlyToldOfIsMetForThemselves() async throws {
        let family = try await Family()
        try await family.meetBoth()
        family.world.clock.advance(3600)
        try await family.join(.medium, about: [Affected("Kakak Melati", sex: .female, age: Years(17))])
        try await family.meetBoth()
        #expect(try await family.open() == ["R-STD-04 Kakak Melati"])
        let told = try #require(try await family.world.file(family.file).toldOnly.first).id
        try await family.act(AddPerson("Wulan", .client, sex: .female, age: Years(17), told: told))
        #expect(try await family.open() == ["R-STD-04 Wulan"])
        let sister = try #require(try await family.world.file(family.file).clients.last).id
        try await family.act(RecordConsent(sister, to: .services, decision: .given, by: .client))
        #expect(try await family.open() == [])
    }

    @Test func whoTurnsOutToBeAClientWithWhomSomebodyWasWaitsForNothing() async throws {
        let family = try await Family()
        try await family.meetBoth()
        family.world.clock.advance(3600)
        try await family.join(.medium, about: [Affected("Anak rumah biru", sex: .female)])
        let told = try #require(try await family.world.file(family.file).toldOnly.first).id
        try await family.act(RecognisePerson(told, is: family.child))
        #expect(try await family.open() == [])
    }

    /// A role that was wrong for a while loses nobody: neither the one who waits, nor the one who is only told of.
    @Test func whoIsAClientAgainWaitsAgain() async throws {
        let family = try await Family()
        try await family.act(ChangeRole(family.child, to: .witness, because: "x"))
        #expect(try await family.open() == ["R-STD-04 "])
        try await family.act(RecordFollowUp(.visit, of: family.mother, safe: .yes, note: "Baik."))
        try await family.act(ChangeRole(family.child, to: .client, because: "x"))
        #expect(try await family.open() == ["R-STD-04 Melati"])

        try await family.act(RecordFollowUp(.visit, of: family.child, safe: .yes, note: "Baik."))
        family.world.clock.advance(3600)
        try await family.join(.medium, about: [Affected("Anak rumah biru", sex: .female)])
        let told = try #require(try await family.world.file(family.file).toldOnly.first).id
        try await family.act(AddPerson("Sinta", .witness, sex: .female))
        let witness = try #require(try await family.world.file(family.file).people.last).id
        try await family.act(RecognisePerson(told, is: witness))
        #expect(try await family.open() == [])
        try await family.act(ChangeRole(witness, to: .client, because: "Ternyata korban."))
        #expect(try await family.open() == ["R-STD-04 Sinta"])
    }

    /// What was before the case was closed says nothing of what is told after it.
    @Test func aContactOfBeforeTheClosureCountsNoMore() async throws {
        let family = try await Family()
        try await family.meetBoth()
        for client in [family.mother, family.child] {
            let sheet = try family.world.sheet("risk")
            try await family.act(RecordAssessment(client, sheet, risk: .low, riskReason: "x"))
        }
        try await family.act(World.closure)
        try await family.world.act(DecideClosure(.granted), on: family.file, by: family.world.hasan)
        family.world.clock.advance(86_400)
        try await family.join(.low)
        try await family.join(.medium)
        #expect(
            try await family.open() == [
                "R-STD-05 Ibu Melati", "R-STD-05 Melati", "R-STD-04 Ibu Melati", "R-STD-04 Melati",
            ])
    }

    /// Who waits already is not asked for twice when they turn out to be whom a further complaint told of.
    @Test func whoWaitsAlreadyWaitsOnce() async throws {
        let family = try await Family()
        try await family.join(.medium, about: [Affected("Anak rumah biru", sex: .female)])
        let told = try #require(try await family.world.file(family.file).toldOnly.first).id
        try await family.act(RecognisePerson(told, is: family.child))
        #expect(try await family.open() == ["R-STD-04 Ibu Melati", "R-STD-04 Melati"])
    }

    @Test func whoIsServedAtOnceWaitsForNothingElse() async throws {
        let family = try await Family(.high)
        try await family.join(.medium)
        #expect(try await family.open() == ["R-STD-01 Ibu Melati", "R-STD-01 Melati"])
        try await family.meetBoth()
        try await family.join(.low, danger: .yes)
        #expect(try await family.open() == ["R-STD-01 Ibu Melati", "R-STD-01 Melati"])
    }

    /// What was before a case was closed is not about what is told now; who opens it again without a complaint is with the
    /// client.
    @Test func aComplaintThatOpensACaseAgainIsMetAnew() async throws {
        let family = try await Family()
        try await family.meetBoth()
        let close = {
            for client in [family.mother, family.child] {
                let sheet = try family.world.sheet("risk")
                try await family.act(RecordAssessment(client, sheet, risk: .low, riskReason: "x"))
            }
            try await family.act(World.closure)
            try await family.world.act(DecideClosure(.granted), on: family.file, by: family.world.hasan)
        }
        try await close()
        try await family.act(ReopenCase(.low, because: "x"))
        #expect(try await family.open() == [])
        try await close()
        try await family.join(.low)
        #expect(try await family.open() == ["R-STD-05 Ibu Melati", "R-STD-05 Melati"])
    }

    // MARK: what was written before

    /// Without what is carried over since.
    private func old<A: Action<CaseFile>>(_ action: A) throws -> A {
        var answers = try #require(try JSONSerialization.jsonObject(with: action.json()) as? [String: Any])
        #expect(answers.removeValue(forKey: "reaches") != nil)
        return try JSONDecoder().decode(A.self, from: JSONSerialization.data(withJSONObject: answers))
    }

    @Test func whatWasOpenedBeforeHasNone() throws {
        let (manager, complaint) = (ID<Worker>(), ID<Complaint>())
        func stamp(_ version: Int) -> Stamp {
            Stamp(entry: UUID(), instant: World.now, worker: manager, version: version)
        }
        let triage = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .medium, forms: [.neglect], decision: .newCase,
            manager: manager)
        let opening = OpenCase(
            complaint: complaint, triage: triage, received: World.fromSchool.calm, contact: SafeContact(),
            at: World.now, manager: manager)
        let joining = JoinComplaint(
            complaint: ID(), what: "x", forms: [.neglect], risk: .medium, received: Moment(World.now))
        var file = CaseFile(id: ID())
        try old(opening).apply(to: &file, stamp(1))
        try old(joining).apply(to: &file, stamp(2))
        #expect(file.clients.count == 1 && file.triggers.isEmpty)
        joining.apply(to: &file, stamp(3))
        #expect(file.triggers.map(\.rule) == [.reachMedium])
    }
}

extension ReceiveComplaint {
    fileprivate var calm: ReceiveComplaint {
        var calm = self
        calm.danger = .no
        return calm
    }
}
