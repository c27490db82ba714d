/// What is told of one person, by which they may be known again in another file.
package struct Profile: Codable, Hashable, Sendable {
    /// Empty where only something else is known, such as a phone.
    package let name: String
    package var sex: Sex?
    package var born: PartialDay?
    /// The year of birth by an estimated age.
    package var bornAbout: Int?
    package var nik: NIK?
    package var phone: Phone?
    package var district: District?
    /// Who it is in their file, and as what; nil for whoever has no entry there.
    package var person: ID<Person>?
    package var role: PersonRole?

    package init(
        _ name: String, sex: Sex? = nil, born: PartialDay? = nil, bornAbout: Int? = nil, nik: NIK? = nil,
        phone: Phone? = nil, district: District? = nil
    ) {
        self.name = name
        self.sex = sex
        self.born = born
        self.bornAbout = bornAbout
        self.nik = nik
        self.phone = phone
        self.district = district
    }

    /// In whole years on a day.
    package func age(on day: Day) -> Int? { born?.age(on: day) ?? bornAbout.map { day.year - $0 } }
}

extension Complaint {
    /// Who is affected, who told it, and whoever answers the phone.
    package var profiles: [Profile] {
        guard let received else { return [] }
        let year = Day(at).year
        let affected = (received.affected ?? []).map { person in
            Profile(
                person.who.text, sex: person.sex, bornAbout: person.age.map { year - $0.value },
                district: received.district)
        }
        let reporter = received.reporter.map { Profile($0.text, phone: received.phone) }
        return affected + [reporter, Profile(contact)].compactMap { $0 }
    }
}

extension CaseFile {
    /// The people in it, and whoever answers the phone.
    package var profiles: [Profile] { people.flatMap(profiles(of:)) + everyContact.compactMap(Profile.init) }

    /// One for each of their names, the right one first.
    package func profiles(of person: Person) -> [Profile] { person.names.map { profile(of: person, called: $0) } }

    private func profile(of person: Person, called name: Line) -> Profile {
        var profile = Profile(
            name.text, sex: person.sex, born: person.born,
            bornAbout: person.age.map { $0.on.year - $0.years.value }, nik: person.nik, phone: person.phone,
            district: person.role == .client ? opening?.district : nil)
        (profile.person, profile.role) = (person.id, person.role)
        return profile
    }
}

extension Profile {
    /// Nobody's name: a family, a neighbour or a school may share the phone.
    fileprivate init?(_ contact: SafeContact) {
        guard let phone = contact.phone else { return nil }
        self.init("", phone: phone)
    }
}
