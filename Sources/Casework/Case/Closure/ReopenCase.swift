import Foundation

/// Opens a closed case again: what is open in it runs again, and it is assessed anew.
package struct ReopenCase: Action, Hashable {
    package static let name: ActionName = "reopen-case"
    package static let mending: MendingTraits = .final
    package static let duty: Duty? = .manageCases

    package var risk: Risk
    package var reason: LongText

    package init(_ risk: Risk, because reason: LongText) {
        self.risk = risk
        self.reason = reason
    }

    package static func isOffered(on file: CaseFile) -> Bool { file.isClosed }

    package static func obstacles(on file: CaseFile, _ context: Context) -> [Refusal] {
        file.isClosed ? [] : [Refusal("not-closed")]
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        file.reopen(risk, stamp)
    }
}

extension CaseFile {
    mutating func reopen(_ risk: Risk, _ stamp: Stamp) {
        if let closed = closure?.closed { remind(ofWhatFellAwayAt: closed, on: stamp.instant) }
        closure?.state = .reopened
        erasure = nil
        broughtEnd = nil
        stage = .reopened
        tell(risk)
        changeSafety(of: nil) { $0.needsAssessment = true }
        reopened = stamp.instant
    }

    /// A hearing that is still to come, and an order that is in force, are watched again; what was agreed otherwise is
    /// agreed anew.
    private mutating func remind(ofWhatFellAwayAt closed: Date, on instant: Date) {
        for index in triggers.indices where triggers[index].waived == closed {
            let end = triggers[index].rule == .hearing ? triggers[index].start : triggers[index].until
            if end.map({ $0 > instant }) ?? false { triggers[index].waived = nil }
        }
    }
}
