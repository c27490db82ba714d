extension CaseFile {
    /// Whoever is in the case as alleged, or of whom an incident says so. Nobody is a perpetrator before a court says so.
    package var alleged: [Person] {
        let named = Set(incidents.flatMap { $0.alleged ?? [] }.map(\.person))
        return people.filter { $0.role == .alleged || named.contains($0.id) }
    }

    /// Whether somebody who is alleged may be who speaks for a client at home, or nobody said what they are.
    func mayBeAtHome(_ person: Person) -> Bool {
        let told = relations.filter { $0.person == person.id }.map(\.relation) + [person.relation].compactMap(\.self)
        return told.isEmpty || told.contains(where: \.mayBeAtHome)
    }

    /// The incidents that name them as alleged.
    func incidents(against person: Person) -> [RecordIncident] {
        incidents.filter { $0.alleged?.contains { $0.person == person.id } ?? false }
    }

    /// How old somebody who is alleged was at least when it happened first: by what names them, or else by what names
    /// nobody; nil where neither birth nor age is known.
    func youngestAge(ofAlleged person: Person) -> Int? {
        let named = incidents(against: person)
        guard named.isEmpty else { return person.youngestAge(on: happened(named)) }
        let first = happened(incidents.filter { $0.alleged?.isEmpty ?? true })
        return person.youngestAge(on: joined.compactMap { $0.day?.earliest }.reduce(first, min))
    }

    /// Whether a diversion is on record: only a child's case has one.
    var hasDiversion: Bool { legalSteps.contains { [.diversionBegan, .diversionEnded].contains($0.event) } }
}
