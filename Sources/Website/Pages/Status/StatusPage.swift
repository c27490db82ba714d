import Casework
import Desk
import Foundation
import Hummingbird

extension Site {
    /// For who runs the office: whether its backups and its calendar are as they should be.
    func statusPage(_ visit: Visit) async throws -> Response {
        guard !(try visit.worker().duties.isDisjoint(with: Policy.ofTheOffice)) else { throw Trouble.notPermitted }
        let office = workspace.desk.law(in: try visit.worker().lane).office
        let view = StatusView(frame: try await frame(visit), health: try await health(), office: office)
        return .page(view.html)
    }

    func health() async throws -> Health {
        Health(
            kept: try workspace.kept(), signing: try await workspace.signing(),
            isErased: try await workspace.unfinishedErasures().isEmpty,
            isClockBehind: try await workspace.isClockBehind(workspace.now),
            machine: workspace.purpose == .office ? Health.Machine(room: workspace.room) : nil)
    }
}

/// Whether backups, signed heads and erasures work, and what they stand on.
struct Health {
    let kept: Kept
    let signing: Signing
    /// Whether everything is destroyed that was to be.
    let isErased: Bool
    /// Whether something is on record of a time that is still to come.
    let isClockBehind: Bool
    /// Nil for a demo, whose machine is somebody's own and whose data nobody keeps.
    let machine: Machine?

    struct Machine {
        let room: DiskRoom?
    }

    /// The locale keys of what is wrong.
    func troubles(_ now: Date) -> [String] {
        var keys: [String] = []
        if kept.isKept {
            // A backup that fails is late because it fails, and what was never made can't be tried.
            if kept.fails {
                keys.append("status-page.fails")
            } else if kept.isMadeTooLongAgo(now) {
                keys.append("status-page.made-late")
            }
            if kept.made != nil, kept.isTriedTooLongAgo(now) { keys.append("status-page.tried-late") }
            if kept.findsChanges { keys.append("status-page.tables-changed") }
        } else if machine != nil {
            keys.append("status-page.not-kept")
        }
        if machine?.room?.isScarce == true { keys.append("status-page.disk-full") }
        if isClockBehind { keys.append("status-page.clock-behind") }
        switch signing.trouble {
        case .rewritten: keys.append("status-page.heads-rewritten")
        case .fails: keys.append("status-page.heads-fails")
        case nil: break
        }
        return isErased ? keys : keys + ["status-page.erasure-fails"]
    }

    /// For the first page of whoever leads or runs the office: the status page is rarely looked at.
    func alert(_ frame: Frame) -> HTML? {
        let troubles = troubles(frame.when.now)
        guard !troubles.isEmpty else { return nil }
        let link: HTML? =
            frame.may(any: Policy.ofTheOffice)
            ? #"<p><a href="\#(Path.status)">\#(frame.words["status-page.title"])</a></p>"# : nil
        let sentences = troubles.map { "<p>\(frame.words[$0])</p>" as HTML }
        return """
            <div class="alert alert-danger" role="alert">\(Icon.warning.html)<div>\(each: sentences)\(link)</div></div>
            """
    }
}

/// What is well, and in red what is not, with what to do.
struct StatusView {
    let frame: Frame
    let health: Health
    let office: Office
    private var kept: Kept { health.kept }
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
            \(fact("status-page.made", kept.made, isLate: kept.isKept && (kept.fails || kept.isMadeTooLongAgo(now))))
            \(fact("status-page.tried", kept.tried, isLate: kept.isKept && kept.isTriedTooLongAgo(now)))
            \(fact("status-page.signed", health.signing.at, isLate: health.signing.trouble != nil))
            <div><dt>\(words["status-page.calendar"])</dt><dd>\(years)</dd></div>
            </dl>
            </div></div>
            """)
    }

    private var alerts: [HTML] {
        // Of a demo it is no trouble, and yet true.
        var sentences = kept.isKept || health.machine != nil ? [] : [words["status-page.not-kept"]]
        sentences += health.troubles(now).map { words[$0] }
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
