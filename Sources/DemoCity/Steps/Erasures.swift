import Casework
import Desk

extension Step {
    static let askErasure = Step { work in
        try await work.perform(
            RequestErasure<CaseFile>(
                .requested, .notFound, because: "Diminta klien lewat surat; alamatnya tidak lagi berlaku."),
            ticked: [Caution("erasure-legal-process")])
        work.lookAgain()
    }

    static let refuseErasure = Step { work in
        try await work.perform(
            DecideErasure<CaseFile>(.refused, because: "Terlapor masih dapat mengajukan peninjauan kembali."),
            by: work.city.staff.head)
        work.lookAgain()
    }

    // MARK: of a complaint that became no case

    static let askComplaintErasure = Step { work in
        try await work.tell(RequestErasure<Complaint>(.requested, .told, because: "Pelapor minta datanya dihapus."))
    }

    static let refuseComplaintErasure = Step { work in
        try await work.tell(
            DecideErasure<Complaint>(.refused, because: "Pelapor dihubungi: nomornya saja yang ingin diganti."),
            by: work.city.staff.head)
    }

    /// From here on nobody reads it.
    static let eraseComplaint = Step { work in
        let decision = DecideErasure<Complaint>(.granted)
        try await work.city.desk.perform(
            decision, on: work.complaint, by: work.city.staff.head,
            Asking(ticked: [Caution("erasure-is-final").mark]))
        work.complaints -= 1
    }
}
