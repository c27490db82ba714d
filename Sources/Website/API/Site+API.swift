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
            case .description: return .json(apiDescription)
            case .me: return .json(APIWriter(self, call).me)
            case .directory:
                let managers = try await workspace.accounts.workers(with: .manageCases, in: call.worker.lane)
                return .json(APIWriter(self, call).directory(managers))
            case .list(let list): return try await self.list(list.list, call, call.page())
            case .search: return try await search(call)
            case .alike: return try await alike(call)
            case .dues: return try await dues(call)
            case .violence(let year): return try await violence(year, call)
            case .record(let kind, let id): return try await record(kind, id, call)
            case .opening, .acting, .mending: return try await perform(call)
            case .nik(let file, let person): return try await nik(ID(file), ID(person), call)
            }
        } catch let notDone as NotDone {
            throw APIProblem(notDone, of: call.path.action, call.words)
        }
    }

    private func list(_ list: List, _ call: APICall, _ page: PageOfList) async throws -> Response {
        let listing = try await workspace.desk.list(list, by: call.worker, page)
        return .json(APIWriter(self, call).listing(listing))
    }

    /// What is looked for is posted: no name ever stands in an address.
    private func search(_ call: APICall) async throws -> Response {
        guard let posted = try? Posted(json: call.body), let text = posted.first("text"),
            posted.values.keys.allSatisfy({ $0 == "text" }), posted["text"].count == 1, text.count <= List.longestSearch
        else { throw APIProblem(.badBody, call.words) }
        return try await list(.search(text), call, try call.page())
    }

    /// By a complaint that is on record, and by nothing else: whoever could ask about anybody could ask out what stands in
    /// files that they may not open.
    private func alike(_ call: APICall) async throws -> Response {
        guard let posted = try? Posted(json: call.body), posted.values.keys.allSatisfy({ $0 == "complaint" }),
            let complaint = posted.first("complaint").flatMap({ ID<Complaint>($0) })
        else { throw APIProblem(.badBody, call.words) }
        let fold = try await workspace.desk.open(Complaint.self, complaint, by: call.worker)
        return try await list(.alike(fold.record.profiles), call, PageOfList())
    }

    private func dues(_ call: APICall) async throws -> Response {
        let dues = try await workspace.desk.dues(for: call.worker)
        return .json(APIWriter(self, call).dues(dues))
    }

    private func violence(_ year: Int, _ call: APICall) async throws -> Response {
        let time = ViolenceTable.time(of: year)
        let cards = try await workspace.desk.figures(from: time.from, until: time.until, by: call.worker)
        return .json(APIWriter(self, call).violence(ViolenceTable(year: year, cards)))
    }

    private func nik(_ file: ID<CaseFile>, _ person: ID<Person>, _ call: APICall) async throws -> Response {
        let revealed = try await workspace.desk.reveal(person, in: file, by: call.worker)
        return .json(["nik": JSON(revealed.nik.text)])
    }
}

extension APIList {
    fileprivate var list: List {
        switch self {
        case .inbox: .inbox
        case .ownCases: .cases(own: true)
        case .officeCases: .cases(own: false)
        case .closedCases: .closed
        case .approvals: .approvals
        case .decidedAlone: .decidedAlone
        }
    }
}
