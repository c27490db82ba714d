import Casework

extension Narratives {
    /// What shall be so, and the two steps to it.
    typealias Goal = (aim: Line, steps: [(what: Line, who: StepDoer)])

    static let safety: [Goal] = [
        (
            "Klien tidur di tempat yang aman",
            [("Sepakati rumah kerabat dan siapa yang tahu alamatnya", .family), ("Susun rencana keselamatan", .office)]
        ),
        (
            "Tidak ada kontak dari terlapor",
            [("Catat setiap pesan dan simpan bukti", .client), ("Minta perlindungan sementara ke polisi", .office)]
        ),
        (
            "Klien tahu siapa yang dihubungi",
            [("Simpan nomor aman dengan nama samaran", .client), ("Telepon mingguan pada jam aman", .office)]
        ),
    ]

    static let recovery: [Goal] = [
        (
            "Klien pulih dan didampingi selama proses hukum",
            [("Konseling psikolog enam sesi", .office), ("Dampingi pemeriksaan dan sidang", .office)]
        ),
        (
            "Kesehatan klien diperiksa dan dirawat",
            [("Pemeriksaan di rumah sakit", .partner), ("Kontrol lanjutan di puskesmas", .partner)]
        ),
        (
            "Hak klien atas restitusi diajukan",
            [("Kumpulkan bukti kerugian", .family), ("Permohonan ke LPSK lewat penuntut umum", .office)]
        ),
    ]

    static let childhood: [Goal] = [
        (
            "Anak sekolah lagi dengan tenang",
            [("Pertemuan dengan guru BK", .office), ("Antar jemput sebulan pertama", .family)]
        ),
        (
            "Anak diasuh oleh orang yang dipercaya",
            [("Kunjungan ke calon pengasuh", .office), ("Urus akta lahir dan kartu identitas anak", .partner)]
        ),
    ]

    static let wayHome: [Goal] = [
        (
            "Klien pulang dengan dokumen dan upahnya",
            [("Urus pengganti paspor dan KTP", .partner), ("Hitung upah yang belum dibayar", .office)]
        ),
        (
            "Keluarga di daerah asal siap menerima",
            [("Hubungi UPTD daerah asal", .office), ("Telepon keluarga pada jam yang dipilih klien", .client)]
        ),
    ]

    static let independence: [Goal] = [
        (
            "Klien mengambil keputusannya sendiri",
            [("Konsultasi hukum tentang pilihan yang ada", .partner), ("Konseling empat sesi", .office)]
        ),
        (
            "Klien punya penghasilan sendiri",
            [("Daftar pelatihan kerja", .client), ("Hubungkan dengan usaha binaan", .office)]
        ),
    ]
}
