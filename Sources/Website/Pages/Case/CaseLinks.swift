import Casework

/// What may be done from a part of the case's page, one below the other; nothing of it is printed.
struct CaseLinks {
    let words: Words
    let model: CaseModel

    func html(_ action: ActionName) -> HTML {
        #"<p class="off-paper"><a href="\#(model.path(action))">\#(words["\(action).title"])</a></p>"#
    }
}
