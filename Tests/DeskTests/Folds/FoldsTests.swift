import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// A fold that is kept is what the journal says.
@Suite struct FoldsTests {
    @Test func whatIsKeptIsWhatAFreshFoldOfTheJournalGives() async throws {
        let world = try await World()
        let (complaint, file) = try await world.openCase()
        // A callback at the complaint, and what it makes happen in the case.
        try await world.desk.perform(RecordCallback(outcome: .unsafe), on: complaint, by: world.dewi)
        for number in 1...5 { try await world.act(RecordNote(note: LongText("\(number)")), on: file) }
        let note = try #require(try await world.desk.open(CaseFile.self, file, by: world.rina).history.last).id
        try await world.act(WithdrawEntry<CaseFile>(note, because: "Keliru."), on: file)

        try await expectFresh(complaint, in: world)
        try await expectFresh(file, in: world)
    }

    /// Those who act at once begin where the one before ended, also while folds are let go.
    @Test func manyAtOnceMissNothing() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let before = try world.desk.folds.current(file, in: 1).version
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<8 {
                group.addTask {
                    for number in 0..<5 {
                        if number == 2 { world.desk.folds.forget([file.value], in: 1) }
                        let note = RecordNote(note: LongText("\(writer) \(number)"))
                        var isDone = false
                        while !isDone {
                            do {
                                try await world.desk.perform(note, on: file, by: world.rina)
                                isDone = true
                            } catch NotDone.busy {}  // Others were quicker each time.
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let after = try world.desk.folds.current(file, in: 1)
        #expect(after.version == before + 40)
        try await expectFresh(file, in: world)
    }

    /// A fold that was read before somebody acted is not kept in the place of theirs.
    @Test func anOlderFoldIsNotKept() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let older = try world.desk.folds.current(file, in: 1)
        try await world.act(RecordNote(note: "x"), on: file)
        world.desk.folds.keep(older, in: 1)
        let now = try world.desk.folds.current(file, in: 1)
        #expect(now.version == older.version + 1)
    }

    private func expectFresh<R: Record>(_ id: ID<R>, in world: World) async throws {
        let kept = try world.desk.folds.current(id, in: 1)
        let fresh = try Folds(world.desk.store, world.desk.keys).current(id, in: 1)
        #expect(kept.version == fresh.version)
        #expect(kept.card == fresh.card)
        #expect(kept.code == fresh.code)
        #expect(kept.history.map(\.stamp) == fresh.history.map(\.stamp))
    }
}
