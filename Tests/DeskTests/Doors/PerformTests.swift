import Casework
import Foundation
import TestSupport
import Testing
import Vault

@testable import Desk
@testable import Storage

@Suite struct PerformTests {
    @Test func aComplaintIsInTheJournalInTheIndexAndSealed() async throws {
        let world = try await World()

        let id = try await world.receive()

        let inbox = try await world.desk.list(.inbox, by: world.dewi)
        #expect(inbox.rows.map(\.card.record) == [id.value])
        #expect(inbox.rows.first?.code == "LP-2026-0001")
        let rows = try world.workspace.store.journal(of: id.value, in: 1)
        #expect(rows.map(\.version) == [1])
        #expect(rows.first?.sealed.range(of: Data("Melati".utf8)) == nil)
    }

    @Test func theSameKeyIsOneEntryAndOneAnswer() async throws {
        let world = try await World()
        let id = ID<Complaint>()
        let key = UUID()

        let answers = try await withThrowingTaskGroup(of: Performed<Complaint>.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    try await world.desk.perform(World.fromSchool, on: id, by: world.dewi, Asking(key: key))
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }

        #expect(Set(answers).count == 1 && answers.first?.record == id && answers.first?.version == 1)
        #expect(try world.workspace.store.journal(of: id.value, in: 1).count == 1)
    }

    /// A connection that is cut cancels what it asked for, at any moment; whoever heard nothing asks again.
    @Test func whatIsCancelledIsDoneWholeOrNotAtAll() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        for moment in 0..<80 {
            let (asking, note) = (Asking(), RecordNote(note: LongText("Kunjungan \(moment).")))
            let version = { try world.workspace.store.journal(of: file.value, in: 1).count }
            let before = try version()
            let act = Task { try await world.desk.perform(note, on: file, by: world.rina, asking) }
            try await Task.sleep(for: .microseconds(moment * 40))
            act.cancel()
            let answered = try? await act.value

            let after = try version()
            #expect(after - before == (answered == nil ? 0 : 1), "cancelled at moment \(moment)")
            let again = try await world.desk.perform(note, on: file, by: world.rina, asking)
            #expect(again.version == before + 1)
            #expect(try version() == before + 1)
        }
        #expect(try await world.file(file).notes.count == 80)
        #expect(try await world.restarted().verify() == [])
    }

    @Test func aKeyStandsForOneRequestOnly() async throws {
        let world = try await World()
        let id = ID<Complaint>()
        let key = UUID()
        try await world.desk.perform(World.fromSchool, on: id, by: world.dewi, Asking(key: key))

        var changed = World.fromSchool
        changed.danger = .no
        for (action, record, worker) in [
            (changed, id, world.dewi), (World.fromSchool, ID(), world.dewi), (World.fromSchool, id, world.hasan),
        ] {
            await #expect(throws: NotDone.keyUsed) {
                try await world.desk.perform(action, on: record, by: worker, Asking(key: key))
            }
        }
    }

    @Test func openingTwiceIsRefused() async throws {
        let world = try await World()
        let id = try await world.receive()

        await #expect(throws: NotDone.refused(Refusal("already-there"))) {
            try await world.desk.perform(World.fromSchool, on: id, by: world.dewi)
        }
    }

    @Test func withoutTheDutyNothingIsWritten() async throws {
        let world = try await World()
        let id = ID<Complaint>()

        await #expect(throws: NotDone.notPermitted(.takeComplaints)) {
            try await world.desk.perform(World.fromSchool, on: id, by: world.yohana)
        }
        #expect(try world.workspace.store.journal(of: id.value, in: 1).isEmpty)
    }

    @Test func anothersRecordIsUnknown() async throws {
        let world = try await World()
        let id = try await world.receive()

        await #expect(throws: NotDone.unknown) {
            try await world.desk.perform(World.fromSchool, on: id, by: world.other)
        }
    }

    @Test func rightsThatWereTakenAwayCountAtOnce() async throws {
        let world = try await World()
        try await world.accounts.setPosts([.administrator], of: world.dewi.id)

        await #expect(throws: NotDone.rightsChanged) {
            try await world.desk.perform(World.fromSchool, on: ID(), by: world.dewi)
        }
    }

    @Test func faultyAnswersAreToldAndNothingIsWritten() async throws {
        let world = try await World()
        var tomorrow = World.fromSchool
        tomorrow.at = Moment(World.now + 86_400)

        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("at", .inTheFuture)]))) {
            try await world.desk.perform(tomorrow, on: ID(), by: world.dewi)
        }
        #expect(try await world.desk.inboxCount(by: world.dewi) == 0)
    }

    @Test func whatWasTypedIsThereAgainAfterAStart() async throws {
        let world = try await World()
        let id = try await world.receive()
        let before = try await world.desk.list(.inbox, by: world.dewi)

        let again = try await world.restarted()

        #expect(try await again.desk.list(.inbox, by: world.dewi) == before)
        #expect(try await again.desk.open(Complaint.self, id, by: world.dewi).record.received == World.fromSchool)
    }

    @Test func anotherKeyOpensNothing() async throws {
        let world = try await World()
        try await world.receive()

        await #expect(throws: Workspace.WrongKey.self) { try await world.restarted(with: MasterKey()) }
    }
}
