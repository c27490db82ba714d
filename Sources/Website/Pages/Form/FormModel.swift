import Casework
import Foundation

/// One question and the action whose words it speaks.
struct Question: Hashable {
    let action: ActionName
    let field: Field
}

/// A form of any action: what is asked, what was typed, what is wrong.
struct FormModel {
    /// The action that it performs.
    let action: ActionName
    /// The action whose answers it asks for: another one when an entry is corrected.
    let questions: [Question]
    /// Where it is sent, and where one goes without sending it.
    let target: Path
    let up: Path
    /// The record that it is about; for an action that opens, one that is not there yet.
    let record: UUID
    /// The record's version that the worker sees; nil for one that is not there yet.
    var seen: Int?
    /// Makes sending it twice the same as once.
    var key: UUID
    /// What was typed, right or wrong.
    var typed = Posted()
    var faults: [Fault] = []
    /// Sentences to tick before it can be sent again, and those that were ticked.
    var cautions: [Caution] = []
    var ticked: Set<String> = []
    var refusal: Refusal?
    /// What stands in the way: why it was not done, or, before it is sent, what no answer would change.
    var obstacles: [Obstacle] = []
    /// Whether what was typed is kept meanwhile.
    var isKept = false
    /// What others did on the same topic meanwhile.
    var conflict: ConflictModel?
    /// The rows to show of each field that has rows; one more than what was typed when somebody asked for it.
    var moreRows: Set<String> = []
    /// What may be chosen where only the page knows: workers, records, dues; by question.
    var options: [String: [Option]] = [:]
    /// What to choose from before anything is asked, with the addresses.
    var choices: [Option] = []
    /// Whose file it is about.
    var identity: Identity?
    /// How to reach who a complaint is about, where somebody is about to call them.
    var contact: SafeContact?
    /// What complaints told of several clients without saying of which, where one of them is said anew; and who told it.
    var contactOfNobody: (contact: SafeContact, teller: String?)?
    /// What it is called, where that is not the action's own title.
    var heading: String?
    /// What it changes, where that was chosen first: told on the page only, not in its title.
    var chosen: String?
    /// What it decides or takes back.
    var decided: Decided?
    /// What is worth knowing before it is filled in.
    var notice: String?
    /// The words of the complaint that it is about.
    var quote: String?
    /// The same form, that the worker left before.
    var left: LeftForm?
    /// Whether who sends it shows once more what they sign in with, and what they are asked.
    var needsProof = false
    var proof: FactorFields?
    /// It comes back from a draft.
    var isRestored = false

    /// The hidden names that belong to the page, not to the action.
    static let ownNames: Set<String> = FactorFields.names.union([
        "record", "key", "seen", "ticked", "add", "remove",
    ])

    /// Nobody fills it in to hear at its end that it could not be; what was typed already is shown all the same.
    var isAsked: Bool { obstacles.isEmpty || refusal != nil || isRestored }

    func fault(_ name: String) -> Fault? { faults.first { $0.field == name } }

    /// The rows of a field that are shown: those that were typed, and an empty one when there is none or one is wanted.
    func rows(_ name: String) -> [Int] {
        let typed = typed.rows(of: name)
        return typed.isEmpty || moreRows.contains(name) ? typed + [(typed.last ?? -1) + 1] : typed
    }
}

/// Something that stands in the way of an action.
struct Obstacle: Hashable {
    /// What is still due, where that is it.
    let due: String?
    let sentence: String
    /// Where that is taken out of the way, if the worker may.
    let remedy: Path?
}

/// Something that may be chosen.
struct Option: Hashable {
    let value: String
    let label: String
}

/// Two versions of the same answers, side by side.
struct ConflictModel {
    struct Theirs {
        let author: String
        let instant: Date
        let answers: [AnswerLine]
    }
    let theirs: [Theirs]
    let mine: [AnswerLine]
    /// Whether the reader recorded the other one too, in another window.
    let isReader: Bool
}

/// A form as it came back.
struct SentForm {
    let record: UUID
    var key: UUID
    var seen: Int?
    let ticked: Set<String>
    let answers: Posted
    /// The rows field to which a row is added, or the row that is taken out, instead of sending the form.
    let add: String?
    let remove: String?

    /// Nil when it lacks what every form of ours carries.
    init?(_ posted: Posted) {
        guard let record = posted.first("record").flatMap({ UUID(text: $0) }),
            let key = posted.first("key").flatMap({ UUID(text: $0) })
        else { return nil }
        self.record = record
        self.key = key
        seen = posted.first("seen").flatMap(Int.init)
        ticked = Set(posted["ticked"])
        add = posted.first("add")
        remove = posted.first("remove")
        answers = posted.without(FormModel.ownNames)
    }
}
