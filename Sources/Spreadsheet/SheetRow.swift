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
        /// It says the same as an earlier row, but of another person: day, sex, age, birth or NIK contradict each other.
        case otherPerson = "other-person"
        /// It was brought in before, and what came in then contradicts it in these.
        case differs
        /// It stands below a line of sums and tells too little to be taken for somebody: a place, a date, a signature.
        case belowSums = "below-sums"
    }

    package let line: Int
    package internal(set) var posted = Posted()
    package internal(set) var faults: [CellFault] = []
    package internal(set) var notes: [(line: Int, note: Note)] = []
    /// A cell of forms says that there was no violence.
    var isWithoutViolence = false
    /// What its cells say of services, and of their days, until both are put together.
    var coded: [Coded] = []
    var served: [String] = []
    var services: [Service] = []
    /// What its columns say of what happened, without their headings.
    var story: [String] = []
    /// A title or a sum stands between it and the row above.
    var isApart = false
    /// What its cells say that nobody knows: that is not what a blank cell says.
    var unknown: Set<SheetField> = []
    /// Its day is that of the row above.
    var isDayBorrowed = false

    struct Service: Hashable {
        let code: String
        var said: String
        var at: String?
    }
}

/// What is wrong with a row: an answer's problem, or one that only a sheet has.
package enum RowProblem: Error, Hashable, Sendable {
    case answer(Problem)
    /// One of what no column tells, such as who manages the case.
    case unasked(Fault)
    /// A quote that nobody closes, or that stands alone.
    case broken
    /// More cells than there are headings: a delimiter within a cell without quotes.
    case tooManyCells
    /// "As above": what it says stands in no cell of the row.
    case ditto
    /// A year before any register of this kind; two digits may have been taken for another century.
    case year
    /// Only a reader who puts the month first understands it.
    case monthFirst
    /// A rule's no.
    case refused(Refusal)
}
