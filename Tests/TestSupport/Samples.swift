package import Casework
import Foundation

/// At least one sample of every action of every record. A test fails for an action that has none.
package enum Samples {
    private static let manager = ID<Worker>()
    private static let triage = TriageComplaint(
        reachable: .yes, threat: .no, injured: .unknown, risk: .medium, riskReason: "Sudah aman.",
        forms: [.sexual, .physical], domestic: .yes, bullying: .no, online: .unknown, authority: .province,
        decision: .newCase, manager: manager, joins: ID(), elsewhere: "Dinas Sosial", note: "Catatan.")

    package static let all: [any Action] =
        [
            World.fromSchool,
            ReceiveComplaint(channel: .letter, what: "Surat tanpa nama."),
            triage,
            SetSafeContact<Complaint>(
                phone: "+6281200000001", safeContact: "Telepon ibu, pagi.",
                rules: ContactRules(
                    from: "08:00", until: "11:00", codeWord: "arisan", mayHear: "Ibu", never: "Jangan kirim pesan.")),
            SetSafeContact<CaseFile>(safeContact: "Lewat guru BK."),
            RecordCallback(outcome: .noAnswer, note: "Dicoba dua kali.", at: Moment(World.now)),
            OpenCase(
                complaint: ID(), triage: triage, received: World.fromSchool,
                contact: SafeContact(phone: World.fromSchool.phone, how: "Lewat guru."), at: World.now, manager: manager
            ),
            JoinComplaint(
                complaint: ID(), what: "Laporan kedua.", forms: [.sexual], risk: .high, received: Moment(World.now)),
            RecordNote(note: "Kunjungan rumah.", at: Moment(World.now)),
            AddPerson(
                "Bapak tiri", .alleged, relation: .parent, sex: .male, born: "1980-05", nik: "2171011405800001",
                phone: "+6281200000002"),
            RecordIncident(
                day: "2026-11", place: .household, district: .sagulung,
                harms: [.init(ID(), [.sexual, .psychological])], alleged: [.init(ID())], domestic: .yes, bullying: .no,
                online: .unknown, disability: .no, what: "Di rumah."),
            ReportToPolice(unit: "Unit PPA Polresta Barelang", number: "LP/B/1187/XI/2026", at: Moment(World.now)),
            RequestWaiver(.reportToPolice, because: "Sudah dilaporkan keluarga."),
            DecideWaiver(.reportToPolice, .granted, because: "Setuju."),
            AssignManager(manager, because: "Cuti."),
        ] + mends(of: EntryID(UUID())) + fileMends

    /// What mends an entry that stands.
    package static func mends(of entry: EntryID) -> [any Action] {
        let correction = try? CorrectEntry<Complaint>(
            entry, to: RecordCallback(outcome: .answered), because: "Salah pilih.")
        return [correction as (any Action)?].compactMap { $0 } + [
            WithdrawEntry<Complaint>(entry, because: "Salah berkas."),
            VoidRecord<Complaint>(.test, because: "Hanya percobaan."),
        ]
    }

    private static var fileMends: [any Action] {
        let entry = EntryID(UUID())
        let correction = try? CorrectEntry<CaseFile>(entry, to: RecordNote(note: "Benar."), because: "Salah.")
        return [correction as (any Action)?].compactMap { $0 } + [
            WithdrawEntry<CaseFile>(entry, because: "Salah berkas."),
            VoidRecord<CaseFile>(.duplicate, because: "Sudah ada."),
        ]
    }
}
