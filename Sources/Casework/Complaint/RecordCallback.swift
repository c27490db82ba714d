/// Records that somebody tried to call back.
package struct RecordCallback: Entailing, Hashable {
    package static let name: ActionName = "record-callback"
    package static let duty: Duty? = .takeComplaints

    package var outcome: CallbackOutcome
    /// The number that was called; nil where it is the complaint's.
    package var phone: Phone?
    package var note: LongText?
    /// When it was tried, if not now.
    package var at: Moment?

    package init(outcome: CallbackOutcome, phone: Phone? = nil, note: LongText? = nil, at: Moment? = nil) {
        self.outcome = outcome
        self.phone = phone
        self.note = note
        self.at = at
    }

    /// Two attempts never contradict each other.
    package var topic: Topic? { nil }

    package var happened: Moment? { at }

    /// The number as it stands when the form is opened: it may be another one by the time that it is sent.
    package static func suggestion(for complaint: Complaint) throws -> Posted? {
        guard let phone = complaint.contact.callable else { return nil }
        return try FormWriter.answers(of: Self(outcome: .answered, phone: phone)).without(CodingKeys.outcome)
    }

    package func faults(_ complaint: Complaint, _ context: Context) -> [Fault] {
        context.ahead(CodingKeys.at, at) + context.before(complaint.at, CodingKeys.at, at)
    }

    /// Whoever works on the case must not call that number either.
    package func entails(_ complaint: Complaint, _ stamp: Stamp) -> [Deed] {
        guard outcome == .unsafe, let file = complaint.caseFile, let phone = phone ?? complaint.contact.phone
        else { return [] }
        // Each time anew: the case may have trusted the number since.
        let (before, after) = (SafeContact(phone: phone), SafeContact(phone: phone, unsafePhones: [phone]))
        return [Deed(NoteSafeContact(before, after), on: file)]
    }

    package func apply(to complaint: inout Complaint, _ stamp: Stamp) { complaint.callBack(self) }
}

/// How an attempt to call back ended.
package enum CallbackOutcome: String, Choice {
    case answered
    case noAnswer = "no-answer"
    /// Somebody who must not know answered.
    case unsafe
    package static let list = "callback-outcome"
}
