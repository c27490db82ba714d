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
            posted.values.keys.allSatisfy({ $0 == "text" }), posted["text"].count == 1
        else { throw APIProblem(.badBody, call.words) }
        return try await list(.search(text), call, try call.page())
    }

    private func alike(_ call: APICall) async throws -> Response {
        guard let people = try? JSONDecoder().decode(SoughtPeople.self, from: call.body).people,
            (1...Self.mostSought).contains(people.count)
        else { throw APIProblem(.badBody, call.words) }
        let profiles = people.map { person in
            Profile(
                person.name ?? "", sex: person.sex.flatMap(Sex.init), bornAbout: person.bornAbout,
                phone: person.phone.flatMap { try? Phone.read([$0]) }, district: person.district.flatMap(District.init))
        }
        return try await list(.alike(profiles), call, PageOfList())
    }

    private static let mostSought = 20

    private struct SoughtPeople: Decodable {
        struct Person: Decodable {
            let name: String?
            let sex: String?
            let bornAbout: Int?
            let phone: String?
            let district: String?
        }
        let people: [Person]
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

extension APIPath {
    /// The action that it performs.
    var action: ActionName? {
        switch self {
        case .opening(_, let action), .acting(_, _, let action), .mending(_, _, _, let action): action
        default: nil
        }
    }
}
