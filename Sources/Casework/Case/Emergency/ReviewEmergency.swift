/// The head's word on an hour in which somebody outside the team read the file.
package struct ReviewEmergency: Action, Hashable {
    package static let name: ActionName = "review-emergency"
    package static let duty: Duty? = .approve
    package static let mending: MendingTraits = .final
    package static let isForVoided = true
    package static let isForPeople = true

    package var access: ID<EmergencyAccess>
    package var finding: EmergencyFinding
    package var note: LongText?

    package init(_ access: ID<EmergencyAccess>, _ finding: EmergencyFinding, note: LongText? = nil) {
        self.access = access
        self.finding = finding
        self.note = note
    }

    /// Where nobody else decides, whoever read it says so while they read it: one's own emergency opens nothing.
    package static func duty(seeing sight: Sight) -> Duty? { sight >= .readable ? duty : nil }

    package static func isOffered(on file: CaseFile) -> Bool { !file.openEmergencies.isEmpty }

    package var topic: Topic? { Topic("emergency/\(access)") }
    package var lookups: [Lookup] { SecondPerson.lookups }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        guard let asked = file.openEmergencies.first(where: { $0.id == access }) else {
            return [Fault(CodingKeys.access, .notInList)]
        }
        let decision: ApprovalDecision = finding == .justified ? .granted : .refused
        return SecondPerson.faults(decision, by: asked.by, CodingKeys.note, note, context)
    }

    package func check(_ file: CaseFile, _ context: Context) throws(Refusal) {
        try SecondPerson.check(file.openEmergencies.first { $0.id == access }?.by, context)
    }

    package func cautions(_ file: CaseFile, _ context: Context) -> [Caution] {
        SecondPerson.cautions(file.openEmergencies.first { $0.id == access }?.by, context)
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        guard let place = file.emergencies.firstIndex(where: { $0.id == access && $0.review == nil }) else { return }
        if file.emergencies[place].by == stamp.worker { file.decidedAlone += 1 }
        file.emergencies[place].review = EmergencyAccess.Review(
            finding: finding, by: stamp.worker, at: stamp.instant)
    }
}
