import Casework

/// What stays on the screen: paper lies about, and is read by whoever finds it. A sentence stands there in its place.
struct OffPaper {
    let words: Words
    let content: HTML

    var html: HTML {
        #"<div class="off-paper">\#(content)</div><p class="on-paper">\#(words["contact.not-printed"])</p>"#
    }
}
