import Casework
import Desk
import Hummingbird

extension Site {
    func voidedPage(_ visit: Visit) async throws -> Response {
        let listing = try await workspace.desk.list(.voided, by: try visit.worker())
        return .page(VoidedView(frame: try await frame(visit), listing: listing).html)
    }
}

/// What was taken out of all other lists, for who may open it still: to read why, or to have it erased.
struct VoidedView {
    let frame: Frame
    let listing: Listing
    private var words: Words { frame.words }

    var html: HTML {
        Layout(frame: frame).page(
            words["voided.title"],
            """
            <h1>\(words["voided.title"])</h1>
            \(listing.rows.isEmpty ? empty : list)
            """)
    }

    private var list: HTML {
        let counts: KeyValuePairs = ["shown": "\(listing.rows.count)", "total": "\(listing.total)"]
        let more: HTML? =
            listing.total > listing.rows.count ? #"<p class="list-note">\#(words("list.more", counts))</p>"# : nil
        return """
            <section class="card results" aria-labelledby="voided">
            <h2 class="list-note" id="voided">\(words["voided.text"])</h2>
            <ul class="rows">\(each: listing.rows.map { RecordRow(frame: frame, listed: $0).html })</ul>
            \(more)
            </section>
            """
    }

    private var empty: HTML {
        """
        <div class="card empty">\(Icon.folder.html)<h2>\(words["voided.empty"])</h2>
        <p>\(words["voided.text"])</p></div>
        """
    }
}
