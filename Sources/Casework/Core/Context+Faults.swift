import Foundation

/// What is wrong with an instant or a day, wherever it is asked.
extension Context {
    /// What is told has happened: it can't lie ahead.
    func ahead(_ field: some CodingKey, _ at: Moment?) -> [Fault] {
        at.map { $0.instant > now } == true ? [Fault(field, .inTheFuture)] : []
    }

    func ahead(_ field: some CodingKey, _ day: PartialDay?) -> [Fault] {
        (day?.earliest).map { $0 > today } == true ? [Fault(field, .inTheFuture)] : []
    }

    func ahead(_ field: some CodingKey, _ day: Day?) -> [Fault] {
        day.map { $0 > today } == true ? [Fault(field, .inTheFuture)] : []
    }

    /// It came after what it follows; whoever types a minute means all of it.
    func before(_ start: Date, _ field: some CodingKey, _ at: Moment?) -> [Fault] {
        at.map { $0.instant < start.wholeMinute } == true ? [Fault(field, .beforeItHappened)] : []
    }

    /// Whether this worker manages cases; an action that asks has ``Lookup/holders(of:)`` among its lookups.
    func managesCases(_ worker: ID<Worker>) -> Bool {
        facts[.holders(of: .manageCases)]?.contains(worker.description) == true
    }

    /// A year that was mistyped looks like any other. When a complaint came is another question than when it happened.
    func longAgo(_ action: some Action) -> [Caution] {
        let aYear: TimeInterval = 365 * 24 * 3600
        guard let at = action.happened, !type(of: action).isOfOldTimes, at.instant < now - aYear else { return [] }
        let year = ["year": "\(Day(at.instant).year)"]
        return [type(of: action).opens ? Caution("came-long-ago", year) : Caution("long-ago", year)]
    }

    /// What is agreed is to come; the minute that is passing counts as now.
    func past(_ field: some CodingKey, _ at: Moment?) -> [Fault] {
        at.map { $0.instant < now.wholeMinute } == true ? [Fault(field, .inThePast)] : []
    }

    func past(_ field: some CodingKey, _ day: Day?) -> [Fault] {
        day.map { $0 < today } == true ? [Fault(field, .inThePast)] : []
    }
}
