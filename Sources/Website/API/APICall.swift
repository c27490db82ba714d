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
        let cursor = query["cursor"].map { Cursor($0) }
        let limit = query["limit"].map { Int($0) }
        let isKnown = Set(query.keys).isSubset(of: ["cursor", "limit"])
        guard isKnown, cursor != .some(nil), limit.map({ $0.map { (1...List.most).contains($0) } ?? false }) ?? true
        else { throw APIProblem(.badQuery, words) }
        return PageOfList(after: cursor ?? nil, limit: (limit ?? nil) ?? Self.usualPage)
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
        let own: Set<String> = ["seen", "ticked", "record"]
        let strangers = posted.values.keys.filter { !own.contains($0) && !$0.hasPrefix(Self.below) }
        let seen = posted.first("seen").map { Int($0) }
        let record = posted.first("record").map { UUID(uuidString: $0) }
        guard strangers.isEmpty, seen != .some(nil), record != .some(nil) else { return nil }
        self.seen = seen ?? nil
        self.record = record ?? nil
        ticked = Set(posted["ticked"])
        let answers = posted.values.filter { $0.key.hasPrefix(Self.below) }
        self.answers = Posted(
            Dictionary(uniqueKeysWithValues: answers.map { (String($0.key.dropFirst(Self.below.count)), $0.value) }))
    }

    private static let below = "answers."
}
