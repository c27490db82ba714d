import Casework
import Desk
import Hummingbird

extension Site {
    private static let endedOnAPage = 50

    func endedPage(_ visit: Visit) async throws -> Response {
        let listing = try await workspace.desk.list(
            .ended, by: try visit.worker(), PageOfList(after: visit.after, limit: Self.endedOnAPage))
        let view = EndedView(frame: try await frame(visit), listing: listing, isFirst: visit.after == nil)
        return .page(view.html)
    }
}

/// The complaints that became no case: whoever decides for the office reads what one person alone may have ended.
struct EndedView {
    let frame: Frame
    let listing: Listing
    let isFirst: Bool
    private var words: Words { frame.words }

    var html: HTML {
        Layout(frame: frame).page(
            words["ended.title"],
            """
            <h1>\(words["ended.title"])</h1>
            <p class="meta">\(words["ended.text"])</p>
            \(listing.rows.isEmpty ? empty : list)
            """)
    }

    private var list: HTML {
        let pages = ListPages(
            frame: frame, shown: listing.rows.count, total: listing.total, next: listing.next, isFirst: isFirst)
        return """
            <section class="card results" aria-labelledby="ended">
            <h2 class="list-note" id="ended">\(words["ended.order"])</h2>
            <ul class="rows">\(each: listing.rows.map(row))</ul>
            \(pages.html)
            </section>
            """
    }

    /// One that was brought in from a register has no triage of ours.
    private func row(_ listed: Listed) -> HTML {
        let decision = listed.card.codes["decision"].map { words.code(TriageDecision.list, $0) }
        return RecordRow(frame: frame, listed: listed, outcome: decision ?? words["case.brought"]).html
    }

    private var empty: HTML {
        #"<div class="card empty">\#(Icon.folder.html)<h2>\#(words["ended.empty"])</h2></div>"#
    }
}
