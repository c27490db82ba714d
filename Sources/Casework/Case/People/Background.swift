/// What only the official report asks of somebody (`docs/sources.md`: clients): all of it may be left out.
package struct Background: Group {
    package var education: Education?
    package var occupation: Occupation?
    package var marital: MaritalStatus?
    package var disability: Disability?

    package init(
        education: Education? = nil, occupation: Occupation? = nil, marital: MaritalStatus? = nil,
        disability: Disability? = nil
    ) {
        self.education = education
        self.occupation = occupation
        self.marital = marital
        self.disability = disability
    }

    /// What is told here, and what was known before where it isn't, unless that is wrong.
    func added(to known: Background, wrong: [PersonDetail]) -> Background {
        func left<Known>(_ known: Known?, _ detail: PersonDetail) -> Known? { wrong.contains(detail) ? nil : known }
        return Background(
            education: education ?? left(known.education, .education),
            occupation: occupation ?? left(known.occupation, .occupation),
            marital: marital ?? left(known.marital, .marital),
            disability: disability ?? left(known.disability, .disability))
    }
}
