import Casework
import Foundation
import Storage

/// Finds people as their names are spelled. The full-text index of sounds and trigrams gives candidates; how alike two
/// names are decides.
extension Index {
    /// Names less alike than this are other people's.
    static let alikeEnough = 0.85
    /// So many candidates are compared.
    private static let candidates = 200
    /// A token that more than one name in so many has says little.
    private static let tooCommon = 20

    /// The records in which somebody is called like one of these names, the most alike first.
    func called(_ names: [String], kind: RecordKind?, in scope: Scope) async throws -> [Listed] {
        var best: [UUID: (score: Double, listed: Listed)] = [:]
        for name in names {
            guard let match = try await telling(name) else { continue }
            let of: SQL = kind.map { "cards.kind = \($0.text)" } ?? scope.open
            let rows = try await rows(
                """
                SELECT names.name AS name, code, card, \(scope.open) AS open
                FROM sounds JOIN names ON names.id = sounds.rowid JOIN cards ON cards.row = names.row
                WHERE sounds MATCH \(match) AND \(scope.listed) AND \(of) ORDER BY sounds.rank LIMIT \(Self.candidates)
                """)
            let typed = NameReading(name)
            for row in rows {
                let score = NameSimilarity.score(typed, NameReading(try row.text("name")))
                let listed = try Listed(row)
                guard score >= Self.alikeEnough, score > best[listed.card.record]?.score ?? 0 else { continue }
                best[listed.card.record] = (score, listed)
            }
        }
        return best.values.sorted { ($1.score, $0.listed.code) < ($0.score, $1.listed.code) }.map(\.listed)
    }

    /// The tokens of a name that tell it from others; nil for one that has none.
    private func telling(_ name: String) async throws -> String? {
        let tokens = NameKey.tokens(name)
        guard !tokens.isEmpty else { return nil }
        let all = try await rows("SELECT count(*) AS n FROM names").first?.int("n") ?? 0
        let known = try await rows("SELECT term, doc FROM sounds_known WHERE term IN \(tokens) ORDER BY doc")
        let common = max(50, all / Self.tooCommon)
        let rare = try known.filter { try $0.int("doc") <= common }
        let chosen = try (rare.isEmpty ? Array(known.prefix(3)) : rare).map { try $0.text("term") }
        return chosen.isEmpty ? nil : chosen.map { "\"\($0)\"" }.joined(separator: " OR ")
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
        case .inbox, .cases: []
        }
    }

    /// The kind of record whose stubs may be shown for a name; nil for what may be opened only.
    var kindOfNames: RecordKind? {
        if case .alike = self { CaseFile.kind } else { nil }
    }
}
