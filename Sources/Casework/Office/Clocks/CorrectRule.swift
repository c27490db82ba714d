/// Says how much time a rule gives from a day on: where `docs/sources.md` is not sure, where the city's own standard says
/// otherwise, or where the law changes. What began before that day keeps its time.
package struct CorrectRule: Action, Hashable {
    package static let name: ActionName = "correct-rule"
    package static let duty: Duty? = .administer

    package var rule: RuleID
    package var amount: Amount
    package var unit: Rule.Unit
    package var from: Day
    /// Where it is written.
    package var source: Line

    package init(_ rule: RuleID, _ amount: Amount, _ unit: Rule.Unit, from: Day, source: Line) {
        self.rule = rule
        self.amount = amount
        self.unit = unit
        self.from = from
        self.source = source
    }

    /// How many of its unit: a rule without any time is none.
    package struct Amount: WholeNumber {
        package let value: Int
        package init(_ value: Int) { self.value = value }
        package static let bounds = 1...999
        package static var kind: Field.Kind { .number(bounds) }
    }

    package var topic: Topic? { Topic("rule/\(rule.text)") }

    package func faults(_ office: Office, _ context: Context) -> [Fault] {
        let isKnown = context.law.rulebook[rule]?.isCorrectable ?? false
        return (isKnown ? [] : [Fault(CodingKeys.rule, .notInList)])
            + (isNear(context.today) ? [] : [Fault(CodingKeys.from, .notADay)])
    }

    package func isNear(_ today: Day) -> Bool { abs(from.year - today.year) <= DeclareHoliday.yearsAround }

    /// What law says is rarely the office's to change, and what was late stays late.
    package func cautions(_ office: Office, _ context: Context) -> [Caution] {
        let isSure = context.law.rulebook[rule].map { $0.confidence == .high && $0.bound == .unit } ?? false
        return (isSure ? [Caution("rule-is-sure")] : []) + (from < context.today ? [Caution("rule-backdated")] : [])
    }

    package func apply(to office: inout Office, _ stamp: Stamp) {
        office.corrections.removeAll { $0.rule == rule && $0.from == from }
        office.corrections.append(self)
        office.corrections.sort { ($0.from, $0.rule.text) < ($1.from, $1.rule.text) }
    }
}
