/// Somebody in another file.
package struct PersonElsewhere: Answer, Hashable {
    package let file: ID<CaseFile>
    package let person: ID<Person>

    package init(_ person: ID<Person>, in file: ID<CaseFile>) {
        self.person = person
        self.file = file
    }

    package static var kind: Field.Kind { .personElsewhere }
    package static var blank: PersonElsewhere { PersonElsewhere(ID(), in: ID()) }
    package var raw: [String] { ["\(file)/\(person)"] }

    package static func read(_ raw: [String]) throws(Problem) -> PersonElsewhere {
        let parts = (raw.first ?? "").split(separator: "/")
        guard parts.count == 2, let file = ID<CaseFile>(parts[0]), let person = ID<Person>(parts[1])
        else { throw .notInList }
        return PersonElsewhere(person, in: file)
    }
}
