import Foundation

/// Opens the file for an hour, to read only, to somebody who is not of its team, since it can't wait. Manager and head are
/// told at once, and the head reviews it.
package struct OpenInEmergency: Action, Hashable {
    package static let name: ActionName = "open-in-emergency"
    package static let duty: Duty? = .takeComplaints
    package static let mending: MendingTraits = .final
    package static let isForPeople = true
    package static let needsProof = true
    /// Fewer characters explain nothing.
    package static let leastWords = 20

    package var reason: EmergencyReason
    package var explanation: LongText

    package init(_ reason: EmergencyReason, because explanation: LongText) {
        self.reason = reason
        self.explanation = explanation
    }

    package static func duty(seeing sight: Sight) -> Duty? { sight == .unknown ? nil : duty }

    /// Whoever sees the file has no need of it.
    package static func isOffered(on file: CaseFile) -> Bool { false }

    package var topic: Topic? { nil }
    package var lookups: [Lookup] { [.unreviewedEmergencies] }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        let words = explanation.text.trimmingCharacters(in: .whitespacesAndNewlines)
        let isShort = words.unicodeScalars.count < Self.leastWords
        return isShort ? [Fault(CodingKeys.explanation, .tooShort(limit: Self.leastWords))] : []
    }

    package func check(_ file: CaseFile, _ context: Context) throws(Refusal) {
        // Whoever manages no cases any more opens none as a member either.
        let isOfTeam = file.isOfTeam(context.worker) && context.duties.contains(.manageCases)
        guard !isOfTeam, file.emergency(of: context.worker, at: context.now) == nil else {
            throw Refusal("open-already")
        }
        let waiting = (context.facts[.unreviewedEmergencies] ?? []).compactMap(TimeInterval.init)
        let oldest = waiting.min().map { Date(timeIntervalSince1970: $0) }
        guard oldest.map({ context.now < $0 + EmergencyAccess.reviewedWithin }) ?? true else {
            throw Refusal("emergency-not-reviewed")
        }
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        file.emergencies.append(EmergencyAccess(id: stamp.id(1), told: self, by: stamp.worker, at: stamp.instant))
    }
}
