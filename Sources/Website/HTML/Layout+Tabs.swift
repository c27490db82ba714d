import Casework

/// The main parts of the staff's area, as far as they are the reader's.
extension Layout {
    var tabs: HTML? {
        guard frame.isCasework || frame.may(any: Policy.ofTheOffice) else { return nil }
        let count = frame.inbox.map { count -> HTML in
            #"<span class="count">\#(count)<span class="unseen"> \#(words["inbox.untriaged"])</span></span>"#
        }
        return """
            <nav class="tabbar" aria-label="\(words["header.main"])">
            <ul>
            \(frame.isCasework ? tab(.work, .tasks, words["work.tab"], rest: words["work.tab-rest"]) : nil)
            \(frame.may(.takeComplaints) ? tab(.inbox, .inbox, words["inbox.tab"], rest: words["inbox.tab-rest"], count) : nil)
            \(frame.isCasework ? tab(.cases(own: true), .folder, words["cases.title"]) : nil)
            \(frame.may(any: Policy.figures) ? tab(.supervision, .dashboard, words["supervision.tab"]) : nil)
            \(frame.may(any: Policy.figures) ? tab(report, .file, words["report.tab"], long: words["report.title"]) : nil)
            \(frame.may(any: Policy.ofTheOffice) ? tab(.office, .home, words["office.tab"]) : nil)
            </ul>
            </nav>
            """
    }

    private var report: Path { .reports }

    /// - Parameters:
    ///   - long: what it is called where there is room.
    ///   - rest: what follows the word where there is room.
    private func tab(
        _ path: Path, _ icon: Icon, _ word: String, long: String? = nil, rest: String = "", _ count: HTML? = nil
    ) -> HTML {
        let name: HTML =
            long.map { #"<span class="tab-short">\#(word)</span><span class="tab-rest">\#($0)</span>"# }
            ?? #"\#(word)<span class="tab-rest"> \#(rest)</span>"#
        let current: HTML? =
            frame.path == path ? #" aria-current="page""# : area == path ? #" aria-current="true""# : nil
        return """
            <li><a class="tab" href="\(path)"\(current)>\(icon.html)\
            <span>\(name)</span> \(count)</a></li>
            """
    }

    /// The tab under which this page stands.
    private var area: Path? {
        switch frame.path {
        case .opening(let kind, _), .record(let kind, _), .acting(let kind, _, _), .filling(let kind, _, _, _),
            .mending(let kind, _, _, _):
            kind == CaseFile.kind ? .cases(own: true) : kind == Office.kind ? .office : .inbox
        case .supervised: .supervision
        case .report, .reportFile, .publicReport, .publicReportFile: report
        case .imports, .sheet: .inbox
        case .cases, .closedCases: .cases(own: true)
        default: nil
        }
    }
}
