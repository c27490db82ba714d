package import Casework
package import Foundation

/// Victims by form of violence, by sex and by child or adult: table 3 of the official report (`docs/sources.md`). The
/// unit is the victim, the basis the day on which the complaint came in. A victim may count in several forms, so the
/// forms' sum may be more than the victims.
package struct ViolenceTable: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        package let code: ViolenceForm
        package private(set) var total = 0
        package private(set) var female = 0
        package private(set) var male = 0
        package private(set) var sexUnknown = 0
        package private(set) var child = 0
        package private(set) var adult = 0
        package private(set) var ageUnknown = 0

        fileprivate init(_ code: ViolenceForm) { self.code = code }

        fileprivate mutating func count(_ victim: Victim) {
            total += 1
            switch victim.sex {
            case .female: female += 1
            case .male: male += 1
            case nil: sexUnknown += 1
            }
            switch victim.isChild {
            case true: child += 1
            case false: adult += 1
            case nil: ageUnknown += 1
            }
        }
    }

    package let year: Int
    /// Every form, in the order of the list, also those that nobody suffered.
    package private(set) var rows = ViolenceForm.allCases.map(Row.init)
    /// Victims with at least one form.
    package private(set) var victims = 0
    /// Cases in which they were.
    package private(set) var cases = 0

    /// A table in which nothing is counted yet.
    package init(year: Int) { self.year = year }

    /// Counts a card, if it is a case of the year.
    package mutating func count(_ card: Card) {
        guard card.kind == CaseFile.kind, card.status != .void, Day(card.at).year == year else { return }
        let victims = card.victims.filter { !$0.forms.isEmpty }
        guard !victims.isEmpty else { return }
        cases += 1
        self.victims += victims.count
        for row in rows.indices {
            for victim in victims where victim.forms.contains(rows[row].code) { rows[row].count(victim) }
        }
    }

    /// The sum over the forms.
    package var total: Int { rows.reduce(0) { $0 + $1.total } }

    /// The time of a year in the office's zone.
    package static func time(of year: Int) -> (from: Date, until: Date) {
        let start = { (year: Int) in Day(year: year, month: 1, day: 1)?.start ?? .distantPast }
        return (start(year), start(year + 1))
    }
}
