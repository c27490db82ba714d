import Casework
import Desk

/// The open cases by who manages them.
struct LoadsView {
    let frame: Frame
    let model: SupervisionModel
    private var words: Words { frame.words }
    private var largest: Int { model.lines.map { $0.load[.open] }.max() ?? 0 }

    var html: HTML {
        """
        <section class="card card-body" aria-labelledby="loads">
        <h2 id="loads">\(finding)</h2>
        <p class="meta bar-legend"><span class="swatch swatch-late" aria-hidden="true"></span> \
        \(words["supervision.legend-late"]) <span class="swatch" aria-hidden="true"></span> \
        \(words["supervision.legend-rest"])</p>
        <ul class="loads">\(each: model.lines.map(row))</ul>
        \(table)
        </section>
        """
    }

    private var finding: String {
        guard let latest = model.latest else { return words["supervision.none-late"] }
        return words(
            "supervision.most-late",
            ["name": name(latest), "n": "\(latest.load[.late])", "all": "\(latest.load[.open])"])
    }

    private func name(_ line: SupervisionModel.Line) -> String { line.name ?? words["supervision.nobody"] }

    private func row(_ line: SupervisionModel.Line) -> HTML {
        let load = line.load
        let count = words("supervision.cases", ["n": "\(load[.open])"])
        let name = name(line)
        // A case that never had a manager is among those that nobody manages.
        let all = load.manager.map { Path.supervised(.open, of: $0.value) } ?? .supervised(.unassigned, of: nil)
        let whose: HTML = load[.open] == 0 ? "<span>\(name)</span>" : #"<a href="\#(all)">\#(name)</a>"#
        let facts = [
            fact(line, .late, words("supervision.load-late", ["n": "\(load[.late])"]), longest(load)),
            fact(line, .high, words("supervision.high", ["n": "\(load[.high])"])),
            fact(line, .quiet, words("supervision.load-quiet", ["n": "\(load[.quiet])", "days": days])),
            fact(line, .unassigned, words("supervision.load-unassigned", ["n": "\(load[.unassigned])"])),
        ].compactMap { $0 }
        return """
            <li class="load"><p class="load-line">\(whose)<span>\(count)</span></p>
            \(load[.open] == 0 ? nil : bar(load))
            \(facts.isEmpty ? nil : #"<p class="load-facts">\#(each: facts)</p>"#)</li>
            """
    }

    private func bar(_ load: Supervision.Load) -> HTML {
        Bar([(load[.late], "bar-late"), (load[.open] - load[.late], "bar-rest")], of: largest).html
    }

    private var days: String { "\(Int(Concern.quietAfter / 86_400))" }

    private func longest(_ load: Supervision.Load) -> String? {
        load.hoursLate.map { words("supervision.longest", ["time": frame.when.lateness($0)]) }
    }

    private func fact(
        _ line: SupervisionModel.Line, _ concern: Concern, _ text: String, _ more: String? = nil
    ) -> HTML? {
        guard line.load[concern] > 0, let manager = line.load.manager else { return nil }
        let whose: HTML = #"<span class="unseen"> \#(name(line))</span>"#
        return """
            <span><a href="\(Path.supervised(concern, of: manager.value))">\(text)\(whose)</a>\
            \(more.map { ", \($0)" as HTML })</span>
            """
    }

    // MARK: the same as a table

    private var table: HTML {
        let heads = ["supervision.open", "supervision.late"] + parts
        return """
            <details class="as-table"><summary>\(words["supervision.table"])</summary>
            <table class="table table-figures" aria-labelledby="loads">
            <thead><tr><th scope="col">\(words["cases.manager"])</th>\
            \(each: heads.enumerated().map { #"<th scope="col" class="number\#($0 > 1 ? " part" : "")">\#(words[$1])</th>"# })\
            </tr></thead>
            <tbody>\(each: model.lines.map(tableRow))</tbody>
            </table></details>
            """
    }

    private var parts: [String] {
        ["supervision.table-longest", "supervision.risk.high", "supervision.table-quiet"]
    }

    private func tableRow(_ line: SupervisionModel.Line) -> HTML {
        let load = line.load
        let cells = [
            load.hoursLate.map { frame.when.lateness($0) } ?? "0", "\(load[.high])", "\(load[.quiet])",
        ]
        return """
            <tr><th scope="row">\(name(line))</th><td class="number">\(load[.open])</td>\
            <td class="number">\(load[.late])</td>\
            \(each: zip(parts, cells).map { key, cell in
                #"<td class="number part\#(cell == "0" ? " part-none" : "")" data-label="\#(words[key])">\#(cell)</td>"#
            })</tr>
            """
    }
}
