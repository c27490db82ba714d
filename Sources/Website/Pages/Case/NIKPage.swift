import Casework
import Desk
import Hummingbird

extension Site {
    /// Somebody's identity number in clear: who saw it is on record.
    func nikPage(_ file: ID<CaseFile>, _ person: ID<Person>, _ visit: Visit) async throws -> Response {
        let revealed = try await workspace.desk.reveal(person, in: file, by: try visit.worker())
        let frame = try await frame(visit)
        let words = frame.words
        return .page(
            Layout(frame: frame).page(
                "NIK",
                """
                <a class="up" href="\(Path.record(file))">\(Icon.back.html)\(words["form.back"])</a>
                <div class="head"><h1>\(revealed.name.text)</h1></div>
                <div class="card"><div class="card-body">
                <p class="secret">\(revealed.nik.text)</p>
                <p class="meta">\(words["case.nik-seen"])</p>
                </div></div>
                """))
    }
}
