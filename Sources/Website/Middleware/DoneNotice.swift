import Casework
import Hummingbird

/// Says once, on the next page, what was just recorded: who decided something may not see its record any more, and
/// wonders whether it was done. The cookie holds the name of the action, as the address of its form does.
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

/// What a form did.
enum Done: Equatable {
    case recorded(ActionName)
    /// It waits for somebody's approval.
    case proposed

    /// Nil for what no form sets.
    init?(_ text: String) {
        if text == "proposed" {
            self = .proposed
        } else {
            let name = ActionName(text)
            guard Records.all.contains(where: { $0.knows(name) }) else { return nil }
            self = .recorded(name)
        }
    }

    var text: String {
        switch self {
        case .recorded(let name): name.text
        case .proposed: "proposed"
        }
    }

    func html(_ words: Words) -> HTML {
        let said =
            switch self {
            case .recorded(let name): words("form.done", ["done": words["\(name).done"]])
            case .proposed: words["form.proposed"]
            }
        return
            #"<div class="alert alert-ok" role="status" data-done>\#(Icon.check.html)<p class="alert-text">\#(said)</p></div>"#
    }
}

extension Record {
    fileprivate static func knows(_ name: ActionName) -> Bool { actions[name] != nil }
}
