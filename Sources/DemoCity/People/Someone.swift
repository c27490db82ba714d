import Casework

/// A made-up person.
struct Someone: Sendable {
    let name: String
    let sex: Sex
    let age: Int

    init(_ sex: Sex, _ ages: ClosedRange<Int>, _ seed: inout Seed) {
        let people = seed.pick(People.all) { $0.share }
        self.init(sex, ages, of: people, family: seed.pick(people.family), &seed)
    }

    private init(_ sex: Sex, _ ages: ClosedRange<Int>, of people: People, family: String, _ seed: inout Seed) {
        name = "\(seed.pick(sex == .female ? people.female : people.male)) \(family)"
        self.sex = sex
        age = seed.number(ages)
    }

    /// So many of one family, or of one journey; no two with one name.
    static func several(_ count: Int, _ sex: Sex, _ ages: ClosedRange<Int>, _ seed: inout Seed) -> [Someone] {
        let people = seed.pick(People.all) { $0.share }
        let family = seed.pick(people.family)
        var several: [Someone] = []
        while several.count < count {
            let one = Someone(sex, ages, of: people, family: family, &seed)
            if !several.contains(where: { $0.name == one.name }) { several.append(one) }
        }
        return several
    }
}
