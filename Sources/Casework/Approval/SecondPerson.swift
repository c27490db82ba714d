/// Four eyes: who asks does not decide. Where no other holder of `approve` is active, as in an office of three, the act
/// is allowed with its reason, marked, and stays on the overseer's list
/// (`docs/adr/0008-approval-and-the-second-person.md`).
package enum SecondPerson {
    /// Cautions ticked by whoever did alone what two should do, or what others must hear of: it stays on the overseer's
    /// list, and the timeline marks it.
    private static let alone: Set<String> = [
        "no-second-person", "nobody-else", "nobody-decides", "shuts-out-head", "shuts-out-manager", "mediation-barred",
        "restricted-few",
    ]

    package static func isAlone(_ ticked: [String]) -> Bool {
        ticked.contains { mark in alone.contains(mark.split(separator: "|").first.map(String.init) ?? "") }
    }

    static let lookups: [Lookup] = [.holders(of: .approve), .holders(of: .manageCases), .restriction]

    static func check(_ asker: ID<Worker>?, _ context: Context) throws(Refusal) {
        guard asker == context.worker, !mayDecideAlone(context) else { return }
        guard others(context).isEmpty else { throw Refusal("own-approval") }
        throw Refusal("own-approval-restricted")
    }

    /// Nobody outside hears of what is decided in a restricted case, so no list of an overseer makes up for a second person:
    /// somebody else who works on it asks.
    private static func mayDecideAlone(_ context: Context) -> Bool {
        let isRestricted = context.facts[.restriction]?.isEmpty == false
        return others(context).isEmpty && !(isRestricted && Restriction.hasSomebodyElse(context))
    }

    /// A refusal needs a reason, and so does a decision of one's own request. Whoever may not decide is not asked for one.
    static func faults(
        _ decision: ApprovalDecision, by asker: ID<Worker>?, _ field: some CodingKey, _ reason: LongText?,
        _ context: Context
    ) -> [Fault] {
        let isOwn = asker == context.worker
        let needsReason = isOwn ? mayDecideAlone(context) : decision == .refused
        return needsReason && reason == nil ? [Fault(field, .missing)] : []
    }

    static func cautions(_ asker: ID<Worker>?, _ context: Context) -> [Caution] {
        asker == context.worker && mayDecideAlone(context) ? [Caution("no-second-person")] : []
    }

    private static func others(_ context: Context) -> [String] {
        (context.facts[.holders(of: .approve)] ?? []).filter { $0 != context.worker.description }
    }
}
