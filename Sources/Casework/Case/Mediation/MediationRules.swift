/// Where the law bars mediation (`docs/sources.md`).
package enum MediationRules {
    /// - Throws: the first bar, with the article.
    package static func check(_ file: CaseFile, _ context: Context) throws(Refusal) {
        if let bar = bars(file, context).first { throw bar }
    }

    /// All bars, each with its article. Where something bars it for certain, nobody is sent to ask how old somebody is; and
    /// only where nothing else does, to ask for consent.
    static func bars(_ file: CaseFile, _ context: Context) -> [Refusal] {
        let known = lastingBars(file, context) + passingBars(file, context)
        if known.contains(where: { $0.remedy == nil }) { return known.map(\.withoutRemedy) }
        return known + unknownAge(file, context) + (known.isEmpty ? missingConsent(file, context) : [])
    }

    /// What happened, and how old whoever it happened to, or did it, was.
    private static func lastingBars(_ file: CaseFile, _ context: Context) -> [Refusal] {
        var bars: [Refusal] = []
        let children = file.alleged.filter { file.youngestAge(ofAlleged: $0)?.isChildsAge == true }
        let isByAdult = file.alleged.contains { file.youngestAge(ofAlleged: $0)?.isChildsAge == false }
        let isByChild = !children.isEmpty || file.hasDiversion
        // The law leaves one way out of court where a child did it, and that one is not the office's.
        if file.forms.contains(.sexual), !isByChild || isByAdult {
            bars.append(context.refusal("mediation-sexual-violence", .noSettlement))
        }
        if file.forms.contains(.trafficking) {
            bars.append(context.refusal("mediation-trafficking", .noRestorativeJustice))
        }
        if isByChild {
            let isSure = file.hasDiversion || children.contains { $0.born?.whole != nil }
            bars.append(
                context.refusal("mediation-alleged-child", .diversion, remedy: isSure ? nil : DescribePerson.name))
        }
        let young = partiesWithAges(file).filter { $0.age?.isChildsAge == true }
        if !young.isEmpty {
            let isSure = young.contains { $0.party.born?.whole != nil }
            bars.append(
                context.refusal("mediation-child", .mediationStandard, remedy: isSure ? nil : DescribePerson.name))
        }
        return bars
    }

    /// What stands against it today.
    private static func passingBars(_ file: CaseFile, _ context: Context) -> [Refusal] {
        let asked: [(isThere: Bool, bar: Refusal)] = [
            (
                !file.orders(inForceOn: context.today).isEmpty,
                context.refusal("mediation-order-in-force", .mediationStandard)
            ),
            (file.isUnsafe, context.refusal("mediation-not-safe", .mediationStandard)),
            (file.risk == .high, context.refusal("mediation-high-risk", .mediationStandard)),
        ]
        return asked.filter(\.isThere).map(\.bar)
    }

    private static func unknownAge(_ file: CaseFile, _ context: Context) -> [Refusal] {
        let isUnknown = partiesWithAges(file).contains { $0.age == nil }
        return isUnknown ? [context.refusal("mediation-age", .mediationStandard, remedy: DescribePerson.name)] : []
    }

    private static func missingConsent(_ file: CaseFile, _ context: Context) -> [Refusal] {
        let consenting = file.consents.filter { $0.told.purpose == .mediation && $0.isInForce(on: context.today) }
        let isThere = file.clients.allSatisfy { client in consenting.contains { $0.told.client == client.id } }
        guard !isThere || file.clients.isEmpty else { return [] }
        return [context.refusal("mediation-no-consent", .mediationStandard, remedy: RecordConsent.name)]
    }

    /// Also a client of whom nobody said yet that they were harmed; but not who is known to be none.
    private static func partiesWithAges(_ file: CaseFile) -> [(party: Person, age: Int?)] {
        file.clients.filter { !file.isUnharmed($0.id) }.map { ($0, file.youngestAge(of: $0)) }
    }

    /// Whose age nobody recorded may have been a child when it happened: who offers it has made sure.
    static func cautions(_ file: CaseFile) -> [Caution] {
        let alleged = file.alleged
        let isKnown = !alleged.isEmpty && alleged.allSatisfy { file.youngestAge(ofAlleged: $0) != nil }
        return isKnown ? [] : [Caution("mediation-alleged-age")]
    }
}
