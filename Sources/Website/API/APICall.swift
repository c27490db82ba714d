import Casework
import Desk
import Foundation
import HTTPTypes
import Hummingbird

/// One request to the API, let in and read.
struct APICall: Sendable {
    let path: APIPath
    let bearer: Bearer
    let words: Words
    let headers: HTTPFields
    let query: [String: String]
    let body: Data

    var worker: Worker { bearer.worker }

    /// Makes sending it twice the same as once.
    func key() throws -> UUID? {
        guard let text = HTTPField.Name("Idempotency-Key").flatMap({ headers[$0] }) else { return nil }
        guard let key = UUID(uuidString: text) else { throw APIProblem(.badHeader, words) }
        return key
    }

    /// The version that the record must be in: `If-Match: "7"`. A star is any version.
    func exactly() throws -> Int? {
        guard let text = headers[.ifMatch], text != "*" else { return nil }
        guard text.count > 2, text.hasPrefix("\""), text.hasSuffix("\""), let version = Int(text.dropFirst().dropLast())
        else { throw APIProblem(.badHeader, words) }
        return version
    }

    func page() throws -> PageOfList {
        guard Set(query.keys).isSubset(of: ["cursor", "limit"]) else { throw APIProblem(.badQuery, words) }
        let limit = try asked("limit") { text in Int(text).flatMap { (1...List.most).contains($0) ? $0 : nil } }
        return PageOfList(after: try asked("cursor", Cursor.init), limit: limit ?? Self.usualPage)
    }

    /// What the address says under a name; nil where it says nothing.
    private func asked<Value>(_ name: String, _ read: (String) -> Value?) throws -> Value? {
        guard let text = query[name] else { return nil }
        guard let value = read(text) else { throw APIProblem(.badQuery, words) }
        return value
    }

    /// Rows of a page when nobody says how many.
    static let usualPage = 50
}

/// What an action is sent with: `{"answers": {…}, "seen": 7, "ticked": ["…"], "record": "…"}`.
struct SentAction {
    var answers: Posted
    /// The record's version that was seen.
    let seen: Int?
    let ticked: Set<String>
    /// The id of the record that it opens.
    let record: UUID?

    /// Nil for anything else, and for a member that nobody asked for.
    init?(_ posted: Posted) {
        let (within, beside) = (
            posted.values.filter { $0.key.hasPrefix(Self.below) },
            posted.values.filter { !$0.key.hasPrefix(Self.below) }
        )
        seen = posted.first("seen").flatMap { Int($0) }
        record = posted.first("record").flatMap { UUID(uuidString: $0) }
        ticked = Set(posted["ticked"])
        answers = Posted(
            Dictionary(uniqueKeysWithValues: within.map { (String($0.key.dropFirst(Self.below.count)), $0.value) }))
        let isKnown = Set(beside.keys).isSubset(of: ["seen", "ticked", "record"])
        let isRead =
            (posted.first("seen") == nil) == (seen == nil) && (posted.first("record") == nil) == (record == nil)
        guard isKnown, isRead else { return nil }
    }

    private static let below = "answers."
}
