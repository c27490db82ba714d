import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// Closing, and what stands in its way.
@Suite struct ClosureTests {
    @Test func noClosureWithAnOpenDueThatBindsTheOffice() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let refused = NotDone.refused(
            Refusal("open-due", law: "UU 12/2022 ps. 41(2)-(3)", remedy: ReportToPolice.name, due: .reportToPolice))
        await #expect(throws: refused) { try await world.act(World.closure, on: file) }
        try await world.meetDues(of: file)
        try await world.act(World.closure, on: file)
        // What comes up before it is decided counts too.
        let partner = try await world.openOffice().partner
        let client = try await world.client(of: file)
        try await world.act(
            ReferClient(client, to: partner, .health, parts: [.identity], basis: .legalDuty, because: "x"), on: file)
        await #expect(throws: NotDone.refused(Refusal("open-referral", remedy: RecordReferralOutcome.name))) {
            try await world.act(DecideClosure(.granted, because: "x"), on: file, by: world.hasan)
        }
        try await world.act(DecideClosure(.refused, because: "Tunggu."), on: file, by: world.hasan)
        #expect(try await world.file(file).status == .referred)
    }

    /// Before anything is asked, and each once, however many clients it is about.
    @Test func allThatIsOpenIsTold() async throws {
        let world = try await World()
        var told = World.fromSchool
        told.affected = ["Ibu Melati", "Melati"].map { (name: Line) in Affected(name, sex: .female) }
        let complaint = try await world.receive(told)
        try await world.desk.perform(world.triage(world.rina.id), on: complaint, by: world.dewi)
        let file = try #require(try await world.desk.open(Complaint.self, complaint, by: world.dewi).record.caseFile)
        let partner = try await world.openOffice().partner
        let client = try #require(try await world.file(file).clients.first).id
        try await world.act(
            ReferClient(client, to: partner, .health, parts: [.identity], basis: .legalDuty, because: "x"), on: file)
        let record = try await world.file(file)
        let context = Context(now: World.now, worker: world.rina, law: world.desk.law(in: 1))
        let obstacles = RequestClosure.obstacles(on: record, context)
        let open = record.openDues(context.law.rulebook).map(\.id)
        #expect(open.count > Set(open).count)
        #expect(Set(obstacles.compactMap(\.due)) == Set(open))
        #expect(obstacles.count == Set(open).count + 1 && obstacles.last?.reason == "open-referral")
    }

    @Test func aPlanIsNotLeftUnfinishedUnseen() async throws {
        let world = try await World()
        let (file, client) = try await world.calmCase()
        try await world.act(RecordAssessment(client, try world.sheet("risk"), risk: .medium), on: file)
        let plan = AgreePlan(
            [AgreePlan.Goal("Aman", [AgreePlan.Step("Ganti kunci", by: World.plan.review)])], review: World.plan.review)
        try await world.act(plan, on: file)
        try await world.act(RecordConsent(client, to: .services), on: file)
        let left = Caution("open-steps", ["n": "1"])

        await #expect(throws: NotDone.cautioned([left])) {
            try await world.desk.perform(World.closure, on: file, by: world.rina)
        }
        try await world.desk.perform(World.closure, on: file, by: world.rina, Asking(ticked: [left.mark]))
        await #expect(throws: NotDone.cautioned([left])) {
            try await world.desk.perform(DecideClosure(.granted, because: "x"), on: file, by: world.hasan)
        }
        try await world.desk.perform(
            DecideClosure(.granted, because: "x"), on: file, by: world.hasan, Asking(ticked: [left.mark]))
        let trigger = try #require(try await world.file(file).triggers.first { $0.rule == .planStep })
        #expect(trigger.waived != nil && trigger.met == nil)
    }

    @Test func lostContactIsClosedOnlyAfterSeveralAttempts() async throws {
        let world = try await World()
        let (file, _) = try await world.calmCase()
        var lost = RequestClosure(.lostContact, summary: "x", feedback: .couldNotBeAsked)
        await #expect(
            throws: NotDone.faulty(
                FormFaults(all: [Fault("attempts", .notANumber(3...999)), Fault("feedbackWords", .missing)]))
        ) { try await world.act(lost, on: file) }
        lost.attempts = Count(3)
        lost.feedbackWords = "Tidak terjangkau."
        // Nobody was ever with the client: who decides lets the office off that.
        let refused = Refusal(
            "open-due", law: "Standar layanan UPTD PPA", remedy: RecordFollowUp.name, due: .reachMedium)
        await #expect(throws: NotDone.refused(refused)) { try await world.act(lost, on: file) }
        try await world.act(RequestWaiver(.reachMedium, because: "Tiga kali dicari."), on: file)
        try await world.act(DecideWaiver(.reachMedium, .granted, because: "x"), on: file, by: world.hasan)
        try await world.act(lost, on: file)
    }

    @Test func theManagerDoesNotDecideAndTheSmallOfficeMayWithAMark() async throws {
        let world = try await World()
        let (file, client) = try await world.calmCase()
        try await world.act(AssignManager(world.hasan.id, because: "x"), on: file)
        try await world.act(
            RecordAssessment(client, try world.sheet("risk"), risk: .medium), on: file, by: world.hasan)
        try await world.act(World.plan, on: file, by: world.hasan)
        let decision = DecidePlan(.granted, because: "Tidak ada orang lain.")

        await #expect(throws: NotDone.cautioned([Caution("no-second-person")])) {
            try await world.desk.perform(decision, on: file, by: world.hasan)
        }
        try await world.act(decision, on: file, by: world.hasan)

        let fold = try await world.desk.open(CaseFile.self, file, by: world.hasan)
        #expect(fold.record.decidedAlone == 1 && fold.history.last?.ticked == ["no-second-person"])
        let overseen = try await world.desk.list(.decidedAlone, by: world.yohana)
        #expect(overseen.rows.map(\.code) == [fold.code?.description] && overseen.rows.first?.card.title == "")
        #expect(try await world.desk.list(.decidedAlone, by: world.rina).total == 0)

        try await world.accounts.add(handle: "ida", name: "Ida Ayu", posts: [.head], password: World.password)
        try await world.act(World.plan, on: file, by: world.hasan)
        await #expect(throws: NotDone.refused(Refusal("own-approval"))) {
            try await world.desk.perform(decision, on: file, by: world.hasan)
        }
    }

    @Test func nobodyIsAskedToDecideInAClosedFile() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.act(RequestWaiver(.reportToPolice, because: "x"), on: file)
        try await world.meetDues(of: file)
        // Its due was met meanwhile: there is nothing to decide.
        await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, file, by: world.hasan) }
        try await world.act(World.plan, on: file)
        try await world.act(World.closure, on: file)
        try await world.act(DecideClosure(.granted), on: file, by: world.hasan)
        #expect(try await world.file(file).status == .closed)
        await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, file, by: world.hasan) }
    }

    @Test func decisionsAreMadeAnewAndNotMended() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.act(AssignManager(world.hasan.id, because: "x"), on: file)
        try await world.meetDues(of: file, by: world.hasan)
        try await world.act(World.closure, on: file, by: world.hasan)
        try await world.act(DecideClosure(.granted, because: "Sendiri."), on: file, by: world.hasan)
        try await world.act(ReopenCase(.low, because: "x"), on: file, by: world.hasan)
        let history = try await world.desk.open(CaseFile.self, file, by: world.hasan).history
        for decision in history.suffix(2) {
            await #expect(throws: NotDone.refused(MendingRules.final)) {
                try await world.act(WithdrawEntry<CaseFile>(decision.id, because: "x"), on: file, by: world.hasan)
            }
        }
    }

    @Test func aCaseThatWasWorkedOnIsVoidedByApproval() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.act(RecordNote(note: "Percobaan."), on: file)
        try await world.act(VoidRecord<CaseFile>(.test, because: "Latihan."), on: file)
        #expect(try await world.file(file).status == .intervention)
        let proposal = try #require(try await world.desk.open(CaseFile.self, file, by: world.hasan).history.last).id
        try await world.act(DecideMending<CaseFile>(proposal, .granted, because: "Benar."), on: file, by: world.hasan)
        #expect(try await world.desk.list(.cases(own: true), by: world.rina).total == 0)
        await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, file, by: world.hasan) }
        #expect(try await world.restarted().verify() == [])
    }

    @Test func whoIsNotSafeIsAssessedBeforeTheCaseIsClosed() async throws {
        let world = try await World()
        let (file, client) = try await world.calmCase()
        try await world.act(RecordConsent(client, to: .services), on: file)
        try await world.act(RecordAssessment(client, try world.sheet("risk"), risk: .medium), on: file)
        try await world.act(RecordFollowUp(.phone, safe: .no, note: "Terlapor menunggu di depan rumah."), on: file)
        #expect(try await world.file(file).nextStep == RecordAssessment.name)
        await #expect(throws: NotDone.refused(Refusal("assess-before-closing", remedy: RecordAssessment.name))) {
            try await world.act(World.closure, on: file)
        }
        try await world.act(RecordAssessment(client, try world.sheet("risk"), risk: .high), on: file)
        try await world.act(World.closure, on: file)
    }

    @Test(arguments: ClosureReason.allCases)
    func whoGoesOnWithItIsNamed(reason: ClosureReason) async throws {
        let world = try await World()
        let (file, _) = try await world.calmCase()
        let closing = RequestClosure(reason, summary: "x", attempts: Count(3), feedback: .satisfied)
        let faults = try await closing.faults(world.file(file), Context(now: World.now, worker: world.rina))
        let isNamed = [ClosureReason.transferred, .moved, .ageOut, .notInMandate].contains(reason)
        #expect(faults == (isNamed ? [Fault("handover", .missing)] : []))
    }

    /// Nobody is left behind as not safe, nothing is reached without a plan, and no settlement ends sexual violence, unless
    /// somebody says that it is otherwise.
    @Test func whatSpeaksAgainstTheReasonIsAsked() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.act(RecordFollowUp(.visit, safe: .no, note: "Ia kembali."), on: file)
        let record = try await world.file(file)
        let asked = { (reason: ClosureReason) in
            RequestClosure(reason, summary: "x", feedback: .satisfied)
                .cautions(record, Context(now: World.now, worker: world.rina)).map(\.name)
        }
        #expect(
            asked(.goalsMet) == [
                "client-not-safe", "no-plan", "closing-unassessed", "closing-unasked", "closing-high-risk",
            ])
        #expect(asked(.clientRequest) == ["client-not-safe", "sexual-client-request"])
        #expect(asked(.moved) == ["client-not-safe"])
        #expect(asked(.death) == [])
    }

    /// Who decides reads whose assessment and consent are missing.
    @Test func whatWasNeverDoneIsNamed() async throws {
        let world = try await World()
        let (file, client) = try await world.calmCase()
        let asked = {
            let record = try await world.file(file)
            return World.closure.cautions(record, Context(now: World.now, worker: world.rina))
                .filter { $0.name.hasPrefix("closing-") }.map { "\($0.name) \($0.values["names"] ?? "")" }
        }
        let name = try #require(try await world.file(file).client?.name.text)
        #expect(try await asked() == ["closing-unassessed \(name)", "closing-unasked \(name)"])
        try await world.act(RecordConsent(client, to: .services), on: file)
        try await world.act(RecordAssessment(client, try world.sheet("risk"), risk: .high), on: file)
        #expect(try await asked() == ["closing-high-risk "])
        try await world.act(RecordAssessment(client, try world.sheet("risk"), risk: .low, riskReason: "x"), on: file)
        #expect(try await asked() == [])
    }
}
