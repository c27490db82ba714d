import Foundation

/// What is wrong with an instant or a day, wherever it is asked.
extension Context {
    /// What is told has happened: it can't lie ahead.
    func ahead(_ field: some CodingKey, _ at: Moment?) -> [Fault] {
        at.map { $0.instant > now } == true ? [Fault(field, .inTheFuture)] : []
    }

    /// A year that was mistyped looks like any other.
    func longAgo(_ at: Moment?) -> [Caution] {
        let year: TimeInterval = 365 * 24 * 3600
        guard let at, at.instant < now - year else { return [] }
        return [Caution("long-ago", ["year": "\(Day(at.instant).year)"])]
    }

    /// What is agreed is to come; the minute that is passing counts as now.
    func past(_ field: some CodingKey, _ at: Moment?) -> [Fault] {
        at.map { $0.instant < now.wholeMinute } == true ? [Fault(field, .inThePast)] : []
    }

    func past(_ field: some CodingKey, _ day: Day?) -> [Fault] {
        day.map { $0 < today } == true ? [Fault(field, .inThePast)] : []
    }
}
