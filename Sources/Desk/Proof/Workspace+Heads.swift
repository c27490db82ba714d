import Casework
package import Foundation
package import Storage
import Vault

/// Whether an installation's heads are signed.
package struct Signing: Hashable, Sendable {
    /// When one was signed last.
    package let at: Date?
    package let trouble: Trouble?

    package enum Trouble: String, Sendable {
        /// A book no longer begins as it did: see `lindung verify`.
        case rewritten
        case fails
    }
}

/// How much of a book is signed.
package struct Coverage: Hashable, Sendable {
    package let book: Book
    package let lane: Int
    package let signed: Int
    package let size: Int
}

extension Workspace {
    /// The key that signs heads, made when it is asked for first. It rests wrapped beside the data keys.
    func noteSigner() async throws -> NoteSigner {
        let key = try await desk.keys.makeKey(of: .signing(try signingGeneration()))
        return try NoteSigner(key, name: try await installation())
    }

    /// What outsiders check signed heads by; nil before the first was signed.
    package func noteVerifiers() throws -> NoteVerifiers? {
        NoteVerifiers(try noteSigners().map(\.verifier))
    }

    /// How often the signing key was changed.
    private func signingGeneration() throws -> Int {
        guard let kept = try fact(.signingGeneration) else { return 0 }
        guard let generation = Int(kept), (0...9_999).contains(generation) else { throw Broken() }
        return generation
    }

    /// Each key that ever signed, the newest last.
    /// - Throws: ``MissingKey`` for one that is gone.
    private func noteSigners() throws -> [NoteSigner] {
        guard let name = try fact(.installation) else { return [] }
        var signers: [NoteSigner] = []
        for owner in try signingOwners() {
            guard let key = try desk.keys.key(of: owner) else { throw MissingKey(record: owner) }
            signers.append(try NoteSigner(key, name: name))
        }
        return signers
    }

    func signingOwners() throws -> [UUID] { (0...(try signingGeneration())).map(UUID.signing) }

    /// Puts another signing key in the place of this one (OWASP ASVS 5.0 V13.3.4). Everything is signed by the old one
    /// before and by the new one afterwards; a kill in between leaves either of them in force.
    /// - Throws: ``HeadSigner/Rewritten`` where a book is not as it was signed: a new key must not make that forgotten.
    package func rotateSigningKey() async throws {
        try await HeadSigner(self).sign(all: true)
        let next = try signingGeneration() + 1
        _ = try await desk.keys.makeKey(of: .signing(next))
        try await keep("\(next)", for: .signingGeneration)
        try await HeadSigner(self).sign()
    }

    /// Each later key, signed by the one before it: who trusts the first has reason to trust the last.
    package func successions() throws -> [String] {
        let signers = try noteSigners()
        return try zip(signers, signers.dropFirst()).enumerated().map { place, pair in
            let verifier = pair.1.verifier
            return try pair.0.sign("\(verifier.name)/signing-key\n\(place + 1)\n\(verifier)\n")
        }
    }

    /// A name at random that tells this installation's notes from another's, and nothing of the office.
    private func installation() async throws -> String {
        if let name = try fact(.installation) { return name }
        return try await keepFirst("lindung/\(UUID().text)", for: .installation)
    }

    /// The signed heads of all books: the last of every day, and the newest.
    package func signedHeads() async throws -> [SignedHead] {
        // A home that an older version made has none until it is opened to be written.
        guard try store.has(table: "checkpoints") else { return [] }
        // A row that is none is named by its table's tally.
        return try store.find(
            "SELECT book, lane, size, at, note, proof FROM checkpoints ORDER BY book, lane, size"
        ).compactMap { try? SignedHead($0) }
    }

    /// How far these heads reach, of the books that there are.
    package func coverage(by heads: [SignedHead]) async throws -> [Coverage] {
        var coverage: [Coverage] = []
        for book in Book.allCases {
            for (lane, head) in try store.heads(of: book).sorted(by: { $0.key < $1.key }) {
                let signed = heads.filter { $0.book == book && $0.lane == lane }.map(\.size).max() ?? 0
                coverage.append(Coverage(book: book, lane: lane, signed: signed, size: head.number))
            }
        }
        return coverage
    }

    /// For the status page.
    package func signing() async throws -> Signing {
        Signing(
            at: try await signedHeads().map(\.at).max(),
            trouble: try fact(.headsTrouble).flatMap(Signing.Trouble.init))
    }

    func signedHeads(of book: Book, in lane: Int) async throws -> [SignedHead] {
        try await signedHeads().filter { $0.book == book && $0.lane == lane }
    }

    func keep(_ head: SignedHead) async throws {
        try await store.write(
            """
            INSERT INTO checkpoints (book, lane, size, at, note, proof)
            VALUES (\(head.book.rawValue), \(head.lane), \(head.size), \(head.at), \(head.note),
                \(head.proof(by: desk.vault)))
            ON CONFLICT (book, lane, size) DO UPDATE SET at = excluded.at, note = excluded.note, proof = excluded.proof
            """,
            """
            DELETE FROM checkpoints WHERE book = \(head.book.rawValue) AND lane = \(head.lane)
                AND size < \(head.size) AND at >= \(Day(head.at).start) AND at < \(Day(head.at).end)
            """)
    }
}
