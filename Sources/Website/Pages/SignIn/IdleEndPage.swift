import Casework
import Desk
import Hummingbird

extension Site {
    /// What is left on a screen that nobody used: no file, and nothing that the session knows. Going back shows no page
    /// that the browser kept.
    func idleEndPage(_ visit: Visit) async throws -> Response {
        let frame = try await frame(visit)
        let words = frame.words
        let card: HTML = """
            <div class="card empty">
            \(Icon.lock.html)
            <h1>\(words["idle-end.title"])</h1>
            <p>\(words["idle-end.text"])</p>
            <a class="button" href="\(Path.work)">\(words["idle-end.again"])</a>
            </div>
            """
        return Response.page(Layout(frame: frame).gate(words["idle-end.title"], card)).clearing(#""cache""#)
    }
}
