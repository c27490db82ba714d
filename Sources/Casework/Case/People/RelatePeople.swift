/// Says what somebody in the case is to somebody else in it.
package struct RelatePeople: Action, Hashable {
    package static let name: ActionName = "relate-people"
    package static let duty: Duty? = .manageCases

    package var person: ID<Person>
    /// What `person` is to `other`.
    package var relation: Relation
    package var other: ID<Person>

    package init(_ person: ID<Person>, is relation: Relation, of other: ID<Person>) {
        self.person = person
        self.relation = relation
        self.other = other
    }

    package var topic: Topic? { Topic("relation/\(person)/\(other)") }

    package static func isOffered(on file: CaseFile) -> Bool { file.people.count > 1 }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        var faults: [Fault] = []
        if file.person(person) == nil { faults.append(Fault(CodingKeys.person, .notInList)) }
        if file.person(other) == nil || other == person { faults.append(Fault(CodingKeys.other, .notInList)) }
        return faults
    }

    /// What was said of these two before counts no more.
    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        file.relations.removeAll { $0.person == person && $0.other == other }
        file.relations.append(self)
    }
}
