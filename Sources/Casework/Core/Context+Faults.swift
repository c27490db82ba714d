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

    /// What is agreed is to come; the minute that is passing counts as now.
    func past(_ field: some CodingKey, _ at: Moment?) -> [Fault] {
        at.map { $0.instant < now.wholeMinute } == true ? [Fault(field, .inThePast)] : []
    }

    func past(_ field: some CodingKey, _ day: Day?) -> [Fault] {
        day.map { $0 < today } == true ? [Fault(field, .inThePast)] : []
    }
}
