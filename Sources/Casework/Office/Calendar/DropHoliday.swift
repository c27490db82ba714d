/// Takes a day out of the calendar again.
package struct DropHoliday: Action, Hashable {
    package static let name: ActionName = "drop-holiday"
    package static let duty: Duty? = .administer

    package var day: Day
    package var reason: Line

    package init(_ day: Day, because reason: Line) {
        self.day = day
        self.reason = reason
    }

    package var topic: Topic? { Topic("holiday/\(day.text)") }

    package static func isOffered(on office: Office) -> Bool { !office.holidays.isEmpty }

    package func faults(_ office: Office, _ context: Context) -> [Fault] {
        office.holidays[day] == nil ? [Fault(CodingKeys.day, .notInList)] : []
    }

    package func apply(to office: inout Office, _ stamp: Stamp) { office.holidays[day] = nil }
}
