/// Hands the case to another case manager, who is its team from then on.
package struct AssignManager: Action, Hashable {
    package static let name: ActionName = "assign-manager"
    package static let duty: Duty? = .manageCases
    /// Of one whose manager left, somebody must be able to ask for the erasure.
    package static let isForVoided = true

    package var manager: ID<Worker>
    package var reason: LongText

    package init(_ manager: ID<Worker>, because reason: LongText) {
        self.manager = manager
        self.reason = reason
    }

    package var lookups: [Lookup] { [.holders(of: .manageCases)] }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        context.managesCases(manager) ? [] : [Fault(CodingKeys.manager, .notInList)]
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) { file.manager = manager }
}
