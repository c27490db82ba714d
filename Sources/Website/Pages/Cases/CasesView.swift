import Casework
import Desk
import Foundation

struct CasesModel {
    struct Line {
        /// Nil where the reader may not open it.
        let path: Path?
        let title: String
        let code: String
        let card: Card
        let manager: String
        /// The nearest due, and whether it binds others than the office.
        let due: (at: Date, isOthers: Bool)?
        /// What a stub tells to who supervises.
        let supervised: Supervised?
    }

    let list: List
    let lines: [Line]
    let total: Int
    /// Where it goes on.
    let next: Cursor?
    let isFirst: Bool
    /// Whose cases they are, where a number of one manager's is listed.
    let manager: String?

    init(_ listing: Listing, _ list: List, isFirst: Bool, managers: [ID<Worker>: String], _ law: Law) {
        self.list = list
        total = listing.total
        next = listing.next
        self.isFirst = isFirst
        if case .supervised(_, let id?, _) = list { manager = managers[id] } else { manager = nil }
        lines = listing.rows.map { listed in
            let card = listed.card
            let reckoning = law.office.reckoning
            let dues = card.triggers.filter(\.isOpen).compactMap { trigger -> (at: Date, isOthers: Bool)? in
                guard let rule = law.rulebook[trigger.rule] else { return nil }
                return rule.due(trigger, reckoning).map { ($0, rule.bound == .others) }
            }
            return Line(
                path: listed.sight == .open ? .record(card.kind, card.record) : nil,
                title: card.title, code: listed.code, card: card,
                manager: card.manager.flatMap { managers[$0] } ?? "",
                due: dues.min { $0.at < $1.at }, supervised: listed.supervised)
        }
    }

    /// What is asked of them; nil where it is not who supervises that asks.
    var concern: Concern? { if case .supervised(let concern, _, _) = list { concern } else { nil } }
}

struct CasesView {
    let frame: Frame
    let model: CasesModel
    private var words: Words { frame.words }

    var html: HTML {
        Layout(frame: frame).page(
            title,
            """
            \(model.concern == nil ? nil : up)
            <div class="head"><h1>\(title)</h1></div>
            \(model.concern == nil ? chips : count)
            \(model.lines.isEmpty ? empty : table)
            \(model.list == .closed ? voided : nil)
            """)
    }

    private var title: String {
        guard let concern = model.concern else { return words["cases.title"] }
        let name = words("concern.\(concern.rawValue)", ["n": "\(Int(Concern.quietAfter / 86_400))"])
        return model.manager.map { "\(name): \($0)" } ?? name
    }

    private var up: HTML {
        #"<a class="up" href="\#(Path.supervision)">\#(Icon.back.html)\#(words["supervision.title"])</a>"#
    }

    private var count: HTML { #"<p class="meta">\#(words("supervision.cases", ["n": "\(model.total)"]))</p>"# }

    private var chips: HTML {
        """
        <ul class="chips">
        \(chip(.cases(own: true), .cases(own: true), "cases.own"))
        \(chip(.cases(own: false), .cases(own: false), "cases.all"))
        \(chip(.closed, .closedCases, "cases.closed"))
        </ul>
        """
    }

    private var voided: HTML { #"<p class="meta"><a href="\#(Path.voided)">\#(words["voided.title"])</a></p>"# }

    private func chip(_ list: List, _ path: Path, _ key: String) -> HTML {
        let current: HTML? = model.list == list ? #" aria-current="page""# : nil
        let count: HTML? = model.list == list ? #" <span class="chip-count">\#(model.total)</span>"# : nil
        return #"<li><a class="chip" href="\#(path)"\#(current)>\#(words[key])\#(count)</a></li>"#
    }

    /// Who manages them is a column where that is not always the reader: who approves has the cases of who left, too.
    private var hasManagers: Bool { model.lines.contains { $0.card.manager != frame.worker?.id } }

    private var table: HTML {
        let heads =
            ["cases.case", "cases.risk", "cases.form", "cases.district"] + (hasManagers ? ["cases.manager"] : [])
            + ["cases.due"]
        return """
            <div class="card">
            <table class="table table-cases">
            <thead><tr>\(each: heads.map { #"<th scope="col">\#(words[$0])</th>"# })</tr></thead>
            <tbody>\(each: model.lines.map(row))</tbody>
            </table>
            \(ListPages(frame: frame, shown: model.lines.count, total: model.total, next: model.next, isFirst: model.isFirst).html)
            </div>
            """
    }

    private func row(_ line: CasesModel.Line) -> HTML {
        let codes = line.card.codes
        let name: HTML =
            line.path.map { #"<a href="\#($0)"><b>\#(words.title(line.title))</b></a>"# }
            ?? #"<span class="meta">\#(words["cases.ask-manager"])</span>"#
        let stub =
            line.path != nil
            ? nil
            : StubLinks(frame: frame, kind: line.card.kind, record: line.card.record, code: line.code).html
        let risk = line.card.risk.map { RiskTag(words: words, risk: $0).plain }
        let status = (line.path == nil ? line.supervised?.status : line.card.status).map { status -> HTML in
            #"<span class="meta">\#(words.code("status", status.rawValue))</span>"#
        }
        let manager: HTML? = hasManagers ? #"<td class="case-manager">\#(line.manager)</td>"# : nil
        return """
            <tr>
            <td class="case-who">\(name)<span class="case-code"><span class="code">\(line.code)</span> \(who(line.card))</span>\(RestrictedTag(words: words, card: line.card).html)\(model.concern == nil ? nil : handOn(line))\(stub)</td>
            <td class="case-risk">\(risk)</td>
            <td class="case-form">\(forms(line.card))\(status)</td>
            <td class="case-district">\(codes["district"].map { words.code(District.list, $0) } ?? "")</td>
            \(manager)
            <td class="case-due">\(
                line.due.map { Deadline($0.at, frame.when, isOthers: $0.isOthers).short })\(line.supervised.map(supervised))</td>
            </tr>
            """
    }

    /// From a number to whoever takes the case on, in two steps.
    private func handOn(_ line: CasesModel.Line) -> HTML {
        """
        <span class="stub-links"><a href="\(Path.acting(line.card.kind, line.card.record, AssignManager.name))">\
        \(words["\(AssignManager.name).title"])<span class="unseen"> \(line.code)</span></a></span>
        """
    }

    /// That something is late and for how long, not what: the rule would tell what happened.
    private func supervised(_ supervised: Supervised) -> HTML {
        let late = supervised.late.map { late -> HTML in
            #"<span class="late">\#(words["supervision.stub-late"])</span> <span class="meta">\#(lateness(late))</span>"#
        }
        let quiet: HTML? =
            supervised.isQuiet
            ? #" <span class="meta">\#(words("supervision.stub-quiet", ["n": "\(Int(Concern.quietAfter / 86_400))"]))</span>"#
            : nil
        return "\(late)\(quiet)"
    }

    private func lateness(_ late: Lateness) -> String {
        late.hours.map { frame.when.lateness($0) } ?? words["deadline.unknown"]
    }

    /// Age and sex of the client whose name stands for the case.
    private func who(_ card: Card) -> HTML? {
        let client = card.people.first { $0.name == card.title }
        let facts = [
            client?.age(on: Day(frame.when.now)).map { words("form.years", ["n": "\($0)"]) },
            client?.sex.map { words.code(Sex.list, $0.rawValue).lowercased() },
        ].compactMap { $0 }
        return facts.isEmpty ? nil : "· \(facts.joined(separator: ", "))"
    }

    private func forms(_ card: Card) -> HTML? {
        let forms = (card.codes["forms"] ?? "").split(separator: " ").map { words.code(ViolenceForm.list, String($0)) }
        return forms.isEmpty ? nil : "<span>\(forms.joined(separator: ", "))</span> "
    }

    private var emptyText: HTML {
        "<p>\(words[frame.path == .closedCases ? "cases.closed-text" : "cases.empty-text"])</p>"
    }

    private var empty: HTML {
        """
        <div class="card empty">\(Icon.folder.html)\
        <h2>\(words[model.concern == nil ? "cases.empty" : "supervision.no-cases"])</h2>
        \(model.concern == nil ? emptyText : nil)</div>
        """
    }
}
