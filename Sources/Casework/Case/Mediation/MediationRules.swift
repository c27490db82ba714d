/// Where the law bars mediation (`docs/sources.md`).
package enum MediationRules {
    /// - Throws: the first bar, with the article.
    package static func check(_ file: CaseFile, _ context: Context) throws(Refusal) {
        let children = file.alleged.filter { file.youngestAge(ofAlleged: $0)?.isChildsAge == true }
        let isByAdult = file.alleged.contains { file.youngestAge(ofAlleged: $0)?.isChildsAge == false }
        let isByChild = !children.isEmpty || file.hasDiversion
        // The law leaves one way out of court where a child did it, and that one is not the office's.
        if file.forms.contains(.sexual), !isByChild || isByAdult {
            throw context.refusal("mediation-sexual-violence", .noSettlement)
        }
        if file.forms.contains(.trafficking) {
            throw context.refusal("mediation-trafficking", .noRestorativeJustice)
        }
        if isByChild {
            let isSure = file.hasDiversion || children.contains { $0.born?.whole != nil }
            throw context.refusal(
                "mediation-alleged-child", .diversion, remedy: isSure ? nil : DescribePerson.name)
        }
        guard file.orders(inForceOn: context.today).isEmpty
        else { throw context.refusal("mediation-order-in-force", .mediationStandard) }
        // Also a client of whom nobody said yet that they were harmed; but not who is known to be none.
        for client in file.clients where !file.isUnharmed(client.id) {
            guard let age = file.youngestAge(of: client) else {
                throw context.refusal("mediation-age", .mediationStandard, remedy: DescribePerson.name)
            }
            let remedy = client.born?.whole == nil ? DescribePerson.name : nil
            if age.isChildsAge { throw context.refusal("mediation-child", .mediationStandard, remedy: remedy) }
        }
        if file.isUnsafe { throw context.refusal("mediation-not-safe", .mediationStandard) }
        if file.risk == .high { throw context.refusal("mediation-high-risk", .mediationStandard) }
        let consenting = file.consents.filter { $0.told.purpose == .mediation && $0.isInForce(on: context.today) }
        let everybody = file.clients.allSatisfy { client in consenting.contains { $0.told.client == client.id } }
        guard everybody, !file.clients.isEmpty else {
            throw context.refusal("mediation-no-consent", .mediationStandard, remedy: RecordConsent.name)
        }
    }

    /// Whose age nobody recorded may have been a child when it happened: who offers it has made sure.
    static func cautions(_ file: CaseFile) -> [Caution] {
        let alleged = file.alleged
        let isKnown = !alleged.isEmpty && alleged.allSatisfy { file.youngestAge(ofAlleged: $0) != nil }
        return isKnown ? [] : [Caution("mediation-alleged-age")]
    }
}
