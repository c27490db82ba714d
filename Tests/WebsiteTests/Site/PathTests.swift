import Casework
import Desk
import Foundation
import Statistics
import Testing

@testable import Website

@Suite struct PathTests {
    /// One of each; the switch makes a new address a mistake of the compiler until it stands here.
    static let all: [Path] = {
        func sampled(_ path: Path) {
            switch path {
            case .root, .asset, .work, .signIn, .signOut, .password, .code, .authenticator, .account, .device,
                .everywhere, .lock, .tokens, .token, .session, .idleEnd, .language, .inbox, .cases, .closedCases,
                .endedComplaints,
                .voided, .api, .office, .status, .supervision, .supervised, .reports, .report, .reportFile,
                .publicReport, .publicReportFile, .search,
                .found, .drafts, .draft,
                .imports, .sheet,
                .opening,
                .record, .accessLog, .nik, .acting, .filling, .mending:
                break
            }
        }
        let fixed: [Path] = [
            .root, .work, .signIn, .signOut, .password, .code, .authenticator, .account, .device(UUID()), .everywhere,
            .lock, .tokens, .token(UUID()), .session, .idleEnd, .language, .inbox,
            .cases(own: true), .cases(own: false), .closedCases, .endedComplaints, .voided, .office, .status,
            .supervision, .supervised(.late, of: nil), .supervised(.quiet, of: UUID()),
            .reports, .search, .found(UUID()), .drafts, .draft(UUID()), .imports, .sheet(UUID()),
            .nik(UUID(), person: UUID()), .accessLog(CaseFile.kind, UUID()), .accessLog(Complaint.kind, UUID()),
        ]
        let api: [APIPath] =
            [
                .description, .me, .directory, .dues, .search, .alike, .supervision,
                .supervised(.late, of: nil), .supervised(.late, of: UUID()),
                .nik(UUID(), person: UUID()), .accessLog(CaseFile.kind, UUID()),
                .publicReports(year), .publicReport(.violence, year),
            ]
            + periods.flatMap { [.reports($0), .report(.violence, $0)] } + APIList.allCases.map { .list($0) }
            + Records.all.flatMap { calls(on: $0) }
        let reports = periods.flatMap { period in
            [.reportFile(period)] + TableName.allCases.map { Path.report($0, period) }
        }
        let published: [Path] = [.publicReportFile(year), .publicReport(.violence, year)]
        return fixed + reports + published + Records.all.flatMap { choices(of: $0) } + api.map { .api($0) }
            + Asset.allCases.map { .asset($0) } + Records.all.flatMap { forms(of: $0) }
    }()

    /// One of each kind.
    private static let periods = ["2023", "2023-Q2", "2023-05", "2023-05-04--2023-06-01"].compactMap { Period($0) }

    private static let year = periods[0]

    /// The addresses of a kind's page and of the form of each of its actions.
    private static func forms<R: Record>(of type: R.Type) -> [Path] {
        let id = UUID()
        return [.record(R.kind, id)]
            + R.actions.all.filter { $0.hasForm || $0 is CorrectEntry<R>.Type }.map { action in
                if action.opens { return .opening(R.kind, action.name) }
                let mendsAnEntry =
                    action is CorrectEntry<R>.Type || action is WithdrawEntry<R>.Type || action is DecideMending<R>.Type
                return mendsAnEntry
                    ? .mending(R.kind, id, entry: UUID(), action.name) : .acting(R.kind, id, action.name)
            }
    }

    /// The addresses of the forms of which something is chosen first.
    private static func choices<R: Record>(of type: R.Type) -> [Path] {
        R.actions.all.compactMap { action in
            if action is any ChangingAction<R>.Type {
                return .filling(R.kind, UUID(), action.name, choice: UUID().text)
            }
            return action is any SheetAction.Type ? .filling(R.kind, UUID(), action.name, choice: "kdrt") : nil
        }
    }

    /// What may be called on a kind of record; the API has an address for whatever has a page.
    private static func calls<R: Record>(on type: R.Type) -> [APIPath] {
        forms(of: type).compactMap { APIPath(APIPath.base + $0.description.dropFirst("/kerja".count)) }
    }

    @Test func whateverIsDoneOnAPageIsDoneByACall() {
        for type in Records.all {
            #expect(Self.calls(on: type).count == Self.forms(of: type).count)
        }
    }

    @Test(arguments: all)
    func whatIsPrintedIsRead(path: Path) {
        #expect(Path(path.description) == path)
        #expect(Path(path.description + "/") == path)
    }

    @Test(arguments: [
        "/kerja/nonsense", "/kerja/complaints/1", "/assets/lindung.css", "/assets/0-lindung.css", "/x",
        "/kerja/complaints/a/b",
        "/kerja/sign-in/x", "/../etc/passwd", "/kerja/complaints/set-safe-contact", "/kerja/complaints/nonsense",
        "/kerja/cases/open-case", "/kerja/reports/violence", "/kerja/reports/violence/23",
        "/kerja/supervision/nonsense", "/kerja/supervision/late/1", "/kerja/reports/nonsense/2023",
        "/kerja/reports/csv/x", "/kerja/reports/public/violence/2023-Q2", "/kerja/reports/public/csv/2023-05",
        "/kerja/reports/public/services/2023", "/kerja/reports/violence/2023-Q5",
        "/kerja/reports/violence/2023-05-04--2023-05-03",
        "/kerja/cases/00000000-0000-0000-0000-000000000001/record-note/kdrt",
        "/kerja/cases/00000000-0000-0000-0000-000000000001/record-assessment/KDRT%20",
        "/kerja/offices/00000000-0000-0000-0000-000000000001/change-partner/rsud",
        "/kerja/offices/00000000-0000-0000-0000-000000000001/end-partner/00000000-0000-0000-0000-000000000002",
        "/kerja/complaints/00000000-0000-0000-0000-000000000001/withdraw-entry",
        "/kerja/complaints/00000000-0000-0000-0000-000000000001/entries/00000000-0000-0000-0000-000000000002/void-record",
    ])
    func whatIsNotOursIsNotRead(address: String) {
        #expect(Path(address) == nil)
    }

    @Test func aChoiceIsOneHoweverItIsSpelled() {
        let path = Path.filling(Office.kind, UUID(), ChangePartner.name, choice: UUID().text)
        let parts = path.description.split(separator: "/").map(String.init)
        #expect(Path("/" + parts.dropLast().joined(separator: "/") + "/" + parts[4].uppercased()) == path)
    }

    @Test func patternsTellNoId() {
        #expect(Path.record(ID<Complaint>()).pattern == "/kerja/complaints/{id}")
        #expect(Path.found(UUID()).pattern == "/kerja/search/{id}")
        for path in Self.all { #expect(!path.pattern.contains(#/[0-9a-f]{8}-[0-9a-f]{4}/#)) }
    }
}
