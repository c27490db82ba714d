/// Where the law bars mediation (`docs/sources.md`).
package enum MediationRules {
    /// - Throws: the first bar, with the article.
    package static func check(_ file: CaseFile, _ context: Context) throws(Refusal) {
        if file.forms.contains(.sexual) { throw context.refusal("mediation-sexual-violence", .noSettlement) }
        if file.forms.contains(.trafficking) {
            throw context.refusal("mediation-trafficking", .noRestorativeJustice)
        }
        guard file.orders(inForceOn: context.today).isEmpty
        else { throw context.refusal("mediation-order-in-force", .mediationStandard) }
        // Also a client of whom nobody said yet that they were harmed.
        for client in file.clients {
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
}
