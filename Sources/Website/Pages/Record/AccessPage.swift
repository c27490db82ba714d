import Casework
import Desk
import Foundation
import Hummingbird

extension Site {
    /// Who saw a record, for who leads the office.
    func accessPage(_ kind: RecordKind, _ id: UUID, _ visit: Visit) async throws -> Response {
        let worker = try visit.worker()
        let (code, lines) = try await workspace.desk.access(to: id, by: worker)
        let names = try workspace.accounts.names(Set(lines.map(\.worker)))
        let isOpen = try await workspace.desk.mayOpen(id, by: worker)
        let view = AccessView(
            frame: try await frame(visit), code: code, lines: lines, names: names,
            up: isOpen ? .record(kind, id) : .cases(own: false))
        return .page(view.html)
    }
}

struct AccessView {
    let frame: Frame
    let code: String
    let lines: [AccessLine]
    let names: [ID<Worker>: String]
    let up: Path
    private var words: Words { frame.words }

    var html: HTML {
        Layout(frame: frame).page(
            words["access.title"],
            """
            <a class="up" href="\(up)">\(Icon.back.html)\(words[up == .cases(own: false) ? "cases.all" : "form.back"])</a>
            <div class="head"><h1>\(words["access.title"])</h1></div>
            <p><span class="code">\(code)</span> · \(words["access.text"])</p>
            \(lines.isEmpty ? empty : list)
            """)
    }

    private var list: HTML { #"<div class="card"><ul class="rows">\#(each: lines.map(row))</ul></div>"# }

    private func row(_ line: AccessLine) -> HTML {
        let count = words("access.\(line.what.rawValue)", ["n": "\(line.count)"])
        let program: HTML? = line.byProgram ? " · \(words["history.program"])" : nil
        return """
            <li class="row"><p><b>\(names[line.worker] ?? words["many-opened.somebody"])</b></p>\
            <p>\(count)\(program)</p>\
            <p class="meta">\(words("access.last", ["time": frame.when.dayAndTime(line.last)]))</p></li>
            """
    }

    private var empty: HTML {
        #"<div class="card empty">\#(Icon.folder.html)<h2>\#(words["access.empty"])</h2></div>"#
    }
}
