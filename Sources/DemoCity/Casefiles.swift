import Casework

/// What the case manager did in the first cases, in the order in which their complaints came in.
enum Casefiles {
    typealias Work = @Sendable (CaseFile) -> any Action<CaseFile>

    static let all: [[Work]] = [
        [
            { _ in
                SetSafeContact<CaseFile>(
                    safeContact: "Lewat guru BK di sekolah.",
                    rules: ContactRules(
                        from: "08:00", until: "13:00", codeWord: "lomba mading", mayHear: "Guru BK",
                        never: "Jangan telepon rumah. Jangan kirim pesan."))
            },
            { _ in AddPerson("Bapak pelapor", .alleged, relation: .parent, sex: .male) },
            { file in
                RecordIncident(
                    day: "2026", place: .household, harms: clients(file, [.physical, .psychological]),
                    alleged: alleged(file), domestic: .yes, what: "Berulang sejak tahun lalu, bila terlapor mabuk.")
            },
            { _ in RecordNote(note: "Bicara dengan guru BK. Anak aman di rumah bibinya sampai Jumat.") },
        ],
        [
            { _ in AddPerson("Mantan suami", .alleged, relation: .spouse, sex: .male) },
            { file in
                RecordIncident(
                    place: .household, harms: clients(file, [.psychological]), alleged: alleged(file), domestic: .yes,
                    what: "Mendobrak pintu dan mengancam membawa anak-anak.")
            },
            { _ in RecordNote(note: "Pintu diperbaiki tetangga. Ketua RT diberi tahu agar menelepon 110.") },
        ],
        [],
        [{ _ in RecordNote(note: "Klien tinggal di rumah ibu pengajian. Gaji dihitung bersama Disnaker.") }],
        [
            { _ in RequestWaiver(.reportToPolice, because: "Pernikahan belum terjadi; didahulukan pencegahan oleh KUA.")
            }
        ],
        [],
        [{ _ in ReportToPolice(unit: "Unit PPA Polresta Barelang", number: "LP/B/1187/XI/2026") }],
    ]

    private static func clients(_ file: CaseFile, _ forms: [ViolenceForm]) -> [RecordIncident.Harm] {
        file.people.filter { $0.role == .client }.map { RecordIncident.Harm($0.id, forms) }
    }

    private static func alleged(_ file: CaseFile) -> [RecordIncident.AllegedPerson] {
        file.people.filter { $0.role == .alleged }.map { RecordIncident.AllegedPerson($0.id) }
    }
}
