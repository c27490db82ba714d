import Casework
import Foundation
import Storage

/// Finds people as their names are spelled. The full-text index of sounds and trigrams gives candidates; how alike two
/// names are decides.
extension Index {
    /// Names less alike than this are other people's.
    static let alikeEnough = 0.85
    /// So many names are compared, found by their rarest tokens.
    private static let candidates = 3_000

    /// The records in which somebody is called like one of these names, the most alike first.
    func called(_ names: [String], kind: RecordKind?, in scope: Scope) async throws -> [Listed] {
        var best: [Int: Double] = [:]
        for name in names {
            let typed = NameReading(name)
            for (row, kept) in try await candidates(name) {
                let score = NameSimilarity.score(typed, NameReading(kept))
                if score >= Self.alikeEnough { best[row] = max(score, best[row] ?? 0) }
            }
        }
        var found: [Listed] = []
        for (row, _) in best.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(List.most) {
            let of: SQL = kind.map { "cards.kind = \($0.text)" } ?? scope.open
            let rows = try await rows(
                "SELECT code, card, \(scope.open) AS open FROM cards WHERE row = \(row) AND \(scope.listed) AND \(of)")
            found += try rows.map(Listed.init)
        }
        return found
    }

    /// Names that share a name's rarest tokens, with the rows of their records.
    private func candidates(_ name: String) async throws -> [(row: Int, name: String)] {
        var match: [String] = []
        var sum = 0
        for token in NameKey.tokens(name) {
            let known = try await rows("SELECT doc FROM sounds_known WHERE term = \(token)").first?.int("doc") ?? 0
            if known > 0 { match.append("\(known.padded(9))\(token)") }
        }
        let chosen = match.sorted().prefix { token in
            sum += Int(token.prefix(9)) ?? 0
            return sum <= Self.candidates
        }
        let tokens = (chosen.isEmpty ? match.sorted().prefix(1) : chosen).map { "\"\($0.dropFirst(9))\"" }
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
        switch self {
        case .search(let text): text.split(separator: " ").count <= Self.longestName ? [text] : []
        case .alike(let names, _): names
        case .inbox, .cases, .closed, .approvals, .decidedAlone: []
        }
    }

    /// The kind of record whose stubs may be shown for a name; nil for what may be opened only.
    var kindOfNames: RecordKind? {
        if case .alike = self { CaseFile.kind } else { nil }
    }
}
