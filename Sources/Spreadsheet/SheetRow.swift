package import Casework

/// A row of a sheet as a form would have posted it, and what is wrong with it so far.
package struct SheetRow: Sendable {
    package struct CellFault: Sendable {
        /// From 0; nil where no column tells it.
        package let column: Int?
        /// Nil for what concerns the whole row.
        package let field: SheetField?
        package let problem: RowProblem

        package init(column: Int?, field: SheetField?, problem: RowProblem) {
            self.column = column
            self.field = field
            self.problem = problem
        }

        /// Its word is of no list.
        package var isUnlisted: Bool { if case .answer(.notInList) = problem { true } else { false } }
    }

    /// What is told of a row without being wrong.
    package enum Note: String, Sendable, CaseIterable {
        /// It has no day of its own: that of the row above, of which Excel shows a merged cell.
        case dayFromAbove = "day-from-above"
        /// More of the row above: a further form or service.
        case joined
    }

    package let line: Int
    package internal(set) var posted = Posted()
    package internal(set) var faults: [CellFault] = []
    package internal(set) var notes: [(line: Int, note: Note)] = []
    /// A cell of forms says that there was no violence.
    var isWithoutViolence = false
    var services: [(code: String, said: String)] = []
    var served: [String] = []

    /// What makes it this row and no other, however the sheet is written: two rows with the same tell of the same. Where
    /// something else is changed in the sheet later, it is still this row, and is not brought in again.
    package var identity: String {
        Self.identifying.map { posted[$0.question].joined(separator: "\n").key }.joined(separator: "\u{1f}")
    }

    private static let identifying: [SheetField] = [
        .received, .number, .client, .day, .what, .reporter, .alleged,
    ]
}

/// What is wrong with a row: an answer's problem, or one that only a sheet has.
package enum RowProblem: Hashable, Sendable {
    case answer(Problem)
    /// One of what no column tells, such as who manages the case.
    case unasked(Fault)
    /// A quote that nobody closes.
    case broken
    /// More cells than there are headings: a delimiter within a cell without quotes.
    case tooManyCells
    /// A rule's no.
    case refused(Refusal)
}
