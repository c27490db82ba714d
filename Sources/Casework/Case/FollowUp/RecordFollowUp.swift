/// Records how the client is, after something was done.
package struct RecordFollowUp: Entailing, Hashable {
    package static let name: ActionName = "record-follow-up"
    package static let duty: Duty? = .manageCases

    package var way: FollowUpWay
    /// Whether the client is safe at this moment.
    package var safe: YesNo
    package var note: LongText
    /// When it was, if not now.
    package var at: Moment?
    package var next: Moment?
    /// A number at which the wrong person answered, whatever came of it; nil in entries of before it was asked.
    package var phone: Phone?

    package init(
        _ way: FollowUpWay, safe: YesNo, note: LongText, at: Moment? = nil, next: Moment? = nil, phone: Phone? = nil
    ) {
        self.way = way
        self.phone = phone
        self.safe = safe
        self.note = note
        self.at = at
        self.next = next
    }

    /// Two of them never contradict each other.
    package var topic: Topic? { nil }

    package var happened: Moment? { at }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        (way == .wrongPerson && phone == nil ? [Fault(CodingKeys.phone, .missing)] : [])
            + context.ahead(CodingKeys.at, at) + context.past(CodingKeys.next, next)
    }

    /// Who is not safe is assessed again.
    package func cautions(_ file: CaseFile, _ context: Context) -> [Caution] {
        safe == .no && file.risk != .high ? [Caution("not-safe")] : []
    }

    /// Whoever reads the complaints must not call that number either.
    package func entails(_ file: CaseFile, _ stamp: Stamp) -> [Deed] {
        guard let phone else { return [] }
        return file.complaints.map { Deed(NoteUnsafePhone(phone: phone), on: $0) }
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        file.followUps.append(self)
        if let phone { file.distrust(phone) }
        let when = at?.instant ?? stamp.instant
        let isReached = way != .notReached && way != .wrongPerson
        file.note(safe, isReached: isReached, at: when)
        if isReached {
            file.triggers.serve(at: when)
            file.triggers.keep(.appointment, at: when)
        }
        if let next { file.triggers.agree(.appointment, on: next.instant) }
    }
}

/// How the client was reached.
package enum FollowUpWay: String, Choice {
    case visit, phone, office
    case throughOthers = "through-others"
    case notReached = "not-reached"
    /// Somebody who must not know answered.
    case wrongPerson = "wrong-person"
    package static let list = "follow-up-way"
}
