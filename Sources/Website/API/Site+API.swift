import Casework
import Desk
import Foundation
import Hummingbird
import Statistics

extension Site {
    /// Answers one call. The switch is exhaustive: an address without an answer does not compile.
    func answer(_ call: APICall) async throws -> Response {
        do {
            switch call.path {
            case .description: return .json(apiDescriptions[call.words.language] ?? .null)
            case .me: return .json(ToldCaller(bearer: call.bearer).json(telling(call)))
            case .directory:
                let managers = try await workspace.accounts.workers(with: .manageCases, in: call.worker.lane)
                let partners = workspace.desk.law(in: call.worker.lane).office.directory
                return .json(ToldDirectory(managers: managers, partners: partners).json(telling(call)))
            case .list(let list): return try await self.list(list.list(at: workspace.now), call)
            case .search: return try await search(call)
            case .alike: return try await alike(call)
            case .dues: return try await dues(call)
            case .supervision: return try await supervision(call)
            case .supervised(let concern, let manager):
                return try await self.list(
                    .supervised(concern, of: manager.map { ID($0) }, at: workspace.now), call)
            case .reports(let period):
                let report = try await counted(Report(period), by: call.worker)
                return .json(ToldReport(report: report).json(telling(call)))
            case .report(let table, let period): return try await self.table(table, period, call)
            case .publicReports(let period):
                return .json(ToldPublication(publication: try await published(period, call)).json(telling(call)))
            case .publicReport(let table, let period):
                let publication = try await published(period, call)
                guard let figures = publication[table] else { throw Trouble.notFound }
                return .json(ToldPublicFigures(publication: publication, figures: figures).json(telling(call)))
            case .record(let kind, let id): return try await record(kind, id, call)
            case .accessLog(_, let id): return try await access(id, call)
            case .opening, .acting, .mending: return try await perform(call)
            case .nik(let file, let person): return try await nik(ID(file), ID(person), call)
            }
        } catch let notDone as NotDone {
            throw APIProblem(notDone, of: call.path.action, call.words)
        }
    }

    private func list(_ list: List, _ call: APICall) async throws -> Response {
        .json(
            try await workspace.desk.list(list, by: call.worker, call.page(of: list, workspace.desk)).json(
                telling(call)))
    }

    /// - Parameter names: those of the workers who are told of.
    func telling(_ call: APICall, _ names: [ID<Worker>: String] = [:]) -> Telling {
        Telling(names: names, words: call.words, law: workspace.desk.law(in: call.worker.lane))
    }

    /// What is looked for is posted: no name ever stands in an address.
    private func search(_ call: APICall) async throws -> Response {
        let text = try call.sent(SentSearch.self).text
        guard (1...List.longestSearch).contains(text.count) else { throw APIProblem(.badBody, at: "text", call.words) }
        return try await list(.search(text), call)
    }

    /// By a complaint that is on record, and by nothing else: whoever could ask about anybody could ask out what stands in
    /// files that they may not open.
    private func alike(_ call: APICall) async throws -> Response {
        let complaint = try call.sent(SentComplaint.self).complaint
        if let stranger = call.query.keys.sorted().first { throw APIProblem(.badQuery, at: stranger, call.words) }
        let profiles = try await workspace.desk.open(Complaint.self, complaint, by: call.worker).record.profiles
        return .json(try await workspace.desk.list(.alike(profiles), by: call.worker).json(telling(call)))
    }

    private func dues(_ call: APICall) async throws -> Response {
        let rows = try await workspace.desk.dues(for: call.worker)
        return .json(ToldDues(rows: rows).json(telling(call)))
    }

    private func table(_ table: TableName, _ period: Period, _ call: APICall) async throws -> Response {
        guard let figures = try await counted(Report(period, table), by: call.worker)[table] else {
            throw Trouble.notFound
        }
        return .json(ToldFigures(period: period, figures: figures).json(telling(call)))
    }

    private func published(_ period: Period, _ call: APICall) async throws -> Publication {
        let report = try await counted(Report(period), by: call.worker)
        do { return try Publication(report, asOf: workspace.now) } catch {
            let year = "\(period.last.year)"
            throw APIProblem(
                status: .conflict, name: Trouble.refused.key, title: call.words["form.refused"],
                detail: call.words("report.not-over", ["year": year]))
        }
    }

    private func supervision(_ call: APICall) async throws -> Response {
        let supervision = try await workspace.desk.supervision(by: call.worker)
        let names = try workspace.accounts.names(Set(supervision.loads.compactMap(\.manager)))
        return .json(supervision.json(telling(call, names)))
    }

    private func access(_ record: UUID, _ call: APICall) async throws -> Response {
        let lines = try await workspace.desk.access(to: record, by: call.worker).lines
        let names = try workspace.accounts.names(Set(lines.map(\.worker)))
        return .json(ToldAccessLog(rows: lines).json(telling(call, names)))
    }

    private func nik(_ file: ID<CaseFile>, _ person: ID<Person>, _ call: APICall) async throws -> Response {
        let revealed = try await workspace.desk.reveal(person, in: file, by: call.worker)
        return .json(ToldNIK(nik: revealed.nik).json(telling(call)))
    }
}

extension APIList {
    fileprivate func list(at now: Date) -> List {
        switch self {
        case .inbox: .inbox
        case .ownCases: .cases(own: true)
        case .officeCases: .cases(own: false)
        case .closedCases: .closed
        case .endedComplaints: .ended
        case .emergencies: .emergencies(since: now - EmergencyAccess.toldFor)
        case .voided: .voided
        case .approvals: .approvals
        case .decidedAlone: .decidedAlone
        }
    }
}
