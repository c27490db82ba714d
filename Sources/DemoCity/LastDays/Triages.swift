import Casework

/// What triage made of the complaints that waited longest, in the order in which they came in.
enum Triages {
    typealias Manager = ID<Worker>

    static let all: [@Sendable (Manager) -> TriageComplaint] = [
        { manager in
            TriageComplaint(
                reachable: .yes, threat: .no, injured: .no, risk: .high, forms: [.physical, .psychological],
                domestic: .yes, decision: .newCase, manager: manager,
                note: "Pelapor 13 tahun. Belum mau menyebut alamat; hubungi lewat guru BK.")
        },
        { manager in
            TriageComplaint(
                reachable: .yes, threat: .yes, injured: .no, risk: .high, forms: [.physical, .psychological],
                domestic: .yes, decision: .newCase, manager: manager, note: "Mengancam kembali malam ini.")
        },
        { manager in
            TriageComplaint(
                reachable: .unknown, threat: .unknown, injured: .unknown, risk: .medium, forms: [.exploitation],
                decision: .newCase, manager: manager)
        },
        { manager in
            TriageComplaint(
                reachable: .no, threat: .no, injured: .no, risk: .medium, forms: [.exploitation, .trafficking],
                decision: .newCase, manager: manager)
        },
        { manager in
            TriageComplaint(
                reachable: .no, threat: .no, injured: .no, risk: .medium, forms: [.sexual], decision: .newCase,
                manager: manager, note: "Anak belum ditanya. Pemaksaan perkawinan termasuk kekerasan seksual.")
        },
        { _ in
            TriageComplaint(reachable: .unknown, threat: .no, injured: .no, risk: .low, decision: .advice)
        },
        { manager in
            TriageComplaint(
                reachable: .no, threat: .no, injured: .no, risk: .medium, forms: [.sexual], decision: .newCase,
                manager: manager, note: "Laporan polisi sudah ada pada penyidik.")
        },
        { manager in
            TriageComplaint(
                reachable: .unknown, threat: .no, injured: .yes, risk: .high, forms: [.sexual], decision: .newCase,
                manager: manager)
        },
        { manager in
            TriageComplaint(
                reachable: .yes, threat: .no, injured: .no, risk: .medium,
                riskReason: "Kontak daring sudah diputus, ponsel disimpan ibunya.", forms: [.sexual], online: .yes,
                decision: .newCase, manager: manager)
        },
        { manager in
            TriageComplaint(
                reachable: .no, threat: .no, injured: .unknown, risk: .medium, forms: [.neglect], decision: .newCase,
                manager: manager)
        },
        { _ in
            TriageComplaint(
                reachable: .no, threat: .no, injured: .no, risk: .low, authority: .city, decision: .passedOn,
                elsewhere: "Dinas Sosial Kota Batam")
        },
    ]
}
