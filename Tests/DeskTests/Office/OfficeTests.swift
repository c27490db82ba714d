import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// The office is a record: whatever changes its calendar, its staff or its partners is journaled.
@Suite struct OfficeTests {
    private let id = Office.id(in: 1)

    @Test func whatIsShippedIsApplied() async throws {
        let world = try await World()
        let `operator` = try await world.openOffice().operator
        let office = try await world.desk.open(Office.self, id, by: world.yohana).record
        let days = office.holidays.values
        #expect(days.count { $0.kind == .national } == 17 && days.count { $0.kind == .jointLeave } == 8)
        #expect(office.directory.count > 15 && office.name == "UPTD PPA Kota Batam")
        // Applied again, nothing is left to do.
        let version = try await world.desk.open(Office.self, id, by: world.yohana).version
        #expect(try await world.desk.apply(.shipped(), by: `operator`) == Applied())
        #expect(try await world.desk.open(Office.self, id, by: world.yohana).version == version)
        #expect(try await world.restarted().verify() == [])
    }

    @Test func onlyItsAdministratorChangesItAndOnlyItsHeadReadsItToo() async throws {
        let world = try await World()
        try await world.openOffice()
        _ = try await world.desk.open(Office.self, id, by: world.hasan)
        for worker in [world.dewi, world.rina, world.other] {
            await #expect(throws: NotDone.unknown) { try await world.desk.open(Office.self, id, by: worker) }
        }
        let holiday = DeclareHoliday(Day(World.now), .national, source: "x")
        await #expect(throws: NotDone.notPermitted(.administer)) {
            try await world.desk.perform(holiday, on: id, by: world.hasan)
        }
        try await world.desk.perform(holiday, on: id, by: world.yohana)
        // No list and no search shows it.
        for worker in [world.yohana, world.hasan] {
            #expect(try await world.desk.list(.search("UPTD"), by: worker).total == 0)
            #expect(try await world.desk.list(.search("KTR"), by: worker).total == 0)
            #expect(try await world.desk.list(.cases(own: false), by: worker).total == 0)
        }
    }

    @Test func eachLaneHasOne() async throws {
        let world = try await World()
        await #expect(throws: NotDone.unknown) {
            try await world.desk.perform(SetUpOffice("Lain"), on: ID(), by: world.yohana)
        }
        await #expect(throws: NotDone.unknown) {
            try await world.desk.perform(SetUpOffice("Lain"), on: Office.id(in: 2), by: world.yohana)
        }
        try await world.desk.perform(SetUpOffice("Kantor"), on: id, by: world.yohana)
        await #expect(throws: NotDone.refused(.alreadyThere)) {
            try await world.desk.perform(SetUpOffice("Kantor"), on: id, by: world.yohana)
        }
    }

    @Test func aHolidayMovesDuesAtOnceAndAfterAStart() async throws {
        let world = try await World()
        let partner = try await world.openOffice().partner
        let (_, file) = try await world.openCase()
        let client = try #require(try await world.file(file).client).id
        try await world.act(
            ReferClient(client, to: partner, .health, parts: [.identity], basis: .legalDuty, because: "x"), on: file)
        let due = { (workspace: Workspace) in
            try await workspace.desk.dues(for: world.rina).first { $0.rule == .partnerAnswers }?.at
        }
        #expect(try await due(world.workspace) == Day(World.now).adding(1).end)

        let tomorrow = Day(World.now).adding(1)
        try await world.desk.perform(DeclareHoliday(tomorrow, .national, source: "Pilkada"), on: id, by: world.yohana)
        #expect(try await due(world.workspace) == Day(World.now).adding(2).end)
        let again = try await world.restarted()
        #expect(try await due(again) == Day(World.now).adding(2).end)

        try await again.desk.perform(DropHoliday(tomorrow, because: "Salah."), on: id, by: world.yohana)
        #expect(try await due(again) == Day(World.now).adding(1).end)
        let details = PartnerDetails("RSUD", .hospital, answersWithin: Count(5))
        try await again.desk.perform(ChangePartner(partner, to: details), on: id, by: world.yohana)
        #expect(try await due(again) == Day(World.now).adding(7).end)
    }

    /// What began before the day keeps its time; what is open is reckoned again at once, and after a start.
    @Test func theOfficeSaysHowMuchTimeARuleGives() async throws {
        let world = try await World()
        try await world.openOffice()
        let (_, file) = try await world.openCase()
        let due = { (workspace: Workspace) in
            try await workspace.desk.dues(for: world.rina).first { $0.rule == .reportToPolice }?.at
        }
        let today = Day(World.now)
        let correction = CorrectRule(.reportToPolice, .init(24), .hours, from: today.adding(1), source: "x")
        await #expect(throws: NotDone.cautioned([Caution("rule-is-sure")])) {
            try await world.desk.perform(correction, on: id, by: world.yohana)
        }
        let apply = { (workspace: Workspace, correction: CorrectRule) in
            _ = try await workspace.desk.perform(Reading(correction), on: id, by: world.yohana) { _ in true }
        }
        try await apply(world.workspace, correction)
        #expect(try await due(world.workspace) == World.now + 72 * 3600)
        var backdated = correction
        backdated.from = today
        try await apply(world.workspace, backdated)
        #expect(try await due(world.workspace) == World.now + 24 * 3600)
        #expect(try await world.file(file).triggers.contains { $0.rule == .reportToPolice })
        let again = try await world.restarted()
        #expect(try await due(again) == World.now + 24 * 3600)
        (backdated.amount, backdated.unit) = (.init(2), .days)
        try await apply(again, backdated)
        #expect(try await due(again) == today.adding(2).end)

        for (rule, from, field) in [
            (RuleID.serveAtOnce, today, "rule"), ("R-X", today, "rule"), (.reportToPolice, today.adding(4000), "from"),
        ] {
            let wrong = CorrectRule(rule, .init(1), .hours, from: from, source: "x")
            let fault = Fault(field, field == "rule" ? .notInList : .notADay)
            await #expect(throws: NotDone.faulty(FormFaults(all: [fault]))) { try await apply(again, wrong) }
        }
    }

    @Test func aDueBeyondTheCalendarSaysSoAndBlocksNothing() async throws {
        let world = try await World()
        let partner = try await world.openOffice().partner
        world.clock.set(World.now + 37 * 86_400)
        let (_, file) = try await world.openCase()
        let client = try #require(try await world.file(file).client).id
        try await world.act(
            ReferClient(client, to: partner, .health, parts: [.identity], basis: .legalDuty, because: "x"), on: file)
        let dues = try await world.desk.dues(for: world.rina)
        #expect(dues.contains { $0.rule == .partnerAnswers && $0.at == nil })
    }

    // MARK: staff

    @Test func aWorkerIsAddedGivenPostsAndLeavesOnRecord() async throws {
        let world = try await World()
        try await world.openOffice()
        let added = try await world.desk.perform(
            AddWorker(" Maya ", "Maya Putri", [.intakeOfficer]), on: id, by: world.yohana)
        let secret = try #require(added.secret)
        let maya = try #require(try await world.accounts.signIn("maya", secret)).worker
        #expect(maya.posts == [.intakeOfficer])
        #expect(
            try await world.desk.open(Office.self, id, by: world.yohana).record.staff[maya.id]?.name == "Maya Putri")

        try await world.desk.perform(GivePosts(maya.id, [.caseManager]), on: id, by: world.yohana)
        #expect(try await world.accounts.signIn("maya", secret)?.worker.posts == [.caseManager])
        await #expect(throws: NotDone.rightsChanged) { try await world.desk.list(.inbox, by: maya) }

        try await world.desk.perform(EndWorker(maya.id, because: "Pindah."), on: id, by: world.yohana)
        #expect(try await world.accounts.signIn("maya", secret) == nil)
        let staff = try await world.desk.open(Office.self, id, by: world.yohana).record.staff[maya.id]
        #expect(staff?.until == World.now && staff?.posts == [])
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("worker", .notInList)]))) {
            try await world.desk.perform(IssueSecret(maya.id), on: id, by: world.yohana)
        }
    }

    /// Whoever administers the office could let themselves, or somebody made up, into the files: its head hears of it.
    @Test func aWayIntoTheFilesIsNoted() async throws {
        let world = try await World()
        try await world.openOffice()
        let given = { try await world.desk.open(Office.self, id, by: world.yohana).record.accessGiven }
        let before = try await given().count
        let maya = try await world.desk.perform(AddWorker("maya", "Maya", [.administrator]), on: id, by: world.yohana)
        #expect(maya.secret != nil)
        #expect(try await given().count == before)
        let who = try #require(try world.accounts.all().first { $0.handle == "maya" }).worker.id
        try await world.desk.perform(IssueSecret(who), on: id, by: world.yohana)
        #expect(try await given().count == before)
        try await world.desk.perform(GivePosts(who, [.administrator, .head]), on: id, by: world.yohana)
        try await world.desk.perform(GivePosts(who, [.head, .administrator]), on: id, by: world.yohana)
        try await world.desk.perform(IssueSecret(who, lost: .phone), on: id, by: world.yohana)
        try await world.desk.perform(AddWorker("tono", "Tono", [.caseManager]), on: id, by: world.yohana)
        let noted = try await given().dropFirst(before)
        #expect(noted.map(\.way) == [.posts, .secret, .added])
        #expect(noted.allSatisfy { $0.by == world.yohana.id } && noted.prefix(2).allSatisfy { $0.worker == who })
    }

    @Test func aNameIsGivenOnce() async throws {
        let world = try await World()
        try await world.openOffice()
        for handle in ["dewi", "DEWI "] as [Line] {
            await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("handle", .taken)]))) {
                try await world.desk.perform(AddWorker(handle, "Dewi", [.head]), on: id, by: world.yohana)
            }
        }
    }

    @Test func theSameRequestMakesOneWorkerAndTellsItsSecretOnce() async throws {
        let world = try await World()
        try await world.openOffice()
        let asking = Asking()
        let action = AddWorker("maya", "Maya", [.head])
        let first = try await world.desk.perform(action, on: id, by: world.yohana, asking)
        let again = try await world.desk.perform(action, on: id, by: world.yohana, asking)
        #expect(first.secret != nil && again.secret == nil && first.version == again.version)
        #expect(try world.accounts.all().count { $0.handle == "maya" } == 1)
    }

    @Test func noOfficeLosesItsLastAdministrator() async throws {
        let world = try await World()
        try await world.openOffice()
        let added = try await world.desk.perform(
            AddWorker("maya", "Maya", [.administrator]), on: id, by: world.yohana)
        let secret = try #require(added.secret)
        let maya = try #require(try await world.accounts.signIn("maya", secret)).worker
        for action in [EndWorker(maya.id, because: "x"), GivePosts(maya.id, [.head])] as [any Action<Office>] {
            await #expect(throws: NotDone.refused(Refusal("last-administrator"))) {
                try await world.perform(action, by: world.yohana)
            }
        }
    }

    @Test func whatChangesWhoMaySignInIsNeverMended() async throws {
        let world = try await World()
        try await world.openOffice()
        try await world.desk.perform(AddWorker("maya", "Maya", [.caseManager]), on: id, by: world.yohana)
        let maya = try #require(try world.accounts.all().first { $0.handle == "maya" }).worker.id
        try await world.desk.perform(GivePosts(maya, [.intakeOfficer]), on: id, by: world.yohana)
        try await world.desk.perform(IssueSecret(maya), on: id, by: world.yohana)
        try await world.desk.perform(EndWorker(maya, because: "x"), on: id, by: world.yohana)
        let staffing = try await world.desk.open(Office.self, id, by: world.yohana).history.filter {
            $0.action is any StaffAction
        }
        #expect(staffing.count == 4)
        for happened in staffing {
            await #expect(throws: NotDone.refused(MendingRules.final)) {
                try await world.perform(WithdrawEntry<Office>(happened.id, because: "x"), by: world.yohana)
            }
        }
    }

    @Test func nobodyTakesTheOperatorsPlace() async throws {
        let world = try await World()
        try await world.desk.perform(SetUpOffice("Kantor"), on: id, by: world.yohana)
        try await world.desk.perform(AddWorker("operator 1", "Palsu", [.head]), on: id, by: world.yohana)
        let `operator` = try await world.accounts.operator()
        #expect(`operator`.posts == [.administrator] && `operator`.name != "Palsu")
        #expect(throws: Problem.notText) { try Line.read(["\u{1}operator 1"]) }
    }

    @Test func theOperatorSignsInNowhereAndReadsNoCase() async throws {
        let world = try await World()
        let `operator` = try await world.openOffice().operator
        let (_, file) = try await world.openCase()
        #expect(try world.accounts.all().allSatisfy { $0.worker.id != `operator`.id })
        #expect(try await world.accounts.operator().id == `operator`.id)
        await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, file, by: `operator`) }
        #expect(try await world.desk.list(.search("melati"), by: `operator`).total == 0)
    }

    // MARK: files

    @Test func aFolderSaysWhatIsWrongWithItAndChangesNothing() async throws {
        let folder = try TemporaryFolder()
        for (file, text) in [
            ("office.yaml", "opens: x"), ("office.yaml", "name: A\nopens: '25:00'"),
            ("holidays.yaml", "- {source: x, national: [2026-02-30]}"),
            ("partners.yaml", "- {name: A, kind: NONSENSE}"), ("partners.yaml", "{"),
            // What is told twice would be applied in part, or at each time anew.
            ("partners.yaml", "- {name: A, kind: RS}\n- {name: A, kind: POLRI}"),
            ("holidays.yaml", "- {source: x, national: [2026-02-17], jointLeave: [2026-02-17]}"),
            (
                "rules.yaml",
                "- &r {rule: R-STD-02, amount: 1, unit: JAM, from: 2026-01-01, source: x}\n- *r"
            ),
        ] {
            let url = folder.url.appending(path: file)
            try text.write(to: url, atomically: true, encoding: .utf8)
            #expect { try OfficeFolder(folder.url) } throws: { ($0 as? OfficeFolder.Malformed)?.file == file }
            try FileManager.default.removeItem(at: url)
        }
        // A file by another name, none at all, and one worker twice are no less mistakes.
        #expect(throws: OfficeFolder.Malformed.self) { try OfficeFolder(folder.url) }
        let worker = folder.url.appending(path: "worker.yaml")
        try "[]".write(to: worker, atomically: true, encoding: .utf8)
        #expect { try OfficeFolder(folder.url) } throws: { ($0 as? OfficeFolder.Malformed)?.file == "worker.yaml" }
        try FileManager.default.removeItem(at: worker)
        try "- {handle: a, name: A, posts: [head]}\n- {handle: ' A ', name: B, posts: [head]}"
            .write(to: folder.url.appending(path: "workers.yaml"), atomically: true, encoding: .utf8)
        #expect { try OfficeFolder(folder.url) } throws: {
            ($0 as? OfficeFolder.Malformed)?.problem == "worker 2 is there already"
        }
    }
}

extension World {
    /// An action whose kind is not known here.
    func perform(_ action: any Action<Office>, by worker: Worker) async throws {
        func perform<A: Action<Office>>(_ action: A) async throws {
            try await desk.perform(action, on: Office.id(in: 1), by: worker)
        }
        try await perform(action)
    }
}
