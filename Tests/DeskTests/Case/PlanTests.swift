import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// How plans follow each other, and their steps as dues.
@Suite struct PlanTests {
    @Test func aPlanThatWasRefusedIsAgreedAnew() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.act(World.plan, on: file)
        try await world.act(DecidePlan(.refused, because: "Kurang."), on: file, by: world.hasan)
        #expect(try await world.file(file).nextStep == RecordConsent.name)
        #expect(try await world.file(file).plan?.approval == .refused)
        await #expect(throws: NotDone.unknown) {
            try await world.act(DecidePlan(.granted, because: "x"), on: file, by: world.hasan)
        }
        try await world.act(World.plan, on: file)
        #expect(try await world.file(file).plan?.approval == .asked)
    }

    @Test func anotherPlanBeginsWithWhatIsStillToBeDone() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let suggested = { try AgreePlan.suggestion(for: try await world.file(file)) }
        #expect(try await suggested() == nil)
        let (done, open) = (AgreePlan.Step("Ganti kunci"), AgreePlan.Step("Konseling", .partner))
        let goals = [AgreePlan.Goal("Aman", [done, open]), AgreePlan.Goal("Sekolah", [AgreePlan.Step("Wali kelas")])]
        try await world.act(AgreePlan(goals, review: World.plan.review), on: file)
        let steps = try #require(try await world.file(file).plan).steps
        for step in [steps[0], steps[2]] { try await world.act(FinishStep(step.id, .done), on: file) }

        let again = try #require(try await suggested())
        let wanted = AgreePlan([AgreePlan.Goal("Aman", [open])], review: World.plan.review)
        #expect(again == (try FormWriter.answers(of: wanted)).without(["agreement", "review"]))
        // One that waits is what is written anew, and not the one that it is to follow.
        try await world.act(DecidePlan(.granted, because: "Baik."), on: file, by: world.hasan)
        try await world.act(AgreePlan([AgreePlan.Goal("Pindah", [done])], review: World.plan.review), on: file)
        #expect(try await suggested()?.first("goals.0.aim") == "Pindah")
    }

    @Test func stepsAreFinishedOnce() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.act(World.plan, on: file)
        let steps = try #require(try await world.file(file).plan).steps
        #expect(Set(steps.map(\.id)).count == 2)
        try await world.act(FinishStep(steps[0].id, .done), on: file)
        #expect(try await world.file(file).plan?.steps.map(\.isFinished) == [true, false])
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("step", .notInList)]))) {
            try await world.act(FinishStep(steps[0].id, .dropped), on: file)
        }
    }

    @Test func aStepIsDueByItsDayUntilItIsTakenOrThePlanIsAnother() async throws {
        let world = try await World()
        let file = try await world.assessedCase()
        let day = Day(World.now).adding(3)
        let step = AgreePlan.Step("Ganti kunci", by: day)
        let plan = AgreePlan([AgreePlan.Goal("Aman", [step, AgreePlan.Step("Konseling")])], review: World.plan.review)
        let due = { try await world.desk.dues(for: world.rina).filter { $0.rule == .planStep }.map(\.at) }

        try await world.act(plan, on: file)
        #expect(try await due() == [day.end])
        #expect(try await world.desk.dues(for: world.rina).first { $0.rule == .planStep }?.what == "Ganti kunci")
        let first = try #require(try await world.file(file).plan?.steps.first)
        try await world.act(FinishStep(first.id, .done), on: file)
        #expect(try await due().isEmpty)
        try await world.act(plan, on: file)
        #expect(try await due() == [day.end])
        try await world.act(DecidePlan(.refused, because: "Kurang."), on: file, by: world.hasan)
        #expect(try await due().isEmpty)
        // Another plan takes the place of the first one's steps, and keeps what was met.
        try await world.act(plan, on: file)
        try await world.act(World.plan, on: file)
        #expect(try await due().isEmpty)
        #expect(try await world.file(file).triggers.filter { $0.rule == .planStep }.map(\.isOpen) == [false])
    }

    @Test func thePlanInForceGoesOnUntilAnotherIsApproved() async throws {
        let world = try await World()
        let file = try await world.assessedCase()
        let plan = { (what: Line, days: Int) in
            AgreePlan(
                [AgreePlan.Goal("Aman", [AgreePlan.Step(what, by: Day(World.now).adding(days))])],
                review: World.plan.review)
        }
        let due = { try await world.desk.dues(for: world.rina).filter { $0.rule == .planStep }.map(\.at) }
        let day = { (days: Int) in Day(World.now).adding(days).end }

        try await world.act(plan("Ganti kunci", 3), on: file)
        try await world.act(DecidePlan(.granted), on: file, by: world.hasan)
        try await world.act(plan("Pindah sekolah", 9), on: file)
        #expect(try await due() == [day(3)])
        #expect(try await world.file(file).nextStep == DecidePlan.name)
        #expect(try await world.desk.list(.approvals, by: world.hasan).total == 1)
        try await world.act(DecidePlan(.refused, because: "Kurang."), on: file, by: world.hasan)
        // The one in force still binds; another one is missing.
        #expect(try await due() == [day(3)])
        #expect(try await world.file(file).plan?.approval == .granted)
        #expect(try await world.file(file).nextPlan?.approval == .refused)
        #expect(try await world.file(file).nextStep == AgreePlan.name)
        try await world.act(plan("Pindah sekolah", 9), on: file)
        try await world.act(DecidePlan(.granted), on: file, by: world.hasan)
        #expect(try await due() == [day(9)])
        let now = try await world.file(file)
        #expect(now.plan?.steps.map(\.told.what) == ["Pindah sekolah"] && now.nextPlan == nil)
    }

    /// The word on a plan can be taken back, and steps were taken before plans had to wait: what was done stays done.
    @Test func aStepIsTakenAlsoWhereItsPlanWaits() throws {
        var file = CaseFile(id: ID())
        var version = 0
        func tell(_ action: some Action<CaseFile>) {
            version += 1
            let worker = ID<Worker>(UUID())
            action.apply(to: &file, Stamp(entry: UUID(), instant: World.now, worker: worker, version: version))
        }
        let plan = { (what: Line) in
            AgreePlan(
                [AgreePlan.Goal("Aman", [AgreePlan.Step(what, by: Day(World.now).adding(3))])],
                review: World.plan.review)
        }
        tell(plan("Ganti kunci"))
        tell(DecidePlan(.granted))
        tell(plan("Pindah sekolah"))
        tell(FinishStep(try #require(file.nextPlan?.steps.first).id, .done))
        #expect(file.openSteps.map(\.told.what) == ["Ganti kunci"])
        tell(DecidePlan(.granted))
        #expect(file.plan?.steps.map(\.outcome) == [.done])
        #expect(file.openSteps.isEmpty && file.triggers.allSatisfy { $0.rule != .planStep || !$0.isOpen })
    }

    @Test func aRefusedPlanLeavesTheCaseWhereItWas() async throws {
        let world = try await World()
        let file = try await world.assessedCase()
        try await world.act(World.plan, on: file)
        try await world.act(DecidePlan(.granted), on: file, by: world.hasan)
        try await world.act(ReviewCase("x", .monitor, next: Day(World.now).adding(7)), on: file)
        try await world.act(World.plan, on: file)
        try await world.act(DecidePlan(.refused, because: "Kurang."), on: file, by: world.hasan)
        #expect(try await world.file(file).status == .monitoring)
        #expect(try await world.file(file).nextStep == AgreePlan.name)
        try await world.act(ReviewCase("x", .close), on: file)
        #expect(try await world.file(file).nextStep == RequestClosure.name)
    }

    @Test func aReviewThatWasAgreedStaysWhenThePlanIsRefused() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.act(World.plan, on: file)
        let day = Day(World.now).adding(5)
        try await world.act(ReviewCase("x", .goOn, next: day), on: file)
        try await world.act(DecidePlan(.refused, because: "Kurang."), on: file, by: world.hasan)
        #expect(try await world.desk.dues(for: world.rina).filter { $0.rule == .review }.map(\.at) == [day.end])
    }

    @Test func nobodyIsHeldToAPlanThatWasRefused() async throws {
        let world = try await World()
        let file = try await world.assessedCase()
        try await world.act(World.plan, on: file)
        let first = try #require(try await world.file(file).plan?.steps.first)
        try await world.act(DecidePlan(.refused, because: "Kurang."), on: file, by: world.hasan)
        #expect(try await world.desk.dues(for: world.rina).isEmpty)
        #expect(try await world.file(file).nextStep == AgreePlan.name)
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("step", .notInList)]))) {
            try await world.act(FinishStep(first.id, .done), on: file)
        }
        // Nor is anybody asked about its steps.
        try await world.desk.perform(
            RequestClosure(.clientRequest, summary: "x", feedback: .satisfied), on: file, by: world.rina)
    }

    @Test func aStepThatWasDroppedWasNotKept() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let day = Day(World.now).adding(3)
        let steps = [AgreePlan.Step("Ganti kunci", by: day), AgreePlan.Step("Konseling", by: day)]
        try await world.act(AgreePlan([AgreePlan.Goal("Aman", steps)], review: World.plan.review), on: file)
        let ids = try #require(try await world.file(file).plan).steps.map(\.id)
        try await world.act(FinishStep(ids[0], .dropped), on: file)
        let triggers = { try await world.file(file).triggers.filter { $0.rule == .planStep } }
        #expect(try await triggers().map(\.about) == [ids[1].value])
        // Told on Monday, done on Friday.
        let done = Moment(World.now + 2 * 86_400)
        world.clock.advance(5 * 86_400)
        try await world.act(FinishStep(ids[1], .done, at: done), on: file)
        #expect(try await triggers().map(\.met) == [done.instant])
        await #expect(throws: NotDone.self) {
            try await world.act(FinishStep(ids[1], .done, at: Moment(World.now + 9 * 86_400)), on: file)
        }
    }

    @Test func aStepLiesAhead() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let steps = [AgreePlan.Step("Hari ini", by: Day(World.now)), .init("Kemarin", by: Day(World.now).adding(-1))]
        let plan = AgreePlan([AgreePlan.Goal("Aman", steps)], review: World.plan.review)
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("goals.0.steps.1.by", .inThePast)]))) {
            try await world.act(plan, on: file)
        }
    }

    /// A plan may have ninety steps: they are counted, and never push a deadline of the law off the list.
    @Test func manyStepsLeaveRoomForTheLaw() async throws {
        let world = try await World()
        let calm = try await world.assessedCase()
        for file in [try await world.openCase().file, calm] {
            let steps = (0..<90).map { AgreePlan.Step(Line("Langkah \($0)"), by: Day(World.now).adding($0 / 2)) }
            try await world.act(AgreePlan([AgreePlan.Goal("Aman", steps)], review: World.plan.review), on: file)
        }
        let dues = try await world.desk.dues(for: world.rina)
        #expect(dues.contains { $0.rule == .reportToPolice })
        let told = dues.filter { $0.rule == .planStep }
        #expect(told.count == 90 && told.allSatisfy { $0.count == 2 })
    }

    @Test func afterANewAssessmentThereIsANewPlan() async throws {
        let world = try await World()
        let file = try await world.assessedCase()
        try await world.act(World.plan, on: file)
        try await world.act(DecidePlan(.granted), on: file, by: world.hasan)
        try await world.act(ReviewCase("x", .reassess, next: Day(World.now).adding(7)), on: file)
        #expect(try await world.file(file).nextStep == RecordAssessment.name)
        let client = try await world.client(of: file)
        try await world.act(RecordAssessment(client, try world.sheet("risk"), risk: .medium), on: file)
        #expect(try await world.file(file).nextStep == AgreePlan.name)
        try await world.act(World.plan, on: file)
        #expect(try await world.file(file).nextStep == DecidePlan.name)
    }

    @Test func aPlanWithFinishedStepsIsAgreedAnewAndNotCorrected() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.act(World.plan, on: file)
        let fold = try await world.desk.open(CaseFile.self, file, by: world.rina)
        let entry = try #require(fold.history.last).id
        try await world.act(FinishStep(try #require(fold.record.plan).steps[1].id, .done), on: file)
        let shorter = AgreePlan([AgreePlan.Goal("Aman", [AgreePlan.Step("Konseling")])], review: World.plan.review)
        await #expect(throws: NotDone.refused(MendingRules.builtUpon)) {
            try await world.act(CorrectEntry<CaseFile>(entry, to: shorter, because: "x"), on: file)
        }
    }
}

extension World {
    /// A calm case with consent and an assessment: a plan is next.
    fileprivate func assessedCase() async throws -> ID<CaseFile> {
        let (file, client) = try await calmCase()
        try await act(RecordConsent(client, to: .services), on: file)
        try await act(RecordAssessment(client, try sheet("risk"), risk: .medium), on: file)
        return file
    }
}
