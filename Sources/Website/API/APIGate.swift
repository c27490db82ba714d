import Casework
import Desk
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Everything below `/api/`: lets a program in by its token, never by a browser's cookie, so that no other site's page
/// can act through it; every error is a problem document.
struct APIGate: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request, context: Visit, next: (Request, Visit) async throws -> Response
    ) async throws -> Response {
        guard request.uri.path.hasPrefix("/api/") else { return try await next(request, context) }
        let words = site.words(in: Self.language(request) ?? .indonesian)
        do { return try await answer(request, context, words) } catch {
            if let problem = error as? APIProblem { return problem.response }
            let trouble = TroublePages.trouble(error)
            if trouble == .broken { context.logger.error("failed", metadata: ["error": "\(type(of: error))"]) }
            return APIProblem(trouble, words).response
        }
    }

    /// The one of ours that the program would like most (RFC 9110, 12.5.4), the first of equals; nil where it wants none.
    private static func language(_ request: Request) -> Language? {
        let ranges = (request.headers[.acceptLanguage] ?? "").split(separator: ",").compactMap { range in
            let parts = range.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            let primary = parts.first?.split(separator: "-").first.map(String.init) ?? ""
            return Language(rawValue: primary).map { (language: $0, weight: weight) }
        }
        let most = ranges.map(\.weight).max() ?? 0
        return most > 0 ? ranges.first { $0.weight == most }?.language : nil
    }

    private func answer(_ request: Request, _ visit: Visit, _ words: Words) async throws -> Response {
        guard case .api(let path)? = visit.path else { throw Trouble.notFound }
        let allowed: HTTPRequest.Method = path.isPost ? .post : .get
        guard request.method == allowed else {
            var response = APIProblem(.wrongMethod, words).response
            response.headers[.allow] = allowed.rawValue
            return response
        }
        if case .description = path { return Self.description(of: site, request) }
        let bearer = try await bearer(request, words)
        if let seconds = site.calls.spend(by: bearer.worker.id, at: site.workspace.now) {
            throw APIProblem(
                status: .tooManyRequests, name: "too-many-calls", title: words["api.too-many-calls"],
                detail: words("api.wait", ["n": "\(seconds)"]), retryAfter: seconds)
        }
        guard !path.changesSomething || bearer.mayPerform else {
            try await site.workspace.desk.leaveLook(denied: path.record, by: bearer.worker)
            throw APIProblem(
                status: .forbidden, name: "read-only", title: words["trouble.not-permitted.title"],
                detail: words["api.read-only"])
        }
        var current = bearer
        var body = Data()
        if path.isPost {
            body = try await self.body(request, visit, words)
            site.calls.charge(bearer.worker.id, for: body.count)
            // What was sent may have come slowly: a token that was taken back meanwhile is none.
            current = try await self.bearer(request, words)
        }
        let query = request.uri.queryParameters.map { (String($0.key), String($0.value)) }
        let call = APICall(
            path: path, bearer: current, words: words, headers: request.headers,
            query: Dictionary(query) { first, _ in first }, body: body)
        return try await site.answer(call)
    }

    /// Whoever writes programs reads English, unless they ask for the words that the office reads.
    private static func description(of site: Site, _ request: Request) -> Response {
        .json(site.apiDescriptions[language(request) ?? .english] ?? .null)
    }

    private func bearer(_ request: Request, _ words: Words) async throws -> Bearer {
        let parts = (request.headers[.authorization] ?? "").split(separator: " ")
        if parts.count == 2, parts[0].lowercased() == "bearer",
            let bearer = try site.workspace.accounts.bearer(String(parts[1]))
        {
            return bearer
        }
        throw APIProblem(
            status: .unauthorized, name: "no-token", title: words["trouble.signed-out.title"],
            detail: words["api.no-token"])
    }

    /// What was sent. An action without answers may be sent without a body.
    private func body(_ request: Request, _ visit: Visit, _ words: Words) async throws -> Data {
        let body = Data(try await request.body.collect(upTo: visit.maxUploadSize).readableBytesView)
        let isJSON = request.headers[.contentType]?.lowercased().hasPrefix("application/json") ?? body.isEmpty
        guard isJSON else {
            throw APIProblem(
                status: .unsupportedMediaType, name: "not-json", title: words["trouble.not-a-form.title"],
                detail: words["api.not-json"])
        }
        return body
    }
}
