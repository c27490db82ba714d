/// Says anew what a partner is.
package struct ChangePartner: ChangingAction, Hashable {
    package static let name: ActionName = "change-partner"
    package static let duty: Duty? = .administer

    package var which: ID<Partner>
    package var partner: PartnerDetails

    package init(_ which: ID<Partner>, to partner: PartnerDetails) {
        self.which = which
        self.partner = partner
    }

    package var topic: Topic? { Topic("partner/\(which)") }

    package static var chosen: any CodingKey { CodingKeys.which }

    package static func suggestion(for office: Office, choosing id: String, on today: Day) throws -> Posted? {
        guard let partner = ID<Partner>(id).flatMap(office.partner), partner.isActive else { return nil }
        return try FormWriter.answers(of: Self(partner.id, to: partner.details))
    }

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
