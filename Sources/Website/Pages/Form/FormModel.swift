import Casework
import Foundation

/// A form of any action: what is asked, what was typed, what is wrong.
struct FormModel {
    let action: ActionName
    let fields: [Field]
    /// What was typed, right or wrong.
    let typed: Posted
    let faults: [Fault]
    /// The record that it is about; for an action that opens, one that is not there yet.
    let record: UUID
    /// Makes sending it twice the same as once.
    let key: UUID

    /// The hidden names that belong to the page, not to the action.
    static let ownNames: Set<String> = ["record", "key"]

    /// An empty form.
    init<A: Action>(_ type: A.Type, record: ID<A.Subject>) throws {
        action = A.name
        fields = try FormReader.fields(of: type)
        typed = Posted()
        faults = []
        self.record = record.value
        key = UUID()
    }

    /// The same form again, with what is wrong.
    init<A: Action>(_ type: A.Type, _ sent: SentForm<A.Subject>, faults: [Fault]) throws {
        action = A.name
        fields = try FormReader.fields(of: type)
        typed = sent.answers
        self.faults = faults
        record = sent.record.value
        key = sent.key
    }

    func fault(_ field: Field) -> Fault? { faults.first { $0.field == field.name } }
}

/// A form as it came back.
struct SentForm<Subject: Record> {
    let record: ID<Subject>
    let key: UUID
    let answers: Posted

    /// Nil when it lacks what every form of ours carries.
    init?(_ posted: Posted) {
        guard let record = posted.first("record").flatMap({ ID<Subject>($0) }),
            let key = posted.first("key").flatMap({ UUID(uuidString: $0) })
        else { return nil }
        self.record = record
        self.key = key
        answers = posted.without(FormModel.ownNames)
    }
}
