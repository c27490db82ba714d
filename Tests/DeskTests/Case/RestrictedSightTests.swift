import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// To everybody but its team a restricted case is answered like nonsense, by every door.
@Suite struct RestrictedSightTests {
    /// A list that is new stands in `ListTests.lists`, or that file does not compile.
    @Test func itIsInNoListOfAnybodyElse() async throws {
        let it = try await RestrictedWorld(isRestricted: false)
        let (desk, file) = (it.world.desk, it.file)
        // Each has a way in of their own: who took it down, who decides, who reads in an emergency, who waits.
        let calls = OpenInEmergency(.client, because: "Klien menelepon dan menangis.")
        for worker in [it.world.dewi, it.world.hasan] { try await desk.perform(calls, on: file, by: worker) }
        try await it.world.act(RequestWaiver(.reportToPolice, because: "x"), on: file)
        let code = try #require(try await desk.index.code(of: file.value))
        let managers = [it.world.rina.id, it.maya.id]
        let lists =
            ListTests.lists + [.search(code), .search("LP-2026-0001"), .search("0812 3456 7890")]
            + [.alike([RestrictedWorld.client]), .emergencies(since: .distantPast)]
            + Concern.allCases.flatMap { concern in
                managers.map { .supervised(concern, of: $0, at: World.now + 40 * 86_400) }
            }
        let seen = { (worker: Worker, list: List) in
            do { return try await desk.list(list, by: worker).total } catch NotDone.notPermitted { return 0 }
        }
        var (all, before) = (0, 0)
        for list in lists { all += try await seen(it.maya, list) }
        for list in lists { before += try await seen(it.world.hasan, list) }
        #expect(all > 10 && before > 10)

        try await desk.perform(RestrictedWorld.restriction, on: file, by: it.world.rina)

        for isRestarted in [false, true] {
            let desk = isRestarted ? try await it.world.restarted().desk : desk
            for worker in it.others {
                for list in lists {
                    do {
                        let listing = try await desk.list(list, by: worker)
                        #expect(listing.total == 0 && listing.rows.isEmpty, "\(worker.name) \(list)")
                    } catch NotDone.notPermitted(.approve) {}
                }
                #expect(try await desk.dues(for: worker).isEmpty)
                #expect(try await desk.inboxCount(by: worker) == 0)
            }
            var still = 0
            for list in lists { still += try await desk.list(list, by: it.maya).total }
            #expect(still == all)
            #expect(try await !desk.dues(for: it.maya).isEmpty)
        }
    }

    @Test func noDoorToldApartFromNonsense() async throws {
        let it = try await RestrictedWorld(isRestricted: false)
        let (desk, file) = (it.world.desk, it.file)
        try await it.world.act(AddPerson("Ibu", .family, nik: "2171015405800001"), on: file)
        let mother = try #require(try await it.world.file(file).people.last).id
        try await desk.perform(RestrictedWorld.restriction, on: file, by: it.world.rina)

        for worker in it.others {
            for id in [file, ID()] {
                await #expect(throws: NotDone.unknown) { _ = try await desk.open(CaseFile.self, id, by: worker) }
                await #expect(throws: NotDone.unknown) { _ = try await desk.reveal(mother, in: id, by: worker) }
            }
            for id in [it.complaint, ID()] {
                await #expect(throws: NotDone.unknown) { _ = try await desk.open(Complaint.self, id, by: worker) }
                #expect(try await desk.stub(of: id, by: worker) == nil)
            }
            for record in [file.value, it.complaint.value] {
                #expect(try await desk.stub(of: ID<CaseFile>(record), by: worker) == nil)
                #expect(try await desk.sight(of: record, by: worker) == .unknown)
                #expect(try await desk.code(of: record, by: worker) == nil)
                let told = await refusal { _ = try await desk.access(to: record, by: worker) }
                let nonsense = await refusal { _ = try await desk.access(to: UUID(), by: worker) }
                #expect(told != nil && told == nonsense)
            }
        }
        for worker in [it.world.rina, it.maya] {
            _ = try await desk.open(CaseFile.self, file, by: worker)
            _ = try await desk.open(Complaint.self, it.complaint, by: worker)
        }
        // Her own head reads who saw it.
        #expect(try await !desk.access(to: file.value, by: it.maya).lines.isEmpty)
    }

    /// One sample of every action: a new one has one, or another test fails.
    @Test func noActionToldApartFromNonsense() async throws {
        let it = try await RestrictedWorld()
        let waiting = try await it.world.receive(ReceiveComplaint(channel: .direct, what: "Lain."))
        for worker in it.others {
            for action in Samples.all where !Swift.type(of: action).opens && !isOfficeAction(action) {
                let record = isCaseAction(action) ? it.file.value : it.complaint.value
                let told = await answer(to: action, on: record, by: worker, in: it.world)
                let nonsense = await answer(to: action, on: UUID(), by: worker, in: it.world)
                #expect(told != nil && told == nonsense, "\(Swift.type(of: action).name)")
            }
            // Nor does an action elsewhere happen to it.
            for id in [it.file, ID()] {
                let joins = TriageComplaint(
                    reachable: .no, threat: .no, injured: .no, risk: .low, decision: .joinCase, joins: id)
                guard worker.lane == 1, worker.duties.contains(.takeComplaints) else { continue }
                await #expect(throws: NotDone.refused(.noSuchRecord)) {
                    try await it.world.desk.perform(joins, on: waiting, by: worker)
                }
            }
        }
        let joins = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, decision: .joinCase, joins: it.file)
        try await it.world.desk.perform(joins, on: waiting, by: it.world.rina)
        await #expect(throws: NotDone.unknown) {
            _ = try await it.world.desk.open(Complaint.self, waiting, by: it.world.dewi)
        }
    }

    /// Whose post or token ends is of no team, here as elsewhere; and who is let in by a request is none of it.
    @Test func onlyWhoManagesCasesIsOfItsTeam() async throws {
        let it = try await RestrictedWorld()
        for duties: Set<Duty> in [[], [.takeComplaints], [.approve], [.takeComplaints, .approve]] {
            for var worker in [it.world.rina, it.maya] {
                worker.only = duties
                #expect(try await it.world.desk.sight(of: it.file.value, by: worker) == .unknown)
                #expect(try await it.world.desk.sight(of: it.complaint.value, by: worker) == .unknown)
                #expect(try await it.world.desk.list(.cases(own: false), by: worker).total == 0)
            }
        }
    }

    /// It is counted, and no number leads to it.
    @Test func theReportCountsItAndTheDashboardKnowsNothingOfIt() async throws {
        let world = try await World()
        let maya = try await world.maya([.head])
        _ = try await world.openAnother()
        let before = try await world.desk.supervision(by: world.hasan)
        let (_, file) = try await world.openCase()
        try await world.act(AddToTeam(maya.id, as: .deputy, because: "Pengesah."), on: file)
        #expect(try await world.desk.supervision(by: world.hasan).whole[.open] == 2)
        try await world.act(RequestWaiver(.reportToPolice, because: "x"), on: file)
        try await world.act(RestrictedWorld.restriction, on: file)

        let after = try await world.desk.supervision(by: world.hasan)
        #expect(Set(after.loads) == Set(before.loads) && after.answers == before.answers)
        #expect(after.waiting == 0 && after.decisions == 0)
        #expect(try await world.desk.supervision(by: maya).whole[.open] == 2)
        let count = { @Sendable (count: inout Int, card: Card) in count += 1 }
        let figures = try await world.desk.figures(
            from: World.now - 86_400, until: World.now + 86_400, by: world.hasan, into: 0, count)
        #expect(figures == 2)
    }

    /// The same phone calls again: who takes it down is not told, and who works on the case finds it.
    @Test func aFurtherComplaintShowsItToItsTeamAlone() async throws {
        let it = try await RestrictedWorld()
        let again = ReceiveComplaint(
            channel: .direct, what: "Lagi.", affected: [Affected("Melati", sex: .female)],
            phone: World.fromSchool.phone)
        let further = try await it.world.desk.perform(again, on: ID(), by: it.world.dewi).record
        let people = try await it.world.desk.open(Complaint.self, further, by: it.world.rina).record.profiles
        let found = try await it.world.desk.list(.alike(people), by: it.world.rina).rows
        #expect(found.map(\.card.record) == [it.file.value])
        // And what became a case of others is told to its team by its code.
        try await it.world.desk.perform(it.world.triage(it.sinta.id), on: further, by: it.world.dewi)
        let elsewhere = try await it.world.desk.open(CaseFile.self, it.file, by: it.maya).record.profiles
        let stubs = try await it.world.desk.list(.alike(elsewhere), by: it.maya).rows
        #expect(Set(stubs.map(\.sight)) == [.open, .listed])
    }

    @Test func itsProofHoldsAndItsCardIsMadeAnewTheSame() async throws {
        let it = try await RestrictedWorld()
        #expect(try await it.world.restarted().verify() == [])
    }

    /// A program reads for who let it in, and nothing for others.
    @Test func aProgramSeesWhatItsWorkerSees() async throws {
        let it = try await RestrictedWorld()
        for (worker, isOpen) in [(it.world.rina, true), (it.world.hasan, false)] {
            let token = try await it.world.accounts.makeToken(
                "Program", duties: [.manageCases, .approve], mayPerform: true, days: 1, for: worker)
            let secret = try #require(token).secret
            let program = try #require(try it.world.accounts.bearer(secret)).worker
            #expect(try await it.world.desk.mayOpen(it.file.value, by: program) == isOpen)
            await #expect(throws: isOpen ? NotDone.refused(.notByToken) : .unknown) {
                try await it.world.desk.perform(LiftRestriction(because: "x"), on: it.file, by: program)
            }
        }
    }

    private func refusal(_ door: () async throws -> Void) async -> NotDone? {
        do { try await door() } catch { return error as? NotDone }
        return nil
    }

    private func isCaseAction(_ action: any Action) -> Bool { action is any Action<CaseFile> }
    private func isOfficeAction(_ action: any Action) -> Bool { action is any Action<Office> }

    private func answer<A: Action>(to action: A, on record: UUID, by worker: Worker, in world: World) async -> NotDone?
    {
        await refusal { _ = try await world.desk.perform(action, on: ID<A.Subject>(record), by: worker) }
    }

    /// A place in a list is given by it and made up by nobody: where a hidden record stands among others would tell of it.
    @Test func aPlaceInAListIsMadeUpByNobody() async throws {
        let it = try await RestrictedWorld()
        let desk = it.world.desk
        _ = try await it.world.openAnother()
        for list in ListTests.lists {
            for record in [it.file.value, it.complaint.value] {
                #expect(desk.cursor(record.text, in: list) == nil, "\(list)")
                #expect(desk.cursor("own_\(record.text)", in: list) == nil, "\(list)")
            }
        }
        let page = try await desk.list(.cases(own: true), by: it.world.rina, PageOfList(limit: 1))
        let next = try #require(page.next)
        #expect(!next.description.contains(page.rows[0].card.record.text))
        #expect(desk.cursor(next.description, in: .cases(own: true)) == next)
        for list in ListTests.lists where list != .cases(own: true) {
            #expect(desk.cursor(next.description, in: list) == nil, "\(list)")
        }
        var other = Array(next.description)
        other[40] = other[40] == "0" ? "1" : "0"
        #expect(desk.cursor(String(other), in: .cases(own: true)) == nil)
    }
}
