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

    package func check(_ file: CaseFile, _ context: Context) throws(Refusal) {
        guard file.isClosed else { throw Refusal("not-closed") }
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        file.reopen(risk, stamp)
    }
}

extension CaseFile {
    mutating func reopen(_ risk: Risk, _ stamp: Stamp) {
        closure?.state = .reopened
        erasure = nil
        broughtEnd = nil
        stage = .reopened
        tell(risk)
        changeSafety(of: nil) { $0.needsAssessment = true }
        reopened = stamp.instant
    }
}
