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
