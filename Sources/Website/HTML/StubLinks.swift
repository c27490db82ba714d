import Casework
import Foundation

/// What a worker may do about a case of which they see but the stub; folded, where there is more than one thing.
struct StubLinks {
    let frame: Frame
    let kind: RecordKind
    let record: UUID
    /// Says which one of many, to who hears the page.
    var code: String?

    var html: HTML? {
        let actions = Records[kind].map { Self.actions($0) } ?? []
        let links = actions.filter { frame.may($0.duty) }.map { action in
            link(.acting(kind, record, action.name), "\(action.name).title")
        }
        let access = frame.may(Policy.accessLog) ? [link(.accessLog(kind, record), "access.link")] : []
        let all = links + access
        guard all.count > 1 else { return all.first.map { #"<p class="stub-links">\#($0)</p>"# } }
        return """
            <details class="stub-links"><summary>\(frame.words["cases.stub"])\(code.map(unseen))</summary>
            <ul>\(each: all.map { "<li>\($0)</li>" as HTML })</ul></details>
            """
    }

    private func unseen(_ code: String) -> HTML { #"<span class="unseen"> \#(code)</span>"# }

    private static func actions<R: Record>(_ type: R.Type) -> [(name: ActionName, duty: Duty)] {
        R.actions.all.compactMap { action in action.duty(seeing: .listed).map { (action.name, $0) } }
    }

    private func link(_ path: Path, _ key: String) -> HTML { #"<a href="\#(path)">\#(frame.words[key])</a>"# }
}
