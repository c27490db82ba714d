import Casework
import Desk
import Foundation
import Statistics

/// Every address of the site. Routes and links both come from here: an address parses to a case, and a case prints
/// its address, so that neither can drift. Below the staff's area stand the kinds of records and their actions.
enum Path: Hashable, Sendable, CustomStringConvertible {
    case root
    case asset(Asset)
    /// What programs ask.
    case api(APIPath)
    /// The staff's beginning: what is due.
    case work
    case signIn
    case signOut
    /// Where a worker chooses a password in the place of a secret.
    case password
    /// The second step of the sign-in.
    case code
    /// Where a worker puts the office into an authenticator app.
    case authenticator
    /// The worker's own account.
    case account
    /// One of the devices on which the worker is signed in.
    case device(UUID)
    /// Signs the worker out on all devices.
    case everywhere
    /// Leaves the screen to whoever signs in next.
    case lock
    /// What lets programs act in the worker's name.
    case tokens
    case token(UUID)
    /// Keeps a session alive while somebody reads.
    case session
    /// Where a screen goes that nobody uses; it asks nothing of the session, so it keeps none alive.
    case idleEnd
    case language
    case inbox
    /// The cases of the worker's own team, or all of the office.
    case cases(own: Bool)
    /// The closed cases of the worker's own team.
    case closedCases
    /// The complaints that ended without a case.
    case endedComplaints
    /// What was taken out of all other lists.
    case voided
    /// The office's own record.
    case office
    /// Whether what the office stands on is well.
    case status
    /// How the office's work stands, for who supervises.
    case supervision
    /// The open cases of which somebody who supervises asks this: of one manager, or of all.
    case supervised(Concern, of: UUID?)
    /// Where the form of a report's period is sent: it leads to the report.
    case reports
    /// A table of the official report, with those of the same number.
    case report(TableName, Period)
    /// All its tables as one sheet.
    case reportFile(Period)
    /// A table of a year as it may be published, with those of the same number.
    case publicReport(TableName, Period)
    case publicReportFile(Period)
    case search
    /// A search that was posted before; its words are not in the address.
    case found(UUID)
    /// Where a form is kept while it is typed.
    case drafts
    /// A form that was kept.
    case draft(UUID)
    /// Where a sheet of an older register is brought in.
    case imports
    /// A sheet that was chosen, and what its columns are taken for.
    case sheet(UUID)
    /// The form of an action that opens a record.
    case opening(RecordKind, ActionName)
    case record(RecordKind, UUID)
    /// Who saw a record.
    case accessLog(RecordKind, UUID)
    /// The identity number of somebody in a case.
    case nik(UUID, person: UUID)
    /// The form of an action on a record.
    case acting(RecordKind, UUID, ActionName)
    /// The same once it is chosen what it is about: one of the office's assessment forms, the thing that it changes, or what
    /// it begins with.
    case filling(RecordKind, UUID, ActionName, choice: String)
    /// The form that mends an entry of a record.
    case mending(RecordKind, UUID, entry: UUID, ActionName)

    static func record<R: Record>(_ id: ID<R>) -> Path { .record(R.kind, id.value) }

    static func opening<A: Action>(_ type: A.Type) -> Path { .opening(A.Subject.kind, A.name) }

    /// What its form performs; nil where there is no form of an action.
    var action: ActionName? {
        switch self {
        case .opening(_, let action), .acting(_, _, let action), .filling(_, _, let action, _),
            .mending(_, _, _, let action):
            action
        default: nil
        }
    }

    /// Who may ask at all. Every address has an entry, or this file does not compile.
    var access: Access {
        switch self {
        case .root, .asset, .signIn, .idleEnd, .language: .anyone
        case .api: .program
        case .work, .signOut, .password, .code, .authenticator, .account, .device, .everywhere, .lock, .tokens, .token,
            .session, .inbox, .cases, .closedCases, .endedComplaints, .voided, .office, .status, .supervision,
            .supervised, .reports, .report, .reportFile, .publicReport, .publicReportFile, .search, .found, .drafts,
            .draft,
            .imports, .sheet, .opening, .record, .accessLog, .nik, .acting, .filling, .mending:
            .staff
        }
    }

    enum Access { case anyone, staff, program }

    var description: String { text { $0.text } }

    /// The address without what identifies anything, for the access log.
    var pattern: String {
        if case .api(let path) = self { return path.pattern }
        return text { _ in "{id}" }
    }

    private func text(_ id: (UUID) -> String) -> String {
        switch self {
        case .root: "/"
        case .asset(let asset): "/assets/\(asset.address)"
        case .api(let path): path.description
        case .work: "/kerja"
        case .signIn: "/kerja/sign-in"
        case .signOut: "/keluar"
        case .password: "/kerja/password"
        case .code: "/kerja/code"
        case .authenticator: "/kerja/authenticator"
        case .account: "/kerja/account"
        case .device(let device): "/kerja/account/devices/\(id(device))"
        case .everywhere: "/kerja/account/devices"
        case .lock: "/kerja/lock"
        case .tokens: "/kerja/tokens"
        case .token(let token): "/kerja/tokens/\(id(token))"
        case .session: "/kerja/session"
        case .idleEnd: "/kerja/idle-end"
        case .language: "/language"
        case .inbox: "/kerja/\(Complaint.kind)"
        case .cases(own: true): "/kerja/\(CaseFile.kind)"
        case .cases(own: false): "/kerja/\(CaseFile.kind)/all"
        case .closedCases: "/kerja/\(CaseFile.kind)/closed"
        case .endedComplaints: "/kerja/\(Complaint.kind)/ended"
        case .voided: "/kerja/voided"
        case .office: "/kerja/office"
        case .status: "/kerja/status"
        case .supervision: "/kerja/supervision"
        case .supervised(let concern, nil): "/kerja/supervision/\(concern.rawValue)"
        case .supervised(let concern, let manager?): "/kerja/supervision/\(concern.rawValue)/\(id(manager))"
        case .reports: "/kerja/reports"
        case .report(let table, let period): "/kerja/reports/\(table.rawValue)/\(period)"
        case .reportFile(let period): "/kerja/reports/csv/\(period)"
        case .publicReport(let table, let period): "/kerja/reports/public/\(table.rawValue)/\(period)"
        case .publicReportFile(let period): "/kerja/reports/public/csv/\(period)"
        case .search: "/kerja/search"
        case .found(let search): "/kerja/search/\(id(search))"
        case .drafts: "/kerja/drafts"
        case .draft(let draft): "/kerja/drafts/\(id(draft))"
        case .imports: "/kerja/import"
        case .sheet(let sheet): "/kerja/import/\(id(sheet))"
        case .opening(let kind, let action): "/kerja/\(kind)/\(action)"
        case .record(let kind, let record): "/kerja/\(kind)/\(id(record))"
        case .accessLog(let kind, let record): "/kerja/\(kind)/\(id(record))/access"
        case .nik(let record, let person): "/kerja/\(CaseFile.kind)/\(id(record))/people/\(id(person))/nik"
        case .acting(let kind, let record, let action): "/kerja/\(kind)/\(id(record))/\(action)"
        case .filling(let kind, let record, let action, let choice):
            "/kerja/\(kind)/\(id(record))/\(action)/\(UUID(text: choice).map(id) ?? choice)"
        case .mending(let kind, let record, let entry, let action):
            "/kerja/\(kind)/\(id(record))/entries/\(id(entry))/\(action)"
        }
    }

    /// Nil for an address that is not ours.
    init?(_ address: String) {
        let parts = address.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        switch (parts.first, parts.count) {
        case (nil, _): self = .root
        case ("kerja", 1): self = .work
        case ("keluar", 1): self = .signOut
        case ("language", 1): self = .language
        case ("assets", 2):
            guard let asset = Asset(address: parts[1]) else { return nil }
            self = .asset(asset)
        case ("api", 2...):
            guard let path = APIPath(address) else { return nil }
            self = .api(path)
        case ("kerja", 2...):
            guard let path = Self.staff(Array(parts.dropFirst())) else { return nil }
            self = path
        default: return nil
        }
    }

    private static func staff(_ parts: [String]) -> Path? {
        switch (parts[0], parts.count) {
        case ("sign-in", 1): .signIn
        case ("password", 1): .password
        case ("code", 1): .code
        case ("authenticator", 1): .authenticator
        case ("account", 1): .account
        case ("account", 2) where parts[1] == "devices": .everywhere
        case ("account", 3) where parts[1] == "devices": UUID(text: parts[2]).map { .device($0) }
        case ("lock", 1): .lock
        case ("tokens", 1): .tokens
        case ("tokens", 2): UUID(text: parts[1]).map { .token($0) }
        case ("session", 1): .session
        case ("idle-end", 1): .idleEnd
        case (Complaint.kind.text, 1): .inbox
        case (Complaint.kind.text, 2) where parts[1] == "ended": .endedComplaints
        case (CaseFile.kind.text, 1): .cases(own: true)
        case (CaseFile.kind.text, 2) where parts[1] == "all": .cases(own: false)
        case (CaseFile.kind.text, 2) where parts[1] == "closed": .closedCases
        case ("voided", 1): .voided
        case ("office", 1): .office
        case ("status", 1): .status
        case ("supervision", 1): .supervision
        case ("supervision", 2): Concern(rawValue: parts[1]).map { .supervised($0, of: nil) }
        case ("supervision", 3):
            Concern(rawValue: parts[1]).flatMap { concern in
                UUID(text: parts[2]).map { .supervised(concern, of: $0) }
            }
        case ("reports", 1): .reports
        case ("reports", 3) where parts[1] == "csv": Period(parts[2]).map { .reportFile($0) }
        case ("reports", 3):
            TableName(rawValue: parts[1]).flatMap { table in Period(parts[2]).map { .report(table, $0) } }
        case ("reports", 4) where parts[1] == "public" && parts[2] == "csv":
            Period(year: parts[3]).map { .publicReportFile($0) }
        case ("reports", 4) where parts[1] == "public":
            TableName(public: parts[2]).flatMap { table in Period(year: parts[3]).map { .publicReport(table, $0) } }
        case ("search", 1): .search
        case ("search", 2): UUID(text: parts[1]).map { .found($0) }
        case ("drafts", 1): .drafts
        case ("drafts", 2): UUID(text: parts[1]).map { .draft($0) }
        case ("import", 1): .imports
        case ("import", 2): UUID(text: parts[1]).map { .sheet($0) }
        default: Records[RecordKind(parts[0])].flatMap { record($0, Array(parts.dropFirst())) }
        }
    }

    private static func record<R: Record>(_ type: R.Type, _ parts: [String]) -> Path? {
        guard let first = parts.first, let last = parts.last else { return nil }
        let action = R.actions[ActionName(last)]
        guard let id = UUID(text: first) else {
            return parts.count == 1 && action?.opens == true && action?.hasForm == true
                ? .opening(R.kind, ActionName(last)) : nil
        }
        switch parts.count {
        case 1: return .record(R.kind, id)
        case 2 where last == "access" && R.self != Office.self: return .accessLog(R.kind, id)
        case 2:
            return action.flatMap { $0.opens || !$0.hasForm || mendsAnEntry($0) ? nil : .acting(R.kind, id, $0.name) }
        case 3:
            guard let action = R.actions[ActionName(parts[1])], let choice = choice(last, for: action)
            else { return nil }
            return .filling(R.kind, id, action.name, choice: choice)
        case 4 where parts[1] == "people" && last == "nik" && R.self is CaseFile.Type:
            return UUID(text: parts[2]).map { .nik(id, person: $0) }
        case 4 where parts[1] == "entries":
            guard let action, mendsAnEntry(action) else { return nil }
            return UUID(text: parts[2]).map { .mending(R.kind, id, entry: $0, action.name) }
        default: return nil
        }
    }

    /// Nil for what nobody could have chosen.
    private static func choice<R: Record>(_ text: String, for action: any Action<R>.Type) -> String? {
        if action is any ChangingAction<R>.Type || action is any BegunAction<R>.Type {
            return UUID(text: text)?.text
        }
        return action is any SheetAction.Type && text.wholeMatch(of: #/[a-z0-9-]{1,40}/#) != nil ? text : nil
    }

    static func mendsAnEntry<R: Record>(_ action: any Action<R>.Type) -> Bool {
        action is CorrectEntry<R>.Type || action is WithdrawEntry<R>.Type || action is DecideMending<R>.Type
    }
}

extension Period {
    /// Nil for what is no whole year.
    init?(year text: String) {
        guard let period = Period(text), case .year = period.kind else { return nil }
        self = period
    }
}

extension TableName {
    /// Nil for what is not published.
    init?(public text: String) {
        guard let name = TableName(rawValue: text), name.isPublic else { return nil }
        self = name
    }
}
