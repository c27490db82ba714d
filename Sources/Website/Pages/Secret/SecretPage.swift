import Casework
import Desk
import Hummingbird

extension Site {
    /// A one-time secret, shown once and kept nowhere.
    /// - Parameter owner: whose it is: who prepares several papers must not mix them up.
    func secretPage(_ secret: String, of owner: String, back: Path, _ visit: Visit) async throws -> Response {
        let frame = try await frame(visit)
        let words = frame.words
        let hours = "\(Int(Accounts.secretLife / 3600))"
        return .page(
            Layout(frame: frame).page(
                words["secret.title"],
                """
                <div class="head"><h1>\(words["secret.title"])</h1></div>
                <div class="card"><div class="card-body">
                <p><b>\(owner)</b></p>
                <p class="secret">\(secret)</p>
                <p>\(words("secret.text", ["hours": hours]))</p>
                <div class="actions"><a class="button" href="\(back)">\(words["secret.done"])</a></div>
                </div></div>
                """))
    }
}
