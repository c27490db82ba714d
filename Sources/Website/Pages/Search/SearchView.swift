import Casework
import Desk

struct SearchModel {
    let text: String
    /// Nil before anything was searched for.
    let listing: Listing?
    var managers: [ID<Worker>: String] = [:]

    func manager(of listed: Listed) -> String? { listed.card.manager.flatMap { managers[$0] } }
}

struct SearchView {
    let frame: Frame
    let model: SearchModel
    private var words: Words { frame.words }

    var html: HTML {
        Layout(frame: frame).page(
            words["search.title"],
            """
            <h1>\(words["search.title"])</h1>
            <form class="search-line" role="search" aria-label="\(words["search.title"])" method="post" \
            action="\(Path.search)">\(frame.token)
            <div class="search">
            \(Icon.search.html)
            <label class="unseen" for="words">\(words["search.label"])</label>
            <input class="input" id="words" name="words" type="search" value="\(model.text)" \
            placeholder="\(words["search.label"])" autocomplete="off" maxlength="\(List.longestSearch)">
            </div>
            <button class="button">\(words["search.submit"])</button>
            </form>
            \(model.listing.map(results))
            """)
    }

    private func results(_ listing: Listing) -> HTML {
        let key = listing.total == 0 ? "search.none" : listing.total == 1 ? "search.one" : "search.many"
        let more: HTML? =
            listing.total > listing.rows.count
            ? #"<p class="list-note">\#(words("search.more", ["shown": "\(listing.rows.count)"]))</p>"# : nil
        return """
            <section class="card results" aria-labelledby="results">
            <h2 class="list-note" id="results">\(words(key, ["n": "\(listing.total)"]))</h2>
            <ul class="rows">\(each: listing.rows.map { RecordRow(frame: frame, listed: $0, manager: model.manager(of: $0)).html })</ul>
            \(more)
            </section>
            """
    }
}
