import Casework

extension Step {
    /// Every client is asked.
    static let agreeToServices = Step { work in
        for client in try await work.record().clients {
            let consent = RecordConsent(
                client.id, to: .services, by: work.plot.giver, note: work.seed.pick(Narratives.consents))
            try await work.perform(consent, ticked: work.asked(of: consent, by: work.manager))
        }
    }

    /// A child of that age who wants no adult to know: shown, ticked, written down.
    static let agreeAlone = Step { work in
        let consent = RecordConsent(
            try await work.client(), to: .services, by: .client,
            note: "Klien belum mau orang tuanya tahu. Batas kerahasiaan dijelaskan; dibicarakan lagi pekan depan.")
        try await work.perform(consent, ticked: [Caution("child-alone")])
    }

    static func agreeToSharing(with kind: PartnerKind) -> Step {
        Step { work in
            let consent = RecordConsent(
                try await work.client(), to: .sharing, partner: try work.city.partner(kind).id,
                parts: [.identity, .contact, .story], by: work.plot.giver, until: work.city.today.adding(180))
            try await work.perform(consent, ticked: work.asked(of: consent, by: work.manager))
        }
    }

    static let refuseSharing = Step { work in
        let consent = RecordConsent(
            try await work.client(), to: .sharing, partner: try work.city.partner(.education).id, parts: [.story],
            decision: .refused, by: work.plot.giver, note: "Klien tidak ingin sekolah tahu.")
        try await work.perform(consent)
    }

    static let agreeToMediation = Step { work in
        let consent = RecordConsent(
            try await work.client(), to: .mediation, by: .client,
            note: "Klien ingin bertemu dengan penengah, asal pendamping hadir dan boleh berhenti kapan saja.")
        try await work.perform(consent)
    }

    /// While a partner works on the strength of it: the partner must be stopped.
    static let withdrawConsent = Step { work in
        work.lookAgain()
        let consent = try await work.record().consents.last { $0.told.purpose == .sharing && $0.canBeWithdrawn }
        guard let consent else { return }
        try await work.perform(WithdrawConsent(consent.id, because: "Klien tidak nyaman dengan tempatnya."))
    }
}
