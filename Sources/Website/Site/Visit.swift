import Casework
import Desk
import Hummingbird
import Logging
import NIOCore

/// One request on its way: what the middleware found out about it.
struct Visit: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Nil for an address that is not ours.
    var path: Path?
    /// Where a list goes on (`?after=…`), as it was asked; nil at its beginning. Each list reads its own places only.
    var after: String?
    var language: Language
    /// Who asks, once they have signed in.
    var session: Session?
    /// Whose session ended by itself in this browser, and their user name.
    var ended: (worker: Worker, handle: String)?
    /// What the form before this page did.
    var done: Done?
    /// The network address of who asks; behind a proxy of this machine, the proxy's.
    var peer: String? { address?.ipAddress }
    private let address: SocketAddress?
    /// Where a form comes from.
    var caller = Caller()
    /// The secret of a browser that has not signed in; its sign-in form carries the token of it.
    var visitor: String?
    /// What was posted, without the form token.
    var posted: Posted
    /// The file that came with it.
    var upload: Multipart.Upload?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        path = nil
        address = source.channel.remoteAddress
        language = .indonesian
        session = nil
        ended = nil
        done = nil
        visitor = nil
        posted = Posted()
        upload = nil
    }

    /// No form that anybody needs is larger.
    var maxUploadSize: Int { 1 << 20 }

    /// The worker; every page of the staff's area is reached signed in only.
    func worker() throws -> Worker {
        guard let session else { throw Trouble.signedOut }
        return session.worker
    }
}
