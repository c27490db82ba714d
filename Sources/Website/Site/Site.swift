import Casework
import Desk
import Foundation
import HTTPTypes
import Hummingbird

/// The website of one workspace.
struct Site: Sendable {
    let workspace: Workspace
    let words: [Language: Words]
    let origin: Origin
    let apiDescriptions: [Language: JSON]
    let calls: CallBudget

    /// The words of the locale, and those of the assessment forms, which are data.
    init(workspace: Workspace, words: [Language: Words], origin: Origin, callsPerMinute: Int) throws {
        calls = CallBudget(perMinute: callsPerMinute)
        self.workspace = workspace
        self.origin = origin
        self.words = words.mapValues { words in
            let forms = workspace.desk.instruments.words(words.language)
            return Words(words.language, words.byKey.merging(forms) { own, _ in own })
        }
        apiDescriptions = try self.words.mapValues { words in
            try APIDescription(words: words, instruments: workspace.desk.instruments).json
        }
    }

    func words(_ visit: Visit) -> Words { words(in: visit.language) }
    func words(in language: Language) -> Words { words[language] ?? Words(language, [:]) }

    /// Answers one request. The switch is exhaustive: an address without a page does not compile.
    func answer(_ request: Request, _ visit: Visit) async throws -> Response {
        guard let path = visit.path else { throw Trouble.notFound }
        switch (path, request.method == .post) {
        case (.root, false): return .seeOther(.work)
        case (.asset(let asset), false): return .asset(asset)
        case (.work, false): return try await workPage(visit)
        case (.signIn, false): return try await signInPage(visit)
        case (.signIn, true): return try await signIn(visit)
        case (.signOut, true): return try await signOut(visit)
        case (.password, false): return try await passwordPage(visit, nil)
        case (.password, true): return try await choosePassword(visit)
        case (.code, false): return try await codePage(visit)
        case (.code, true): return try await enterCode(visit)
        case (.authenticator, false): return try await authenticatorPage(visit)
        case (.authenticator, true): return try await takeAuthenticator(visit)
        case (.account, false): return try await accountPage(visit)
        case (.account, true): return try await confirmAccount(visit)
        case (.device(let id), true): return try await endDevice(id, visit)
        case (.everywhere, true): return try await signOutEverywhere(visit)
        case (.lock, true): return try await lock(visit)
        case (.tokens, false): return try await tokensPage(visit)
        case (.tokens, true): return try await makeToken(visit)
        case (.token(let id), true): return try await revokeToken(id, visit)
        case (.session, true): return Response(status: .noContent)
        case (.idleEnd, false): return try await idleEndPage(visit)
        case (.language, true): return setLanguage(visit)
        case (.inbox, false): return try await inboxPage(visit)
        case (.cases(let own), false): return try await casesPage(.cases(own: own), visit)
        case (.closedCases, false): return try await casesPage(.closed, visit)
        case (.endedComplaints, false): return try await apartPage(.ended, visit)
        case (.voided, false): return try await apartPage(.voided, visit)
        case (.office, false): return try await officePage(visit)
        case (.status, false): return try await statusPage(visit)
        case (.supervision, false): return try await supervisionPage(visit)
        case (.supervised(let concern, let manager), false):
            return try await casesPage(.supervised(concern, of: manager.map { ID($0) }, at: workspace.now), visit)
        case (.reports, false):
            let query = request.uri.queryParameters
            return try await reportsPage(AskedPeriod { query[Substring($0)].map(String.init) }, visit)
        case (.report(let table, let period), false): return try await reportPage(table, period, visit)
        case (.reportFile(let period), false): return try await reportFile(period, visit)
        case (.publicReport(let table, let period), false): return try await publicReportPage(table, period, visit)
        case (.publicReportFile(let period), false): return try await publicReportFile(period, visit)
        case (.search, false): return try await searchPage(visit)
        case (.search, true): return try await search(visit)
        case (.found(let id), false): return try await foundPage(id, visit)
        case (.drafts, true): return try await keepDraft(visit)
        case (.draft(let id), false): return try await draftPage(id, visit)
        case (.draft(let id), true): return try await discardDraft(id, visit)
        case (.imports, false): return try await importPage(visit)
        case (.imports, true): return try await keepSheet(visit)
        case (.sheet(let id), false): return try await sheetPage(id, visit)
        case (.sheet(let id), true): return try await sendSheet(id, visit)
        case (.record(let kind, let id), false): return try await recordPage(kind, id, visit)
        case (.accessLog(let kind, let id), false): return try await accessPage(kind, id, visit)
        case (.nik(let file, let person), true): return try await nikPage(ID(file), ID(person), visit)
        case (.opening, _), (.acting, _), (.filling, _), (.mending, _):
            return request.method == .post ? try await sendForm(path, visit) : try await formPage(path, visit)
        // The API's gate has answered.
        case (.api, _): throw Trouble.notFound
        case (.root, true), (.asset, true), (.work, true), (.signOut, false), (.device, false), (.everywhere, false),
            (.lock, false), (.token, false), (.session, false), (.idleEnd, true), (.language, false), (.inbox, true),
            (.cases, true),
            (.closedCases, true), (.endedComplaints, true), (.voided, true), (.office, true), (.status, true),
            (.supervision, true), (.supervised, true), (.reports, true), (.report, true), (.reportFile, true),
            (.publicReport, true), (.publicReportFile, true), (.found, true), (.drafts, false), (.record, true),
            (.accessLog, true), (.nik, false):
            throw Trouble.wrongMethod
        }
    }

    /// The page of one record, whatever its kind.
    private func recordPage(_ kind: RecordKind, _ id: UUID, _ visit: Visit) async throws -> Response {
        switch kind {
        case Complaint.kind: try await complaintPage(ID(id), visit)
        case CaseFile.kind: try await casePage(ID(id), visit)
        case Office.kind: try await officePage(ID(id), visit)
        default: throw Trouble.notFound
        }
    }
}
