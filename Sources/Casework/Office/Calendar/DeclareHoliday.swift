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

    /// So many years before or after this one a calendar is about.
    static let yearsAround = 5

    package func isNear(_ today: Day) -> Bool { abs(day.year - today.year) <= Self.yearsAround }

    package func faults(_ office: Office, _ context: Context) -> [Fault] {
        isNear(context.today) ? [] : [Fault(CodingKeys.day, .notADay)]
    }

    package func cautions(_ office: Office, _ context: Context) -> [Caution] {
        guard let known = office.holidays[day], known != Holiday(kind: kind, source: source) else { return [] }
        return [Caution("holiday-known", ["source": known.source.text])]
    }

    package func apply(to office: inout Office, _ stamp: Stamp) {
        office.holidays[day] = Holiday(kind: kind, source: source)
    }
}
