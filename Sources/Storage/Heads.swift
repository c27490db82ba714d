import Foundation
import GRDB

/// The last number and digest of each lane's books. Everything that is added moves one on, so they are looked up once and
/// written once a commit.
struct Heads: Sendable {
    struct Head: Sendable {
        let number: Int
        let digest: Data
    }

    private struct Place: Hashable {
        let book: Book
        let lane: Int
    }

    private var known: [Place: Head] = [:]
    private var moved: Set<Place> = []

    /// Nil before the first row.
    mutating func head(of book: Book, _ lane: Int, _ db: Database) throws -> Head? {
        let place = Place(book: book, lane: lane)
        if let head = known[place] { return head }
        let row = try db.row("SELECT seq, digest FROM heads WHERE book = \(book.rawValue) AND lane = \(lane)")
        let head = try row.map { Head(number: try $0.int("seq"), digest: try $0.data("digest")) }
        known[place] = head
        return head
    }

    mutating func move(_ book: Book, _ lane: Int, to head: Head) {
        known[Place(book: book, lane: lane)] = head
        moved.insert(Place(book: book, lane: lane))
    }

    mutating func write(_ db: Database) throws {
        for place in moved {
            guard let head = known[place] else { continue }
            try db.run(
                """
                INSERT INTO heads (book, lane, seq, digest)
                VALUES (\(place.book.rawValue), \(place.lane), \(head.number), \(head.digest))
                ON CONFLICT (book, lane) DO UPDATE SET seq = excluded.seq, digest = excluded.digest
                """)
        }
        moved = []
    }
}
