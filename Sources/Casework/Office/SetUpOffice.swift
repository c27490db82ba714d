/// Opens the office's record.
package struct SetUpOffice: Action, Hashable {
    package static let name: ActionName = "set-up-office"
    package static let duty: Duty? = .administer
    package static let opens = true

    package var office: Line

    package init(_ office: Line) { self.office = office }

    package func apply(to office: inout Office, _ stamp: Stamp) { office.name = self.office }
}
