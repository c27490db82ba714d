package import Casework
import Foundation

/// At least one sample of every action of every record. A test fails for an action that has none.
package enum Samples {
    /// What opens a record, or happens to one that ``World/fromSchool`` opened.
    package static let all: [any Action] = [
        World.fromSchool,
        ReceiveComplaint(channel: .letter, what: "Surat tanpa nama."),
        SetSafeContact(phone: "+6281200000001", safeContact: "Telepon ibu, pagi. Jangan kirim pesan."),
        RecordCallback(outcome: .noAnswer, note: "Dicoba dua kali.", at: Moment(World.now)),
    ]

    /// What mends an entry that stands.
    package static func mends(of entry: EntryID) throws -> [any Action] {
        [
            try CorrectEntry<Complaint>(entry, to: RecordCallback(outcome: .answered), because: "Salah pilih."),
            WithdrawEntry<Complaint>(entry, because: "Salah berkas."),
            VoidRecord<Complaint>(.test, because: "Hanya percobaan."),
        ]
    }
}
