import Casework

extension Step {
    /// A slip, found in the same hour: own entries are mended freely for a day.
    static let correctNote = Step { work in
        work.lookAgain()
        guard let note = try await work.fold().history.last(where: { $0.action is RecordNote }) else { return }
        let right = RecordNote(note: "Kunjungan rumah bersama pekerja sosial; klien ditemui sendirian.")
        try await work.perform(CorrectEntry<CaseFile>(note.id, to: right, because: "Kurang lengkap."))
    }

    static let withdrawNote = Step { work in
        work.lookAgain()
        guard let note = try await work.fold().history.last(where: { $0.action is RecordNote }) else { return }
        try await work.perform(WithdrawEntry<CaseFile>(note.id, because: "Tercatat di berkas yang salah."))
    }

    /// Days later a correction is a proposal.
    static let proposeCorrection = Step { work in
        work.lookAgain()
        let told = try await work.fold().history.last { $0.action is RecordIncident }
        guard let told, var right = told.action as? RecordIncident else { return }
        right.what = LongText(right.what.text + " Terjadi lebih dari sekali.")
        let correction = try CorrectEntry<CaseFile>(told.id, to: right, because: "Klien bercerita lebih lengkap.")
        try await work.perform(correction, ticked: [Caution("sexual-purpose")])
        work.lookAgain()
    }

    static let proposeWithdrawal = Step { work in
        work.lookAgain()
        guard let note = try await work.fold().history.last(where: { $0.action is RecordNote }) else { return }
        try await work.perform(WithdrawEntry<CaseFile>(note.id, because: "Tidak penting lagi."))
        work.lookAgain()
    }

    static func decideMending(_ decision: ApprovalDecision, because reason: LongText) -> Step {
        Step { work in
            guard let proposal = try await work.fold().history.last(where: { $0.approval == .asked }) else { return }
            try await work.perform(
                DecideMending<CaseFile>(proposal.id, decision, because: reason), by: work.city.staff.head)
        }
    }

    // MARK: on a complaint

    /// A case that should not have been opened: with the triage goes the case.
    static let withdrawTriage = Step { work in
        guard let triage = try await work.complaintFold().history.last(where: { $0.action is TriageComplaint })
        else { return }
        try await work.tell(
            WithdrawEntry<Complaint>(triage.id, because: "Sudah ditangani UPTD provinsi; seharusnya bukan kasus baru."))
        work.file = nil
    }

    static let correctCallback = Step { work in
        guard let call = try await work.complaintFold().history.last(where: { $0.action is RecordCallback })
        else { return }
        let right = RecordCallback(outcome: .noAnswer, note: "Nada sambung saja.")
        try await work.tell(CorrectEntry<Complaint>(call.id, to: right, because: "Salah pilih."))
    }

    static let voidComplaint = Step { work in
        try await work.tell(VoidRecord<Complaint>(.test, because: "Percobaan saat pelatihan petugas baru."))
    }

    /// Days later the office hears where the caller lives: somebody must agree to the correction.
    static let correctDistrict = Step { work in
        guard let told = try await work.complaintFold().history.first, var right = told.action as? ReceiveComplaint
        else { return }
        right.district = right.district == .batamKota ? .sagulung : .batamKota
        let correction = try CorrectEntry<Complaint>(
            told.id, to: right, because: "Alamatnya ternyata di kecamatan lain.")
        try await work.tell(correction)
        let proposal = try await work.complaintFold().history.last { $0.approval == .asked }
        guard let proposal else { return }
        try await work.tell(
            DecideMending<Complaint>(proposal.id, .granted, because: "Sesuai catatan telepon."),
            by: work.city.staff.head)
    }
}
