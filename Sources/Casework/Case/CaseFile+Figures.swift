import Foundation

/// What figures count of a case: no name, no place smaller than a district, no day.
extension CaseFile {
    /// The complaint's, or where an incident happened.
    var district: District? { opening?.district ?? incidents.compactMap(\.district).first }

    var victims: [Victim] {
        clients.map { client in
            let given = given(to: client.id)
            return Victim(
                sex: client.sex, age: age(of: client), forms: forms(of: client.id), places: places(of: client.id),
                domestic: told(\.domestic, \.domestic, of: client.id),
                bullying: told(\.bullying, \.bullying, of: client.id),
                online: told(\.online, \.online, of: client.id), services: given,
                isServed: given.contains { $0 != .intake } || isServedElsewhere(client.id),
                background: background(of: client))
        }
    }

    var allegedPeople: [Alleged] {
        let clients = Set(clients.map(\.id))
        return alleged.map { person in
            let theirs = incidents(against: person)
            let related = relations.last { $0.person == person.id && clients.contains($0.other) }?.relation
            return Alleged(
                sex: person.sex, age: person.age(on: happened(theirs)), relation: person.relation ?? related,
                background: person.background)
        }
    }

    private func incidents(of client: ID<Person>) -> [RecordIncident] {
        incidents.filter { $0.harms.contains { $0.client == client } }
    }

    /// Where it happened to one client: what incidents say of this one, or else what the complaint said of the case.
    private func places(of client: ID<Person>) -> [IncidentPlace] {
        let told = Set(incidents(of: client).map(\.place))
        guard told.isEmpty else { return IncidentPlace.allCases.filter(told.contains) }
        return isComplained(client) ? [opening?.place].compactMap { $0 } : []
    }

    /// What incidents say of this client, of which one yes is enough, or else what triage said of the case.
    private func told(
        _ ofIncident: KeyPath<RecordIncident, YesNo?>, _ ofOpening: KeyPath<OpenCase, YesNo?>, of client: ID<Person>
    ) -> YesNo? {
        let told = incidents(of: client).compactMap { $0[keyPath: ofIncident] }
        if let known = [YesNo.yes, .no].first(where: told.contains) { return known }
        return isComplained(client) ? opening?[keyPath: ofOpening] : nil
    }

    /// One for each time. A mediation that was held is one for each client who agreed to it; whoever recorded it as a service
    /// too did not give another.
    private func given(to client: ID<Person>) -> [Service] {
        let recorded = services.filter { $0.client == client }.map(\.service)
        let agrees = consents.contains { consent in
            consent.told.client == client && consent.told.purpose == .mediation && consent.told.decision == .given
        }
        guard agrees else { return recorded }
        let held = mediations.filter { $0.outcome.map { $0.outcome != .notHeld } ?? false }.count
        let missing = held - recorded.count { $0 == .mediation }
        return recorded + Array(repeating: .mediation, count: max(missing, 0))
    }

    /// An incident tells of one client only whether there is a disability; of several it does not say whose.
    private func background(of client: Person) -> Background {
        let told = incidents(of: client.id).filter { $0.harms.count == 1 }.compactMap(\.disability)
        var known = client.background
        known.disability =
            known.disability ?? (told.contains(.yes) ? .unspecified : told.contains(.no) ? .absent : nil)
        return known
    }

    /// A partner gave what it was asked for.
    private func isServedElsewhere(_ client: ID<Person>) -> Bool {
        referrals.contains { $0.asked.client == client && $0.outcome?.outcome == .served }
    }

    /// Whether the complaint was about this client, as far as it named anybody.
    private func isComplained(_ client: ID<Person>) -> Bool { complained.contains(client) || complained.isEmpty }
}
