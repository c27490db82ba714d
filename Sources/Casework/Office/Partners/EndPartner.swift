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
