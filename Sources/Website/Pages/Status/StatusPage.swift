import Casework
import Desk
import Foundation
import Hummingbird

extension Site {
    /// For who runs the office: whether its backups and its calendar are as they should be.
    func statusPage(_ visit: Visit) async throws -> Response {
        guard !(try visit.worker().duties.isDisjoint(with: Policy.ofTheOffice)) else { throw Trouble.notPermitted }
        let office = workspace.desk.law(in: try visit.worker().lane).office
        let view = StatusView(
            frame: try await frame(visit), kept: try await workspace.kept(),
            signing: try await workspace.signing(),
            isErased: try await workspace.unfinishedErasures().isEmpty, office: office)
        return .page(view.html)
    }
}

/// What is well, and in red what is not, with what to do.
struct StatusView {
    let frame: Frame
    let kept: Kept
    let signing: Signing
    /// Whether everything is destroyed that was to be.
    let isErased: Bool
    let office: Office
    private var words: Words { frame.words }
    private var now: Date { frame.when.now }

    var html: HTML {
        Layout(frame: frame).page(
            words["status-page.title"],
            """
            <a class="up" href="\(Path.office)">\(Icon.back.html)\(words["office.title"])</a>
            <div class="head"><h1>\(words["status-page.title"])</h1></div>
            <div class="card"><div class="card-body">
            \(each: alerts)
            \(each: ManyOpenedAlert(frame: frame, office: office).html)
            <dl class="facts">
            \(fact("status-page.made", kept.made, isLate: kept.isKept && kept.isMadeTooLongAgo(now)))
            \(fact("status-page.tried", kept.tried, isLate: kept.isKept && kept.isTriedTooLongAgo(now)))
            \(fact("status-page.signed", signing.at, isLate: signing.trouble != nil))
            <div><dt>\(words["status-page.calendar"])</dt><dd>\(years)</dd></div>
            </dl>
            </div></div>
            """)
    }

    private var alerts: [HTML] {
        var sentences: [String] = []
        if !kept.isKept {
            sentences.append(words["status-page.not-kept"])
        } else {
            if kept.fails { sentences.append(words["status-page.fails"]) }
            if kept.isMadeTooLongAgo(now) { sentences.append(words["status-page.made-late"]) }
            if kept.isTriedTooLongAgo(now) { sentences.append(words["status-page.tried-late"]) }
        }
        switch signing.trouble {
        case .rewritten: sentences.append(words["status-page.heads-rewritten"])
        case .fails: sentences.append(words["status-page.heads-fails"])
        case nil: break
        }
        if !isErased { sentences.append(words["status-page.erasure-fails"]) }
        sentences += office.missingYears(on: Day(now)).map { words("status-page.calendar-missing", ["year": "\($0)"]) }
        return sentences.map { sentence in
            #"<div class="alert alert-danger" role="alert">\#(Icon.warning.html)<div><p>\#(sentence)</p></div></div>"#
        }
    }

    private func fact(_ key: String, _ instant: Date?, isLate: Bool) -> HTML {
        let told = instant.map { "\(frame.when.full($0))" } ?? words["status-page.none"]
        let well: HTML? =
            isLate || instant == nil ? nil : #" <span class="tag tag-ok">\#(words["status-page.well"])</span>"#
        return "<div><dt>\(words[key])</dt><dd>\(told)\(well)</dd></div>"
    }

    private var years: String {
        let years = Set(office.holidays.keys.map(\.year)).sorted().map { "\($0)" }
        return years.isEmpty ? words["status-page.none"] : years.joined(separator: ", ")
    }
}
