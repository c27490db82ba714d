import Casework
import Foundation
import Storage

/// What lists, searches and reports read.
extension Index {
    /// Follows once at the beginning, whatever is read then: what was acknowledged before is there.
    func list(_ list: List, in scope: Scope, _ page: PageOfList = PageOfList()) async throws -> Listing {
        await follower.catchUp()
        if case .alike(let people) = list { return try await alike(people, in: scope) }
        // Who is called so comes first, and once; the pages after that are of what has the words.
        let named = try await called(list.names, in: scope)
        guard let statements = list.statements(in: scope, page) else { return Listing(rows: named, total: named.count) }
        let known = Set(named.map(\.card.record))
        let whole = list.isWhole ? try counted(list, in: scope) : nil
        let both = try await database.rows(
            [statements.rows] + (whole == nil ? [statements.total(among: Array(known))] : []))
        let rows = try both[0].enumerated().map { place, row in
            var listed = try listed(row)
            listed.excerpt = list.excerpt(of: listed, withStory: page.after == nil && place < List.mostStories)
            return listed
        }
        let total = try whole ?? both.last?.first.map { try $0.int("n") - $0.int("known") } ?? 0
        return Listing(
            rows: (page.after == nil ? named : []) + rows.filter { !known.contains($0.card.record) },
            total: total + named.count,
            last: try both[0].count == page.limit ? both[0].last.map { list.order.place(of: try card($0)) } : nil)
    }

    /// What a lane's cases whose event lies in a time come to, voided ones left out.
    func figures<Figures: Sendable>(
        from: Date, until: Date, in lane: Int, into figures: Figures,
        _ count: @escaping @Sendable (inout Figures, Card) -> Void
    ) async throws -> Figures {
        await follower.catchUp()
        // A year's cards would drive out those that people look at.
        return try await database.reduce(
            """
            SELECT card FROM cards WHERE lane = \(lane) AND kind = \(CaseFile.kind.text) AND at >= \(from) AND at < \(until)
                AND status <> \(Status.void.rawValue)
            """, into: figures
        ) { count(&$0, try Card(packed: $1.data("card"))) }
    }

    /// What ``card(_:)`` reads.
    static let told: SQL = "cards.record, cards.version, cards.card"

    func listed(_ row: Row) throws -> Listed { try Listed(row, whole: card(row)) }

    func stub(of record: UUID, in scope: Scope) async throws -> Listed? {
        try await find("SELECT code, \(Self.told), 0 AS open FROM cards WHERE record = \(record) AND \(scope.listed)")
            .first.map(listed)
    }

    func isEmpty() async throws -> Bool {
        try await rows("SELECT 1 AS one FROM cards WHERE kind = \(Complaint.kind.text) LIMIT 1").isEmpty
    }

    /// How many are in a whole list (``List/isWhole``).
    func count(_ list: List, in scope: Scope) async throws -> Int {
        await follower.catchUp()
        return try counted(list, in: scope)
    }

    private func counted(_ list: List, in scope: Scope) throws -> Int {
        try counts.answer(CountedList(list: list, scope: scope), after: standings.moves) {
            guard let statements = list.statements(in: scope) else { return 0 }
            return try database.find(statements.total()).first?.int("n") ?? 0
        }
    }

    /// A list and for whom: remembered, since each page counts one. Nothing that somebody typed may stand in it.
    struct CountedList: Hashable, Sendable {
        let list: List
        let scope: Scope
    }

    /// The codes of records that these words find, the newest first, a few at most.
    func codes(
        matching match: String, in scope: Scope, except record: UUID
    ) async throws -> [(record: UUID, code: String)] {
        let rows = try await find(
            """
            SELECT code, record FROM words CROSS JOIN cards ON cards.row = words.rowid
            WHERE words MATCH \(match) AND \(scope.listed) AND cards.kind = \(Complaint.kind.text)
                AND cards.record <> \(record) ORDER BY at DESC LIMIT 5
            """)
        return try rows.map { (try $0.id("record"), try $0.text("code")) }
    }

    /// How SQLite answers a list, for the test that none scans a table.
    package func plans(_ list: List, in scope: Scope) async throws -> [String] {
        guard let statements = list.statements(in: scope) else { return [] }
        return try await plan(statements.rows) + plan(statements.total())
    }
}
