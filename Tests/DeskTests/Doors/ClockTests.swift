import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// What triage sets running, and what ends it.
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
        #expect(Set(rulebook.bars.keys) == Set(RuleID.cited))
        for rule in rulebook.rules.values {
            for language in Language.allCases { #expect(rule.sentence[language.rawValue]?.isEmpty == false) }
            // What is agreed, and what is our own, has no article.
            #expect(!rule.basis.isEmpty || rule.source.hasPrefix("own"))
            #expect(!rule.source.isEmpty && ["H", "M", "L"].contains(rule.confidence))
        }
    }
}
