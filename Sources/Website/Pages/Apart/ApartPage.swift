import Casework
import Desk
import Hummingbird

/// What is in no other list, by the key of its words.
enum Apart: String, CaseIterable {
    /// What was voided, for who may open it still: to read why, or to have it erased.
    case voided
    /// The complaints that became no case: whoever decides for the office reads what one person alone may have ended.
    case ended

    var list: List {
        switch self {
        case .voided: .voided
        case .ended: .ended
        }
    }
}

extension Site {
    func apartPage(_ apart: Apart, _ visit: Visit) async throws -> Response {
        let after = visit.after.flatMap { workspace.desk.cursor($0, in: apart.list) }
        let listing = try await workspace.desk.list(
            apart.list, by: try visit.worker(), PageOfList(after: after, limit: List.usual))
        let frame = try await frame(visit)
        return .page(ApartView(frame: frame, apart: apart, listing: listing, isFirst: after == nil).html)
    }
}

struct ApartView {
    let frame: Frame
    let apart: Apart
    let listing: Listing
    let isFirst: Bool
    private var words: Words { frame.words }

    var html: HTML {
        let title = words["\(apart.rawValue).title"]
        return Layout(frame: frame).page(
            title,
            """
            <h1>\(title)</h1>
            <p class="meta">\(words["\(apart.rawValue).text"])</p>
            \(listing.rows.isEmpty ? empty : list)
            """)
    }

    private var list: HTML {
        let pages = ListPages(
            frame: frame, shown: listing.rows.count, total: listing.total, next: listing.next, isFirst: isFirst)
        return """
            <section class="card results" aria-labelledby="apart">
            <h2 class="list-note" id="apart">\(words["\(apart.rawValue).order"])</h2>
            <ul class="rows">\(each: listing.rows.map { RecordRow(frame: frame, listed: $0, outcome: outcome($0)).html })</ul>
            \(pages.html)
            </section>
            """
    }

    /// How a complaint ended; one that was brought in from a register has no triage of ours.
    private func outcome(_ listed: Listed) -> String? {
        guard apart == .ended else { return nil }
        return listed.card.codes["decision"].map { words.code(TriageDecision.list, $0) } ?? words["case.brought"]
    }

    private var empty: HTML {
        #"<div class="card empty">\#(Icon.folder.html)<h2>\#(words["\(apart.rawValue).empty"])</h2></div>"#
    }
}
