/// What goes on in court without the office.
extension CaseFile {
    /// Whether a hearing was set or somebody was prosecuted, and no verdict is on record since.
    var isTried: Bool {
        let court = legalSteps.inOrder.compactMap(\.event)
        let isProsecuted = court.last { [.prosecuted, .verdict, .investigationStopped].contains($0) } == .prosecuted
        return isProsecuted || triggers.contains { $0.rule == .hearing && $0.isOpen }
    }

    /// Whether restitution was granted to somebody and no payment is on record since.
    var isOwedRestitution: Bool {
        let owed = legalSteps.inOrder.reduce(into: [LegalStep]()) { owed, step in
            switch step.event {
            case .restitutionGranted: owed.append(step)
            case .restitutionPaid: owed.removeAll { step.isAbout($0.client?.value) }
            default: break
            }
        }
        return !owed.isEmpty
    }
}
