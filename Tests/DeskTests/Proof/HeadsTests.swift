import Casework
import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@testable import Desk
@testable import Vault

/// Heads that outsiders keep (`docs/adr/0015-signed-heads.md`).
@Suite struct HeadsTests {
    private let world: World
    private let heads: HeadSigner
    private var workspace: Workspace { world.workspace }

    init() async throws {
        world = try await World()
        heads = HeadSigner(world.workspace)
        for _ in 1...5 { try await receive() }
        _ = try await world.desk.list(.inbox, by: world.dewi)
    }

    private func receive() async throws {
        try await world.receive(ReceiveComplaint(channel: .direct, what: "Laporan."))
    }

    private func head(_ book: Book) async throws -> SignedHead {
        try #require(try await workspace.signedHeads().last { $0.book == book })
    }

    @Test func everyBookIsSignedAndWhatCameSinceIsTold() async throws {
        try await heads.sign()
        #expect(try await workspace.coverage(by: workspace.signedHeads()).allSatisfy { $0.signed == $0.size })
        #expect(try await workspace.signedHeads().map(\.book) == [.journal, .looks])
        try await receive()

        let journal = try #require(try await workspace.coverage(by: workspace.signedHeads()).first)
        #expect(journal == Coverage(book: .journal, lane: 1, signed: 5, size: 6))
        #expect(try await workspace.verify() == [])
    }

    /// What anybody can check who has the note, the key's name and the digests.
    @Test func theNoteIsThatOfTheStandard() async throws {
        try await heads.sign()
        let verifier = try #require(try workspace.noteVerifiers()).newest
        let note = try await head(.journal).note
        let checkpoint = try #require(verifier.text(of: note).flatMap(Checkpoint.init))
        var tree = MerkleTree()
        for row in try await world.desk.store.rows("SELECT digest FROM journal ORDER BY seq") {
            tree.add(try row.data("digest"))
        }
        #expect(checkpoint == Checkpoint(origin: "\(verifier.name)/1/journal", size: 5, root: tree.root))
        #expect(NoteVerifier("\(verifier)") == verifier && !verifier.name.contains(" "))
    }

    @Test func aClockThatWasPutBackTakesNoOtherDaysHead() async throws {
        try await heads.sign()
        world.clock.advance(-100 * 24 * 3600)
        try await receive()
        try await heads.sign()
        #expect(try await workspace.signedHeads(of: .journal, in: 1).map(\.size) == [5, 6])
        // Nor does the first entry under it hide that it was.
        #expect(try await workspace.isClockBehind(workspace.now))
    }

    @Test func nothingIsSignedTwiceAndADayKeepsItsLast() async throws {
        try await heads.sign()
        let first = try await head(.journal)
        try await heads.sign()
        #expect(try await head(.journal) == first)
        world.clock.advance(300)
        try await receive()
        try await heads.sign()
        #expect(try await workspace.signedHeads(of: .journal, in: 1).map(\.size) == [6])
        world.clock.advance(24 * 3600)
        try await receive()
        // Another process goes on where this one ended.
        try await HeadSigner(workspace).sign()
        #expect(try await workspace.signedHeads(of: .journal, in: 1).map(\.size) == [6, 7])
        #expect(try await workspace.verify() == [])
    }

    /// Those of the entries that were cut off.
    private static let withoutReceipts = """
        DELETE FROM receipts WHERE NOT EXISTS (
            SELECT 1 FROM journal WHERE journal.record = receipts.record AND journal.version = receipts.version)
        """

    @Test func aTailThatIsCutOffWithItsHeadIsFound() async throws {
        try await heads.sign()
        try await world.damage(
            "DELETE FROM journal WHERE seq = 5", "DELETE FROM cards WHERE number = 5", Self.withoutReceipts,
            "UPDATE heads SET seq = 4, digest = (SELECT digest FROM journal WHERE seq = 4) WHERE book = 'journal'")
        let found: [Finding] = [.cutOff(.journal, lane: 1, size: 5, found: 4)]
        #expect(try await workspace.verify(live: false) == found)
        // A kept note that is ours as well tells it no second time.
        #expect(try await workspace.verify(live: false, against: SignedHead.all(in: head(.journal).note)) == found)
    }

    /// Who took the newest notes away as well is found by whoever kept one.
    @Test func aNoteThatSomebodyKeptFindsWhatOursDoesNot() async throws {
        try await heads.sign()
        let kept = SignedHead.all(in: "Key: x\r\n\r\n" + (try await head(.journal).note.replacing("\n", with: "\r\n")))
        #expect(kept.count == 1)
        #expect(try await workspace.verify(against: kept) == [])
        try await world.damage(
            "DELETE FROM checkpoints", "DELETE FROM journal WHERE seq = 5", "DELETE FROM cards WHERE number = 5",
            Self.withoutReceipts,
            "UPDATE heads SET seq = 4, digest = (SELECT digest FROM journal WHERE seq = 4) WHERE book = 'journal'")
        #expect(try await workspace.verify(live: false) == [])
        #expect(
            try await workspace.verify(live: false, against: kept) == [.cutOff(.journal, lane: 1, size: 5, found: 4)])
    }

    /// Who holds the files and the key can write a whole chain anew; the signed head is not of it.
    @Test func aHistoryThatIsWrittenAnewIsFoundAndNotSigned() async throws {
        try await heads.sign()
        var digest = Chain.start
        try await world.damage("DELETE FROM journal WHERE seq = 3")
        for row in try await world.desk.store.rows("SELECT seq, record, version, sealed FROM journal ORDER BY seq") {
            digest = Chain.digest(digest, try row.id("record"), try row.int("version"), try row.data("sealed"))
            let (old, number) = (try row.int("seq"), try row.int("seq") > 3 ? try row.int("seq") - 1 : row.int("seq"))
            try await world.damage("UPDATE journal SET seq = \(number), digest = x'\(digest.hex)' WHERE seq = \(old)")
        }
        try await world.damage("UPDATE heads SET seq = 4, digest = x'\(digest.hex)' WHERE book = 'journal'")
        for _ in 0..<2 { try await receive() }

        #expect(
            Set(try await workspace.verify(live: false)).isSuperset(of: [.rewritten(.journal, lane: 1, size: 5)]))
        _ = try await world.desk.list(.inbox, by: world.dewi)
        await #expect(throws: HeadSigner.Rewritten.self) { try await HeadSigner(workspace).sign() }
        await HeadSigner(workspace).turn()
        #expect(try await workspace.signing().trouble == .rewritten)
        #expect(try await head(.journal).size == 5)
        // The other book is signed on.
        #expect(try await head(.looks).size == 2)
    }

    @Test(arguments: [
        "note = replace(note, 'journal', 'looks')", "note = ''", "size = 4", "lane = 2", "at = at + 1", "proof = x''",
        "book = 'looks', size = 1000", "note = (SELECT note FROM checkpoints WHERE book = 'looks')",
    ])
    func aNoteThatWasChangedIsNamed(change: String) async throws {
        try await heads.sign()
        try await world.damage("UPDATE checkpoints SET \(change) WHERE book = 'journal'")
        let found = try await workspace.verify(live: false)
        #expect(!found.isEmpty)
        #expect(found.contains { if case .wrongNote = $0 { true } else { false } })
    }

    @Test func aSigningKeyThatIsGoneIsNamed() async throws {
        try await heads.sign()
        try world.workspace.close()
        try await DatabaseQueue(path: world.home.appending(path: "keys.sqlite").path).write {
            try $0.execute(sql: "DELETE FROM keys WHERE owner = x'\(UUID.signing(0).data.hex)'")
        }
        let reopened = try await Workspace.proving(home: world.home, key: world.key)
        #expect(try await reopened.verify(live: false).contains(.missingKey(owner: .signing(0))))
    }

    @Test func nobodyOpensARecordUnderAKeyOfTheInstallation() async throws {
        for id in [UUID.signing(0), .signing(1), .signing(77), Vault.carriedOwner, .lane(1), .lane(7)] {
            await #expect(throws: NotDone.refused(.alreadyThere)) {
                try await world.desk.perform(
                    ReceiveComplaint(channel: .direct, what: "x"), on: ID(id), by: world.dewi)
            }
        }
    }

    /// The signing key goes along when the master key changes.
    @Test func anotherMasterKeySignsOn() async throws {
        try await heads.sign()
        let before = try workspace.noteVerifiers()
        let next = MasterKey()
        try await workspace.rotate(to: next)
        try workspace.close()
        let after = try await Workspace(
            home: world.home, key: next, purpose: .demo, clock: world.clock.clock, cost: .tiny)
        #expect(try after.noteVerifiers() == before)
        #expect(try await after.verify() == [])
    }

    @Test func anotherSigningKeyGoesOnWhereTheOldOneEnded() async throws {
        try await heads.sign()
        let kept = try await workspace.signedHeads()
        let first = try #require(try workspace.noteVerifiers()).newest
        try await receive()
        try await workspace.rotateSigningKey()
        let verifiers = try #require(try workspace.noteVerifiers())
        #expect(verifiers.generations.count == 2 && verifiers.generations[0] == first)
        #expect(verifiers.newest.text(of: try await head(.journal).note) != nil)
        #expect(try await workspace.verify() == [])
        // Who kept heads of before can hold the home against them, and see by their key that the next is ours.
        #expect(try await workspace.verify(against: kept) == [])
        let succession = try #require(try workspace.successions().first)
        #expect(first.text(of: succession)?.contains("\(verifiers.newest)") == true)
        #expect(SignedHead.all(in: succession).isEmpty)

        try await receive()
        try await heads.sign()
        #expect(try await workspace.verify() == [])
        let again = try await world.restarted()
        #expect(try again.noteVerifiers() == verifiers)
        #expect(try await again.verify() == [])
    }

    @Test func aKeyThatWasGivenUpSignsNothingNew() async throws {
        try await heads.sign()
        let old = try await workspace.noteSigner()
        try await workspace.rotateSigningKey()
        try await receive()
        var tree = MerkleTree()
        for row in try await world.desk.store.rows("SELECT digest FROM journal ORDER BY seq") {
            tree.add(try row.data("digest"))
        }
        let text = Checkpoint(origin: "\(old.verifier.name)/1/journal", size: tree.size, root: tree.root).text
        let forged = SignedHead.all(in: try old.sign(text))
        #expect(forged.count == 1)
        #expect(
            try await workspace.verify(against: forged) == [.wrongNote(.journal, lane: 1, size: tree.size)])
    }

    /// A kill after any step: it is run again, and what was signed stays good.
    @Test func aRotationThatWasBrokenOffIsRunAgain() async throws {
        try await heads.sign()
        _ = try await workspace.desk.keys.makeKey(of: .signing(1))
        let again = try await world.restarted()
        #expect(try await again.verify() == [])
        try await again.keep("1", for: .signingGeneration)
        try again.close()
        let third = try await Workspace(
            home: world.home, key: world.key, purpose: .demo, clock: world.clock.clock, cost: .tiny)
        #expect(try await third.verify() == [])
        try await third.rotateSigningKey()
        #expect(try third.noteVerifiers()?.generations.count == 3)
        #expect(try await third.verify() == [])
        try third.close()
    }

    @Test func noNewKeyCoversWhatWasRewritten() async throws {
        try await heads.sign()
        try await world.damage("UPDATE journal SET digest = zeroblob(32) WHERE seq = 2")
        await #expect(throws: HeadSigner.Rewritten.self) { try await workspace.rotateSigningKey() }
        #expect(try workspace.noteVerifiers()?.generations.count == 1)
    }
}
