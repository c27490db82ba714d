package import Foundation

/// Somebody outside the team read the file for an hour, because it could not wait (break-glass).
package struct EmergencyAccess: Hashable, Sendable, Referable {
    package static var field: Field.Kind { .item(of: .emergencies) }
    /// So long it is open, to read only.
    package static let length: TimeInterval = 3600
    /// So long the head has to review it; whoever's access waits longer gets no other.
    package static let reviewedWithin: TimeInterval = 72 * 3600
    /// So long the team reads of it at the top of their work; in the file it stays.
    package static let toldFor: TimeInterval = 7 * 24 * 3600

    package let id: ID<EmergencyAccess>
    package let told: OpenInEmergency
    package let by: ID<Worker>
    package let at: Date
    package internal(set) var review: Review?

    /// What the head found, and when.
    package struct Review: Hashable, Sendable {
        package let finding: EmergencyFinding
        package let by: ID<Worker>
        package let at: Date
    }

    /// The hour ends where nobody needed it.
    package var until: Date {
        let end = at + Self.length
        return review.map { $0.finding == .unjustified ? min(end, $0.at) : end } ?? end
    }
}

/// Why a file could not wait for its team.
package enum EmergencyReason: String, Choice {
    /// Somebody in it is in danger now.
    case danger
    /// The client calls or came, and nobody of the team can be reached.
    case client
    /// The police, a hospital or a court must know something now.
    case authority
    package static let list = "emergency-reason"
}

package enum EmergencyFinding: String, Choice {
    case justified, unjustified
    package static let list = "emergency-finding"
}

extension CaseFile {
    /// What nobody has reviewed yet.
    package var openEmergencies: [EmergencyAccess] { emergencies.filter { $0.review == nil } }

    /// The emergency in which somebody reads the file at this instant.
    package func emergency(of worker: ID<Worker>, at instant: Date) -> EmergencyAccess? {
        emergencies.last { $0.by == worker && instant < $0.until }
    }
}
