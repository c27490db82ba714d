import Casework

/// The tables by name: their addresses, and the locale's keys.
package enum TableName: String, CaseIterable, Sendable {
    case cases, victims, alleged
    case ages, childhood
    case violence, places, education, occupation
    case marital = "marital-status"
    case disability, domestic, bullying, online
    case allegedAges = "alleged-ages"
    case allegedEducation = "alleged-education"
    case allegedOccupation = "alleged-occupation"
    case allegedRelation = "alleged-relation"
    case services, served, districts, months
}

extension Table {
    /// The tables of the official report (`docs/sources.md`: the report) by its thirteen numbers, in their order. Bullying and
    /// what happened online stand beside domestic violence: they are no forms, and the city counts them.
    package static func official(in period: Period) -> [Table] {
        [
            Table(1, .cases, of: .cases, by: .victimsSex),
            Table(1, .victims, of: .victims, by: .sex, across: .childhood),
            Table(1, .alleged, of: .alleged, by: .sex, across: .childhood),
            Table(2, .ages, of: .victims, by: .ageGroup, across: .sex),
            Table(2, .childhood, of: .victims, by: .childhood, across: .sex),
            Table(3, .violence, of: .victims, by: .form, across: .sex, .childhood),
            Table(4, .places, of: .victims, by: .place, across: .sex, .childhood),
            Table(5, .education, of: .victims, by: .education, across: .sex, .childhood),
            Table(6, .occupation, of: .victims, by: .occupation, across: .sex, .childhood),
            Table(7, .marital, of: .victims, by: .marital, across: .sex, .childhood),
            Table(8, .disability, of: .victims, by: .disability, across: .sex, .childhood),
            Table(8, .domestic, of: .victims, by: .told(\.domestic), across: .sex, .childhood),
            Table(8, .bullying, of: .victims, by: .told(\.bullying), across: .sex, .childhood),
            Table(8, .online, of: .victims, by: .told(\.online), across: .sex, .childhood),
            Table(9, .allegedAges, of: .alleged, by: .age, across: .sex),
            Table(9, .allegedEducation, of: .alleged, by: .education, across: .sex),
            Table(9, .allegedOccupation, of: .alleged, by: .occupation, across: .sex),
            Table(9, .allegedRelation, of: .alleged, by: .relation, across: .sex),
            Table(10, .services, of: .services, by: .service, across: .sex),
            Table(11, .served, of: .victims, by: .served, across: .sex, .childhood),
            Table(12, .districts, of: .cases, by: .district),
            Table(13, .months, of: .cases, by: .month(of: period)),
        ]
    }

    /// How many numbers the official list has.
    package static let numbers = 1...13
}

extension Breakdown where Counted: Somebody {
    fileprivate static var sex: Self { Self(Sex.self) { $0.sex } }
}

extension Breakdown<Card> {
    fileprivate static var victimsSex: Self {
        Self(VictimsSex.self) { VictimsSex(Array($0.harmed)) }
    }

    fileprivate static var district: Self {
        Self(District.self) { $0.codes["district"].flatMap(District.init) }
    }

    /// By the month in which the complaint came in; the period may begin and end within one.
    fileprivate static func month(of period: Period) -> Self {
        let months = period.months
        let starts = months.map(\.start)
        return Self("month", months.map { String($0.text.dropLast(3)) }) { card in
            (starts.firstIndex { $0 > card.at } ?? starts.count) - 1
        }
    }
}

extension Breakdown<Victim> {
    fileprivate static var ageGroup: Self { Self(AgeGroup.self) { $0.age.map { AgeGroup($0) } } }
    fileprivate static var childhood: Self {
        Self(Childhood.self) { victim in victim.isChild.map { $0 ? .child : .adult } }
    }
    /// Who has none is no victim.
    fileprivate static var form: Self { Self(several: ViolenceForm.self, isAlwaysKnown: true) { $0.forms } }
    fileprivate static var place: Self { Self(several: IncidentPlace.self) { $0.places } }
    fileprivate static var education: Self {
        Self(Education.self, unknown: .unknown) { $0.background.education }
    }
    fileprivate static var occupation: Self {
        Self(Occupation.self, unknown: .unknown) { $0.background.occupation }
    }
    fileprivate static var marital: Self { Self(MaritalStatus.self) { $0.background.marital } }
    fileprivate static var disability: Self { Self(Disability.self) { $0.background.disability } }
    fileprivate static func told(_ what: any KeyPath<Victim, YesNo?> & Sendable) -> Self {
        Self(YesNo.self, unknown: .unknown) { $0[keyPath: what] }
    }
    fileprivate static var served: Self { Self(known: Served.self) { Served($0) } }
}

extension Breakdown<Alleged> {
    fileprivate static var age: Self { Self(AllegedAge.self) { $0.age.map { AllegedAge($0) } } }
    fileprivate static var education: Self {
        Self(Education.self, unknown: .unknown) { $0.background.education }
    }
    fileprivate static var occupation: Self {
        Self(Occupation.self, unknown: .unknown) { $0.background.occupation }
    }
    fileprivate static var relation: Self { Self(Relation.self, unknown: .unknown) { $0.relation } }
}

extension Breakdown<GivenService> {
    fileprivate static var service: Self { Self(known: Service.self) { $0.service } }
}
