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
        try await world.damage(statement)
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

    @Test func anIndexThatSaysSomethingElseIsNamed() async throws {
        let world = try await world()
        let record = try #require(try await world.desk.index.all().keys.first)
        let card = try #require(try await world.desk.index.all()[record])
        var other = card.card
        other.title = "Lain"
        try world.desk.index.put(Indexed(other, other.packed, card.code, lane: card.lane))

        #expect(try await world.workspace.verify() == [.wrongCard(record: record)])
    }
}
