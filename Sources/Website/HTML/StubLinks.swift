import Casework
import Foundation

/// What a worker may do about a case of which they see but the stub.
struct StubLinks {
    let frame: Frame
    let kind: RecordKind
    let record: UUID

    var html: HTML {
        let actions = Records[kind].map { Self.actions($0) } ?? []
        let links = actions.filter { frame.may($0.duty) }.map { action in
            link(.acting(kind, record, action.name), "\(action.name).title")
        }
        let access = frame.may(.approve) ? [link(.accessLog(kind, record), "access.link")] : []
        return "\(each: (links + access).map { " · \($0)" as HTML })"
    }

    private static func actions<R: Record>(_ type: R.Type) -> [(name: ActionName, duty: Duty)] {
        R.actions.all.compactMap { action in action.fromOutside.map { (action.name, $0) } }
    }

    private func link(_ path: Path, _ key: String) -> HTML { #"<a href="\#(path)">\#(frame.words[key])</a>"# }
}
