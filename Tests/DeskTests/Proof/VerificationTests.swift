import Casework
import Foundation
import GRDB
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
            try await world.desk.store.write(Storage.SQL(stringLiteral: "DROP TRIGGER IF EXISTS \(trigger)"))
        }
        try await world.desk.store.write(Storage.SQL(stringLiteral: statement))
    }

    @Test func anUntouchedStorePasses() async throws {
        let world = try await world()
        #expect(try await world.workspace.verify() == [])
    }

    @Test(
        arguments: [
            (
                "UPDATE journal SET sealed = zeroblob(length(sealed)) WHERE seq = 2",
                [.brokenChain(.journal, lane: 1, number: 2), .unreadable(.journal, lane: 1, number: 2)]
            ),
            (
                "UPDATE journal SET digest = zeroblob(32) WHERE seq = 3",
                [.brokenChain(.journal, lane: 1, number: 3), .brokenChain(.journal, lane: 1, number: 4)]
            ),
            ("DELETE FROM journal WHERE seq = 2", [.brokenChain(.journal, lane: 1, number: 3)]),
            ("DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)", [.wrongHead(.journal, lane: 1)]),
            (
                "UPDATE journal SET version = 9 WHERE seq = 4",
                [.brokenChain(.journal, lane: 1, number: 4), .unreadable(.journal, lane: 1, number: 4)]
            ),
            ("UPDATE heads SET seq = seq - 1 WHERE book = 'journal'", [.wrongHead(.journal, lane: 1)]),
            ("DELETE FROM heads", [.wrongHead(.journal, lane: 1), .wrongHead(.looks, lane: 1)]),
            (
                "UPDATE looks SET sealed = zeroblob(300) WHERE seq = 1",
                [.brokenChain(.looks, lane: 1, number: 1), .unreadable(.looks, lane: 1, number: 1)]
            ),
            (
                """
                UPDATE journal SET sealed = (SELECT sealed FROM journal AS other WHERE other.seq = 3 - journal.seq)
                WHERE seq IN (1, 2)
                """,
                [.brokenChain(.journal, lane: 1, number: 1), .unreadable(.journal, lane: 1, number: 1)]
            ),
        ] as [(String, [Finding])])
    func everyDamageIsNamed(statement: String, findings: [Finding]) async throws {
        let world = try await world()
        try await damage(statement, in: world)
        #expect(Set(try await world.workspace.verify()).isSuperset(of: findings))
    }

    @Test func aSealedCardThatDoesNotOpenIsNamed() async throws {
        let world = try await world()
        let record = try #require(try await world.desk.index.all().keys.first)
        try await world.desk.store.write("UPDATE cards SET sealed = zeroblob(300) WHERE record = \(record)")
        #expect(try await world.workspace.verify() == [.wrongCard(record: record)])
    }

    @Test func aKeyThatIsGoneIsNamedAndAStartRefuses() async throws {
        let world = try await world()
        let record = try #require(try await world.desk.index.all().keys.first)
        try await world.desk.store.keys.write {
            try $0.execute(sql: "DELETE FROM keys WHERE owner = ?", arguments: [record.data])
        }

        #expect(try await world.workspace.verify().contains(.missingKey(owner: record)))
        await #expect(throws: MissingKey.self) { try await world.restarted() }
    }

    @Test func everyByteOfAnEntryAndALookCounts() async throws {
        let world = try await world()
        for (book, column) in [("journal", "sealed"), ("journal", "digest"), ("looks", "sealed"), ("looks", "digest")] {
            let bytes = try #require(
                try await world.desk.store.rows(
                    Storage.SQL(stringLiteral: "SELECT \(column) FROM \(book) WHERE seq = 1")
                ).first
            ).data(column)
            try await damage("SELECT 1", in: world)
            for place in stride(from: 0, to: bytes.count, by: 7) {
                var flipped = bytes
                flipped[flipped.startIndex + place] ^= 0x10
                try await write(flipped, book, column, world)
                #expect(try await world.workspace.verify() != [], "\(book).\(column), byte \(place)")
            }
            try await write(bytes, book, column, world)
            #expect(try await world.workspace.verify() == [])
        }
    }

    private func write(_ bytes: Data, _ book: String, _ column: String, _ world: World) async throws {
        let target = Storage.SQL(stringLiteral: "UPDATE \(book) SET \(column) = ")
        try await world.desk.store.write("\(target)\(bytes) WHERE seq = 1")
    }

    @Test func anIndexThatSaysSomethingElseIsNamed() async throws {
        let world = try await world()
        let record = try #require(try await world.desk.index.all().keys.first)
        let card = try #require(try await world.desk.index.all()[record])
        var other = card.card
        other.title = "Lain"
        try world.desk.index.put(Indexed(other, other.packed, card.code, lane: card.lane), replacing: card.card)

        #expect(try await world.workspace.verify() == [.wrongCard(record: record)])
    }
}
