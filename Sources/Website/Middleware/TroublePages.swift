import Desk
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Turns every error into a page with a sentence. What went wrong inside is told to the log by the error's type alone.
struct TroublePages: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request, context: Visit, next: (Request, Visit) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch Trouble.signedOut {
            return .seeOther(.signIn)
        } catch {
            let trouble = Self.trouble(error)
            if trouble == .broken { context.logger.error("failed", metadata: ["error": "\(type(of: error))"]) }
            // Who asks was found out further in, and is needed for the page around the sentence. Whoever has shown no
            // more than a password is nobody yet.
            var visit = context
            if let token = request.cookie(Cookies.session) {
                let session = try? await site.workspace.accounts.session(token)
                visit.session = session?.step == .open ? session : nil
            }
            return .page(await site.troubleView(trouble, visit), status: trouble.status)
        }
    }

    static func trouble(_ error: any Error) -> Trouble {
        switch error {
        case let trouble as Trouble: trouble
        case let notDone as NotDone: Trouble(notDone)
        case is NIOTooManyBytesError: .tooLarge
        case let error as HTTPError: error.status == .contentTooLarge ? .tooLarge : .notFound
        default: .broken
        }
    }
}
