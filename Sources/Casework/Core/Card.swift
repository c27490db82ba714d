package import Foundation

/// A small value derived from one record and nothing else: what lists show, what search finds, what figures count, and
/// what sets the clocks running.
package struct Card: Hashable, Sendable {
    /// Grows whenever a card tells something else than before, or is kept otherwise; a sealed card of another format is
    /// made anew.
    package static let format = 20

    package let record: UUID
    package let kind: RecordKind
    package let version: Int
    package var status: Status
    /// The first words of the story, or the client's name, as a list shows them to the team.
    package var title: String
    /// The event's instant: from here dues and figures count.
    package var at: Date
    /// More urgent is higher; lists put it first.
    package var urgency: Int
    /// Codes by field name: what lists filter by and figures count.
    package var codes: [String: String]
    /// The workers who may open it.
    package var team: [UUID]
    /// The workers to whom it is not there.
    package var conflicts: [UUID]
    /// The hours in which somebody outside the team reads it, or did.
    package var emergencies: [Emergency]
    /// The case whose team may open it too.
    package var file: UUID?
    /// Whether something in it waits for who holds `approve`.
    package var asksApproval: Bool
    /// How often something in it was decided by who had asked for it.
    package var decidedAlone: Int
    /// Who of its clients is not safe now, by name.
    package var unsafe: [String]
    /// When somebody last wrote down that they worked on it; nil in a stub.
    package var recorded: Date?
    /// When a complaint was triaged, or when somebody was with the client of a case for the first time.
    package var answered: Date?
    package var triggers: [Trigger]
    /// The people that figures count.
    package var victims: [Victim]
    package var alleged: [Alleged]
    /// The people in it, by which it is found.
    package var people: [Profile]
    /// In E.164.
    package var phones: [String]
    /// Everything else that search finds it by.
    package var text: String

    package init<R: Record>(_ id: ID<R>, _ version: Int, status: Status, title: String, at: Date) {
        self.init(id.value, R.kind, version, status, title, at)
    }

    private init(_ record: UUID, _ kind: RecordKind, _ version: Int, _ status: Status, _ title: String, _ at: Date) {
        self.record = record
        self.kind = kind
        self.version = version
        self.status = status
        self.title = title
        self.at = at
        urgency = 0
        codes = [:]
        team = []
        conflicts = []
        emergencies = []
        asksApproval = false
        decidedAlone = 0
        unsafe = []
        triggers = []
        victims = []
        alleged = []
        people = []
        phones = []
        text = ""
    }

    /// Somebody outside the team who reads it because it can't wait.
    package struct Emergency: Hashable, Sendable {
        package let worker: UUID
        package let at: Date
        package let until: Date
        package let isReviewed: Bool

        package init(worker: UUID, at: Date, until: Date, isReviewed: Bool) {
            self.worker = worker
            self.at = at
            self.until = until
            self.isReviewed = isReviewed
        }
    }

    /// How great the risk is, as a case or a triage tells it.
    package var risk: Risk? { codes["risk"].flatMap(Risk.init) }

    /// Who manages it, where it is a case.
    package var manager: ID<Worker>? { codes["manager"].flatMap { ID<Worker>($0) } }

    /// A case whose client is not safe now: it comes before all others of its team, and others hear nothing of it.
    package var isUnsafe: Bool { codes["unsafe"] == YesNo.yes.rawValue }

    /// A case of which only its team knows: that it is there, and all that belongs to it.
    package var isRestricted: Bool { codes["restricted"] == YesNo.yes.rawValue }

    /// As they were typed.
    package var names: [String] { people.map(\.name).filter { !$0.isEmpty } }

    /// In bytes.
    package static let longestText = 200_000

    /// Of what is longer than a book, the beginning: each act writes all of it anew, and one record without end would take
    /// the memory and the disk from everybody.
    mutating func find(by parts: [String?]) {
        var all = ""
        for part in parts.lazy.compactMap({ $0 }) where all.utf8.count <= Self.longestText {
            if !all.isEmpty { all += "\n" }
            all += part
        }
        text =
            all.utf8.count > Self.longestText ? String(decoding: all.utf8.prefix(Self.longestText), as: UTF8.self) : all
    }

    /// What an own office's worker outside the team sees beside the code: age band, district, risk and case manager. It is a
    /// card of its own with these on it, so that what cards tell one day no stub tells. It has no status and no day: what
    /// stands there is nobody's.
    package var stub: Card {
        var stub = Card(record, kind, 0, .active, "", .distantPast)
        stub.codes = codes.filter { ["age", "district", "risk", "manager"].contains($0.key) }
        return stub
    }
}

/// Where a record stands; the code's word is in the locale under `status.`.
package enum Status: String, Hashable, Sendable, CaseIterable {
    /// A complaint that nobody has triaged yet.
    case new = "BARU"
    /// A complaint that was triaged.
    case triaged = "TRIASE"
    /// A case that is being assessed.
    case assessment = "ASESMEN"
    /// A case in which services are given: from the beginning where the risk is high.
    case intervention = "INTERVENSI"
    /// A case whose plan was agreed with the client.
    case plan = "RENCANA"
    /// A case that is looked at anew, or whose closure waits for approval.
    case review = "REVIEW"
    /// A case of which a partner was asked to do something; it is still ours.
    case referred = "DIRUJUK"
    /// A case whose services have ended and that is watched.
    case monitoring = "PEMANTAUAN"
    /// A case that was closed.
    case closed = "TERMINASI"
    /// A case that was closed because another body has the authority now.
    case transferred = "DILIMPAHKAN"
    /// A case that was closed and is open again.
    case reopened = "DIBUKA_ULANG"
    /// The office's own record.
    case active = "AKTIF"
    /// Taken out of lists, search and figures.
    case void = "BATAL"
}
