import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk
@testable import Storage

@Suite struct TriageTests {
    @Test func aNewCaseIsOpenedInTheSameTransaction() async throws {
        let world = try await World()
        let (complaint, file) = try await world.openCase()

        #expect(try await world.desk.inboxCount(by: world.dewi) == 0)
        let opened = try await world.desk.open(CaseFile.self, file, by: world.rina)
        #expect(opened.code?.description == "BTM-2026-0003")
        #expect(opened.record.people.map(\.name) == ["Melati", "Ja'far Siregar"])
        #expect(opened.record.people.map(\.role) == [.client, .reporter])
        #expect(opened.record.client?.age(on: Day(World.now)) == 14)
        #expect(opened.record.complaints == [complaint])
        #expect(opened.card.status == .intervention)
        #expect(opened.record.opening?.at == World.now)
        #expect(try await world.workspace.verify() == [])
    }

    @Test func lowerRiskBeginsWithAssessment() async throws {
        let world = try await World()
        let complaint = try await world.receive()
        var triage = world.triage(world.rina.id)
        triage.reachable = .no
        triage.risk = .medium
        try await world.desk.perform(triage, on: complaint, by: world.dewi)

        let cases = try await world.desk.list(.cases(own: true), by: world.rina)
        #expect(cases.rows.map(\.card.status) == [.assessment])
    }

    @Test func allThatIsMissingIsToldAtOnce() async throws {
        let world = try await World()
        let complaint = try await world.receive()
        let triage = TriageComplaint(
            reachable: .yes, threat: .no, injured: .no, risk: .low, decision: .newCase)

        let missing = ["riskReason", "forms", "manager"].map { Fault($0, .missing) }
        await #expect(throws: NotDone.faulty(FormFaults(all: missing))) {
            try await world.desk.perform(triage, on: complaint, by: world.dewi)
        }
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("manager", .notInList)]))) {
            try await world.desk.perform(world.triage(world.yohana.id), on: complaint, by: world.dewi)
        }
        for decision in [TriageDecision.handledElsewhere, .passedOn] {
            let elsewhere = TriageComplaint(
                reachable: .no, threat: .no, injured: .no, risk: .low, decision: decision)
            await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("elsewhere", .missing)]))) {
                try await world.desk.perform(elsewhere, on: complaint, by: world.dewi)
            }
        }
    }

    @Test func aComplaintIsTriagedOnce() async throws {
        let world = try await World()
        let (complaint, _) = try await world.openCase()
        await #expect(throws: NotDone.refused(Refusal("already-triaged"))) {
            try await world.desk.perform(world.triage(world.rina.id), on: complaint, by: world.dewi)
        }
    }

    @Test func aComplaintJoinsACaseThatIsThere() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let second = try await world.receive(
            ReceiveComplaint(channel: .direct, what: "Tante bercerita.", affected: [Affected("Melati")]))

        let alike = try await world.desk.list(.alike([Profile("Melati")]), by: world.dewi)
        #expect(alike.rows.map(\.card.record) == [file.value])
        // Dewi is not of its team: the row says that there is one, and whom to ask.
        #expect(alike.rows.map(\.sight) == [.listed] && alike.rows.map(\.card.title) == [""])

        let joins = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, decision: .joinCase, joins: file)
        try await world.desk.perform(joins, on: second, by: world.dewi)
        let fold = try await world.desk.open(CaseFile.self, file, by: world.rina)
        #expect(fold.record.complaints.count == 2)
        #expect(fold.history.last?.action is JoinComplaint)
        // Whoever manages the case reads what joined it.
        _ = try await world.desk.open(Complaint.self, second, by: world.rina)
    }

    @Test func whatJoinsCanOnlyMakeTheCaseMoreUrgent() async throws {
        let world = try await World()
        let first = try await world.receive()
        var triage = world.triage(world.rina.id)
        (triage.forms, triage.reachable, triage.risk) = ([.neglect], .no, .low)
        try await world.desk.perform(triage, on: first, by: world.dewi)
        let file = try #require(try await world.desk.open(Complaint.self, first, by: world.dewi).record.caseFile)
        let second = try await world.receive(ReceiveComplaint(channel: .direct, what: "Tante bercerita."))
        let joins = TriageComplaint(
            reachable: .yes, threat: .no, injured: .no, risk: .high, forms: [.sexual], decision: .joinCase, joins: file)

        try await world.desk.perform(joins, on: second, by: world.dewi)

        let opened = try await world.desk.open(CaseFile.self, file, by: world.rina)
        #expect(opened.record.risk == .high && opened.card.status == .intervention)
        #expect(opened.record.forms == [.sexual, .neglect])
        #expect(try await world.desk.dues(for: world.rina).map(\.rule) == [.reportToPolice])
    }

    @Test func contactThatIsToldAfterTriageReachesTheCase() async throws {
        let world = try await World()
        let (complaint, file) = try await world.openCase()
        let never = SetSafeContact<Complaint>(safeContact: "Jangan nomor itu: ponselnya dipegang terlapor.")

        try await world.desk.perform(never, on: complaint, by: world.dewi)

        let contact = try await world.desk.open(CaseFile.self, file, by: world.rina).record.contact
        #expect(contact.how == never.safeContact && contact.phone == nil)
        #expect(try await world.workspace.verify() == [])
    }

    /// A word changed at a joined complaint must not bring back a number that the case has given up.
    @Test func onlyWhatBecameDifferentAtAComplaintReachesTheCase() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let second = try await world.receive(
            ReceiveComplaint(
                channel: .direct, what: "Tante bercerita.", phone: "+6281200000009", safeContact: "Telepon tante."))
        let joins = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, decision: .joinCase, joins: file)
        try await world.desk.perform(joins, on: second, by: world.dewi)
        let current = SetSafeContact<CaseFile>(phone: "+6281200007777", safeContact: "Nomor baru, siang.")
        try await world.desk.perform(current, on: file, by: world.rina)

        let word = SetSafeContact<Complaint>(phone: "+6281200000009", safeContact: "Telepon tante, malam.")
        try await world.desk.perform(word, on: second, by: world.dewi)

        let contact = { try await world.desk.open(CaseFile.self, file, by: world.rina).record.contact }
        #expect(try await contact().phone == "+6281200007777")
        #expect(try await contact().how == "Telepon tante, malam.")
        // A number that is given up at a complaint goes from the case only where it is the same one.
        let none = SetSafeContact<Complaint>(safeContact: "Telepon tante, malam.")
        try await world.desk.perform(none, on: second, by: world.dewi)
        #expect(try await contact().phone == "+6281200007777")
    }

    @Test func aCaseWithoutContactTakesThatOfAComplaintThatJoins() async throws {
        let world = try await World()
        let first = try await world.receive(ReceiveComplaint(channel: .letter, what: "Surat tanpa nama."))
        try await world.desk.perform(world.triage(world.rina.id), on: first, by: world.dewi)
        let file = try #require(try await world.desk.open(Complaint.self, first, by: world.dewi).record.caseFile)
        let never = ContactRules(never: "Jangan telepon sesudah jam 16.")
        let second = try await world.receive(
            ReceiveComplaint(channel: .direct, what: "Tante.", phone: "+6281200000009", rules: never))
        let joins = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, decision: .joinCase, joins: file)
        try await world.desk.perform(joins, on: second, by: world.dewi)

        let contact = try await world.desk.open(CaseFile.self, file, by: world.rina).record.contact
        #expect(contact == SafeContact(phone: "+6281200000009", rules: never))
    }

    /// Not even by who triaged it and manages it: it needs a second person.
    @Test func aCaseIsNotVoidedAwayFromItsComplaintByOneAlone() async throws {
        let world = try await World()
        let complaint = try await world.receive()
        try await world.desk.perform(world.triage(world.rina.id), on: complaint, by: world.rina)
        let file = try #require(try await world.desk.open(Complaint.self, complaint, by: world.rina).record.caseFile)

        try await world.desk.perform(VoidRecord<CaseFile>(.duplicate, because: "x"), on: file, by: world.rina)

        let fold = try await world.desk.open(CaseFile.self, file, by: world.rina)
        #expect(fold.voided == nil && fold.history.last?.approval == .asked)
    }

    @Test func whatTriageReadIsNotRewritten() async throws {
        let world = try await World()
        let (complaint, _) = try await world.openCase()
        let opening = try #require(try await world.desk.open(Complaint.self, complaint, by: world.dewi).history.first)
            .id
        await #expect(throws: NotDone.refused(MendingRules.builtUpon)) {
            try await world.desk.perform(
                CorrectEntry<Complaint>(opening, to: World.fromSchool, because: "x"), on: complaint, by: world.dewi)
        }
    }

    @Test func whatIsJoinedMustBeThere() async throws {
        let world = try await World()
        let complaint = try await world.receive()
        let joins = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, decision: .joinCase, joins: ID())

        await #expect(throws: NotDone.refused(Refusal("no-such-record"))) {
            try await world.desk.perform(joins, on: complaint, by: world.dewi)
        }
        #expect(try await world.desk.inboxCount(by: world.dewi) == 1)
    }

    @Test func whatOnlyTriageEntailsIsNotPerformedByAnybody() async throws {
        let world = try await World()
        let opening = OpenCase(
            complaint: ID(), triage: world.triage(world.rina.id), received: World.fromSchool, contact: SafeContact(),
            at: World.now, manager: world.rina.id)
        await #expect(throws: NotDone.unknown) { try await world.desk.perform(opening, on: ID(), by: world.dewi) }
    }
}

@Suite struct SightTests {
    @Test func aCaseIsOpenToItsManagerAStubToTheOfficeAndUnknownElsewhere() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()

        _ = try await world.desk.open(CaseFile.self, file, by: world.rina)
        for worker in [world.dewi, world.hasan, world.yohana, world.other] {
            await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, file, by: worker) }
        }
        for worker in [world.dewi, world.hasan] {
            let all = try await world.desk.list(.cases(own: false), by: worker)
            #expect(all.rows.map(\.sight) == [.listed])
            let stub = try #require(all.rows.first).card
            #expect(stub.title.isEmpty && stub.people.isEmpty && stub.text.isEmpty && stub.phones.isEmpty)
            #expect(Set(stub.codes.keys) == ["risk", "age", "district", "manager"])
            #expect(stub.triggers.isEmpty && stub.team.isEmpty)
            #expect(try await world.desk.list(.search("melati"), by: worker).rows.allSatisfy { $0.sight == .open })
            #expect(try await world.desk.list(.search("BTM-2026-0003"), by: worker).rows.map(\.sight) == [.listed])
        }
        for worker in [world.yohana, world.other] {
            #expect(try await world.desk.list(.cases(own: false), by: worker).total == 0)
            #expect(try await world.desk.list(.alike([Profile("Melati")]), by: worker).total == 0)
        }
    }

    @Test func triageEndsTheTeamOfAComplaint() async throws {
        let world = try await World()
        let id = try await world.receive()
        _ = try await world.desk.open(Complaint.self, id, by: world.hasan)
        try await world.desk.perform(world.triage(world.rina.id), on: id, by: world.dewi)

        _ = try await world.desk.open(Complaint.self, id, by: world.dewi)
        _ = try await world.desk.open(Complaint.self, id, by: world.rina)
        await #expect(throws: NotDone.unknown) { try await world.desk.open(Complaint.self, id, by: world.hasan) }
    }

    @Test func aCaseThatWasHandedOnIsTheNewManagersAlone() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()

        try await world.desk.perform(AssignManager(world.hasan.id, because: "Cuti."), on: file, by: world.rina)

        _ = try await world.desk.open(CaseFile.self, file, by: world.hasan)
        await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, file, by: world.rina) }
        let complaint = try #require(
            try await world.desk.open(CaseFile.self, file, by: world.hasan).record.complaints.first)
        _ = try await world.desk.open(Complaint.self, complaint, by: world.hasan)
        await #expect(throws: NotDone.unknown) { try await world.desk.open(Complaint.self, complaint, by: world.rina) }
    }

    /// One model ranks by all that is known: a name that is spelled otherwise with the same birth date stands before
    /// the same name of somebody of another age, and each tells why.
    @Test func theLikeliestCaseComesFirstAndSaysWhy() async throws {
        let world = try await World()
        let (_, one) = try await world.openCase()
        let second = try await world.receive(ReceiveComplaint(channel: .direct, what: "Lain."))
        try await world.desk.perform(world.triage(world.rina.id), on: second, by: world.dewi)
        let two = try #require(try await world.desk.open(Complaint.self, second, by: world.dewi).record.caseFile)
        let born = AddPerson("Noerhayati", .family, sex: .female, born: "1980-05-14")
        try await world.desk.perform(born, on: one, by: world.rina)
        let other = AddPerson("Nurhayati", .family, sex: .female, born: "2015-01-02")
        try await world.desk.perform(other, on: two, by: world.rina)

        let wanted = Profile("Nurhayati", sex: .female, born: "1980-05-14")
        let found = try await world.desk.list(.alike([wanted]), by: world.dewi).rows

        #expect(found.map(\.card.record) == [one.value, two.value])
        #expect(found.map(\.clues) == [[.name, .born], [.name]])
    }

    @Test func onlyNamesAndPhonesFindAStub() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.desk.perform(RecordNote(note: "Rahasia kesehatan."), on: file, by: world.rina)
        let person = AddPerson("Ibu Noerhayati", .family, nik: "2171015405800001")
        try await world.desk.perform(person, on: file, by: world.rina)

        for names in [["Rahasia"], ["2171015405800001"], ["bercerita"], ["*"]] {
            #expect(try await world.desk.list(.alike(names.map { Profile($0) }), by: world.dewi).total == 0)
        }
        #expect(try await world.desk.list(.alike([Profile("Nurhayati")]), by: world.dewi).total == 1)
        #expect(
            try await world.desk.list(.alike([Profile("", phone: Phone("+6281234567890"))]), by: world.dewi).total == 1)
        #expect(
            try await world.desk.list(.alike([Profile("", phone: Phone("+628123456789"))]), by: world.dewi).total == 0)
    }

    /// The policy in Swift and the scope in SQL say the same of every record and every worker.
    @Test func policyAndScopeAgree() async throws {
        let world = try await World()
        let (complaint, file) = try await world.openCase()
        let new = try await world.receive(ReceiveComplaint(channel: .letter, what: "Surat."))
        let asking = try await world.receive(ReceiveComplaint(channel: .direct, what: "Lain."))
        try await world.desk.perform(world.triage(world.rina.id), on: asking, by: world.dewi)
        let asked = try #require(try await world.desk.open(Complaint.self, asking, by: world.dewi).record.caseFile)
        try await world.desk.perform(RequestWaiver(.reportToPolice, because: "x"), on: asked, by: world.rina)
        let office = Office.id(in: 1)
        try await world.desk.perform(SetUpOffice("Kantor"), on: office, by: world.yohana)

        for worker in [world.dewi, world.rina, world.hasan, world.yohana, world.other] {
            let scope = Scope(worker)
            for record in [complaint.value, file.value, new.value, asking.value, asked.value, office.value] {
                let place = try #require(try await world.desk.index.whereabouts(of: record, for: worker))
                let row = try await world.desk.index.rows(
                    """
                    SELECT (\(scope.listed)) AS listed, (\(scope.open)) AS open FROM cards WHERE record = \(record)
                    """
                ).first
                let isListed = try row?.int("listed") == 1
                let isOpen = try row?.int("open") == 1
                let sight: Sight = !isListed ? .unknown : isOpen ? .open : .listed
                #expect(Policy.sight(worker, of: place) == sight, "\(worker.name)")
            }
        }
    }
}

@Suite struct ClockTests {
    @Test func complaintsRunByTheStandard() async throws {
        let world = try await World()
        try await world.receive()
        try await world.receive(ReceiveComplaint(channel: .letter, what: "Surat."))

        let dues = try await world.desk.dues(for: world.dewi)

        #expect(dues.map(\.rule) == [.serveAtOnce, .serveSoon])
        #expect(dues.map(\.at) == [World.now, World.now + 6 * 3600])
    }

    @Test func sexualViolenceIsReportedToThePoliceWithinThreeDays() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()

        #expect(try await world.desk.dues(for: world.rina).map(\.at) == [World.now + 72 * 3600])
        #expect(try await world.desk.dues(for: world.dewi).isEmpty)

        world.clock.advance(3600)
        try await world.desk.perform(
            ReportToPolice(unit: "Unit PPA", number: "LP/B/1"), on: file, by: world.rina)
        #expect(try await world.desk.dues(for: world.rina).isEmpty)
        let trigger = try await world.desk.open(CaseFile.self, file, by: world.rina).record.triggers.first
        #expect(trigger?.met == World.now + 3600)
    }

    @Test func otherViolenceStartsNoSuchClock() async throws {
        let world = try await World()
        let complaint = try await world.receive()
        var triage = world.triage(world.rina.id)
        triage.forms = [.physical, .neglect]
        try await world.desk.perform(triage, on: complaint, by: world.dewi)
        #expect(try await world.desk.dues(for: world.rina).isEmpty)
    }

    @Test func aDueIsWaivedByTheSupervisorAlone() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let granted = DecideWaiver(.reportToPolice, .granted, because: "Keluarga sudah melapor.")

        await #expect(throws: NotDone.unknown) { try await world.desk.perform(granted, on: file, by: world.hasan) }
        try await world.desk.perform(RequestWaiver(.reportToPolice, because: "x"), on: file, by: world.rina)
        await #expect(throws: NotDone.notPermitted(.approve)) {
            try await world.desk.perform(granted, on: file, by: world.rina)
        }
        // Asked for, the file is open to who decides; decided, it is closed again.
        _ = try await world.desk.open(CaseFile.self, file, by: world.hasan)
        try await world.desk.perform(granted, on: file, by: world.hasan)
        await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, file, by: world.hasan) }
        #expect(try await world.desk.dues(for: world.rina).isEmpty)
    }

    @Test func whatTheSupervisorReadIsNotRewritten() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.desk.perform(RequestWaiver(.reportToPolice, because: "x"), on: file, by: world.rina)
        let request = try #require(try await world.desk.open(CaseFile.self, file, by: world.rina).history.last).id
        try await world.desk.perform(
            DecideWaiver(.reportToPolice, .granted, because: "Setuju."), on: file, by: world.hasan)

        await #expect(throws: NotDone.refused(MendingRules.builtUpon)) {
            try await world.desk.perform(WithdrawEntry<CaseFile>(request, because: "x"), on: file, by: world.rina)
        }
    }

    @Test func nobodyDecidesTheirOwnRequest() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.desk.perform(AssignManager(world.hasan.id, because: "x"), on: file, by: world.rina)
        try await world.desk.perform(RequestWaiver(.reportToPolice, because: "x"), on: file, by: world.hasan)
        try await world.accounts.add(handle: "ida", name: "Ida Ayu", posts: [.head], password: World.password)

        await #expect(throws: NotDone.refused(Refusal("own-approval"))) {
            try await world.desk.perform(
                DecideWaiver(.reportToPolice, .granted, because: "x"), on: file, by: world.hasan)
        }
    }

    @Test func everyKnownRuleIsInTheRulebookWithItsWords() throws {
        let rulebook = try Rulebook.shipped()
        #expect(Set(rulebook.rules.keys) == Set(RuleID.known))
        for rule in rulebook.rules.values {
            for language in Language.allCases { #expect(rule.sentence[language.rawValue]?.isEmpty == false) }
            // What is agreed, and what is our own, has no article.
            #expect(!rule.basis.isEmpty || rule.source.hasPrefix("own"))
            #expect(!rule.source.isEmpty && ["H", "M", "L"].contains(rule.confidence))
        }
    }
}
