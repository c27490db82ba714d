import Casework
import Desk

extension Step {
    static let receive = Step { work in
        work.complaints += 1
        try await work.tell(work.plot.complaint)
    }

    /// A new case, whose id its complaint knows.
    static let triage = Step { work in
        try await work.tell(work.plot.triage(work.manager.id), ticked: [Caution("sexual-purpose")])
        work.file = try await work.complaintFold().record.caseFile
    }

    /// Another end than a case of ours.
    static func triage(_ decision: TriageDecision, elsewhere: Line? = nil) -> Step {
        Step { work in
            let triage = TriageComplaint(
                reachable: .no, threat: .no, injured: .no, risk: .low, decision: decision, elsewhere: elsewhere)
            try await work.tell(triage, ticked: [Caution("danger-left"), Caution("danger-passed-on")])
        }
    }

    static func callBack(_ outcome: CallbackOutcome, note: LongText? = nil) -> Step {
        Step { work in try await work.tell(RecordCallback(outcome: outcome, note: note)) }
    }

    /// Told to the complaint; where it is a case already, the case hears of it.
    static let changeContact = Step { work in
        let contact = SetSafeContact<Complaint>(
            safeContact: "Lewat pelapor saja; ponsel klien dipegang orang lain.",
            rules: ContactRules(from: "09:00", until: "15:00", codeWord: "info arisan", never: "Jangan kirim pesan."))
        try await work.tell(contact)
        work.lookAgain()
    }

    /// Somebody else calls about the same.
    static let join = Step { work in
        let again = Step.others[work.seed.number(0...Step.others.count - 1)]
        let second = ReceiveComplaint(
            channel: again.channel, what: again.what, affected: work.plot.complaint.affected,
            district: work.plot.complaint.district, relation: again.relation)
        try await work.join(second, work.plot.forms)
    }

    /// The same, told in these words.
    static func join(_ second: ReceiveComplaint, forms: [ViolenceForm]) -> Step {
        Step { work in try await work.join(second, forms) }
    }

    private static let others: [(channel: Channel, relation: ReporterRelation, what: LongText)] = [
        (.school, .teacher, "Wali kelas melihat perubahan pada anak dan bertanya apa sudah ada yang mendampingi."),
        (.callCentre, .neighbour, "Tetangga menelepon tentang keluarga yang sama. Ia tidak tahu sudah ada laporan."),
        (.officialNote, .other, "Nota dinas lurah tentang klien yang sama, menyusul laporan keluarga."),
    ]
}

extension Work {
    fileprivate mutating func join(_ second: ReceiveComplaint, _ forms: [ViolenceForm]) async throws {
        guard let file else { return }
        let dewi = city.staff.intake
        let complaint = try await city.desk.perform(second, on: ID(), by: dewi).record
        complaints += 1
        let triage = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, forms: forms, decision: .joinCase,
            joins: file, note: "Tentang klien yang sama.")
        try await city.desk.perform(
            triage, on: complaint, by: dewi, Asking(ticked: [Caution("sexual-purpose").mark]))
    }
}
