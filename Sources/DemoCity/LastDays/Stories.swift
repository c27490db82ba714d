import Casework

/// Complaints as an intake officer types them. All people, phones and events are made up.
enum Stories {
    /// Newest first.
    static let all: [ReceiveComplaint] = newest + middle + oldest

    private static let newest: [ReceiveComplaint] = [
        ReceiveComplaint(
            channel: .sapaWhatsApp,
            what: """
                Suami adik saya mabuk lagi dan memukul adik di depan dua anaknya. Barusan adik lari ke rumah tetangga \
                bawa anak-anak, terlapor masih mondar-mandir cari mereka. Pelipis adik luka, belum berobat. Pelapor \
                sedang kerja di Tanjung Uncang, baru bisa sampai satu jam lagi, minta ada yang datang duluan.
                """,
            danger: .yes,
            affected: [Affected("Tiurma Sitompul, 31 tahun, dan dua anak (4 dan 6 tahun)")],
            district: .bengkong,
            reporter: "Rosmaida Sitompul",
            relation: .family,
            phone: "+6281200001001",
            safeContact: "WhatsApp pelapor, kapan saja. Jangan telepon adik, ponselnya dipegang terlapor."
        ),
        ReceiveComplaint(
            channel: .school,
            what: """
                Siswi 14 tahun bercerita kepada guru BK tentang kekerasan seksual oleh ayah tirinya. Guru \
                mendengarkan saja, tidak menanyai lebih jauh. Menurut anak sudah beberapa kali, terakhir pekan lalu \
                saat ibunya kerja sif malam. Anak takut pulang hari ini, dan ada adik perempuan 8 tahun di rumah yang \
                sama. Ibu belum diberi tahu. Sekolah menunggu petunjuk kita sebelum jam pulang pukul 14.00.
                """,
            danger: .yes,
            affected: [Affected("Melati (nama samaran dari sekolah), siswi kelas 8, 14 tahun")],
            district: .sagulung,
            reporter: "Sri Wahyuni",
            relation: .teacher,
            phone: "+6281200001002",
            safeContact: "Telepon guru BK, hari sekolah pukul 07.00 sampai 14.30. Jangan hubungi rumah anak."
        ),
        ReceiveComplaint(
            channel: .sapaPhone,
            what: """
                Mantan pacar mengancam menyebar foto pribadi saya kalau saya tidak mau kembali. Sudah tiga hari pesan \
                masuk terus dari akun yang berganti-ganti. Tangkapan layar masih disimpan, belum ada yang dihapus. \
                Pelapor menangis, takut keluarga dan kantor tahu, minta ditemani kalau harus ke polisi.
                """,
            danger: .unknown,
            affected: [Affected("Pelapor sendiri, 22 tahun")],
            district: .lubukBaja,
            reporter: "Meilin Halim",
            relation: .oneself,
            phone: "+6281200001003",
            safeContact: "WhatsApp setelah pukul 20.00, buka dengan kata \"pesanan kue\". Orang tua belum tahu."
        ),
        ReceiveComplaint(
            channel: .lawEnforcement,
            what: """
                Unit PPA Polresta meminta pendamping untuk pemeriksaan saksi anak besok pagi. Mulai pukul 09.00. Saksi \
                anak laki-laki 11 tahun, melihat ibunya dipukul. Ibu setuju anak didampingi. Penyidik minta psikolog \
                juga hadir kalau ada; anak banyak diam sejak kejadian.
                """,
            danger: .no,
            affected: [Affected("Anak laki-laki, 11 tahun (saksi)")],
            district: .batuAji,
            reporter: "Brigpol Hendra Simanjuntak",
            relation: .police,
            phone: "+6281200001004",
            safeContact: "Telepon penyidik pada jam kerja. Ke ibu lewat penyidik dulu."
        ),
        ReceiveComplaint(
            channel: .callCentre,
            what: """
                Anak kecil di kos sebelah menangis dan seperti dipukul hampir setiap malam. Malam ini suaranya lebih \
                keras, lalu diam; pintu tergembok dari luar. Setahu pelapor anak tinggal dengan pamannya. Kos dua \
                lantai di belakang pasar Jodoh, pintu ketiga dari tangga. Pelapor tidak mau nama disebut, takut ribut.
                """,
            danger: .yes,
            affected: [Affected("Anak laki-laki, sekitar 5 tahun")],
            district: .batuAmpar,
            relation: .neighbour,
            phone: "+6281200001005",
            safeContact: "Telepon pelapor boleh sampai pukul 22.00. Jangan sebut ada tetangga yang lapor."
        ),
        ReceiveComplaint(
            channel: .referral,
            what: """
                Puskesmas merujuk ibu hamil lima bulan dengan lebam lama dan baru di lengan. Ibu bilang jatuh, tetapi \
                terus melihat ke pintu selama suaminya menunggu di luar. Kandungan baik. Waktu ditanya sendirian, ibu \
                mau bertemu petugas kita pada jadwal periksa Selasa depan, asal tidak di rumah.
                """,
            danger: .unknown,
            affected: [Affected("Ibu hamil, 26 tahun")],
            district: .sekupang,
            reporter: "Maria Goreti Bria",
            relation: .healthWorker,
            phone: "+6281200001006",
            safeContact: "Lewat bidan di puskesmas saja. Suami memegang ponsel ibu."
        ),
        ReceiveComplaint(
            channel: .ngo,
            what: """
                Tujuh perempuan ditampung di ruko, dijanjikan kerja restoran di Kamboja. Paspor dan ponsel dipegang \
                pengurus, katanya berangkat lusa lewat pelabuhan. Satu orang sempat kirim pesan ke yayasan lewat \
                ponsel teman, minta dijemput. Yayasan sudah memberi tahu P4MI, belum ke polisi.
                """,
            danger: .yes,
            affected: [Affected("Tujuh perempuan, 19 sampai 27 tahun, asal NTT, Jawa Barat dan Lampung")],
            district: .batamKota,
            reporter: "Yohanes Bere",
            relation: .ngo,
            phone: "+6281200001007",
            safeContact: "Telepon pelapor, kapan saja. Jangan balas ke nomor pengirim pesan."
        ),
        ReceiveComplaint(
            channel: .direct,
            what: """
                Suami membawa anak kami sejak tiga minggu lalu dan saya tidak boleh bertemu. Belum cerai, sudah pisah \
                rumah. Anak ada di rumah mertua di Tiban, sehat menurut ipar. Ibu bertanya soal hak asuh dan apa bisa \
                dimediasi. Tidak ada pemukulan, katanya, tetapi sering dibentak dan diancam tidak akan lihat anak lagi.
                """,
            danger: .no,
            affected: [Affected("Anak laki-laki, 3 tahun, dan ibunya")],
            district: .batamKota,
            reporter: "Desi Rahmawati",
            relation: .parent,
            phone: "+6281200001008",
            safeContact: "Telepon atau WhatsApp, jam istirahat pukul 12.00 sampai 13.00."
        ),
        ReceiveComplaint(
            channel: .app,
            what: """
                Saya diejek dan difoto diam-diam oleh kakak kelas, lalu disebar di grup sekolah. Sudah sejak awal \
                semester. Wali kelas cuma suruh sabar. Saya belum berani bilang mama.
                """,
            affected: [Affected("Pelapor sendiri, perempuan, 15 tahun")],
            district: .nongsa,
            relation: .oneself,
            safeContact: "Balas di aplikasi saja, sore. Jangan ke sekolah dulu."
        ),
        ReceiveComplaint(
            channel: .sapaForm,
            what: """
                Dua anak kecil disuruh jualan tisu di lampu merah simpang besar sampai tengah malam. Ada orang \
                dewasa yang menunggu di seberang dan mengambil uangnya. Terlihat hampir tiap malam minggu ini.
                """,
            danger: .unknown,
            affected: [Affected("Dua anak, sekitar 6 dan 9 tahun")],
            district: .batamKota,
            relation: .anonymous
        ),
    ]
}
