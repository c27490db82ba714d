import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// What an administrator is asked before it is done.
@Suite struct StaffCautionTests {
    private let id = Office.id(in: 1)

    private func expectCaution(
        _ name: String, _ action: some Action<Office>, _ world: World, by worker: Worker? = nil
    ) async throws {
        let worker = worker ?? world.yohana
        do {
            try await world.desk.perform(action, on: id, by: worker)
            Issue.record("\(name) was not asked")
        } catch NotDone.cautioned(let cautions) {
            #expect(cautions.contains { $0.name == name })
            // Ticked, it is done.
            let asking = Asking(ticked: Set(cautions.map(\.mark)))
            try await world.desk.perform(action, on: id, by: worker, asking)
        }
    }

    private func office() async throws -> World {
        let world = try await World()
        try await world.openOffice()
        return world
    }

    /// Adds somebody to the office's staff, who then signs in.
    private func add(_ handle: String, _ name: String, _ posts: [Post], _ world: World) async throws -> Worker {
        let added = try await world.desk.perform(AddWorker(Line(handle), Line(name), posts), on: id, by: world.yohana)
        let secret = try #require(added.secret)
        return try #require(try await world.accounts.signIn(handle, secret)).worker
    }

    @Test func theLastWhoDecidesIsNotTakenAwayUnseen() async throws {
        let world = try await office()
        let maya = try await add("maya", "Maya Putri", [.head], world).id
        let siti = try await add("siti", "Siti Aminah", [.head], world).id
        try await world.desk.perform(GivePosts(maya, [.intakeOfficer]), on: id, by: world.yohana)
        try await expectCaution("last-approver", GivePosts(siti, [.intakeOfficer]), world)
        // With nobody left it is no loss.
        try await world.desk.perform(GivePosts(siti, [.caseManager]), on: id, by: world.yohana)
        try await world.desk.perform(GivePosts(maya, [.head]), on: id, by: world.yohana)
        try await expectCaution("last-approver", EndWorker(maya, because: "Pindah."), world)
    }

    @Test func casesThatNobodyWillManageAreTold() async throws {
        let world = try await office()
        let siti = try await add("siti", "Siti Aminah", [.caseManager], world)
        let complaint = try await world.receive()
        try await world.desk.perform(world.triage(siti.id), on: complaint, by: world.dewi)
        try await expectCaution("cases-left", GivePosts(siti.id, [.intakeOfficer]), world)
        // With other posts beside it she goes on with them.
        try await world.desk.perform(GivePosts(siti.id, [.intakeOfficer, .caseManager]), on: id, by: world.yohana)
    }

    @Test func whoGivesThemselvesFilesIsAsked() async throws {
        let world = try await office()
        let maya = try await add("maya", "Maya Putri", [.administrator], world)
        try await expectCaution("own-posts", GivePosts(maya.id, [.administrator, .caseManager]), world, by: maya)
        // Nothing new is nothing to ask, and what another gives is no own doing.
        let siti = try await add("siti", "Siti Aminah", [.administrator], world)
        try await world.desk.perform(GivePosts(siti.id, [.administrator, .intakeOfficer]), on: id, by: world.yohana)
        try await world.desk.perform(GivePosts(maya.id, [.administrator, .intakeOfficer]), on: id, by: world.yohana)
    }

    @Test(arguments: ["Maya Putri", "maya  putri", "MAYA PUTRI."])
    func twoOfOneNameAreToldApart(name: String) async throws {
        let world = try await office()
        _ = try await add("maya", "Maya Putri", [.intakeOfficer], world)
        try await expectCaution("name-taken", AddWorker("maya2", Line(name), [.intakeOfficer]), world)
    }

    @Test func aDayIsNotReplacedUnseen() async throws {
        let world = try await office()
        let christmas = try #require(Day(year: 2026, month: 12, day: 25))
        try await expectCaution("holiday-known", DeclareHoliday(christmas, .national, source: "x"), world)
        try await world.desk.perform(DeclareHoliday(christmas, .national, source: "x"), on: id, by: world.yohana)
    }

    @Test(arguments: [1900, 2020, 2032, 9999])
    func aYearFarAwayIsNoCalendar(year: Int) async throws {
        let world = try await office()
        let day = try #require(Day(year: year, month: 1, day: 2))
        await #expect(throws: NotDone.self) {
            try await world.desk.perform(DeclareHoliday(day, .national, source: "x"), on: id, by: world.yohana)
        }
    }

    @Test(arguments: ["\u{202e}nasaH", "Hasan\u{200f}", "Ha\u{2066}san", "Ha\u{1b}[31msan", "Ha\nsan"])
    func whatTurnsOrHidesTextIsNoName(name: String) {
        #expect(throws: Problem.self) { try Line.read([name]) }
    }
}
