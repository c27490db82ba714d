/// That only its team knows of a case, and who said so.
package struct Restriction: Hashable, Sendable {
    package let ground: RestrictionGround
    package let by: ID<Worker>

    static let lookups: [Lookup] = [.holders(of: .manageCases), .holders(of: .approve)]

    /// Whoever answers for the case decides who knows of it: its manager, or who approves and is on its team. To be let
    /// into the file by a request is not enough.
    static func checkDeciding(_ file: CaseFile, _ context: Context) throws(Refusal) {
        if let refusal = refusesToDecide(file, context) { throw refusal }
    }

    static func refusesToDecide(_ file: CaseFile, _ context: Context) -> Refusal? {
        let approves = context.duties.contains(.approve) && file.isOfTeam(context.worker)
        return file.manager == context.worker || approves ? nil : Refusal("restriction-not-yours")
    }

    /// Where nobody else of its team approves, whoever is of it may show it again, or nobody but who restricted it could.
    static func checkLifting(_ file: CaseFile, _ context: Context) throws(Refusal) {
        let approvers = context.facts[.holders(of: .approve)] ?? []
        let others = file.wholeTeam.filter { $0 != file.restriction?.by }
        let hasApprover = !able(others, context).isDisjoint(with: approvers)
        if hasApprover || !file.isOfTeam(context.worker) { try checkDeciding(file, context) }
    }

    /// Nobody else can help a team that is the only one to know of a case. It has two who work on it, so that it is not
    /// lost with one of them, and one of these approves, since no other head can; where the office has no such two, two all
    /// the same, or the only one who is left.
    static func check(_ team: [ID<Worker>], _ context: Context) throws(Refusal) {
        let able = able(team, context)
        let least = min(2, Set(context.facts[.holders(of: .manageCases)] ?? []).count)
        if isPossible(context) {
            guard isEnough(able, context) else { throw Refusal("restricted-needs-two", remedy: AddToTeam.name) }
        } else if able.isEmpty || able.count < least {
            throw Refusal("restricted-needs-colleague", remedy: AddToTeam.name)
        }
    }

    /// Whether the office has two such people, whether or not they are on the team.
    static func isPossible(_ context: Context) -> Bool {
        isEnough(Set(context.facts[.holders(of: .manageCases)] ?? []), context)
    }

    static func hasSomebodyElse(_ context: Context) -> Bool {
        (context.facts[.holders(of: .manageCases)] ?? []).contains { $0 != context.worker.description }
    }

    /// Whoever of a team manages cases still.
    fileprivate static func able(_ team: [ID<Worker>], _ context: Context) -> Set<String> {
        Set(team.map(\.description)).intersection(context.facts[.holders(of: .manageCases)] ?? [])
    }

    private static func isEnough(_ able: Set<String>, _ context: Context) -> Bool {
        able.count > 1 && !able.isDisjoint(with: context.facts[.holders(of: .approve)] ?? [])
    }
}

extension CaseFile {
    package var isRestricted: Bool { restriction != nil }

    /// How many can still open a restricted case, where these are too few to keep it.
    package func tooFew(of managing: Set<ID<Worker>>, approving: Set<ID<Worker>>) -> Int? {
        let able = managing.intersection(wholeTeam)
        return isRestricted && (able.count < 2 || able.isDisjoint(with: approving)) ? able.count : nil
    }

    /// The other file's team would read that this one is there.
    var linkingObstacles: [Refusal] { isRestricted ? [Refusal("restricted-no-links")] : [] }

    /// Whether another team can keep a restricted case. Nobody is kept on it who can't open it any more.
    /// - Parameter context: of an action that has ``Restriction/lookups``.
    func checkKeeping(_ others: [ID<Worker>], _ context: Context) throws(Refusal) {
        guard isRestricted else { return }
        let isSmaller = !Restriction.able(wholeTeam, context).isSubset(of: Restriction.able(others, context))
        if isSmaller { try Restriction.check(others, context) }
    }
}
