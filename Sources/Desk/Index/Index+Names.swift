import Casework
import Foundation
import Storage
import Synchronization

/// Finds people as their names are spelled: a ``NameBook`` gives candidates; how alike two names are decides. Of an index
/// that has followed (``list(_:in:_:)``).
extension Index {
    /// Names less alike than this are other people's.
    static let alikeEnough = 0.85
    /// So many records that have a phone or an identity number are looked at.
    private static let candidates = 3_000
    /// So many that have a name: many are called alike, and most of their records may be others'.
    private static let namesakes = 1_000

    /// The records that may be opened in which somebody is called like this, the most alike first.
    func called(_ names: [String], in scope: Scope) async throws -> [Listed] {
        var alike: [Alike] = []
        for name in names { alike += alikeTo(name) }
        let best = Self.best(alike).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .prefix(Self.namesakes)
        let scores = Dictionary(alike.map { ($0.name.name, $0.score) }, uniquingKeysWith: max)
        let rows = try await rows(best.map(\.key), in: scope, where: scope.open, until: List.most)
        return try rows.prefix(List.most).map { row in
            var listed = try listed(row)
            listed.excerpt = Excerpt(called: scores, in: listed.card)
            return listed
        }
    }

    /// Cases in which these people may be known already. A name, a phone or an identity number gives candidates; one
    /// ``Likeness`` decides.
    func alike(_ people: [Profile], in scope: Scope) async throws -> Listing {
        var candidates: Set<UUID> = []
        for person in people {
            if !person.name.isEmpty { candidates.formUnion(Self.best(alikeTo(person.name)).keys) }
            if let phone = person.phone {
                candidates.formUnion(try await records(having: "phones : \(List.match(phone))"))
            }
            if let nik = person.nik { candidates.formUnion(try await records(having: "text : \"\(nik.text)\"")) }
        }
        var found: [(listed: Listed, likeness: Likeness)] = []
        for row in try await rows(candidates.sorted(), in: scope, where: "cards.kind = \(CaseFile.kind.text)") {
            let card = try card(row)
            guard let likeness = Likeness.best(people, card.people), likeness.isLikely else { continue }
            found.append((try Listed(row, whole: card), likeness))
        }
        found.sort { ($1.likeness.weight, $0.listed.code) < ($0.likeness.weight, $1.listed.code) }
        let rows = found.prefix(List.most).map { listed, likeness in
            var listed = listed
            listed.clues = likeness.clues
            return listed
        }
        return Listing(rows: rows, total: found.count)
    }

    /// Those of these records that are wanted and at least listed, in this order: all, or the first so many and a few more.
    private func rows(
        _ records: [UUID], in scope: Scope, where isWanted: SQL, until enough: Int = .max
    ) async throws -> [Row] {
        let statements: [SQL] = stride(from: 0, to: records.count, by: List.most).map { start in
            let some = records[start..<min(start + List.most, records.count)]
            // Always as many, so that it is one statement to prepare.
            let asked: [UUID] = some + Array(repeating: records[start], count: List.most - some.count)
            return """
                SELECT code, \(Self.told), \(scope.open) AS open FROM cards INDEXED BY cards_by_record
                WHERE record IN \(asked) AND \(scope.listed) AND \(isWanted)
                """
        }
        let found = try await database.rows(statements, until: enough).map { (try $0.id("record"), $0) }
        let byRecord = Dictionary(uniqueKeysWithValues: found)
        return records.compactMap { byRecord[$0] }
    }

    private func records(having match: String) async throws -> [UUID] {
        try await database.rows(
            """
            SELECT record FROM words CROSS JOIN cards ON cards.row = words.rowid
            WHERE words MATCH \(match) LIMIT \(Self.candidates)
            """
        ).map { try $0.id("record") }
    }

    private typealias Alike = (name: NameBook.Candidate, score: Double)

    /// The names like this one.
    private func alikeTo(_ name: String) -> [Alike] {
        let typed = NameReading(name)
        let candidates = names.withLock { $0.candidates(for: typed) }
        return candidates.map { ($0, NameSimilarity.score(typed, NameReading($0.name))) }
            .filter { $0.score >= Self.alikeEnough }
    }

    /// The records in which somebody has one of these names, and how like the most like one is.
    private static func best(_ alike: [Alike]) -> [UUID: Double] {
        var best: [UUID: Double] = [:]
        for (name, score) in alike {
            for record in name.records { best[record] = max(score, best[record] ?? 0) }
        }
        return best
    }
}

extension List {
    /// A text of more words is no name.
    private static let mostWords = 6

    /// What may be people's names in it.
    var names: [String] {
        guard case .search(let text) = self, text.split(separator: " ").count <= Self.mostWords else { return [] }
        return [text]
    }
}
