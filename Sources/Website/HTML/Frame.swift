import Casework
import Desk

/// What every page needs to know of its visit. A class, since each part of a page has it: copies would be most of the
/// work.
final class Frame: Sendable {
    let words: Words
    let when: When
    let path: Path
    /// Nil for a browser that has not signed in.
    let worker: Worker?
    /// The token that each form carries; nil where the browser has no secret yet.
    let formToken: String?
    /// How many complaints nobody has triaged.
    let inbox: Int?
    /// What the form before this page did.
    let done: Done?

    init(
        words: Words, when: When, path: Path, worker: Worker?, formToken: String?, inbox: Int? = nil,
        done: Done? = nil
    ) {
        self.words = words
        self.when = when
        self.path = path
        self.worker = worker
        self.formToken = formToken
        self.inbox = inbox
        self.done = done
    }

    var isStaff: Bool { worker != nil }

    func may(_ duty: Duty) -> Bool { worker?.duties.contains(duty) ?? false }

    /// Whether there is anything of casework for this reader.
    var isCasework: Bool { may(any: Policy.casework) }

    func may(any duties: Set<Duty>) -> Bool { !(worker?.duties.isDisjoint(with: duties) ?? true) }

    var token: HTML? { formToken.map { #"<input type="hidden" name="\#(ForgeryGuard.field)" value="\#($0)">"# } }
}
