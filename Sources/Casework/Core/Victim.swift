/// A client of a case, as figures count them: no name.
package struct Victim: Hashable, Sendable {
    package let sex: Sex?
    /// In whole years when it happened, or else when the complaint came in; under 18 is a child (UU 35/2014 art. 1).
    package let age: Int?
    /// What was done to them; several each.
    package let forms: [ViolenceForm]
    /// Where; several each.
    package let places: [IncidentPlace]
    /// Whether it was domestic violence; nil where nobody knows.
    package let domestic: YesNo?
    /// Whether it was bullying, and whether it happened online; nil where nobody knows.
    package let bullying: YesNo?
    package let online: YesNo?
    /// One for each time that a service was given.
    package let services: [Service]
    /// Whether anything beyond taking down the complaint was done for them, here or by a partner.
    package let isServed: Bool
    package let background: Background

    package init(
        sex: Sex?, age: Int?, forms: [ViolenceForm], places: [IncidentPlace] = [], domestic: YesNo? = nil,
        bullying: YesNo? = nil, online: YesNo? = nil, services: [Service] = [], isServed: Bool = false,
        background: Background = Background()
    ) {
        self.sex = sex
        self.age = age
        self.forms = forms
        self.places = places
        self.domestic = domestic
        self.bullying = bullying
        self.online = online
        self.services = services
        self.isServed = isServed
        self.background = background
    }

    package var isChild: Bool? { age?.isChildsAge }
}
