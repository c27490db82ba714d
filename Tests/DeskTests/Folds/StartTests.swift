import Casework
import Foundation
import TestSupport
import Testing
import Vault

@testable import Desk
@testable import Storage

@Suite struct StartTests {
    /// How many records a start has to fold, and what the inbox shows then.
    private func start(_ world: World) async throws -> (folded: Int, inbox: Listing) {
        let desk = world.desk
        let index = try Index(desk.rulebook)
        let folds = Folds(desk.store, desk.keys)
        let folded = try await Start(store: desk.store, vault: desk.vault, folds: folds, index: index, renews: false)
            .run()
        return (folded, try await index.list(.inbox, in: Scope(world.dewi)))
    }

    private func world() async throws -> World {
        let world = try await World()
        let id = try await world.receive()
        try await world.receive(ReceiveComplaint(channel: .letter, what: "Surat tanpa nama."))
        try await world.desk.perform(RecordCallback(outcome: .unsafe), on: id, by: world.dewi)
        return world
    }

    /// `lindung restore` finds out so what a home is for. What wrote last holds the store for a moment: it was taken then.
    @Test func aHomeThatIsForSomethingElseIsLetGoAtOnce() async throws {
        let world = try await World()
        try world.workspace.close()
        for _ in 0..<40 {
            await #expect(throws: Workspace.OtherPurpose.self) {
                _ = try await Workspace(home: world.home, key: world.key, purpose: .office, cost: .tiny)
            }
            let opened = try await Workspace(home: world.home, key: world.key, purpose: .demo, cost: .tiny)
            try opened.close()
        }
    }

    @Test func cardsThatFitAreNotFoldedAgain() async throws {
        let world = try await world()
        let started = try await start(world)
        #expect(started.folded == 0)
        #expect(started.inbox == (try await world.desk.list(.inbox, by: world.dewi)))
    }

    @Test(arguments: [
        "DELETE FROM cards", "UPDATE cards SET format = 0", "UPDATE cards SET version = version + 1",
        "UPDATE cards SET sealed = zeroblob(300)", "UPDATE cards SET sealed = x''",
    ])
    func othersAreFoldedFromTheirJournals(damage: String) async throws {
        let world = try await world()
        let before = try await world.desk.list(.inbox, by: world.dewi)
        try await world.desk.store.write(SQL(stringLiteral: damage))

        let started = try await start(world)

        #expect(started.folded == 2)
        #expect(started.inbox == before)
    }

    /// No form takes such a year; but what is in the journal once must never keep the office shut.
    @Test func aYearBeyondEveryCalendarOpens() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        for year in [1e13, -1e13] {
            let far = RecordFollowUp(
                .visit, safe: .yes, note: "x", at: nil, next: Moment(Date(timeIntervalSince1970: year)))
            _ = try? await world.desk.perform(far, on: file, by: world.rina)
        }
        #expect(try await world.file(file).followUps.count == 1)
        let again = try await world.restarted()
        #expect(try await again.verify() == [])
        #expect(try await again.desk.dues(for: world.rina).contains { $0.listed.card.record == file.value })
    }

    @Test func aCardThatWasMovedToAnotherRecordDoesNotOpen() async throws {
        let world = try await world()
        let before = try await world.desk.list(.inbox, by: world.dewi)
        try await world.desk.store.write(
            """
            UPDATE cards SET sealed = (SELECT sealed FROM cards AS other WHERE other.record <> cards.record)
            WHERE version = 1
            """)

        let started = try await start(world)
        #expect(started.folded == 1)
        #expect(started.inbox == before)
    }

    @Test func sealedCardsAreTheBytesOfAFreshFold() async throws {
        let world = try await world()
        for row in try await world.desk.store.rows("SELECT record, version, sealed FROM cards") {
            let id = ID<Complaint>(try row.id("record"))
            let key = try #require(try world.desk.keys.key(of: id.value))
            let place = Place(
                table: "cards/\(Card.format)", lane: 1, owner: id.value, version: try row.int("version"))
            let fold = try Folds(world.desk.store, world.desk.keys).current(id, in: 1)
            let opened = try #require(fold.history.first).stamp.instant

            let card = fold.card
            let fresh = try SealedCard.seal(card, card.packed, opened: opened, by: key, in: 1)
            #expect(try key.unseal(row.data("sealed"), at: place) == key.unseal(fresh.sealed, at: place))
        }
    }
}
