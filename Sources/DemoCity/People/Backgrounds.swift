import Casework

/// What the official report asks of made-up people, as far as somebody wrote it down.
enum Backgrounds {
    /// Of eight in ten clients; school and work go by their age.
    static func client(_ age: Int, _ seed: inout Seed) -> Background? {
        guard seed.chance(80) else { return nil }
        let isGrown = age >= 20
        return Background(
            education: isGrown ? seed.pick([.primary, .juniorSecondary, .seniorSecondary, .university]) : school(age),
            occupation: isGrown
                ? seed.pick([.housewife, .employee, .employee, .traderOrFarmer, .unemployed])
                : age >= 6 ? .student : nil,
            marital: isGrown ? seed.pick([.married, .married, .divorcedOrWidowed, .unregistered, .single]) : .single)
    }

    /// Of the alleged less is known.
    static func alleged(_ seed: inout Seed) -> Background? {
        guard seed.chance(50) else { return nil }
        return Background(
            education: seed.pick([.primary, .juniorSecondary, .seniorSecondary, .seniorSecondary, .unknown]),
            occupation: seed.pick([.employee, .employee, .traderOrFarmer, .unemployed, .student, .unknown]))
    }

    private static func school(_ age: Int) -> Education {
        switch age {
        case ..<4: .unschooled
        case ..<7: .kindergarten
        case ..<13: .primary
        case ..<16: .juniorSecondary
        default: .seniorSecondary
        }
    }
}
