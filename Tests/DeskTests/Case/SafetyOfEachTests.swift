import Casework
import Desk
import Foundation
import TestSupport
import Testing

/// A mother who is safe says nothing of her child, nor does the way to reach her lead to it.
@Suite struct SafetyOfEachTests {
    /// A mother and a child whom the same complaint named, in danger both.
    private struct Family {
        let world: World
        let complaint: ID<Complaint>
        let file: ID<CaseFile>
        let mother: ID<Person>
        let child: ID<Person>

        init() async throws {
            world = try await World()
            var told = World.fromSchool
            told.affected = [
                Affected("Ibu Melati", sex: .female, age: Years(35)), Affected("Melati", sex: .female, age: Years(9)),
            ]
            complaint = try await world.receive(told)
            try await world.desk.perform(world.triage(world.rina.id), on: complaint, by: world.dewi)
            let received = try await world.desk.open(Complaint.self, complaint, by: world.dewi).record
            file = try #require(received.caseFile)
            let clients = try await world.file(file).clients
            (mother, child) = (clients[0].id, clients[1].id)
        }

        func act(_ action: some Action<CaseFile>) async throws { try await world.act(action, on: file) }
        func record() async throws -> CaseFile { try await world.file(file) }

        func faults(of action: some Action<CaseFile>) async throws -> [Fault] {
            do { try await act(action) } catch NotDone.faulty(let faults) { return faults.all }
            return []
        }

        /// Another complaint about the same, which tells another contact.
        func join(danger: YesNo = .no) async throws {
            let second = try await world.receive(
                ReceiveComplaint(
                    channel: .direct, what: "Tante.", danger: danger, phone: "+6281200000009", safeContact: "Malam."))
            let joins = TriageComplaint(
                reachable: .no, threat: .no, injured: .no, risk: .low, riskReason: "x", decision: .joinCase, joins: file
            )
            try await world.desk.perform(joins, on: second, by: world.dewi)
        }

        /// Who is to be served at once, by name.
        func toServe() async throws -> [String?] {
            try await record().namedTriggers.filter { $0.rule == .serveAtOnce && $0.isOpen }.map(\.what)
        }
    }

    @Test func theMothersSafetyDoesNotClearTheChilds() async throws {
        let family = try await Family()
        let unsafe = { try await family.record().unsafeClients.map(\.id) }
        try await family.act(RecordFollowUp(.phone, of: family.child, safe: .no, note: "Ia kembali."))
        try await family.act(RecordFollowUp(.visit, of: family.mother, safe: .yes, note: "Di rumah bibi."))
        #expect(try await unsafe() == [family.child])
        let listed = try await family.world.desk.list(.cases(own: true), by: family.world.rina).rows
        #expect(listed.map(\.card.unsafe) == [["Melati"]] && listed.map(\.card.isUnsafe) == [true])
        // Nor does it what somebody says of her, or of the child without having seen it.
        let sheet = try family.world.sheet("kdrt")
        try await family.act(RecordAssessment(family.mother, sheet, risk: .low))
        try await family.act(RecordFollowUp(.throughOthers, of: family.child, safe: .yes, note: "Kata tetangga."))
        #expect(try await unsafe() == [family.child])
        #expect(try await family.record().nextStep == RecordAssessment.name)
        // Seen safe, it is still assessed anew.
        try await family.act(RecordFollowUp(.visit, of: family.child, safe: .yes, note: "Di rumah bibi."))
        #expect(try await unsafe() == [])
        #expect(try await family.record().needsAssessment)
        try await family.act(RecordAssessment(family.child, sheet, risk: .medium))
        let assessed = try await family.record()
        #expect(!assessed.needsAssessment && assessed.nextStep != RecordAssessment.name)
        #expect(assessed.risk(of: family.mother) == .low && assessed.risk(of: family.child) == .medium)
    }

    @Test func anAssessmentOfOneIsNoneOfTheOther() async throws {
        let family = try await Family()
        let sheet = try family.world.sheet("risk")
        try await family.act(RecordConsent(family.mother, to: .services, decision: .given, by: .client))
        try await family.act(RecordAssessment(family.mother, sheet, risk: .high))
        #expect(try await family.record().nextStep == RecordConsent.name)
        try await family.act(RecordConsent(family.child, to: .services, decision: .given, by: .safeAdult))
        #expect(try await family.record().isToAssess(family.child))
        #expect(try await family.record().nextStep == RecordAssessment.name)
        // A danger that is known of the mother is assessed in her, and in nobody else.
        try await family.act(RecordFollowUp(.phone, of: family.mother, safe: .no, note: "Ia kembali."))
        try await family.act(RecordAssessment(family.child, sheet, risk: .high))
        #expect(try await family.record().unsafeClients.map(\.id) == [family.mother])
        for client in [family.mother, family.child] {
            try await family.act(RecordFollowUp(.visit, of: client, safe: .unknown, note: "Di rumah bibi."))
        }
        try await family.act(ReportToPolice(unit: "Unit PPA", number: "1"))
        await #expect(throws: NotDone.refused(Refusal("assess-before-closing", remedy: RecordAssessment.name))) {
            try await family.act(World.closure)
        }
    }

    @Test func whoIsServedServesNobodyElse() async throws {
        let family = try await Family()
        #expect(try await family.toServe() == ["Ibu Melati", "Melati"])
        try await family.act(GiveService(.health, to: family.mother, note: "Rumah aman."))
        #expect(try await family.toServe() == ["Melati"])
        let due = try await family.world.desk.dues(for: family.world.rina).filter { $0.rule == .serveAtOnce }
        #expect(due.map(\.what) == ["Melati"])
        // Who heard of the child was not with it.
        try await family.act(RecordFollowUp(.throughOthers, of: family.child, safe: .yes, note: "Kata tetangga."))
        try await family.act(RecordFollowUp(.visit, of: family.mother, safe: .yes, note: "Baik."))
        #expect(try await family.toServe() == ["Melati"])
        try await family.act(RecordFollowUp(.visit, of: family.child, safe: .yes, note: "Di sekolah."))
        #expect(try await family.toServe() == [])
        #expect(try await family.world.workspace.verify() == [])
    }

    /// Who is in danger, a further complaint does not say.
    @Test func aFurtherComplaintOfDangerIsServedForEach() async throws {
        let family = try await Family()
        for client in [family.mother, family.child] {
            try await family.act(RecordFollowUp(.visit, of: client, safe: .yes, note: "Baik."))
        }
        family.world.clock.advance(3600)
        try await family.join(danger: .yes)
        #expect(try await family.toServe() == ["Ibu Melati", "Melati"])
        try await family.act(RecordFollowUp(.phone, of: family.child, safe: .yes, note: "Baik."))
        #expect(try await family.toServe() == ["Ibu Melati"])
    }

    @Test func theChildsAppointmentIsNotKeptByTheMother() async throws {
        let family = try await Family()
        let next = Moment(World.now + 86_400)
        try await family.act(RecordFollowUp(.visit, of: family.child, safe: .yes, note: "Baik.", next: next))
        family.world.clock.advance(86_400)
        let open = {
            try await family.record().namedTriggers.filter { $0.rule == .appointment && $0.isOpen }.map(\.what)
        }
        try await family.act(RecordFollowUp(.visit, of: family.mother, safe: .yes, note: "Baik."))
        #expect(try await open() == ["Melati"])
        try await family.act(RecordFollowUp(.visit, of: family.child, safe: .yes, note: "Baik."))
        #expect(try await open() == [])
    }

    /// What is agreed for one service stands beside what is agreed for another, and for a visit.
    @Test func anAppointmentTakesThePlaceOfItsOwnOnly() async throws {
        let family = try await Family()
        let days = { (count: Double) in Moment(World.now + count * 86_400) }
        let open = {
            try await family.record().triggers.filter { $0.rule == .appointment && $0.isOpen }
                .sorted { $0.start < $1.start }.map { "\($0.service?.rawValue ?? "-") \(Day($0.start).text.suffix(2))" }
        }
        let first = Day(World.now)
        let expected = { (parts: [(String, Int)]) in parts.map { "\($0) \(first.adding($1).text.suffix(2))" } }
        let health = { GiveService(.health, to: family.mother, note: "x", next: days($0)) }
        try await family.act(health(5))
        try await family.act(GiveService(.legalAid, to: family.mother, note: "x", next: days(8)))
        try await family.act(RecordFollowUp(.phone, of: family.mother, safe: .yes, note: "x", next: days(3)))
        #expect(try await open() == expected([("-", 3), ("KES", 5), ("BHK", 8)]))
        // Sooner or later than it was agreed, for the same.
        try await family.act(health(6))
        #expect(try await open() == expected([("-", 3), ("KES", 6), ("BHK", 8)]))
        // She did not come, and another day is agreed: nothing waits that is over, and what is ahead stays.
        family.world.clock.advance(7 * 86_400)
        try await family.act(
            RecordFollowUp(.notReached, of: family.mother, safe: .unknown, note: "x", next: days(9)))
        #expect(try await open() == expected([("BHK", 8), ("-", 9)]))
        // Whoever is with her on the day keeps what was agreed for it.
        family.world.clock.advance(86_400)
        try await family.act(RecordFollowUp(.visit, of: family.mother, safe: .yes, note: "x"))
        #expect(try await open() == expected([("-", 9)]))
        let due = try await family.world.desk.dues(for: family.world.rina).filter { $0.rule == .appointment }
        #expect(due.map(\.service) == [nil] && due.map(\.what) == ["Ibu Melati"])
    }

    /// One client's hearing is one, and stays so when another client comes.
    @Test func aHearingOfTheOnlyClientIsOneNamedOrNot() async throws {
        let world = try await World()
        let (file, client) = try await world.calmCase()
        let days = { (count: Double) in Moment(World.now + count * 86_400) }
        let open = {
            try await world.file(file).triggers.filter { $0.rule == .hearing && $0.isOpen }.map(\.start)
        }
        try await world.act(RecordProceeding(.hearingSet, next: days(2)), on: file)
        try await world.act(RecordProceeding(.hearingSet, client: client, next: days(3)), on: file)
        #expect(try await open() == [days(3).instant])
        try await world.act(RecordProceeding(.hearingSet, next: days(4)), on: file)
        #expect(try await open() == [days(4).instant])
        try await world.act(AddPerson("Adik", .client), on: file)
        // Whose it was when there was one client is meant still, whoever comes.
        try await world.act(RecordProceeding(.hearingSet, client: client, next: days(5)), on: file)
        #expect(try await open() == [days(5).instant])
    }

    /// Two victims of one case may be heard on two days.
    @Test func aHearingOfOneTakesNothingFromTheOther() async throws {
        let family = try await Family()
        let days = { (count: Double) in Moment(World.now + count * 86_400) }
        let open = {
            try await family.record().namedTriggers.filter { $0.rule == .hearing && $0.isOpen }
                .sorted { $0.start < $1.start }.map(\.what)
        }
        try await family.act(RecordProceeding(.hearingSet, client: family.mother, next: days(2)))
        try await family.act(RecordProceeding(.hearingSet, client: family.child, next: days(4)))
        try await family.act(RecordProceeding(.hearingSet, next: days(6)))
        #expect(try await open() == ["Ibu Melati", "Melati", nil])
        // Put off for one; then hers is heard and decided, with what was set for all.
        try await family.act(RecordProceeding(.hearingSet, client: family.mother, next: days(5)))
        #expect(try await open() == ["Melati", "Ibu Melati", nil])
        family.world.clock.advance(5 * 86_400)
        try await family.act(RecordProceeding(.hearingHeld, client: family.mother))
        #expect(try await open() == ["Melati", nil])
        try await family.act(RecordProceeding(.verdict, client: family.mother))
        #expect(try await open() == ["Melati"])
        try await family.act(RecordProceeding(.verdict))
        #expect(try await open() == [])
    }

    @Test func ofSeveralClientsOneIsNamed() async throws {
        let family = try await Family()
        let missing = [Fault("client", .missing)]
        #expect(try await family.faults(of: RecordFollowUp(.visit, safe: .yes, note: "Baik.")) == missing)
        #expect(try await family.faults(of: SetSafeContact<CaseFile>(safeContact: "Siang.")) == missing)
        let stranger = [Fault("client", .notInList)]
        #expect(try await family.faults(of: RecordFollowUp(.visit, of: ID(), safe: .yes, note: "Baik.")) == stranger)
        #expect(try await family.faults(of: SetSafeContact<CaseFile>(of: ID(), safeContact: "Siang.")) == stranger)
        // All that is wrong is told at once.
        let both = try await family.faults(of: RecordFollowUp(.wrongPerson, safe: .unknown, note: "x"))
        #expect(both == missing + [Fault("phone", .missing)])

        let (single, _) = try await family.world.calmCase()
        try await family.world.act(RecordFollowUp(.visit, safe: .yes, note: "Baik."), on: single)
        await #expect(throws: NotDone.faulty(FormFaults(all: missing))) {
            try await family.world.act(RecordFollowUp(.throughOthers, safe: .yes, note: "Kata bibi."), on: single)
        }
    }

    // MARK: how each is reached

    @Test func eachClientIsReachedInTheirOwnWay() async throws {
        let family = try await Family()
        let told = try await family.record()
        // The school told one contact, and did not say whose.
        #expect(told.contact(of: family.mother) == nil && told.contact(of: family.child) == nil)
        #expect(told.contactOfNobody?.how == "Telepon guru, jam sekolah")
        #expect(try SetSafeContact.suggestion(for: told) == nil)

        let never = ContactRules(never: "Jangan ke rumah.")
        try await family.act(
            SetSafeContact<CaseFile>(of: family.mother, phone: "+6281200000001", safeContact: "Pagi.", rules: never))
        let first = try await family.record()
        #expect(first.contact(of: family.mother)?.how == "Pagi." && first.contact(of: family.child) == nil)
        #expect(first.contactOfNobody?.phone == World.fromSchool.phone)
        let chosen = { (client: ID<Person>) in
            try SetSafeContact.suggestion(for: first, choosing: client.description, on: Day(World.now))
        }
        #expect(try chosen(family.mother)?.first("safeContact") == "Pagi.")
        let ofChild = try #require(try chosen(family.child))
        #expect(ofChild.first("phone") == nil && ofChild.first("safeContact")?.isEmpty != false)
        #expect(ofChild.first("client") == family.child.description)
        #expect(try chosen(ID()) == nil)
        // What must never be done to the mother is not asked about the child.
        try await family.world.desk.perform(
            SetSafeContact<CaseFile>(of: family.child, safeContact: "Lewat wali kelas."), on: family.file,
            by: family.world.rina)
        let both = try await family.record()
        #expect(both.contact(of: family.mother)?.how == "Pagi.")
        #expect(both.contact(of: family.child)?.how == "Lewat wali kelas." && both.contactOfNobody == nil)

        // A complaint's word waits until somebody made sure whom it reaches.
        try await family.join()
        #expect(try await family.record().contactOfNobody?.phone == "+6281200000009")
        #expect(try await family.record().contact(of: family.mother)?.heard == [])
        try await family.act(SetSafeContact<CaseFile>(of: family.child, safeContact: "Lewat tante."))
        #expect(try await family.record().contactOfNobody == nil)
        // Each number and each word is found.
        let card = try await family.record().card(1)
        #expect(card.phones.contains("+6281200000001") && card.text.contains("Lewat tante."))
        #expect(try await family.world.workspace.verify() == [])
    }

    /// The last that is said takes away what was told of nobody, and with it what must never be done.
    @Test func whatAComplaintForbidsIsNotForgottenUnnoticed() async throws {
        let family = try await Family()
        let never = ContactRules(never: "Jangan telepon.")
        let school = SetSafeContact<Complaint>(safeContact: "Lewat guru.", rules: never)
        try await family.world.desk.perform(school, on: family.complaint, by: family.world.dewi)
        let say = { (client: ID<Person>, rules: ContactRules?) in
            try await family.world.desk.perform(
                SetSafeContact<CaseFile>(of: client, safeContact: "Pagi.", rules: rules), on: family.file,
                by: family.world.rina)
        }
        _ = try await say(family.mother, nil)
        await #expect(throws: NotDone.cautioned([Caution("contact-forgets")])) { try await say(family.child, nil) }
        _ = try await say(family.child, never)
        #expect(try await family.record().contactOfNobody == nil)
    }

    @Test func anUnsafeNumberIsUnsafeForAllUntilItIsSaidOfOne() async throws {
        let family = try await Family()
        let phone: Phone = "+6281200000001"
        for client in [family.mother, family.child] {
            try await family.act(SetSafeContact<CaseFile>(of: client, phone: phone, safeContact: "Pagi."))
        }
        try await family.act(
            RecordFollowUp(.wrongPerson, of: family.mother, safe: .unknown, note: "Suaminya.", phone: phone))
        let unsafe = {
            let file = try await family.record()
            return [family.mother, family.child].map { file.contact(of: $0)?.isPhoneUnsafe }
        }
        #expect(try await unsafe() == [true, true])
        let again = SetSafeContact<CaseFile>(of: family.child, phone: phone, safeContact: "Pagi.")
        await #expect(throws: NotDone.cautioned([Caution("phone-unsafe")])) {
            try await family.world.desk.perform(again, on: family.file, by: family.world.rina)
        }
        try await family.act(again)
        #expect(try await unsafe() == [true, false])
    }

    @Test func whoWasTheOnlyClientKeepsTheirContact() async throws {
        let world = try await World()
        let (complaint, file) = try await world.openCase()
        let client = try #require(try await world.file(file).client).id
        #expect(try await world.file(file).contact(of: client)?.how == "Telepon guru, jam sekolah")
        try await world.act(SetSafeContact<CaseFile>(phone: "+6281200000001", safeContact: "Pagi."), on: file)
        // Who goes by a complaint's contact hears of another one; it stays with them.
        let other = SetSafeContact<Complaint>(phone: "+6281200000002", safeContact: "Sore.")
        try await world.desk.perform(other, on: complaint, by: world.dewi)
        #expect(try await world.file(file).contact(of: client)?.heard.map(\.how) == ["Sore."])
        try await world.act(AddPerson("Adik", .client, sex: .male, age: Years(9)), on: file)
        let two = try await world.file(file)
        let brother = try #require(two.clients.last).id
        #expect(two.contact(of: client)?.how == "Pagi." && two.contact(of: client)?.heard.map(\.how) == ["Sore."])
        #expect(two.contact(of: brother) == nil && two.contactOfNobody == nil)
    }
}
