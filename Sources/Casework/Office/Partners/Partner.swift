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

/// Brings a partner into the directory.
package struct AddPartner: Action, Hashable {
    package static let name: ActionName = "add-partner"
    package static let duty: Duty? = .administer

    package var partner: PartnerDetails

    package init(_ partner: PartnerDetails) { self.partner = partner }

    /// Two partners never contradict each other.
    package var topic: Topic? { nil }

    package func faults(_ office: Office, _ context: Context) -> [Fault] {
        office.directory.contains { $0.name == partner.name } ? [Fault("partner.name", .taken)] : []
    }

    package func apply(to office: inout Office, _ stamp: Stamp) {
        office.partners.append(Partner(id: stamp.id(1), details: partner))
    }
}

/// Says anew what a partner is.
package struct ChangePartner: Action, Hashable {
    package static let name: ActionName = "change-partner"
    package static let duty: Duty? = .administer

    package var which: ID<Partner>
    package var partner: PartnerDetails

    package init(_ which: ID<Partner>, to partner: PartnerDetails) {
        self.which = which
        self.partner = partner
    }

    package var topic: Topic? { Topic("partner/\(which)") }

    package static func isOffered(on office: Office) -> Bool { !office.directory.isEmpty }

    package func faults(_ office: Office, _ context: Context) -> [Fault] {
        guard office.partner(which)?.isActive == true else { return [Fault(CodingKeys.which, .notInList)] }
        let isTaken = office.directory.contains { $0.name == partner.name && $0.id != which }
        return isTaken ? [Fault("partner.name", .taken)] : []
    }

    package func apply(to office: inout Office, _ stamp: Stamp) {
        guard let place = office.partners.firstIndex(where: { $0.id == which }) else { return }
        office.partners[place].details = partner
    }
}

/// Takes a partner out of the directory; what was asked of it before stays told.
package struct EndPartner: Action, Hashable {
    package static let name: ActionName = "end-partner"
    package static let duty: Duty? = .administer

    package var which: ID<Partner>
    package var reason: Line

    package init(_ which: ID<Partner>, because reason: Line) {
        self.which = which
        self.reason = reason
    }

    package var topic: Topic? { Topic("partner/\(which)") }

    package static func isOffered(on office: Office) -> Bool { !office.directory.isEmpty }

    package func faults(_ office: Office, _ context: Context) -> [Fault] {
        office.partner(which)?.isActive == true ? [] : [Fault(CodingKeys.which, .notInList)]
    }

    package func apply(to office: inout Office, _ stamp: Stamp) {
        guard let place = office.partners.firstIndex(where: { $0.id == which }) else { return }
        office.partners[place].isActive = false
    }
}
