import Casework
import Foundation

/// Beside the timeline: what is due, and what became of what was.
struct CaseDues {
    let frame: Frame
    let model: CaseModel
    private var words: Words { frame.words }

    var html: HTML? {
        guard !model.dues.isEmpty || model.may(ReportToPolice.name) else { return nil }
        let links = [ReportToPolice.name, RequestWaiver.name].filter { action in
            model.may(action) && (action != RequestWaiver.name || model.isWaivable)
        }
        let open = model.dues.filter(\.trigger.isOpen)
        let (shown, more) = (open.enumerated().filter(stays), open.enumerated().filter { !stays($0) })
        // What is over is in the history too: it takes no room from what is open.
        let over = model.dues.filter { !$0.trigger.isOpen }
        return """
            <section class="card" aria-labelledby="dues">
            <div class="card-body">
            <h2 id="dues">\(words["case.dues"])</h2>
            \(each: shown.map(\.element).map(due))
            \(folded("case.more-dues", more.map(\.element)))
            \(folded("case.own-done", over.filter { $0.rule.who == nil }))
            \(folded("case.others-done", over.filter { $0.rule.who != nil }))
            \(each: links.map(link))
            </div>
            </section>
            """
    }

    private func link(_ action: ActionName) -> HTML { CaseLinks(words: words, model: model).html(action) }

    /// So many open ones stand there at once: on a phone they stand above the box for a note.
    private static let most = 2

    /// What is late, or has an instant that nobody can reckon, is never folded away.
    private func stays(_ open: (offset: Int, element: CaseModel.DueLine)) -> Bool {
        open.offset < Self.most || (open.element.due.map { $0 <= frame.when.now } ?? true)
    }

    private func folded(_ key: String, _ lines: [CaseModel.DueLine]) -> HTML? {
        guard !lines.isEmpty else { return nil }
        return """
            <details class="event-version more-dues"><summary>\(words(key, ["n": "\(lines.count)"]))</summary>
            \(each: lines.map(due))
            </details>
            """
    }

    private func due(_ line: CaseModel.DueLine) -> HTML {
        """
        <div class="due">
        \(state(line))
        <p><b>\(line.sentence)</b></p>
        <p class="code">\(line.rule.bound.said(words, by: line.rule.basis, of: line.rule.who))</p>
        </div>
        """
    }

    private func state(_ line: CaseModel.DueLine) -> HTML {
        if let met = line.trigger.met { return self.met(line, at: met) }
        if let waived = line.trigger.waived { return closed(words["deadline.waived"], waived, "clock clock-ok") }
        return line.clock(frame)
    }

    private func met(_ line: CaseModel.DueLine, at met: Date) -> HTML {
        let took = met.timeIntervalSince(line.trigger.start)
        if line.rule.isDueAtOnce, took >= 60 {
            return closed(words("deadline.met-after", ["time": frame.when.duration(took)]), met, "clock")
        }
        return line.isLate(met)
            ? closed(words["deadline.met-late"], met, "clock clock-warn")
            : closed(words["deadline.met"], met, "clock clock-ok")
    }

    private func closed(_ title: String, _ instant: Date, _ look: HTML) -> HTML {
        #"<p class="\#(look)"><b>\#(title)</b> <span class="clock-note">\#(frame.when.short(instant))</span></p>"#
    }
}

extension CaseModel.DueLine {
    /// By when, and how long that is.
    func clock(_ frame: Frame) -> HTML {
        due.map { Deadline($0, frame.when, isOthers: rule.bound == .others).html } ?? Deadline.unknown(frame.words)
    }

    /// What was agreed for an hour is kept on its day.
    fileprivate func isLate(_ met: Date) -> Bool {
        guard let due, !rule.isDueAtOnce else { return false }
        return rule.bound == .agreed ? Day(met) > Day(due) : met > due
    }
}

extension Rule {
    /// Whether its time is over in the instant in which it begins: nobody can be that quick, so how long it took is what
    /// counts.
    fileprivate var isDueAtOnce: Bool { bound == .unit && unit == .hours && amount == 0 }
}
