import Casework

/// Who calls, through what, and how they are reached without harm.
struct Reporter: Sendable {
    let relation: ReporterRelation
    let name: String?
    let channel: Channel
    let safeContact: String

    init(_ relation: ReporterRelation, client: Someone, _ seed: inout Seed) {
        let sex: Sex = seed.chance(65) ? .female : .male
        self.relation = relation
        let somebody = Someone(sex, 24...58, &seed).name
        channel = seed.pick(Self.channels(relation))
        safeContact = seed.pick(Self.contacts(relation))
        name =
            switch relation {
            case .anonymous: nil
            case .oneself: client.name
            case .police: "\(seed.pick(["Brigpol", "Aiptu", "Bripka", "Ipda"])) \(somebody)"
            case .healthWorker: "\(seed.pick(sex == .female ? ["Bidan", "dr."] : ["dr.", "Ns."])) \(somebody)"
            default: somebody
            }
    }

    private static func channels(_ relation: ReporterRelation) -> [Channel] {
        switch relation {
        case .oneself: [.sapaPhone, .sapaWhatsApp, .direct, .app]
        case .parent: [.direct, .sapaPhone, .callCentre]
        case .family: [.sapaWhatsApp, .direct, .callCentre]
        case .neighbour: [.callCentre, .sapaWhatsApp, .spnLapor]
        case .teacher: [.school]
        case .healthWorker: [.referral]
        case .police: [.lawEnforcement]
        case .ngo: [.ngo, .ngo, .letter]
        case .anonymous: [.spnLapor, .sapaForm, .media]
        case .other: [.officialNote, .outreach, .letter, .transfer]
        }
    }

    private static func contacts(_ relation: ReporterRelation) -> [String] {
        switch relation {
        case .oneself:
            [
                "WhatsApp saja, hari kerja siang. Jangan menelepon malam.",
                "Telepon boleh. Kalau yang mengangkat orang lain, bilang dari koperasi.",
                "Tulis \"info arisan\" dulu, tunggu dibalas.",
            ]
        case .parent: ["Telepon ibu setelah pukul 17.00.", "Telepon atau WhatsApp, kapan saja."]
        case .family: ["WhatsApp pelapor. Jangan hubungi rumah klien.", "Telepon sore. Klien tidak punya ponsel."]
        case .neighbour: ["Telepon pelapor sampai pukul 21.00. Jangan sebut ada tetangga yang melapor."]
        case .teacher: ["Telepon guru pada jam sekolah. Jangan hubungi rumah anak."]
        case .healthWorker: ["Lewat bidan atau perawat, pada jam kerja."]
        case .police: ["Telepon penyidik pada jam kerja."]
        case .ngo: ["Telepon yayasan; nomor klien ada pada mereka."]
        case .anonymous: ["Tidak ada kontak; pelapor akan menulis lagi."]
        case .other: ["Lewat pelapor, pada jam kerja."]
        }
    }
}
