import Casework
import Desk
import Hummingbird

extension Site {
    private static let voidedOnAPage = 50

    func voidedPage(_ visit: Visit) async throws -> Response {
        let listing = try await workspace.desk.list(
            .voided, by: try visit.worker(), PageOfList(after: visit.after, limit: Self.voidedOnAPage))
        let view = VoidedView(frame: try await frame(visit), listing: listing, isFirst: visit.after == nil)
        return .page(view.html)
    }
}

/// What was taken out of all other lists, for who may open it still: to read why, or to have it erased.
struct VoidedView {
    let frame: Frame
    let listing: Listing
    let isFirst: Bool
    private var words: Words { frame.words }

    var html: HTML {
        Layout(frame: frame).page(
            words["voided.title"],
            """
            <h1>\(words["voided.title"])</h1>
            <p class="meta">\(words["voided.text"])</p>
            \(listing.rows.isEmpty ? empty : list)
            """)
    }

    private var list: HTML {
        let pages = ListPages(
            frame: frame, shown: listing.rows.count, total: listing.total, next: listing.next, isFirst: isFirst)
        return """
            <section class="card results" aria-labelledby="voided">
            <h2 class="list-note" id="voided">\(words["voided.order"])</h2>
            <ul class="rows">\(each: listing.rows.map { RecordRow(frame: frame, listed: $0).html })</ul>
            \(pages.html)
            </section>
            """
    }

    private var empty: HTML {
        """
        <div class="card empty">\(Icon.folder.html)<h2>\(words["voided.empty"])</h2></div>
        """
    }
}
