import Casework

/// Risk as a word and a shape, never by colour alone.
struct RiskTag {
    let words: Words
    let risk: Risk

    var html: HTML {
        #"<span class="tag \#(look)"><span class="symbol" aria-hidden="true">\#(symbol)</span>\#(text)</span>"#
    }

    /// In a column that says what it is.
    var plain: HTML {
        let word = words.code(Risk.list, risk.rawValue)
        return """
            <span class="risk-\(risk.rawValue)"><span class="symbol" aria-hidden="true">\(symbol)</span> \
            \(word.prefix(1).uppercased() + word.dropFirst())</span>
            """
    }

    private var text: String { words("case.risk", ["risk": words.code(Risk.list, risk.rawValue)]) }

    private var symbol: String {
        switch risk {
        case .high: "▲"
        case .medium: "◆"
        case .low: "●"
        }
    }

    private var look: HTML {
        switch risk {
        case .high: "tag-risk-high"
        case .medium: "tag-risk-medium"
        case .low: "tag-risk-low"
        }
    }
}
