import Casework
import Foundation
import Hummingbird

/// Says once, on the next page, what was just recorded: who decided something may not see its record any more, and
/// wonders whether it was done. The cookie holds the name of the action, as the address of its form does,
/// and the key of the form.
struct DoneNotice: RouterMiddleware {
    func handle(
        _ request: Request, context: Visit, next: (Request, Visit) async throws -> Response
    ) async throws -> Response {
        var visit = context
        visit.done = request.cookie(Cookies.done).flatMap(Done.init)
        let response = try await next(request, visit)
        let isPage =
            request.method == .get && response.status == .ok
            && response.headers[.contentType]?.hasPrefix("text/html") == true
        return visit.done != nil && isPage ? response.setting(Cookies.cleared(Cookies.done)) : response
    }
}

/// What a form did, and the form's own random key: it marks the form as recorded for who goes back to it.
struct Done: Equatable {
    /// Nil where it waits for somebody's approval.
    let recorded: ActionName?
    let key: UUID

    /// Nil for what no form sets.
    init?(_ text: String) {
        let parts = text.split(separator: ".")
        guard parts.count == 2, let key = UUID(text: String(parts[1])) else { return nil }
        let name = ActionName(String(parts[0]))
        guard name == Self.proposed || Records.all.contains(where: { $0.knows(name) }) else { return nil }
        self.init(name == Self.proposed ? nil : name, key)
    }

    init(_ recorded: ActionName?, _ key: UUID) {
        self.recorded = recorded
        self.key = key
    }

    private static let proposed: ActionName = "proposed"

    var text: String { "\(recorded ?? Self.proposed).\(key.text)" }

    func html(_ words: Words) -> HTML {
        let said = recorded.map { words("form.done", ["done": words["\($0).done"]]) } ?? words["form.proposed"]
        return """
            <div class="alert alert-ok" role="status" data-done="\(key.text)">\(Icon.check.html)\
            <p class="alert-text">\(said)</p></div>
            """
    }
}

extension Record {
    fileprivate static func knows(_ name: ActionName) -> Bool { actions[name] != nil }
}
