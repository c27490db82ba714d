/// A day on which the office does not work, as the yearly decree says it.
package struct Holiday: Hashable, Sendable {
    package let kind: HolidayKind
    /// The decree, or where the date was found.
    package let source: Line

    package init(kind: HolidayKind, source: Line) {
        self.kind = kind
        self.source = source
    }
}

/// Puts a holiday into the office's calendar: working days and the dues that count them follow at once.
package struct DeclareHoliday: Action, Hashable {
    package static let name: ActionName = "declare-holiday"
    package static let duty: Duty? = .administer

    package var day: Day
    package var kind: HolidayKind
    package var source: Line

    package init(_ day: Day, _ kind: HolidayKind, source: Line) {
        self.day = day
        self.kind = kind
        self.source = source
    }

    package var topic: Topic? { Topic("holiday/\(day.text)") }

    package func apply(to office: inout Office, _ stamp: Stamp) {
        office.holidays[day] = Holiday(kind: kind, source: source)
    }
}

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

/// Why an office does not work on a day.
package enum HolidayKind: String, Choice {
    /// Hari libur nasional.
    case national
    /// Cuti bersama.
    case jointLeave = "joint-leave"
    package static let list = "holiday-kind"
}
