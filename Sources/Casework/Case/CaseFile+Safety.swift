package import Foundation

/// What is known of one client's safety (`docs/adr/0022-the-safety-of-each-client.md`).
struct Safety: Hashable, Sendable {
    /// Since when it is known that they are not safe; nil once somebody saw them safe, or assessed them.
    var unsafeSince: Date?
    /// Whether a review, a reopening or their being in danger asked for an assessment that has not been made yet.
    var needsAssessment = false

    /// - Parameter isReached: whether somebody saw it, and did not only hear of it.
    mutating func note(_ safe: YesNo, isReached: Bool, at when: Date) {
        if safe == .no {
            needsAssessment = true
            unsafeSince = max(unsafeSince ?? when, when)
        } else if isReached, safe == .yes, unsafeSince.map({ when >= $0 }) ?? false {
            unsafeSince = nil
        }
    }
}

extension Trigger {
    /// Whether somebody in danger was not served yet.
    fileprivate func isDanger(of somebody: UUID) -> Bool { rule == .serveAtOnce && isOpen && about == somebody }
}

extension CaseFile {
    /// Since when it is known that a client is not safe.
    package func unsafeSince(_ client: ID<Person>) -> Date? { safety(of: client).unsafeSince }

    /// Whether a client is to be assessed: for the first time, or anew.
    package func isToAssess(_ client: ID<Person>) -> Bool {
        safety(of: client).needsAssessment || !assessments.contains { $0.told.client == client }
    }

    /// The clients of whom it is known that they are not safe now; in a closed case that is nobody's to say.
    package var unsafeClients: [Person] { isClosed ? [] : clients.filter { unsafeSince($0.id) != nil } }

    /// Also where nobody knows yet whose danger it is.
    package var isUnsafe: Bool { !unsafeClients.isEmpty || !isClosed && clients.isEmpty && unnamed.unsafeSince != nil }

    /// Whether an assessment that was asked for has not been made of one of them.
    package var needsAssessment: Bool {
        clients.isEmpty ? unnamed.needsAssessment : clients.contains { safety(of: $0.id).needsAssessment }
    }

    private func safety(of client: ID<Person>) -> Safety { safeties[client] ?? unnamed }

    /// Something was told of one client's safety; without a name, of the safety of each whom the file knows by now.
    mutating func changeSafety(of client: ID<Person>?, _ change: (inout Safety) -> Void) {
        guard !clients.isEmpty else { return change(&unnamed) }
        // What was told before anybody was named is told of those whom the file names now, and of nobody later.
        for other in clients.map(\.id) where safeties[other] == nil { safeties[other] = unnamed }
        unnamed = Safety()
        for other in clients.map(\.id) where client == nil || client == other {
            change(&safeties[other, default: Safety()])
        }
    }

    /// Somebody is in danger: each client is served for themselves, as is each of whom the complaint only tells
    /// (``settleTold()``). Where neither the file nor the complaint names anybody, whoever is served is it.
    /// - Parameter each: nil in entries of before clients were served apart: any service to anybody meets it.
    mutating func mustServe(from start: Date, by complaint: ID<Complaint>, each: YesNo?) {
        let isOfNobody = each != .yes || clients.isEmpty && harmed(by: complaint).isEmpty
        let who = isOfNobody ? [complaint.value] : clients.map(\.id.value)
        triggers += who.map { Trigger(.serveAtOnce, from: start, about: $0) }
    }

    /// Whether somebody of whom a complaint tells is in danger, and nobody was with them yet.
    package func isInDanger(_ told: ID<ToldPerson>) -> Bool { triggers.contains { $0.isDanger(of: told.value) } }

    /// Whether a client is in danger, as a complaint said, and nobody was with them yet.
    func isInDanger(_ client: ID<Person>) -> Bool { triggers.contains { $0.isDanger(of: client.value) } }

    /// The triggers, each that is about one of several people with their name, and each about somebody who is only told of.
    package var namedTriggers: [Trigger] {
        let told = toldPeople.map { ($0.id.value, $0.who.text) }
        let clients = clients.count + told.count > 1 ? clients.map { ($0.id.value, $0.name.text) } : []
        let names = Dictionary(clients + told) { first, _ in first }
        return triggers.map { trigger in
            var trigger = trigger
            // An appointment with a partner is one with whom it was asked for.
            let referral = trigger.rule == .appointment ? referrals.first { $0.id.value == trigger.about } : nil
            let about = referral?.asked.client.value ?? trigger.about
            trigger.what = trigger.what ?? about.flatMap { names[$0] }
            return trigger
        }
    }

    /// How soon one client must be served: by their newest assessment, or else by what was told of them.
    package func risk(of client: ID<Person>) -> Risk? {
        let made = assessments.dropFirst(told.assessedBefore).enumerated().filter { $1.told.client == client }
        let newest = made.max { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }?.element.told.risk
        return newest ?? (told.of.contains(client) ? told.risk : nil)
    }
}
