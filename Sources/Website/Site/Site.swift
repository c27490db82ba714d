import Casework
import Desk
import HTTPTypes
import Hummingbird
import Logging

/// The website of one workspace.
struct Site: Sendable {
    let workspace: Workspace
    let words: [Language: Words]
    let origin: Origin

    func words(_ visit: Visit) -> Words { words[visit.language] ?? Words(visit.language, [:]) }

    /// Answers one request. The switch is exhaustive: an address without a page does not compile.
    func answer(_ request: Request, _ visit: Visit) async throws -> Response {
        guard let path = visit.path else { throw Trouble.notFound }
        let isPost = request.method == .post
        switch path {
        case .root: return try readOnly(isPost) { .seeOther(.work) }
        case .asset(let asset): return try readOnly(isPost) { .asset(asset) }
        case .work: return try readOnly(isPost) { .seeOther(.inbox) }
        case .signIn: return isPost ? try await signIn(visit) : try await signInPage(visit)
        case .signOut: return try await posted(isPost) { try await signOut(visit) }
        case .session: return try await posted(isPost) { Response(status: .noContent) }
        case .language: return try await posted(isPost) { setLanguage(visit) }
        case .inbox: return try await read(isPost) { try await inboxPage(visit) }
        case .receiveComplaint:
            return isPost ? try await receiveComplaint(visit) : try await receiveComplaintPage(visit)
        case .complaint(let id): return try await read(isPost) { try await complaintPage(id, visit) }
        case .search: return isPost ? try await search(visit) : try await searchPage(visit)
        case .found(let id): return try await read(isPost) { try await foundPage(id, visit) }
        }
    }

    private func readOnly(_ isPost: Bool, _ answer: () -> Response) throws -> Response {
        guard !isPost else { throw Trouble.wrongMethod }
        return answer()
    }

    private func read(_ isPost: Bool, _ answer: () async throws -> Response) async throws -> Response {
        guard !isPost else { throw Trouble.wrongMethod }
        return try await answer()
    }

    private func posted(_ isPost: Bool, _ answer: () async throws -> Response) async throws -> Response {
        guard isPost else { throw Trouble.wrongMethod }
        return try await answer()
    }
}
