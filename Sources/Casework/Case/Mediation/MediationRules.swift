/// Where the law bars mediation (`domain.md` 2.4).
package enum MediationRules {
    private static let standard = "Standar layanan mediasi UPTD PPA (F5)"

    /// - Throws: the first bar, with the article.
    package static func check(_ file: CaseFile, _ context: Context) throws(Refusal) {
        if file.forms.contains(.sexual) { throw Refusal("mediation-sexual-violence", law: "UU 12/2022 ps. 23") }
        if file.forms.contains(.trafficking) {
            throw Refusal("mediation-trafficking", law: "UU 20/2025 ps. 79-88; \(standard)")
        }
        let isChildVictim = file.clients.contains { client in
            client.age(on: context.today).map { $0 < 18 } == true && !file.forms(of: client.id).isEmpty
        }
        if isChildVictim { throw Refusal("mediation-child", law: standard) }
        if file.risk == .high { throw Refusal("mediation-high-risk", law: standard) }
        let consenting = file.consents.filter { $0.told.purpose == .mediation && $0.isInForce(on: context.today) }
        let everybody = file.clients.allSatisfy { client in consenting.contains { $0.told.client == client.id } }
        guard everybody, !file.clients.isEmpty else { throw Refusal("mediation-no-consent", law: standard) }
    }
}
