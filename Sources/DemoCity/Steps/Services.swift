import Casework
import Foundation

extension Step {
    /// - Parameter next: in how many days the client comes again.
    static func give(_ service: Service, next: Int? = nil, by provider: Line? = nil) -> Step {
        Step { work in
            let again = next.map { Moment(Hours.officeDay($0, after: work.city.now, &work.seed)) }
            let given = GiveService(
                service, to: try await work.client(), provider: provider,
                note: work.words(Narratives.services[service]), next: again)
            try await work.perform(given)
        }
    }

    static let offerMediation = Step { work in
        let dispute = work.plot.kind?.dispute ?? .maintenance
        let session = Moment(Hours.officeDay(4, after: work.city.now, &work.seed))
        let offer = OfferMediation(
            dispute, assessedBy: "Pendamping dan psikolog UPTD", freeOfPressure: .yes, noRepeat: .yes,
            protectionOrder: .no, session: session, note: "Ruang terpisah disiapkan; klien boleh berhenti kapan saja.")
        // Of whom no age was told, it was found out.
        try await work.perform(offer, ticked: [Caution("mediation-alleged-age")])
        work.lookAgain()
    }

    static let recordMediation = Step { work in
        guard let mediation = try await work.record().openMediations.first else { return }
        let again = Moment(Hours.officeDay(14, after: work.city.now, &work.seed))
        let outcome = RecordMediation(
            mediation.id, .agreed, mediator: "Mediator UPTD",
            agreement:
                "Terlapor membayar nafkah setiap tanggal satu lewat rekening, dan tidak datang tanpa pemberitahuan.",
            supervision: "Ketua RW dan pendamping menanyakannya setiap bulan.", signed: .yes, safe: .yes, next: again)
        try await work.perform(outcome)
    }
}
