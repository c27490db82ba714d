/// Says that somebody knows no party after all, or no more.
package struct EndConflict: Action, Hashable {
    package static let name: ActionName = "end-conflict"
    package static let duty: Duty? = .manageCases
    package static let mending: MendingTraits = .final
    package static let isForVoided = true

    package var worker: ID<Worker>
    package var reason: LongText

    package init(_ worker: ID<Worker>, because reason: LongText) {
        self.worker = worker
        self.reason = reason
    }

    package static func isOffered(on file: CaseFile) -> Bool { !file.conflicts.isEmpty }

    package var topic: Topic? { Topic("team/\(worker)") }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        file.conflicts.contains(worker) ? [] : [Fault(CodingKeys.worker, .notInList)]
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) { file.conflicts.removeAll { $0 == worker } }
}
