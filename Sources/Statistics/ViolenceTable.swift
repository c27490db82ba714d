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
    package let rows: [Row]
    /// Victims with at least one form.
    package let victims: Int
    /// Cases in which they were.
    package let cases: Int

    package init(year: Int, _ cards: [Card]) {
        self.year = year
        let cases = cards.filter { $0.kind == CaseFile.kind && $0.status != .void && Day($0.at).year == year }
        let victims = cases.flatMap(\.victims).filter { !$0.forms.isEmpty }
        var rows = Dictionary(uniqueKeysWithValues: ViolenceForm.allCases.map { ($0, Row($0)) })
        for victim in victims {
            for form in Set(victim.forms) { rows[form]?.count(victim) }
        }
        self.rows = ViolenceForm.allCases.compactMap { rows[$0] }
        self.victims = victims.count
        self.cases = cases.count { $0.victims.contains { !$0.forms.isEmpty } }
    }

    /// The sum over the forms.
    package var total: Int { rows.reduce(0) { $0 + $1.total } }

    /// The time of a year in the office's zone.
    package static func time(of year: Int) -> (from: Date, until: Date) {
        let start = { (year: Int) in Day(year: year, month: 1, day: 1)?.start ?? .distantPast }
        return (start(year), start(year + 1))
    }
}
