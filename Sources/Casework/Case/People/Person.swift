/// Somebody in a case. People belong to a file, which is the unit of confidentiality.
package struct Person: Hashable, Sendable {
    package let id: ID<Person>
    package let name: Line
    /// What they are called otherwise: by the name that was put right, or as a joined complaint told of them. They are
    /// found by these too.
    package internal(set) var otherNames: [Line] = []
    package internal(set) var role: PersonRole
    package let relation: Relation?
    package internal(set) var sex: Sex?
    package let born: PartialDay?
    /// An estimate, and the day on which it was made.
    package internal(set) var age: (years: Years, on: Day)?
    package let nik: NIK?
    package internal(set) var phone: Phone?
    /// Where they can be found. It stands in the file alone: no list, search, figure or paper tells it.
    package let address: Line?
    package let background: Background

    init(
        id: ID<Person>, name: Line, role: PersonRole, relation: Relation? = nil, sex: Sex? = nil,
        born: PartialDay? = nil,
        age: (years: Years, on: Day)? = nil, nik: NIK? = nil, phone: Phone? = nil,
        address: Line? = nil, background: Background = Background()
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.relation = relation
        self.sex = sex
        self.born = born
        self.age = age
        self.nik = nik
        self.phone = phone
        self.address = address
        self.background = background
    }

    /// In whole years on a day, by the birth or else by the estimate.
    package func age(on day: Day) -> Int? {
        if let born { return born.age(on: day) }
        return estimate(on: day)
    }

    /// How old they are at least: what protects a child protects whoever may be one.
    func youngestAge(on day: Day) -> Int? {
        if let born { return born.youngestAge(on: day) }
        return age.map { age in
            let later = age.on.years(until: day)
            // Before the day of the estimate they may have been a year younger.
            return later.map { age.years.value + $0 } ?? age.years.value - (day.years(until: age.on) ?? 0) - 1
        }
    }

    /// The estimate, as old as it is by then.
    func estimate(on day: Day) -> Int? { age.map { $0.years.value + day.year - $0.on.year } }

    /// Whether this is known of them.
    func has(_ detail: PersonDetail) -> Bool {
        switch detail {
        case .relation: relation != nil
        case .sex: sex != nil
        case .born: born != nil
        case .age: age != nil
        case .nik: nik != nil
        case .phone: phone != nil
        case .address: address != nil
        case .education: background.education != nil
        case .occupation: background.occupation != nil
        case .marital: background.marital != nil
        case .disability: background.disability != nil
        }
    }

    /// What is told of somebody and can't all be true: asked about, never refused.
    /// - Parameter age: an estimate of this very day.
    static func cautions(sex: Sex?, born: PartialDay?, age: Years?, nik: NIK?, on day: Day) -> [Caution] {
        let byBirth = born?.age(on: day)
        // Of a birth whose month is not known, and of an estimate, a year is no difference.
        let isOff = age.flatMap { age in byBirth.map { abs($0 - age.value) > 1 } } ?? false
        return (nik?.cautions(born: born, sex: sex) ?? [])
            + (isOff ? [Caution("age-disagrees", ["n": "\(byBirth ?? 0)"])] : [])
    }

    package static func == (a: Person, b: Person) -> Bool { a.id == b.id }
    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension Person: Referable {
    package static var field: Field.Kind { .person }
}
