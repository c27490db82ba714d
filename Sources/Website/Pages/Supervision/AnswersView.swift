import Casework
import Desk
import Foundation

/// How soon the office answered what came in, against the standard.
struct AnswersView {
    let frame: Frame
    let figures: Supervision
    let law: Law
    private var words: Words { frame.words }

    var html: HTML {
        let answers = figures.answers.filter { !$0.isEmpty }
        return """
            <section class="card" aria-labelledby="answers">
            <div class="card-body">
            <h2 id="answers">\(finding)</h2>
            <p class="meta">\(words("supervision.answers-since", ["day": frame.when.day(figures.answersSince)]))</p>
            \(answers.isEmpty ? #"<p>\#(words["supervision.answers-none"])</p>"# : nil)
            </div>
            \(answers.isEmpty ? nil : table(answers))
            </section>
            """
    }

    /// What the standard sets a length of time to, of which most comes in.
    private var finding: String {
        let triage = figures.answers.first { $0.step == .triageOther }
        guard let triage, let share = triage.share else { return words["supervision.answers"] }
        return words(
            "supervision.answers-triage",
            ["share": "\(share)", "n": "\(triage.inTime)", "all": "\(triage.inTime + triage.late)"])
    }

    private func table(_ answers: [Answering]) -> HTML {
        let heads = ["supervision.median", "supervision.in-time"]
        return """
            <table class="table table-figures" aria-labelledby="answers">
            <thead><tr><th scope="col">\(words["supervision.step"])</th>\
            \(each: heads.map { #"<th scope="col" class="number">\#(words[$0])</th>"# })\
            \(each: parts.map { #"<th scope="col" class="number part">\#(words[$0])</th>"# })</tr></thead>
            <tbody>\(each: answers.map(row))</tbody>
            </table>
            <p class="list-note">\(words["supervision.answers-note"])</p>
            """
    }

    private var parts: [String] { ["supervision.done", "supervision.undone"] }

    private func row(_ answering: Answering) -> HTML {
        let median = answering.median.map { frame.when.duration($0) } ?? "–"
        let share = answering.share.map { "\($0)%" } ?? "–"
        return """
            <tr><th scope="row">\(words["supervision.step-\(answering.step.rawValue)"])\
            \(standard(answering.step).map { #"<span class="meta step-standard">\#($0)</span>"# as HTML })</th>\
            <td class="number">\(median)</td><td class="number">\(share)</td>\
            \(each: zip(parts, [answering.done, answering.waiting]).map { key, number in
                #"<td class="number part\#(number == 0 ? " part-none" : "")" data-label="\#(words[key])">\#(number)</td>"#
            })</tr>
            """
    }

    /// What the standard says, as the office has it now.
    private func standard(_ step: Answering.Step) -> String? {
        guard let rule = law.rulebook[step.standard] else { return nil }
        guard rule.isCorrectable else { return words["supervision.standard-at-once"] }
        let due = rule.due(Trigger(rule.id, from: figures.at), law.office.reckoning)
        return due.map {
            words("supervision.standard-within", ["time": frame.when.duration($0.timeIntervalSince(figures.at))])
        }
    }
}
