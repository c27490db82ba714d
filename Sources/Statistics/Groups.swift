import Casework

/// The lists by which the report tells apart what no form asks for (`docs/sources.md`: the report).

/// How old a victim was.
enum AgeGroup: String, Codes {
    case to5 = "A00"
    case to12 = "A06"
    case to17 = "A13"
    case to24 = "D18"
    case to44 = "D25"
    case to59 = "D45"
    case from60 = "D60"

    static let list = "age-group"

    init(_ age: Int) {
        self =
            switch age {
            case ...5: .to5
            case ...12: .to12
            case ...17: .to17
            case ...24: .to24
            case ...44: .to44
            case ...59: .to59
            default: .from60
            }
    }
}

/// How old the alleged was.
enum AllegedAge: String, Codes {
    case to17 = "00-17"
    case to24 = "18-24"
    case to59 = "25-59"
    case from60 = "60"

    static let list = "alleged-age"

    init(_ age: Int) {
        self =
            switch age {
            case ...17: .to17
            case ...24: .to24
            case ...59: .to59
            default: .from60
            }
    }
}

enum Childhood: String, Codes {
    case child, adult
    static let list = "childhood"
}

/// Of which sex the victims of a case are.
enum VictimsSex: String, Codes {
    case female, male, both
    static let list = "victims-sex"

    /// Nil where nobody is named, or where somebody's sex is not known and may change the answer.
    init?(_ victims: [Victim]) {
        let known = Set(victims.compactMap(\.sex))
        if known.count == 2 {
            self = .both
        } else {
            guard let only = known.first, victims.allSatisfy({ $0.sex != nil }) else { return nil }
            self = only == .female ? .female : .male
        }
    }
}

/// What was done for a victim.
enum Served: String, Codes {
    case served
    /// The complaint was taken down as a service, and nothing else.
    case intakeOnly = "intake-only"
    case not = "not-served"

    static let list = "served"

    init(_ victim: Victim) { self = victim.isServed ? .served : victim.services.isEmpty ? .not : .intakeOnly }
}

extension ViolenceForm: Codes {}
extension IncidentPlace: Codes {}
extension Education: Codes {}
extension Occupation: Codes {}
extension MaritalStatus: Codes {}
extension Disability: Codes {}
extension YesNo: Codes {}
extension Relation: Codes {}
extension Service: Codes {}
extension District: Codes {}
extension Sex: Codes {}
