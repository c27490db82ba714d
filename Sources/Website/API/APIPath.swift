import Casework
import Desk
import Foundation
import Statistics

/// Every address of the API, below `/api/v1`. The nouns and the actions are those of the pages.
enum APIPath: Hashable, Sendable, CustomStringConvertible {
    /// What the API can do, as an OpenAPI document.
    case description
    /// Who asks, and what they may.
    case me
    /// Whom an answer may name: who manages cases, and which partners may be asked.
    case directory
    case list(APIList)
    /// What is due, by instant.
    case dues
    case search
    /// Cases in which somebody may be known already.
    case alike
    /// How the office's work stands.
    case supervision
    /// The open cases that one of its numbers counts: of one manager, or of all.
    case supervised(Concern, of: UUID?)
    /// All tables of the official report.
    case reports(Period)
    /// One of them.
    case report(TableName, Period)
    /// All tables of a year as they may be published.
    case publicReports(Period)
    /// One of them.
    case publicReport(TableName, Period)
    /// An action that opens a record.
    case opening(RecordKind, ActionName)
    case record(RecordKind, UUID)
    case acting(RecordKind, UUID, ActionName)
    /// An action that mends an entry of a record.
    case mending(RecordKind, UUID, entry: UUID, ActionName)
    /// Who saw a record.
    case accessLog(RecordKind, UUID)
    /// The identity number of somebody in a case.
    case nik(UUID, person: UUID)

    static let base = "/api/v1"

    /// The one method that it answers.
    var isPost: Bool {
        switch self {
        case .description, .me, .directory, .list, .dues, .supervision, .supervised, .reports, .report, .publicReports,
            .publicReport, .record, .accessLog:
            false
        case .search, .alike, .opening, .acting, .mending, .nik: true
        }
    }

    /// Whether it does more than look.
    var changesSomething: Bool {
        switch self {
        case .opening, .acting, .mending: true
        default: false
        }
    }

    /// The action that it performs.
    var action: ActionName? {
        switch self {
        case .opening(_, let action), .acting(_, _, let action), .mending(_, _, _, let action): action
        default: nil
        }
    }

    /// The record that it is about; nil where there is none yet.
    var record: UUID? {
        switch self {
        case .record(_, let record), .accessLog(_, let record), .acting(_, let record, _),
            .mending(_, let record, _, _),
            .nik(let record, _):
            record
        case .description, .me, .directory, .list, .dues, .search, .alike, .supervision, .supervised, .reports,
            .report, .publicReports, .publicReport, .opening:
            nil
        }
    }

    var description: String { text { $0.text } }
    /// The address without what identifies anything, for the access log.
    var pattern: String { text { _ in "{id}" } }

    private func text(_ id: (UUID) -> String) -> String {
        let below =
            switch self {
            case .description: "/openapi.json"
            case .me: "/me"
            case .directory: "/directory"
            case .list(let list): "/\(list.rawValue)"
            case .dues: "/dues"
            case .search: "/search"
            case .alike: "/alike"
            case .supervision: "/supervision"
            case .supervised(let concern, nil): "/supervision/\(concern.rawValue)"
            case .supervised(let concern, let manager?): "/supervision/\(concern.rawValue)/\(id(manager))"
            case .reports(let period): "/reports/all/\(period)"
            case .report(let table, let period): "/reports/\(table.rawValue)/\(period)"
            case .publicReports(let period): "/reports/public/all/\(period)"
            case .publicReport(let table, let period): "/reports/public/\(table.rawValue)/\(period)"
            case .opening(let kind, let action): "/\(kind)/\(action)"
            case .record(let kind, let record): "/\(kind)/\(id(record))"
            case .acting(let kind, let record, let action): "/\(kind)/\(id(record))/\(action)"
            case .mending(let kind, let record, let entry, let action):
                "/\(kind)/\(id(record))/entries/\(id(entry))/\(action)"
            case .accessLog(let kind, let record): "/\(kind)/\(id(record))/access"
            case .nik(let record, let person): "/\(CaseFile.kind)/\(id(record))/people/\(id(person))/nik"
            }
        return Self.base + below
    }

    /// Nil for an address that is not ours.
    init?(_ address: String) {
        guard address.hasPrefix(Self.base + "/") else { return nil }
        let parts = address.dropFirst(Self.base.count).split(separator: "/")
        let below = "/" + parts.joined(separator: "/")
        switch below {
        case "/openapi.json": self = .description
        case "/me": self = .me
        case "/directory": self = .directory
        case "/dues": self = .dues
        case "/search": self = .search
        case "/alike": self = .alike
        default:
            if let list = APIList(rawValue: String(below.dropFirst())) {
                self = .list(list)
            } else if parts.count == 3, parts[0] == "reports", parts[1] == "all" {
                guard let period = Period(String(parts[2])) else { return nil }
                self = .reports(period)
            } else if parts.count == 4, parts[0] == "reports", parts[1] == "public", parts[2] == "all" {
                guard let period = Period(year: String(parts[3])) else { return nil }
                self = .publicReports(period)
            } else if let path = Path("/kerja" + below), let same = Self.same(as: path) {
                self = same
            } else {
                return nil
            }
        }
    }

    /// The pages' nouns and actions.
    private static func same(as path: Path) -> APIPath? {
        switch path {
        case .supervision: .supervision
        case .supervised(let concern, let manager): .supervised(concern, of: manager)
        case .report(let table, let period): .report(table, period)
        case .publicReport(let table, let period): .publicReport(table, period)
        case .opening(let kind, let action): .opening(kind, action)
        case .record(let kind, let id): .record(kind, id)
        case .acting(let kind, let id, let action): .acting(kind, id, action)
        case .mending(let kind, let id, let entry, let action): .mending(kind, id, entry: entry, action)
        case .accessLog(let kind, let id): .accessLog(kind, id)
        case .nik(let id, let person): .nik(id, person: person)
        default: nil
        }
    }
}

/// The lists of the API, by their addresses.
enum APIList: String, CaseIterable {
    case inbox = "complaints"
    case ownCases = "cases"
    case officeCases = "cases/all"
    case closedCases = "cases/closed"
    case endedComplaints = "complaints/ended"
    case emergencies = "cases/emergencies"
    case voided
    case approvals
    case decidedAlone = "decided-alone"
}
