import Casework
import Foundation

/// What police, prosecutor, court and LPSK did: the orders that are in force, and below them what happened, the newest
/// first.
struct CaseProceedings {
    let frame: Frame
    let model: CaseModel
    private var words: Words { frame.words }
    private var file: CaseFile { model.file }
    private var section: CaseSections { CaseSections(frame: frame, model: model) }

    var rows: [HTML] { orders.map(row) + file.proceedings.reversed().compactMap(row) }

    /// Beside the client's name: whoever opens the case sees that somebody is protected, and until when.
    var tags: [HTML] {
        orders.map { order in
            let told = words(
                "case.order-short",
                ["order": words[order.kind.title], "day": frame.when.day(order.until.end)])
            return #"<span class="tag tag-ok">\#(Icon.check.html)\#(told)</span> "#
        }
    }

    private var orders: [CourtOrder] { file.orders(inForceOn: Day(frame.when.now)) }

    private func row(_ order: CourtOrder) -> HTML {
        let until = words("case.order-until", ["day": frame.when.day(order.until.end)])
        return section.row(
            words[order.kind.title],
            [name(order.client), words("case.order-since", ["day": frame.when.day(order.since.end)])],
            tag: #"<span class="tag tag-ok">\#(until)</span>"#)
    }

    private func row(_ step: LegalStep) -> HTML? {
        switch step.what {
        case .report(let told):
            section.row(
                words["\(ReportToPolice.name).done"], [frame.when.day(step.at), told.unit.text, told.number?.text])
        case .proceeding(let told):
            section.row(
                words.code(ProceedingEvent.list, told.event.rawValue),
                [
                    name(step.client), frame.when.day(step.at), told.body?.text, told.number?.text,
                    told.until.map { line("until", frame.when.day($0.end)) },
                    told.next.map { line("next", frame.when.dayAndTime($0.instant)) },
                ], told.note?.text)
        case .service: nil
        }
    }

    private func line(_ question: String, _ value: String) -> String {
        AnswerLine(label: words.label(RecordProceeding.name, question), value: value).sentence
    }

    /// Where there are several.
    private func name(_ client: ID<Person>?) -> String? {
        file.clients.count > 1 ? client.map(model.labels.person) : nil
    }
}

extension CourtOrder.Kind {
    fileprivate var title: String {
        switch self {
        case .protection: "case.protection-order"
        case .restriction: "case.restriction-order"
        }
    }
}
