import Foundation

extension Context {
    /// A year that was mistyped looks like any other. When a complaint came is another question than when it happened.
    func longAgo(_ action: some Action) -> [Caution] {
        let aYear: TimeInterval = 365 * 24 * 3600
        guard let at = action.happened, !type(of: action).isOfOldTimes, at.instant < now - aYear else { return [] }
        let year = ["year": "\(Day(at.instant).year)"]
        return [type(of: action).opens ? Caution("came-long-ago", year) : Caution("long-ago", year)]
    }
}
