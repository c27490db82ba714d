package import Foundation
package import Storage
import Vault

/// A book's head, signed: whoever keeps the note can be shown later that the book still begins as it did then.
package struct SignedHead: Hashable, Sendable {
    package let book: Book
    package let lane: Int
    package let size: Int
    package let at: Date
    package let note: String
    /// What shows that the row is as it was written; nil for a note that was kept elsewhere.
    private let proof: Data?

    init(_ row: Row) throws {
        guard let book = Book(rawValue: try row.text("book")) else { throw Broken() }
        self.book = book
        lane = try row.int("lane")
        size = try row.int("size")
        at = try row.instant("at")
        note = try row.text("note")
        proof = try row.data("proof")
    }

    /// One that was kept elsewhere, or is to be kept.
    init(_ book: Book, _ lane: Int, _ size: Int, _ at: Date, _ note: String) {
        self.book = book
        self.lane = lane
        self.size = size
        self.at = at
        self.note = note
        proof = nil
    }

    func proof(by vault: Vault) -> Data {
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
    func finding(_ head: SignedHead, _ verifiers: NoteVerifiers?) -> Finding? {
        let origin = verifiers.map { "\(Origin($0.name, head.book, head.lane))" }
        guard let checkpoint = (verifiers?.text(of: head.note)?.text).flatMap(Checkpoint.init),
            checkpoint.origin == origin,
            checkpoint.size == head.size
        else { return .wrongNote(head.book, lane: head.lane, size: head.size) }
        let found = trees[head.lane]?.size ?? 0
        guard head.size <= found else {
            return .cutOff(head.book, lane: head.lane, size: head.size, found: found)
        }
        let isAsSigned = roots[Place(lane: head.lane, size: head.size)] == checkpoint.root
        return isAsSigned ? nil : .rewritten(head.book, lane: head.lane, size: head.size)
    }
}
