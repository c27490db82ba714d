package import Casework
import Foundation
import Storage

/// What somebody wants to see many of.
package enum List: Hashable, Sendable, Codable {
    /// Complaints that nobody has triaged: what is dangerous first, then what came last.
    case inbox
    /// Whatever has all of these words, or words that begin with them; what came last first.
    case search(String)

    /// No list is longer; a search says so and asks for more words.
    package static let most = 100
}

/// What a worker may see of many records: the one beginning of every list, search and count.
package struct Scope: Hashable, Sendable {
    let lane: Int
    let kinds: [RecordKind]

    package init(_ worker: Worker) {
        lane = worker.lane
        kinds = Policy.listed(by: worker)
    }

    var sql: SQL { "cards.lane = \(lane) AND cards.kind IN \(kinds.map(\.text))" }
}

/// One row of a list.
package struct Listed: Sendable, Hashable {
    package let card: Card
    package let code: String

    init(_ row: Row) throws {
        card = try JSONDecoder().decode(Card.self, from: row.data("card"))
        code = try row.text("code")
    }
}

/// The answer of a list, and how many there are in all.
package struct Listing: Sendable, Hashable {
    package let rows: [Listed]
    package let total: Int
}

extension List {
    /// Nil where nothing can match.
    func statements(in scope: Scope) -> (rows: SQL, total: SQL)? {
        switch self {
        case .inbox:
            let from: SQL = "FROM cards WHERE \(scope.sql) AND cards.status = \(Status.new.rawValue)"
            return (
                "SELECT code, card \(from) ORDER BY urgency DESC, at DESC, record LIMIT \(Self.most)",
                "SELECT count(*) AS n \(from)"
            )
        case .search(let text):
            guard let match = Self.match(text) else { return nil }
            let from: SQL = """
                FROM words JOIN cards ON cards.row = words.rowid WHERE words MATCH \(match) AND \(scope.sql)
                """
            return (
                "SELECT code, card \(from) ORDER BY at DESC, record LIMIT \(Self.most)",
                "SELECT count(*) AS n \(from)"
            )
        }
    }

    /// All words as prefixes, in FTS5's language; a phone number is found however it is typed.
    static func match(_ text: String) -> String? {
        if let phone = try? Phone.read([text]) { return quoted(phone.text) + "*" }
        let words = text.split(whereSeparator: \.isWhitespace).map { $0.filter { $0 != "\"" && $0 != "\0" } }
        let searchable = words.filter { $0.contains { $0.isLetter || $0.isNumber } }
        return searchable.isEmpty ? nil : searchable.map { quoted($0) + "*" }.joined(separator: " ")
    }

    private static func quoted(_ word: String) -> String { "\"\(word)\"" }
}
