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

/// Why an office does not work on a day.
package enum HolidayKind: String, Choice {
    /// Hari libur nasional.
    case national
    /// Cuti bersama.
    case jointLeave = "joint-leave"
    package static let list = "holiday-kind"
}
