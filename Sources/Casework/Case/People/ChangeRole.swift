/// Says that somebody is something else in the case than was thought: who was told of as harmed only saw it, or a
/// neighbour was harmed too. Figures, consent and the bars of mediation hang on it, so it takes a reason; what it did is
/// done anew the other way round.
package struct ChangeRole: ChangingAction, Hashable {
    package static let name: ActionName = "change-role"
    package static let mending: MendingTraits = .final
    package static let duty: Duty? = .manageCases

    package var person: ID<Person>
    package var role: PersonRole
    package var reason: LongText

    package init(_ person: ID<Person>, to role: PersonRole, because reason: LongText) {
        self.person = person
        self.role = role
        self.reason = reason
    }

    package var topic: Topic? { Topic("role/\(person)") }

    package static var chosen: any CodingKey { CodingKeys.person }

    package static func suggestion(for file: CaseFile, choosing id: String, on today: Day) throws -> Posted? {
        guard let known = ID<Person>(id).flatMap(file.person) else { return nil }
        let answers = try FormWriter.answers(of: Self(known.id, to: known.role, because: ""))
        return answers.without(CodingKeys.reason)
    }

    package static func isOffered(on file: CaseFile) -> Bool { !file.people.isEmpty }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        file.person(person) == nil ? [Fault(CodingKeys.person, .notInList)] : []
    }

    package func check(_ file: CaseFile, _ context: Context) throws(Refusal) {
        guard let known = file.person(person) else { return }
        guard known.role != role else { throw Refusal("role-unchanged") }
        try file.checkRole(of: known)
    }

    package func cautions(_ file: CaseFile, _ context: Context) -> [Caution] {
        guard let known = file.person(person) else { return [] }
        let who = ["name": known.name.text]
        if role == .client { return [Caution("becomes-client", who)] }
        return known.role == .client ? [Caution("no-client-more", who)] : []
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        guard let place = file.people.firstIndex(where: { $0.id == person }) else { return }
        file.layAside(person, from: file.people[place].role, to: role)
        file.people[place].role = role
        file.weigh()
    }
}

extension CaseFile {
    /// What hangs on the role that somebody has, and keeps them from another one.
    func checkRole(of person: Person) throws(Refusal) {
        if person.role == .client {
            guard clients.count > 1 else { throw Refusal("last-client", remedy: AddPerson.name) }
            guard !isRecordedOf(person.id) else { throw Refusal("client-recorded") }
            guard !isInDanger(person.id) else { throw Refusal("client-in-danger", remedy: RequestWaiver.name) }
            guard unsafeSince(person.id) == nil else { throw Refusal("client-unsafe") }
        }
        let isAlleged = incidents.contains { ($0.alleged ?? []).contains { $0.person == person.id } }
        guard person.role != .alleged || !isAlleged else { throw Refusal("alleged-recorded") }
    }

    /// Who is no client waits for no first contact, and goes on waiting once they are one again.
    fileprivate mutating func layAside(_ person: ID<Person>, from old: PersonRole, to new: PersonRole) {
        if old == new { return }
        if old == .client {
            let waits = { (trigger: Trigger) in
                trigger.isOpen && trigger.about == person.value && RuleID.firstContacts.contains(trigger.rule)
            }
            laidAside[person, default: []] += triggers.filter(waits)
            triggers.removeAll(where: waits)
        } else if new == .client {
            for clock in laidAside.removeValue(forKey: person) ?? [] { wait(for: person, clock) }
        }
    }

    /// Whether something is on record that only a client has.
    fileprivate func isRecordedOf(_ client: ID<Person>) -> Bool {
        incidents.contains { $0.harms.contains { $0.client == client } }
            || consents.contains { $0.told.client == client } || services.contains { $0.client == client }
            || assessments.contains { $0.told.client == client } || screenings.contains { $0.told.client == client }
            || biopsychosocials.contains { $0.told.client == client }
            || referrals.contains { $0.asked.client == client } || followUps.contains { $0.client == client }
            || contacts[client] != nil
    }
}
