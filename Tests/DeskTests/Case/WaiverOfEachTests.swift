import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// What is true of one client need not be of the other: a waiver may be for one alone.
@Suite struct WaiverOfEachTests {
    /// A mother and a child in danger both, and sexual violence that the police must know of.
    private struct Family {
        let world: World
        let file: ID<CaseFile>
        let mother: ID<Person>
        let child: ID<Person>

        init() async throws {
            world = try await World()
            var told = World.fromSchool
            told.affected = [
                Affected("Ibu Melati", sex: .female, age: Years(35)), Affected("Melati", sex: .female, age: Years(9)),
            ]
            let complaint = try await world.receive(told)
            try await world.desk.perform(world.triage(world.rina.id), on: complaint, by: world.dewi)
            file = try #require(
                try await world.desk.open(Complaint.self, complaint, by: world.dewi).record.caseFile)
            let clients = try await world.file(file).clients
            (mother, child) = (clients[0].id, clients[1].id)
        }

        func ask(_ client: ID<Person>?, _ rule: RuleID = .serveAtOnce) async throws {
            try await world.act(RequestWaiver(rule, of: client, because: "x"), on: file)
        }

        func decide(_ client: ID<Person>?, _ decision: ApprovalDecision = .granted) async throws {
            try await world.act(
                DecideWaiver(.serveAtOnce, of: client, decision, because: "x"), on: file, by: world.hasan)
        }

        /// Who is to be served at once still, by name.
        func open() async throws -> [String?] {
            try await world.file(file).namedTriggers.filter { $0.rule == .serveAtOnce && $0.isOpen }.map(\.what)
        }
    }

    private static func faulty(_ fault: Fault) -> NotDone { .faulty(FormFaults(all: [fault])) }
    private static let asked = NotDone.refused(Refusal("waiver-asked-already"))

    @Test func askedForOneItIsDecidedForThatOne() async throws {
        let family = try await Family()
        try await family.ask(family.child)
        await #expect(throws: Self.faulty(Fault("about", .missing))) { try await family.decide(nil) }
        await #expect(throws: Self.faulty(Fault("about", .notInList))) { try await family.decide(family.mother) }
        try await family.decide(family.child)
        #expect(try await family.open() == ["Ibu Melati"])
        #expect(try await family.world.workspace.verify() == [])
    }

    @Test func refusedForOneItMayStillBeAskedForTheOther() async throws {
        let family = try await Family()
        try await family.ask(family.child)
        try await family.ask(family.mother)
        try await family.decide(family.child, .refused)
        try await family.decide(family.mother)
        #expect(try await family.open() == ["Melati"])
    }

    /// Whoever leaves out whose it is says so, and reads who they are.
    @Test func forAllOfThemItIsMeant() async throws {
        let family = try await Family()
        let request = RequestWaiver(.serveAtOnce, because: "x")
        await #expect(throws: NotDone.cautioned([Caution("waiver-for-all", ["names": "Ibu Melati, Melati"])])) {
            try await family.world.desk.perform(request, on: family.file, by: family.world.rina)
        }
        try await family.ask(nil)
        await #expect(throws: Self.asked) { try await family.ask(family.child) }
        try await family.decide(nil)
        #expect(try await family.open() == [])
    }

    /// What waits in one request is in no other.
    @Test func whatWasAskedIsNotAskedTwice() async throws {
        let family = try await Family()
        try await family.ask(family.child)
        await #expect(throws: Self.asked) { try await family.ask(family.child) }
        let rest = RequestWaiver(.serveAtOnce, because: "x")
        try await family.world.desk.perform(rest, on: family.file, by: family.world.rina)
        #expect(try await family.world.file(family.file).openWaivers.count == 2)
        try await family.decide(nil)
        #expect(try await family.open() == ["Melati"])
    }

    @Test func itIsForWhomTheRuleRuns() async throws {
        let family = try await Family()
        await #expect(throws: Self.faulty(Fault("about", .notInList))) {
            try await family.ask(family.child, .reportToPolice)
        }
        let visit = RecordFollowUp(.visit, of: family.child, safe: .yes, note: "Baik.")
        try await family.world.act(visit, on: family.file)
        await #expect(throws: Self.faulty(Fault("about", .notInList))) { try await family.ask(family.child) }
        // Of what runs for one, nobody asks whose it is.
        let rulebook = family.world.desk.rulebook
        #expect(try await family.world.file(family.file).waivableClients(by: rulebook).isEmpty)
        let request = RequestWaiver(.serveAtOnce, because: "x")
        try await family.world.desk.perform(request, on: family.file, by: family.world.rina)
    }

    /// An entry of before names nobody, and meant all.
    @Test func whatWasAskedBeforeIsForAll() throws {
        let request = try JSONDecoder().decode(
            RequestWaiver.self, from: Data(#"{"rule":"R-STD-01","reason":"x"}"#.utf8))
        #expect(request == RequestWaiver(.serveAtOnce, because: "x"))
        let decision = try JSONDecoder().decode(
            DecideWaiver.self, from: Data(#"{"rule":"R-STD-01","decision":"granted","reason":"x"}"#.utf8))
        #expect(decision == DecideWaiver(.serveAtOnce, .granted, because: "x"))
    }
}
