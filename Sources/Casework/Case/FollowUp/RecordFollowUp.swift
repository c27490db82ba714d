/// Records how the client is, after something was done.
package struct RecordFollowUp: Entailing, Hashable {
    package static let name: ActionName = "record-follow-up"
    package static let duty: Duty? = .manageCases

    /// Whom it is about; nil in entries of before it was asked, which told it of all clients, and where nobody is named yet.
    package var client: ID<Person>?
    package var way: FollowUpWay
    /// Whether that client is safe at this moment.
    package var safe: YesNo
    package var note: LongText
    /// When it was, if not now.
    package var at: Moment?
    package var next: Moment?
    /// A number at which the wrong person answered, whatever came of it; nil in entries of before it was asked.
    package var phone: Phone?

    package init(
        _ way: FollowUpWay, of client: ID<Person>? = nil, safe: YesNo, note: LongText, at: Moment? = nil,
        next: Moment? = nil, phone: Phone? = nil
    ) {
        self.client = client
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
        // What others say is said of somebody: an entry that names nobody is older than that rule.
        (way == .throughOthers && client == nil
            ? [Fault(CodingKeys.client, .missing)] : file.whichClient(CodingKeys.client, client))
            + (way == .wrongPerson && phone == nil ? [Fault(CodingKeys.phone, .missing)] : [])
            + context.ahead(CodingKeys.at, at) + context.past(CodingKeys.next, next)
    }

    /// Who is not safe is assessed again.
    package func cautions(_ file: CaseFile, _ context: Context) -> [Caution] {
        let risk = client.map(file.risk(of:)) ?? file.risk
        return safe == .no && risk != .high ? [Caution("not-safe")] : []
    }

    /// Whoever reads the complaints must not call that number either.
    package func entails(_ file: CaseFile, _ stamp: Stamp) -> [Deed] {
        guard let phone else { return [] }
        return file.complaints.map { Deed(NoteUnsafePhone(phone: phone), on: $0) }
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        file.followUps.append(self)
        if let phone { file.findUnsafe(phone) }
        let when = at?.instant ?? stamp.instant
        file.changeSafety(of: client) { $0.note(safe, isReached: isReached, at: when) }
        if isReached {
            file.reach(client, at: when, serves: true)
            file.keepAppointments(with: client, at: when)
        }
        if let next { file.agree(with: client, on: next.instant, at: stamp.instant) }
    }

    /// Whether somebody was with the client, or spoke with them. Who only heard from others may have heard it from whoever
    /// does the harm; before it was asked whom it is about, that counted as reached.
    private var isReached: Bool {
        switch way {
        case .visit, .phone, .office: true
        case .throughOthers: client == nil
        case .notReached, .wrongPerson: false
        }
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
