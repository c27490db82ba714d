import Casework
import Foundation

/// How a case goes: its steps, each so many days after the one before it. Days of rest move to Monday; what would come
/// after now has not happened yet.
struct Course: Sendable {
    typealias Move = (days: Int, step: Step)

    /// Which plots may go this way.
    let fits: @Sendable (Plot) -> Bool
    let moves: [Move]

    init(_ moves: KeyValuePairs<Int, Step>..., fits: @escaping @Sendable (Plot) -> Bool = { _ in true }) {
        self.fits = fits
        self.moves = moves.flatMap { $0.map { (days: $0.key, step: $0.value) } }
    }

    /// When each step is taken, if the first is taken at an instant.
    func times(from start: Date, _ seed: inout Seed) -> [(at: Date, step: Step)] {
        var last = start
        var days = 0
        return moves.enumerated().map { place, move in
            days += move.days
            if place > 0 {
                let soon = Hours.soon(after: last, &seed)
                last = move.days == 0 ? soon : max(soon, Hours.officeDay(days, after: start, &seed))
            }
            return (last, move.step)
        }
    }

    // MARK: how most begin

    /// Who it is about, what they agree to, what happened, and what the law demands at once.
    static let beginning: KeyValuePairs<Int, Step> = [
        0: .receive, 0: .triage, 0: .serveAtOnce, 1: .addAlleged, 0: .agreeToServices, 0: .recordIncident,
        0: .reportToPolice, 0: .policeAnswer,
    ]

    /// The same without a report to the police.
    static let unreported: KeyValuePairs<Int, Step> = [
        0: .receive, 0: .triage, 0: .serveAtOnce, 1: .addAlleged, 0: .agreeToServices, 0: .recordIncident,
    ]

    static let planned: KeyValuePairs<Int, Step> = [3: .assess, 0: .screen, 2: .agreePlan, 1: .approvePlan]

    static let ending: KeyValuePairs<Int, Step> = [
        6: .review(.close), 1: .askClosure(.goalsMet), 2: .approveClosure,
    ]
}
