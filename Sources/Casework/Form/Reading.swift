/// An action as it was read from a form, with what is wrong so far. Where there are faults its answers are partly blanks,
/// and it can't be performed.
package struct Reading<A: Action>: Sendable {
    package let action: A
    package let faults: [Fault]
    /// The names of the questions, in their order.
    package let asked: [String]

    /// An action that no form brought: nothing is wrong with it yet.
    package init(_ action: A) { self.init(action, faults: [], asked: []) }

    package init(_ action: A, faults: [Fault], asked: [String]) {
        self.action = action
        self.faults = faults
        self.asked = asked
    }

    /// Every fault in the order of the questions: the reader's, and those that only the record or the context shows.
    func faults(with others: [Fault]) -> FormFaults {
        let unreadable = Set(faults.map(\.field))
        let found = others.filter { !unreadable.contains($0.field) }
        let places = Dictionary(asked.enumerated().map { ($1, $0) }) { first, _ in first }
        let place = { (fault: Fault) in places[fault.field] ?? asked.count }
        return FormFaults(all: (faults + found).sorted { place($0) < place($1) })
    }
}

/// All that is wrong with a form, in the order of its questions.
package struct FormFaults: Error, Hashable, Sendable {
    package let all: [Fault]
    package init(all: [Fault]) { self.all = all }
}
