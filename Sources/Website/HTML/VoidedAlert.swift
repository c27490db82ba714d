import Casework

/// Says of a record that it was voided.
struct VoidedAlert {
    let words: Words
    /// The locale key of the sentence about this kind.
    let key: String

    var html: HTML {
        """
        <div class="alert alert-warn">\(Icon.ban.html)<div>
        <p class="alert-title">\(words[key])</p></div></div>
        """
    }
}
