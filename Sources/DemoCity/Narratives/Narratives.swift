import Casework

/// What the workers of the city write down. Made up, and written as one may read it oneself: nobody is told more of a
/// client than the work needs.
enum Narratives {
    static let notes: [LongText] = [
        "Telepon dengan pelapor: klien aman dan ingin tetap didampingi petugas yang sama.",
        "Kunjungan rumah bersama pekerja sosial. Klien ditemui sendirian di rumah bibinya.",
        "Koordinasi dengan lurah dan kader; identitas klien tidak disebut.",
        "Klien datang ke kantor dengan kakaknya. Mau bicara bila pintu tidak dikunci.",
        "Pertemuan singkat di puskesmas pada jadwal periksa. Tidak ada kontak di rumah.",
    ]

    static let consents: [LongText] = [
        "Dijelaskan dengan bahasa klien; ia mengulang dengan kata-katanya sendiri.",
        "Batas kerahasiaan dijelaskan: wajib lapor dan bahaya bagi anak.",
        "Klien boleh berubah pikiran kapan saja, dan tahu caranya.",
    ]

    static let waivers: [LongText] = [
        "Keluarga sudah membuat laporan sendiri di Polda; salinan ada pada klien.",
        "Klien dewasa menolak dengan sadar; risikonya sudah dibicarakan dua kali.",
        "Laporan sudah dibuat polisi pelabuhan sebelum klien sampai kepada kita.",
    ]

    static let assessments = Told(
        [
            "Klien bercerita pelan, beberapa kali berhenti. Tidur dan makan mulai membaik.",
            "Klien cemas bila bertemu orang baru; pertemuan selalu dengan petugas yang sama.",
        ],
        child: [
            "Ada orang dewasa yang dipercaya klien. Rumah bibi aman dan dekat sekolah.",
            "Kekuatan klien: pandai bercerita lewat gambar, dekat dengan kakaknya.",
        ],
        adult: ["Kebutuhan utama: rasa aman, biaya hidup, dan kejelasan tentang apa yang akan terjadi."])

    static let agreements = Told(
        [
            "\"Yang penting saya tidak pulang dulu.\"", "\"Saya mau didampingi, tapi pelan-pelan.\"",
            "\"Saya mau dia tahu bahwa ini salah.\"",
        ],
        child: ["\"Saya mau sekolah lagi, itu dulu.\""], adult: ["\"Saya mau tahu dulu pilihannya apa saja.\""])

    static let referrals: [LongText] = [
        "Klien memerlukan layanan yang tidak ada di kantor. Kronologi terlampir agar ia tidak mengulang cerita.",
        "Mohon pelayanan segera oleh petugas perempuan. Klien datang dengan pendamping.",
        "Layanan yang sudah diberikan ada dalam surat. Mohon jawaban dalam hari kerja yang disepakati.",
    ]

    static let followUps = Told(
        ["Klien sehat, tidur lebih baik, tidak ada kontak dari terlapor."],
        child: [
            "Klien kembali sekolah dan punya teman duduk yang ia pilih sendiri.",
            "Klien bermain dengan sepupunya dan banyak bercerita tentang kucingnya.",
        ],
        adult: [
            "Klien sudah bekerja lagi. Masih cemas bila sendirian, tahu siapa yang ditelepon.",
            "Klien tinggal di kontrakan baru; alamatnya hanya diketahui keluarga.",
        ])

    static let servedAtOnce: [LongText] = [
        "Didatangi hari itu juga bersama RT. Klien dibawa ke rumah keluarga.",
        "Dijemput dari sekolah, diantar ke rumah aman.",
        "Diantar ke IGD lebih dulu, lalu ke rumah kerabat.",
    ]
    static let wrongPerson: LongText = "Seorang laki-laki menjawab. Saya bilang salah sambung."
    static let notReached: LongText = "Ditelepon pada jam aman, tidak diangkat. Tidak meninggalkan pesan."

    static let reviews: [ReviewDecision: [LongText]] = [
        .goOn: ["Sebagian langkah selesai. Konseling diteruskan, pendampingan sidang ditambahkan."],
        .reassess: ["Keadaan berubah: terlapor kembali ke kota. Asesmen ulang sebelum rencana diubah."],
        .monitor: [
            "Layanan selesai, klien merasa kuat. Dipantau tiga bulan.",
            "Tujuan tercapai; klien minta tetap dihubungi sebulan sekali.",
        ],
        .close: [
            "Tujuan rencana tercapai dan klien setuju berhenti.",
            "Klien aman, dukungan keluarga baik, proses hukum diteruskan jaksa.",
        ],
    ]

    static let feedback: [LongText] = [
        "\"Terima kasih, saya jadi berani.\"", "\"Petugasnya sabar. Jalannya lama, tapi saya ditemani.\"",
        "\"Saya ingin lebih cepat dikabari polisi.\"", "\"Saya tidak malu lagi.\"",
    ]
}
