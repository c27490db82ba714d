/// Takes somebody off the case's team: from the next request on they open its file no more.
package struct RemoveFromTeam: Action, Hashable {
    package static let name: ActionName = "remove-from-team"
    package static let duty: Duty? = .manageCases
    package static let mending: MendingTraits = .final
    package static let isForVoided = true

    package var worker: ID<Worker>
    package var reason: LongText

    package init(_ worker: ID<Worker>, because reason: LongText) {
        self.worker = worker
        self.reason = reason
    }

    package static func isOffered(on file: CaseFile) -> Bool { !file.team.isEmpty }

    package var topic: Topic? { Topic("team/\(worker)") }

    package var lookups: [Lookup] { Restriction.lookups }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        file.team.contains { $0.worker == worker } ? [] : [Fault(CodingKeys.worker, .notInList)]
    }

    package func check(_ file: CaseFile, _ context: Context) throws(Refusal) {
        try file.checkKeeping(file.wholeTeam.filter { $0 != worker }, context)
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) { file.team.removeAll { $0.worker == worker } }
}
