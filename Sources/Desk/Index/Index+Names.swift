import Casework
import Foundation
import Storage
import Synchronization

/// Finds people as their names are spelled. The full-text index of sounds and trigrams gives candidates; how alike two
/// names are decides.
extension Index {
    /// Names less alike than this are other people's.
    static let alikeEnough = 0.85
    /// So many names are compared, found by their rarest tokens.
    private static let candidates = 3_000

    /// The records that may be opened in which somebody is called like this, the most alike first.
    func called(_ names: [String], in scope: Scope) async throws -> [Listed] {
        var best: [Int: Double] = [:]
        for name in names { best.merge(try await rows(called: name), uniquingKeysWith: max) }
        let likeliest = best.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(List.most).map(\.key)
        return try await rows(likeliest, in: scope, where: scope.open).map { row in
            var listed = try listed(row)
            listed.excerpt = Excerpt(called: names, in: listed.card)
            return listed
        }
    }

    /// Cases in which these people may be known already. A name, a phone or an identity number gives candidates; one
    /// ``Likeness`` decides.
    func alike(_ people: [Profile], in scope: Scope) async throws -> Listing {
        var candidates: Set<Int> = []
        for person in people {
            if !person.name.isEmpty { candidates.formUnion(try await rows(called: person.name).keys) }
            if let phone = person.phone {
                candidates.formUnion(try await rows(having: "phones : \(List.match(phone))"))
            }
            if let nik = person.nik { candidates.formUnion(try await rows(having: "text : \"\(nik.text)\"")) }
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

    /// Those of these rows that are wanted and at least listed, in this order.
    private func rows(_ places: [Int], in scope: Scope, where isWanted: SQL) async throws -> [Row] {
        try await rows(
            places.map {
                """
                SELECT code, \(Self.told), \(scope.open) AS open FROM cards
                WHERE row = \($0) AND \(scope.listed) AND \(isWanted)
                """
            }
        ).flatMap(\.self)
    }

    private func rows(having match: String) async throws -> [Int] {
        try await rows("SELECT rowid AS row FROM words WHERE words MATCH \(match) LIMIT \(Self.candidates)").map {
            try $0.int("row")
        }
    }

    /// The rows of records that have a name like this one, and how like it is.
    private func rows(called name: String) async throws -> [Int: Double] {
        let typed = NameReading(name)
        var best: [Int: Double] = [:]
        // A complaint and its case tell of the same people, and many people are called alike.
        var scores: [String: Double] = [:]
        for (row, kept) in try await candidates(name) {
            let score = scores[kept] ?? NameSimilarity.score(typed, NameReading(kept))
            scores[kept] = score
            if score >= Self.alikeEnough { best[row] = max(score, best[row] ?? 0) }
        }
        return best
    }

    /// How many names have a token. Full-text search counts them one by one, so that those of a token that many have are
    /// counted once and taken as known: it decides only which tokens are looked for.
    private func names(with token: String) async throws -> Int {
        if let known = frequent.withLock({ $0[token] }) { return known }
        let known = try await rows("SELECT doc FROM sounds_known WHERE term = \(token)").first?.int("doc") ?? 0
        if known > Self.candidates / 3 { frequent.withLock { $0[token] = known } }
        return known
    }

    /// Names that share a name's rarest tokens, with the rows of their records.
    private func candidates(_ name: String) async throws -> [(row: Int, name: String)] {
        var match: [(names: Int, token: String)] = []
        for token in NameKey.tokens(name) {
            let known = try await names(with: token)
            if known > 0 { match.append((known, token)) }
        }
        match.sort { $0 < $1 }
        var sum = 0
        let chosen = match.prefix { rare in
            sum += rare.names
            return sum <= Self.candidates
        }
        let tokens = (chosen.isEmpty ? match.prefix(1) : chosen).map { "\"\($0.token)\"" }
        guard !tokens.isEmpty else { return [] }
        let rows = try await rows(
            """
            SELECT names.row AS row, names.name AS name FROM sounds CROSS JOIN names ON names.id = sounds.rowid
            WHERE sounds MATCH \(tokens.joined(separator: " OR ")) LIMIT \(Self.candidates)
            """)
        return try rows.map { (try $0.int("row"), try $0.text("name")) }
    }
}

extension List {
    /// The longest text that may be a name.
    private static let longestName = 6

    /// What may be people's names in it.
    var names: [String] {
        guard case .search(let text) = self, text.split(separator: " ").count <= Self.longestName else { return [] }
        return [text]
    }
}
