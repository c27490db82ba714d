import Casework
import Desk

/// Where a list that is longer than a page goes on, and how much of it stands here; nothing for a shorter one.
struct ListPages {
    let frame: Frame
    let shown: Int
    let total: Int
    let next: Cursor?
    let isFirst: Bool
    private var words: Words { frame.words }

    var html: HTML? {
        guard next != nil || !isFirst else { return nil }
        let path = frame.path
        let start: HTML? =
            isFirst ? nil : #"<a class="button button-secondary" href="\#(path)">\#(words["list.start"])</a>"#
        let next = next.map { cursor -> HTML in
            #"<a class="button button-secondary" href="\#(path)?after=\#(cursor.description)">\#(words["list.next"])</a>"#
        }
        return """
            <nav class="pages list-note" aria-label="\(words["list.pages"])">
            <p class="meta">\(words("list.of", ["shown": "\(shown)", "total": "\(total)"]))</p>
            <div>\(start)\(next)</div></nav>
            """
    }
}
