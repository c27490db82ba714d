package import Casework
package import Foundation
import Storage

/// What somebody wants to see many of.
package enum List: Hashable, Sendable, Codable {
    /// Complaints that nobody has triaged: what is dangerous first, then what has waited longest.
    case inbox
    /// The open cases, the riskiest first: those of the worker's own team, or all of the office as stubs.
    case cases(own: Bool)
    /// The closed cases that the worker may open, the newest first.
    case closed
    /// The complaints that ended without a case and the worker may open: what was dangerous first, then the newest.
    case ended
    /// What was taken out of all other lists and the worker may open still, the newest first.
    case voided
    /// Cases of the worker's own team that somebody else read in an emergency since then, the newest first.
    case emergencies(since: Date)
    /// What waits for a decision of who holds `approve`; what has waited longest first.
    case approvals
    /// Files in which somebody decided what they had asked for, since there was no second person: the overseer's list.
    case decidedAlone
    /// The open cases of the office of which somebody who supervises asks this, of one manager or of all, as it is at an
    /// instant; the riskiest first.
    case supervised(Concern, of: ID<Worker>?, at: Date)
    /// Whatever has all of these words, or words that begin with them, or this code; what came last first.
    case search(String)
    /// Cases in which these people may be known already, the likeliest first.
    case alike([Profile])

    /// Whether nearly everybody who sees any of it sees all: it is counted as one, and the count remembered.
    var isWhole: Bool { self == .inbox || self == .cases(own: false) }

    /// As it is put on record: who was looked for is told by the records that were shown. Their names, phones and numbers
    /// would stay among the looks when those records are erased.
    var withoutPeople: List { if case .alike = self { .alike([]) } else { self } }

    /// A longer search is cut: it would find no more and keep others waiting.
    package static let longestSearch = 200

    /// A search tells of so many, a screen's, where in their stories the words stand: it is no way to read them in bulk
    /// (`docs/adr/0018-a-search-says-why.md`).
    static let mostStories = 10

    /// No list is longer; a search says so and asks for more words.
    package static let most = 100

    /// Rows of a page when nobody says how many.
    package static let usual = 50
}

/// One row of a list.
package struct Listed: Sendable, Hashable {
    /// A stub where the worker may not open it.
    package let card: Card
    package let code: String
    package let sight: Sight
    /// What somebody in it has in common with who is looked for.
    package var clues: [Clue] = []
    /// Why a search found it, where its title does not show it; only of what may be opened.
    package var excerpt: Excerpt?
    /// What a stub tells besides to who supervises; nil for everybody else, and where the case is closed.
    package var supervised: Supervised?

    init(_ row: Row, whole: Card) throws {
        sight = try row.int("open") == 1 ? .open : .listed
        card = sight == .open ? whole : whole.stub
        code = try row.text("code")
    }
}

/// The answer of a list, and how many there are in all.
package struct Listing: Sendable, Hashable {
    package var rows: [Listed]
    package let total: Int
    /// Where its last row stands; nil where there are no more.
    var last: ListPlace?
    /// Where it goes on; nil at its end.
    package var next: Cursor?
    /// Of the overseer's list how many more there are of which only their teams know.
    package var unseen = 0
}

extension List {
    var order: ListOrder {
        switch self {
        case .cases(own: true): .urgent
        case .supervised(.quiet, _, _): .quiet
        case .inbox, .cases(own: false), .supervised: .risk
        case .ended: .grave
        case .approvals: .oldest
        case .closed, .voided, .emergencies, .decidedAlone, .search, .alike: .newest
        }
    }

    /// Nil where words alone can't find it. CROSS JOIN: the words come first, or a count would look each card up in them.
    func statements(in scope: Scope, _ page: PageOfList = PageOfList()) -> ListStatements? {
        switch self {
        case .inbox:
            var statements = statements(
                """
                FROM cards WHERE \(scope.listed) AND cards.kind = \(Complaint.kind.text)
                    AND cards.status = \(Status.new.rawValue) AND \(scope.open)
                """, scope, page)
            statements.counting = scope.waitingComplaints.map { ($0, nil) }
            return statements
        case .cases(own: true):
            return statements(
                "FROM cards WHERE \(scope.listed) AND cards.running = 1 AND \(scope.open)", scope, page)
        case .cases(own: false):
            var statements = statements("FROM cards WHERE \(scope.listed) AND cards.running = 1", scope, page)
            statements.counting = (scope.runningCases, scope.hiddenRunningCases)
            return statements
        case .closed:
            let statuses = [Status.closed, .transferred].map(\.rawValue)
            return statements(
                """
                FROM cards WHERE \(scope.listed) AND cards.kind = \(CaseFile.kind.text)
                    AND cards.status IN \(statuses) AND \(scope.open)
                """, scope, page)
        case .ended:
            return statements(
                """
                FROM cards WHERE \(scope.listed) AND \(Scope.isEnded) AND cards.status <> \(Status.void.rawValue)
                    AND \(scope.open)
                """, scope, page)
        case .voided:
            return statements(
                """
                FROM cards WHERE \(scope.listed) AND cards.kind IN \([CaseFile.kind.text, Complaint.kind.text])
                    AND cards.status = \(Status.void.rawValue) AND \(scope.open)
                """, scope, page)
        case .emergencies(let since):
            return statements(
                """
                FROM emergencies CROSS JOIN cards ON cards.row = emergencies.row WHERE began >= \(since)
                    AND NOT EXISTS (SELECT 1 FROM emergencies AS later WHERE later.row = emergencies.row
                        AND (later.began, later.worker) > (emergencies.began, emergencies.worker))
                    AND \(scope.listed) AND \(scope.isTeam) AND \(scope.open)
                """, scope, page)
        case .approvals:
            guard scope.approves else { return nil }
            return statements(
                "FROM cards WHERE \(scope.listed) AND cards.approval > 0 AND \(scope.asks)", scope, page)
        case .decidedAlone:
            return statements(
                """
                FROM cards WHERE \(scope.oversees) AND cards.alone > 0
                """, scope, page)
        case .supervised(let concern, let manager, let now):
            guard scope.approves else { return nil }
            let isTheirs: SQL =
                manager.map { manager in
                    """
                    EXISTS (SELECT 1 FROM team WHERE team.row = cards.row AND team.manages = 1
                        AND team.worker = \(manager.value))
                    """
                } ?? "TRUE"
            return statements(
                "FROM cards WHERE \(scope.supervised) AND \(concern.holds(at: now)) AND \(isTheirs)", scope, page)
        case .search(let text):
            guard let match = Self.match(text) else { return nil }
            let code = text.trimmingCharacters(in: .whitespaces).uppercased()
            return statements(
                """
                FROM words CROSS JOIN cards ON cards.row = words.rowid WHERE words MATCH \(match) AND \(scope.listed)
                    AND (\(scope.open) OR cards.code = \(code))
                """, scope, page)
        case .alike: return nil
        }
    }

    /// Why a search found it.
    /// - Parameter withStory: whether what was written is told, too.
    func excerpt(of listed: Listed, withStory: Bool) -> Excerpt? {
        guard case .search(let text) = self, listed.sight == .open else { return nil }
        return Excerpt(of: text, in: listed.card, code: listed.code, withStory: withStory)
    }

    private func statements(
        _ from: SQL, _ scope: Scope, _ page: PageOfList
    ) -> ListStatements {
        let order = order
        let rest: SQL = page.after.map { "AND \(order.after($0.place))" } ?? ""
        return ListStatements(
            // The places first, so that what is sorted carries no cards.
            rows: """
                SELECT code, \(Index.told), (\(scope.listed)) AND (\(scope.open)) AS open
                FROM (SELECT cards.row AS place \(from) \(rest) ORDER BY \(order.by) LIMIT \(page.limit)) AS page
                CROSS JOIN cards ON cards.row = page.place ORDER BY \(order.by)
                """,
            from: from)
    }

    /// All words as prefixes, in FTS5's language; a phone number is found however it is typed.
    static func match(_ text: String) -> String? {
        let words = text.split(whereSeparator: \.isWhitespace).map { quoted(String($0)) }
        let searchable = words.filter { $0.contains { $0.isLetter || $0.isNumber } }
        guard !searchable.isEmpty else { return nil }
        let all = searchable.map { $0 + "*" }.joined(separator: " ")
        guard let phone = try? Phone.read([text]) else { return all }
        return "(\(all)) OR \(quoted(phone.text))*"
    }

    /// Exactly this phone, in E.164.
    static func match(_ phone: Phone) -> String { quoted(phone.text) }

    /// A string of FTS5. Quotes are taken out one Unicode scalar at a time: a letter that combines with one would hide it.
    private static func quoted(_ word: String) -> String {
        let scalars = word.unicodeScalars.filter { $0 != "\"" && $0 != "\0" }
        return "\"\(String(String.UnicodeScalarView(scalars)))\""
    }
}

/// What answers a list.
struct ListStatements {
    let rows: SQL
    fileprivate let from: SQL
    /// Where nearly all are seen: all of them, and those that are hidden, if any can be. To count both costs less than to
    /// ask of each whether it may be seen.
    fileprivate var counting: (all: SQL, hidden: SQL?)?

    /// How many there are (`n`), and how many of them are these (`known`).
    func total(among known: [UUID] = []) -> SQL {
        if let (all, hidden) = counting {
            let rest: SQL = hidden.map { "- (SELECT count(*) \($0))" } ?? ""
            return "SELECT (SELECT count(*) \(all)) \(rest) AS n, 0 AS known"
        }
        return "SELECT count(*) AS n, count(*) FILTER (WHERE cards.record IN \(known)) AS known \(from)"
    }
}
