/// Somebody who works on the case beside its manager, and opens its file as the manager does.
package struct TeamMember: Hashable, Sendable {
    package let worker: ID<Worker>
    package let role: TeamRole

    package init(_ worker: ID<Worker>, _ role: TeamRole) {
        self.worker = worker
        self.role = role
    }
}

/// What somebody does in a case.
package enum TeamRole: String, Choice {
    /// Stands in for the manager.
    case deputy
    case psychologist
    case socialWorker = "social-worker"
    /// An advocate, or somebody else who helps with the law.
    case legalAid = "legal-aid"
    case companion
    package static let list = "team-role"
}

extension CaseFile {
    /// Manager and team: who opens its file without being let in.
    package var wholeTeam: [ID<Worker>] { [manager].compactMap { $0 } + team.map(\.worker) }

    package func isOfTeam(_ worker: ID<Worker>) -> Bool {
        manager == worker || team.contains { $0.worker == worker }
    }

    /// Who leads the office lets others into a file that they may not open themselves. To let oneself in would make one's
    /// own need to know; it is somebody else's word, as long as there is somebody else.
    func checkLettingIn(_ worker: ID<Worker>, _ context: Context) throws(Refusal) {
        guard !conflicts.contains(worker) else { throw Refusal("has-conflict") }
        guard letsThemselvesIn(worker, context), hasSomebodyElse(context) else { return }
        throw Refusal("not-to-yourself")
    }

    func cautionsOfLettingIn(_ worker: ID<Worker>, _ context: Context) -> [Caution] {
        letsThemselvesIn(worker, context) && !hasSomebodyElse(context) ? [Caution("nobody-else")] : []
    }

    /// A file whose manager left is open to who hands it on.
    private func letsThemselvesIn(_ worker: ID<Worker>, _ context: Context) -> Bool {
        worker == context.worker && !isOfTeam(worker) && manager.map(context.managesCases) == true
    }

    private func hasSomebodyElse(_ context: Context) -> Bool {
        (context.facts[.holders(of: .manageCases)] ?? []).contains { holder in
            holder != context.worker.description && holder != manager?.description
        }
    }
}
