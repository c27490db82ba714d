import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk
@testable import Storage

@Suite struct VerificationTests {
    /// Three complaints, a call-back, a correction, some looks.
    private func world() async throws -> World {
        let world = try await World()
        for number in 1...3 {
            try await world.receive(ReceiveComplaint(channel: .direct, what: LongText("Laporan \(number)")))
        }
        let id = try await world.receive()
        try await world.desk.perform(RecordCallback(outcome: .noAnswer), on: id, by: world.dewi)
        let entry = try #require(try await world.open(id).history.last).id
        try await world.desk.perform(
            CorrectEntry<Complaint>(entry, to: RecordCallback(outcome: .answered), because: "x"), on: id, by: world.dewi
        )
        return world
    }

    private func damage(_ statement: String, in world: World) async throws {
        let triggers = [
            "journal_is_never_changed", "journal_is_never_cut", "looks_are_never_changed", "looks_are_never_cut",
        ]
        for trigger in triggers {
            try await world.desk.store.write(SQL(stringLiteral: "DROP TRIGGER IF EXISTS \(trigger)"))
        }
        try await world.desk.store.write(SQL(stringLiteral: statement))
    }

    @Test func anUntouchedStorePasses() async throws {
        #expect(try await world().workspace.verify() == [])
    }

    @Test(arguments: [
        "UPDATE journal SET sealed = zeroblob(length(sealed)) WHERE seq = 2",
        "UPDATE journal SET digest = zeroblob(32) WHERE seq = 3",
        "DELETE FROM journal WHERE seq = 2", "DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)",
        "UPDATE journal SET seq = 100 WHERE seq = 1", "UPDATE journal SET version = 9 WHERE seq = 4",
        "UPDATE journal SET record = zeroblob(16) WHERE seq = 1",
        "UPDATE heads SET seq = seq - 1 WHERE book = 'journal'", "DELETE FROM heads", "DELETE FROM looks WHERE seq = 1",
        "UPDATE looks SET sealed = zeroblob(300) WHERE seq = 1", "UPDATE looks SET id = zeroblob(16) WHERE seq = 1",
        """
        UPDATE journal SET sealed = (SELECT sealed FROM journal AS other WHERE other.seq = 3 - journal.seq)
        WHERE seq IN (1, 2)
        """,
    ])
    func everyDamageIsNamed(statement: String) async throws {
        let world = try await world()
        try await damage(statement, in: world)
        // A fold can't read through a broken seal; it says so itself.
        let findings = (try? await world.workspace.verify()) ?? [.wrongCard(record: UUID())]
        #expect(!findings.isEmpty)
    }

    @Test func everyByteOfTheBooksCounts() async throws {
        let world = try await world()
        let rows = try await world.desk.store.rows("SELECT seq, length(sealed) AS n FROM journal ORDER BY seq LIMIT 2")
        for row in rows {
            let seq = try row.int("seq")
            for place in stride(from: 1, through: try row.int("n"), by: 37) {
                let flipped = """
                    UPDATE journal SET sealed = CAST(substr(sealed, 1, \(place) - 1)
                    || char(0x7f) || substr(sealed, \(place) + 1) AS BLOB) WHERE seq = \(seq)
                    """
                let copy = try await self.world()
                try await damage(flipped, in: copy)
                #expect((try? await copy.workspace.verify()) != [], "row \(seq), byte \(place)")
            }
        }
    }

    @Test func anIndexThatSaysSomethingElseIsNamed() async throws {
        let world = try await world()
        let record = try #require(try await world.desk.index.all().keys.first)
        let card = try #require(try await world.desk.index.all()[record])
        var other = card.card
        other.title = "Lain"
        try world.desk.index.put([Indexed(card: other, code: card.code, lane: card.lane)])

        #expect(try await world.workspace.verify() == [.wrongCard(record: record)])
    }
}
