/// Says how the office is reached and when it is open.
package struct DescribeOffice: Action, Hashable {
    package static let name: ActionName = "describe-office"
    package static let duty: Duty? = .administer

    package var office: Line
    package var address: Line?
    package var phone: Phone?
    package var opens: TimeOfDay?
    package var closes: TimeOfDay?

    package init(
        _ office: Line, address: Line? = nil, phone: Phone? = nil, opens: TimeOfDay? = nil, closes: TimeOfDay? = nil
    ) {
        self.office = office
        self.address = address
        self.phone = phone
        self.opens = opens
        self.closes = closes
    }

    package static func suggestion(for office: Office) throws -> Posted? {
        try (office.description ?? office.name.map { Self($0) }).map { try FormWriter.answers(of: $0) }
    }

    package func apply(to office: inout Office, _ stamp: Stamp) {
        office.name = self.office
        office.description = self
    }
}
