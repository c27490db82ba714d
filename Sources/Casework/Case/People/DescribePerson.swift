/// Adds what became known since of somebody in the case: above all of a client, of whom a complaint may tell only a name.
/// What is not answered stays as it was.
package struct DescribePerson: Action, Hashable {
    package static let name: ActionName = "describe-person"
    package static let duty: Duty? = .manageCases

    package var person: ID<Person>
    package var sex: Sex?
    package var born: PartialDay?
    /// Where no birth date is known.
    package var age: Years?
    package var nik: NIK?
    package var phone: Phone?

    package init(
        _ person: ID<Person>, sex: Sex? = nil, born: PartialDay? = nil, age: Years? = nil, nik: NIK? = nil,
        phone: Phone? = nil
    ) {
        self.person = person
        self.sex = sex
        self.born = born
        self.age = age
        self.nik = nik
        self.phone = phone
    }

    package var topic: Topic? { Topic("person/\(person)") }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        var faults: [Fault] = []
        if file.person(person) == nil { faults.append(Fault(CodingKeys.person, .notInList)) }
        let isEmpty = sex == nil && born == nil && age == nil && nik == nil && phone == nil
        if isEmpty { faults.append(Fault(CodingKeys.born, .missing)) }
        return faults + context.ahead(CodingKeys.born, born)
    }

    package func cautions(_ file: CaseFile, _ context: Context) -> [Caution] {
        guard let known = file.person(person).map({ described($0, on: context.today) }) else { return [] }
        return known.nik?.cautions(born: known.born, sex: known.sex) ?? []
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        guard let place = file.people.firstIndex(where: { $0.id == person }) else { return }
        file.people[place] = described(file.people[place], on: Day(stamp.instant))
    }

    private func described(_ known: Person, on day: Day) -> Person {
        Person(
            id: known.id, name: known.name, role: known.role, relation: known.relation, sex: sex ?? known.sex,
            born: born ?? known.born, age: age.map { ($0, day) } ?? known.age, nik: nik ?? known.nik,
            phone: phone ?? known.phone)
    }
}
