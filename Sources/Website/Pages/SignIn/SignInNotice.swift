import Casework
import Foundation
import Hummingbird

/// Why a sign-in goes no further.
enum SignInNotice {
    case wrong
    case wait(until: Date)

    /// Beside the fields.
    var attributes: HTML { #" aria-invalid="true" aria-describedby="wrong""# }

    /// - Parameter wrong: the locale key of the sentence for a wrong answer.
    func html(_ frame: Frame, wrong: String) -> HTML {
        let sentence =
            switch self {
            case .wrong: frame.words[wrong]
            case .wait(let until): frame.words("sign-in.wait", ["time": frame.when.time(until + 59)])
            }
        return """
            <div class="alert alert-danger" role="alert">\(Icon.warning.html)\
            <p class="alert-text" id="wrong">\(sentence)</p></div>
            """
    }
}

extension Response {
    static func page(_ html: HTML, notice: SignInNotice?) -> Response {
        switch notice {
        case nil: return .page(html)
        case .wrong: return .page(html, status: .unprocessableContent)
        case .wait: return .page(html, status: .tooManyRequests)
        }
    }
}
