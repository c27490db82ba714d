/// Another organisation that helps, with the validity that the directory gives it.
package struct Partner: Hashable, Sendable, Referable {
    package static var field: Field.Kind { .partner }

    package let id: ID<Partner>
    package internal(set) var details: PartnerDetails
    package internal(set) var isActive = true

    package var name: Line { details.name }
}

/// What the directory says of a partner.
package struct PartnerDetails: Group {
    package var name: Line
    package var kind: PartnerKind
    /// The services that it can be asked for.
    package var services: [Service]?
    package var phone: Phone?
    package var contact: Line?
    /// The working days within which it answers a referral.
    package var answersWithin: Count?

    package init(
        _ name: Line, _ kind: PartnerKind, services: [Service]? = nil, phone: Phone? = nil, contact: Line? = nil,
        answersWithin: Count? = nil
    ) {
        self.name = name
        self.kind = kind
        self.services = services
        self.phone = phone
        self.contact = contact
        self.answersWithin = answersWithin
    }
}
