package import Foundation

/// A small value derived from one record and nothing else: what lists show, what search finds, what figures count.
package struct Card: Codable, Hashable, Sendable {
    /// Grows whenever a card tells something else than before; a sealed card of another format is made anew.
    package static let format = 1

    package let record: UUID
    package let kind: RecordKind
    package let version: Int
    package var status: Status
    /// The first words of the story, as a list shows them.
    package var title: String
    /// The event's instant: from here dues and figures count.
    package var at: Date
    /// More urgent is higher; lists put it first.
    package var urgency: Int
    /// Codes by field name: what lists filter by and figures count.
    package var codes: [String: String]
    /// Everything that search finds it by.
    package var text: String

    package init<R: Record>(_ id: ID<R>, _ version: Int, status: Status, title: String, at: Date) {
        self.record = id.value
        self.kind = R.kind
        self.version = version
        self.status = status
        self.title = title
        self.at = at
        self.urgency = 0
        self.codes = [:]
        self.text = ""
    }
}

/// Where a record stands; the code's word is in the locale under `status.`.
package enum Status: String, Codable, Hashable, Sendable, CaseIterable {
    /// A complaint that nobody has triaged yet.
    case new = "BARU"
    /// Taken out of lists, search and figures.
    case void = "BATAL"
}
