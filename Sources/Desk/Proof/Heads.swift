import Casework
package import Foundation
package import Storage
package import Vault

/// A book's head, signed: whoever keeps the note can be shown later that the book still begins as it did then.
package struct SignedHead: Hashable, Sendable {
    package let book: Book
    package let lane: Int
    package let size: Int
    package let at: Date
    package let note: String
    /// What shows that the row is as it was written; nil for a note that was kept elsewhere.
    private let proof: Data?

    fileprivate init(_ row: Row) throws {
        guard let book = Book(rawValue: try row.text("book")) else { throw Broken() }
        self.book = book
        lane = try row.int("lane")
        size = try row.int("size")
        at = try row.instant("at")
        note = try row.text("note")
        proof = try row.data("proof")
    }

    /// One that was kept elsewhere, or is to be kept.
    fileprivate init(_ book: Book, _ lane: Int, _ size: Int, _ at: Date, _ note: String) {
        self.book = book
        self.lane = lane
        self.size = size
        self.at = at
        self.note = note
        proof = nil
    }

    fileprivate func proof(by vault: Vault) -> Data {
        vault.proof("checkpoints", book.rawValue, "\(lane)", "\(size)", "\(at.microseconds)", note)
    }

    func isAsItWasKept(_ vault: Vault) -> Bool { proof.map { $0 == proof(by: vault) } ?? true }

    /// The notes in a text that somebody kept, whatever else stands in it; who signed them is asked later.
    package static func all(in text: String) -> [SignedHead] {
        let lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
        return lines.indices.dropFirst(4).compactMap { end in
            guard lines[end].hasPrefix("— ") else { return nil }
            let note = lines[(end - 4)...end].joined(separator: "\n") + "\n"
            guard let checkpoint = Checkpoint(note), let origin = Origin(checkpoint.origin) else { return nil }
            return SignedHead(origin.book, origin.lane, checkpoint.size, .distantPast, note)
        }
    }
}

/// The roots of a book's lanes at the sizes at which somebody signed them.
struct Roots {
    private struct Place: Hashable {
        let lane: Int
        let size: Int
    }

    private let wanted: Set<Place>
    private var trees: [Int: MerkleTree] = [:]
    private var roots: [Place: Data] = [:]

    init(at heads: [SignedHead]) { wanted = Set(heads.map { Place(lane: $0.lane, size: $0.size) }) }

    mutating func add(_ row: BookRow) {
        trees[row.lane, default: MerkleTree()].add(row.digest)
        guard let tree = trees[row.lane], wanted.contains(Place(lane: row.lane, size: tree.size)) else { return }
        roots[Place(lane: row.lane, size: tree.size)] = tree.root
    }

    /// What is wrong with a signed head, or with the book that it covers.
    func finding(_ head: SignedHead, _ verifier: NoteVerifier?) -> Finding? {
        let origin = verifier.map { "\(Origin($0.name, head.book, head.lane))" }
        guard let checkpoint = verifier?.text(of: head.note).flatMap(Checkpoint.init), checkpoint.origin == origin,
            checkpoint.size == head.size
        else { return .wrongNote(head.book, lane: head.lane, size: head.size) }
        let found = trees[head.lane]?.size ?? 0
        guard head.size <= found else {
            return .cutOff(head.book, lane: head.lane, size: head.size, found: found)
        }
        // The empty book begins as it did, whatever it holds.
        guard head.size > 0, roots[Place(lane: head.lane, size: head.size)] != checkpoint.root else { return nil }
        return .rewritten(head.book, lane: head.lane, size: head.size)
    }
}

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

/// Which log a note is about, as it says itself: the installation, the lane and the book.
struct Origin: Hashable, CustomStringConvertible {
    let installation: String
    let lane: Int
    let book: Book

    var description: String { "\(installation)/\(lane)/\(book.rawValue)" }

    init(_ installation: String, _ book: Book, _ lane: Int) {
        self.installation = installation
        self.lane = lane
        self.book = book
    }

    /// Nil for what is no log of ours.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 3, let lane = Int(parts[parts.count - 2]),
            let book = Book(rawValue: parts[parts.count - 1])
        else { return nil }
        self.init(parts.dropLast(2).joined(separator: "/"), book, lane)
    }
}

/// Signs the heads of an installation's books while it is served (`design.md` 4). What is older than the last signed
/// head that somebody else keeps can't be changed or cut off unnoticed, not even by who holds the files and the key.
package actor Heads {
    private let workspace: Workspace
    /// Each book as far as it was read; a turn reads what came since.
    private var trees: [Origin: MerkleTree] = [:]

    package init(_ workspace: Workspace) { self.workspace = workspace }

    /// A book no longer begins as it did when its last head was signed: nothing is signed on top of that.
    package struct Rewritten: Error {
        package let book: Book
        package let lane: Int
    }

    /// Does what is due now. What can't be done is on the status page, and is tried again at the next turn.
    package func turn() async {
        var trouble = ""
        do { try await sign() } catch is Rewritten { trouble = Signing.Trouble.rewritten.rawValue } catch {
            trouble = Signing.Trouble.fails.rawValue
        }
        let noted = try? await workspace.noted(.headsTrouble)
        if trouble != noted ?? "" { try? await workspace.note(.headsTrouble, trouble) }
    }

    /// Signs every head that moved since it was signed last.
    /// - Throws: ``Rewritten``, or the store's errors.
    func sign() async throws {
        for book in Book.allCases {
            for (lane, head) in try await workspace.store.heads(of: book).sorted(by: { $0.key < $1.key }) {
                try await sign(book, lane, head.number)
            }
        }
    }

    private func sign(_ book: Book, _ lane: Int, _ size: Int) async throws {
        let signer = try await workspace.noteSigner()
        let last = try await workspace.signedHeads(of: book, in: lane).last
        if last?.size == size { return }
        let origin = Origin(signer.verifier.name, book, lane)
        var tree = trees[origin] ?? MerkleTree()
        while tree.size < size {
            let digests = try await workspace.store.digests(of: book, in: lane, after: tree.size, upTo: size)
            guard !digests.isEmpty else { throw Rewritten(book: book, lane: lane) }
            for digest in digests {
                tree.add(digest)
                if let last, tree.size == last.size, !Self.fits(tree, last, signer.verifier, origin) {
                    throw Rewritten(book: book, lane: lane)
                }
            }
        }
        guard tree.size == size, last.map({ $0.size < size }) ?? true else { throw Rewritten(book: book, lane: lane) }
        trees[origin] = tree
        let checkpoint = Checkpoint(origin: "\(origin)", size: size, root: tree.root)
        try await workspace.keep(
            SignedHead(book, lane, size, workspace.now, try signer.sign(checkpoint.text)))
    }

    private static func fits(
        _ tree: MerkleTree, _ head: SignedHead, _ verifier: NoteVerifier, _ origin: Origin
    ) -> Bool {
        verifier.text(of: head.note).flatMap(Checkpoint.init)
            == Checkpoint(origin: "\(origin)", size: tree.size, root: tree.root)
    }
}

extension Workspace {
    /// The key that signs heads, made when it is asked for first. It rests wrapped beside the data keys.
    func noteSigner() async throws -> NoteSigner {
        try NoteSigner(try await desk.keys.makeKey(of: .signing), name: try await installation())
    }

    /// What outsiders check signed heads by; nil before the first was signed.
    package func noteVerifier() async throws -> NoteVerifier? {
        guard let key = try await desk.keys.key(of: .signing), let name = try await noted(.installation)
        else { return nil }
        return try NoteSigner(key, name: name).verifier
    }

    /// A name at random that tells this installation's notes from another's, and nothing of the office.
    private func installation() async throws -> String {
        if let name = try await noted(.installation) { return name }
        try await store.write(
            """
            INSERT INTO facts (name, value)
            VALUES (\(Note.installation.rawValue), \("lindung/\(UUID().uuidString.lowercased())"))
            ON CONFLICT (name) DO NOTHING
            """)
        guard let name = try await noted(.installation) else { throw Broken() }
        return name
    }

    /// The signed heads of all books: the last of every day, and the newest.
    package func signedHeads() async throws -> [SignedHead] {
        // A home that an older version made has none until it is opened to be written.
        guard try await store.has(table: "checkpoints") else { return [] }
        return try await store.rows(
            "SELECT book, lane, size, at, note, proof FROM checkpoints ORDER BY book, lane, size"
        ).map(SignedHead.init)
    }

    /// How far these heads reach, of the books that there are.
    package func coverage(by heads: [SignedHead]) async throws -> [Coverage] {
        var coverage: [Coverage] = []
        for book in Book.allCases {
            for (lane, head) in try await store.heads(of: book).sorted(by: { $0.key < $1.key }) {
                let signed = heads.filter { $0.book == book && $0.lane == lane }.map(\.size).max() ?? 0
                coverage.append(Coverage(book: book, lane: lane, signed: signed, size: head.number))
            }
        }
        return coverage
    }

    package func signing() async throws -> Signing {
        Signing(
            at: try await signedHeads().map(\.at).max(),
            trouble: try await noted(.headsTrouble).flatMap(Signing.Trouble.init))
    }

    func signedHeads(of book: Book, in lane: Int) async throws -> [SignedHead] {
        try await signedHeads().filter { $0.book == book && $0.lane == lane }
    }

    fileprivate func keep(_ head: SignedHead) async throws {
        let midnight = Day(head.at).end - 24 * 3600
        try await store.write(
            """
            INSERT INTO checkpoints (book, lane, size, at, note, proof)
            VALUES (\(head.book.rawValue), \(head.lane), \(head.size), \(head.at), \(head.note),
                \(head.proof(by: desk.vault)))
            """,
            """
            DELETE FROM checkpoints WHERE book = \(head.book.rawValue) AND lane = \(head.lane)
                AND size < \(head.size) AND at > \(midnight)
            """)
    }
}
