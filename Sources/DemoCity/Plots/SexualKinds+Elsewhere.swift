import Casework

extension Kind {
    static let sexualElsewhere: [Kind] = [
        Kind(
            form: .sexual, sex: .female, ages: 5...12, place: .other,
            alleged: ("Tetangga klien", .neighbour, .male), reporters: [.parent, .family, .healthWorker], share: 8,
            tells: [
                Tell(
                    by: .parent,
                    """
                    Anak {umur} tahun dibujuk tetangga dengan jajanan di {tempat}. Ibu tahu dari perubahan anak \
                    {waktu}. Sudah ke puskesmas, diminta visum; ibu minta ditemani.
                    """),
                Tell(
                    by: .other,
                    """
                    Warga di {tempat} mengamankan seorang tetangga setelah anak {umur} tahun menangis di rumahnya. \
                    Anak bersama orang tuanya. Pelapor minta supaya nama anak tidak beredar di grup warga.
                    """),
            ],
            happened: ["Di rumah tetangga, sepulang sekolah. Anak tidak mau lewat depan rumah itu lagi."]),
        Kind(
            form: .sexual, also: [.psychological], sex: .female, ages: 13...17, place: .other,
            alleged: ("Pacar klien", .partnerOrFriend, .male), reporters: [.parent, .healthWorker, .police], share: 9,
            tells: [
                Tell(
                    by: .police,
                    """
                    Remaja {umur} tahun dibawa pacarnya yang sudah dewasa ke kos di {tempat} dan tidak pulang dua \
                    malam. Orang tua sudah membuat laporan. Anak lebih banyak diam, minta bicara dengan petugas \
                    perempuan.
                    """),
                Tell(
                    by: .healthWorker,
                    """
                    Puskesmas menemukan remaja {umur} tahun hamil. Ia menyebut pacarnya, {waktu}. Orang tua di \
                    {tempat} ingin segera menikahkan; bidan minta kita bicara dulu dengan anak dan orang tuanya.
                    """),
            ],
            happened: [
                "Terlapor orang dewasa; persetujuan anak tidak menghapus perbuatan.",
                "Di kos terlapor, {waktu}. Klien ingin tetap sekolah.",
            ]),
        Kind(
            form: .sexual, also: [.psychological], sex: .female, ages: 11...16, place: .online,
            alleged: ("Kenalan dari media sosial", .unknown, .male), online: .yes,
            reporters: [.parent, .oneself, .teacher], share: 7,
            tells: [
                """
                Anak {umur} tahun berkenalan lewat gim, lalu diminta mengirim foto dan diancam akan disebarkan. \
                Percakapan masih disimpan. Anak takut orang tuanya di {tempat} marah.
                """,
                Tell(
                    by: .teacher,
                    """
                    Foto anak {umur} tahun disebar di grup sekolah {waktu}. Sekolah di {tempat} minta bantuan supaya \
                    penyebaran berhenti dan anak mau masuk lagi.
                    """),
            ],
            happened: ["Lewat aplikasi percakapan. Bukti disalin bersama penyidik, permintaan penghapusan dikirim."]),
        Kind(
            form: .sexual, sex: .female, ages: 8...16, place: .school,
            alleged: ("Guru klien", .teacher, .male), reporters: [.parent, .teacher], share: 6,
            tells: [
                Tell(
                    by: .parent,
                    """
                    Beberapa orang tua murid di {tempat} menyampaikan perbuatan seorang guru kepada siswi, salah \
                    satunya anak {umur} tahun, {waktu}. Yayasan minta diselesaikan di dalam; orang tua tidak mau.
                    """),
                """
                Anak {umur} tahun tidak mau mengaji lagi. Kepada kakaknya ia bercerita tentang gurunya di {tempat}. \
                Orang tua minta anak tidak ditanya berkali-kali.
                """,
            ],
            happened: ["Di ruang kelas sesudah jam pelajaran. Terlapor dinonaktifkan selama pemeriksaan."]),
        Kind(
            form: .sexual, sex: .male, ages: 9...15, place: .shortCourse,
            alleged: ("Pelatih klien", .teacher, .male), reporters: [.parent, .family, .ngo], share: 3,
            tells: [
                Tell(
                    by: .parent,
                    """
                    Anak laki-laki {umur} tahun berhenti latihan tiba-tiba. Kepada ayahnya ia bercerita tentang \
                    pelatihnya di {tempat}, {waktu}. Ayah minta pemeriksa laki-laki dan minta nama klub tidak \
                    disebut dulu.
                    """)
            ],
            happened: ["Di tempat latihan. Dua anak lain juga bercerita; masing-masing didampingi sendiri."]),
        Kind(
            form: .sexual, also: [.psychological], sex: .female, ages: 19...34, place: .workplace,
            alleged: ("Atasan klien", .employer, .male), reporters: [.oneself, .ngo], share: 4,
            tells: [
                Tell(
                    by: .oneself,
                    """
                    Pekerja {umur} tahun dilecehkan atasannya di pabrik di {tempat}, {waktu}, dan diancam \
                    kontraknya tidak diperpanjang. Ada satu teman yang mau menjadi saksi. Pelapor ingin tahu \
                    haknya dulu.
                    """)
            ],
            happened: ["Di tempat kerja, lebih dari sekali. Pengawas ketenagakerjaan diberi tahu atas izin klien."]),
        Kind(
            form: .sexual, also: [.psychological], sex: .female, ages: 18...28, place: .online,
            alleged: ("Mantan pacar klien", .partnerOrFriend, .male), online: .yes, reporters: [.oneself, .family],
            share: 3,
            tells: [
                """
                Mantan pacar mengancam menyebar foto pribadi perempuan {umur} tahun kalau tidak mau kembali, \
                {waktu}. Tangkapan layar disimpan. Keluarganya di {tempat} belum tahu.
                """
            ],
            happened: ["Kekerasan seksual berbasis elektronik (UU 12/2022 ps. 14). Akun dilaporkan ke penyedia."]),
        Kind(
            form: .sexual, sex: .female, ages: 12...17, place: .publicFacility,
            alleged: ("Orang tak dikenal", .unknown, .male), reporters: [.police, .parent], share: 2,
            tells: [
                Tell(
                    by: .police,
                    """
                    Penyidik minta pendamping untuk anak {umur} tahun, korban kekerasan seksual oleh orang tak \
                    dikenal di jalan pulang di {tempat}. Anak belum sanggup bercerita. Minta petugas perempuan.
                    """)
            ],
            happened: ["Di jalan sepulang les. Terlapor belum diketahui; laporan polisi sudah dibuat."]),
        Kind(
            form: .sexual, sex: .female, ages: 14...22, place: .other,
            alleged: ("Tetangga klien", .neighbour, .male), need: .hearing, reporters: [.family, .ngo], share: 2,
            tells: [
                """
                Perempuan tuli {umur} tahun di {tempat}, diduga korban kekerasan seksual oleh tetangganya, {waktu}. \
                Keluarga memahami sebagian isyaratnya. Perlu juru bahasa isyarat untuk setiap pertemuan.
                """
            ],
            happened: ["Saat sendirian di rumah. Pertemuan selalu dengan juru bahasa isyarat perempuan."]),
    ]
}
