import Casework

extension Kind {
    static let sexualAtHome: [Kind] = [
        Kind(
            form: .sexual, also: [.psychological], sex: .female, ages: 9...16, place: .household,
            alleged: ("Ayah tiri klien", .parent, .male), domestic: .yes,
            reporters: [.parent, .teacher, .family, .healthWorker], share: 8,
            tells: [
                """
                Anak {umur} tahun bercerita kepada orang yang ia percaya tentang kekerasan seksual oleh ayah tirinya \
                di rumah di {tempat}, {waktu}. Ceritanya didengarkan, tidak ditanya lebih jauh. Anak takut pulang.
                """,
                """
                Ibu bekerja sif malam; selama itu anak {umur} tahun di rumah dengan ayah tirinya. Anak berubah \
                pendiam {waktu} dan akhirnya bercerita. Keluarga di {tempat} belum diberi tahu.
                """,
                Tell(
                    by: .family,
                    """
                    Anak {umur} tahun tinggal sementara di rumah bibinya di {tempat} setelah bercerita tentang \
                    perbuatan ayah tirinya. Ibu bingung harus mulai dari mana dan minta didampingi.
                    """),
            ],
            happened: [
                "Beberapa kali, saat ibu bekerja. Rincian ada pada penyidik; anak tidak diminta mengulang cerita.",
                "Di rumah, {waktu}. Anak sekarang tinggal dengan keluarga ibu.",
            ]),
        Kind(
            form: .sexual, also: [.psychological], sex: .female, ages: 6...15, place: .household,
            alleged: ("Paman klien", .relative, .male), domestic: .yes, reporters: [.parent, .family, .teacher],
            share: 7,
            tells: [
                Tell(
                    by: .parent,
                    """
                    Paman yang menumpang di rumah di {tempat} diduga melakukan kekerasan seksual kepada anak \
                    {umur} tahun, {waktu}. Ibu baru tahu kemarin. Terlapor sudah tidak di rumah, keluarga besar \
                    minta jangan ribut.
                    """),
                """
                Anak {umur} tahun tidak mau ditinggal berdua dengan pamannya. Kepada gurunya ia bercerita sedikit. \
                Pelapor minta petunjuk bagaimana bicara dengan anak dan keluarga di {tempat}.
                """,
            ],
            happened: [
                "Di rumah keluarga, saat orang tua ke pasar. Anak diperiksa dokter perempuan, didampingi ibu.",
                "Lebih dari sekali, {waktu}. Terlapor pindah ke rumah saudaranya di luar kota.",
            ]),
        Kind(
            form: .sexual, also: [.psychological], sex: .female, ages: 14...17, place: .household,
            alleged: ("Orang tua klien", .parent, .male), domestic: .yes, reporters: [.teacher, .family, .other],
            share: 2,
            tells: [
                """
                Anak {umur} tahun di {tempat} akan dinikahkan bulan depan dan berhenti sekolah. Menurut pelapor anak \
                tidak mau, tetapi takut membantah. Dispensasi ke pengadilan agama belum diajukan.
                """
            ],
            happened: ["Pemaksaan perkawinan (UU 12/2022 ps. 10). Anak menyatakan ingin tetap sekolah."]),
        Kind(
            form: .sexual, also: [.physical, .psychological], sex: .female, ages: 23...43, place: .household,
            alleged: ("Suami klien", .spouse, .male), domestic: .yes, reporters: [.oneself, .healthWorker, .ngo],
            share: 3,
            tells: [
                Tell(
                    by: .healthWorker,
                    """
                    Ibu {umur} tahun bercerita di puskesmas tentang paksaan oleh suaminya di rumah di {tempat}, \
                    {waktu}. Ia belum pernah bercerita kepada siapa pun dan minta jangan ada yang datang ke rumah.
                    """)
            ],
            happened: ["Berulang selama perkawinan. Klien ingin tempat aman dulu, baru memutuskan soal laporan."]),
        Kind(
            form: .sexual, sex: .male, ages: 7...13, place: .household,
            alleged: ("Sepupu klien yang lebih tua", .relative, .male), allegedAges: 14...17, domestic: .yes,
            reporters: [.parent, .family],
            share: 2,
            tells: [
                Tell(
                    by: .parent,
                    """
                    Anak laki-laki {umur} tahun bercerita kepada ibunya tentang perbuatan sepupunya yang remaja, \
                    {waktu}. Kedua keluarga tinggal berdekatan di {tempat}. Ibu minta psikolog anak.
                    """)
            ],
            happened: ["Saat kedua anak tidur sekamar. Terlapor juga anak: penyidik memberi tahu Bapas."]),
    ]
}
