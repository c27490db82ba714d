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

    private static let middle: [ReceiveComplaint] = [
        ReceiveComplaint(
            channel: .direct,
            what: """
                Suami mengancam saya pakai parang karena saya minta izin kerja di Batam. Ibu menyeberang pagi ini \
                dengan kakaknya, anak bungsu dibawa. Ini ancaman ketiga tahun ini, dua kali sebelumnya didamaikan RT. \
                Ibu tidak mau pulang malam ini, di Batam tidak punya tempat menginap. Anak sulung masih di pulau \
                dengan neneknya, menurut ibu aman.
                """,
            danger: .yes,
            affected: [Affected("Siti Khadijah, 34 tahun, dan anak perempuan 2 tahun")],
            district: .belakangPadang,
            reporter: "Siti Khadijah",
            relation: .oneself,
            phone: "+6281200001011",
            safeContact: "Lewat kakaknya, Zainab, di nomor ini. Jangan kirim apa pun ke nomor ibu."
        ),
        ReceiveComplaint(
            channel: .outreach,
            what: """
                Kunjungan ke Pulau Abang: tiga anak putus sekolah, satu ikut kerja malam di kelong. Menurut ketua RT, \
                orang tua anak yang bekerja merantau ke Malaysia dan belum ada kabar sejak Ramadan. Anak tinggal \
                dengan pamannya, kelihatan sehat, ingin sekolah lagi. Dua anak lainnya belum punya akta lahir.
                """,
            danger: .no,
            affected: [Affected("Tiga anak laki-laki, 10, 12 dan 13 tahun")],
            district: .galang,
            reporter: "Ja'far",
            relation: .other,
            phone: "+6281200001012",
            safeContact: "Telepon Pak RT, sore. Sinyal hanya ada di dermaga."
        ),
        ReceiveComplaint(
            channel: .media,
            what: """
                Berita daring tentang bayi yang ditinggalkan di teras rumah warga di Tanjung Uncang. Bayi sudah dibawa \
                warga ke rumah sakit dan dikabarkan sehat. Berita memuat foto rumah dan nama jalan; perlu diminta \
                ke redaksi supaya disamarkan. Belum jelas polisi mana yang menangani.
                """,
            danger: .no,
            affected: [Affected("Bayi perempuan, beberapa hari")],
            district: .batuAji
        ),
        ReceiveComplaint(
            channel: .sapaWhatsApp,
            what: """
                Suami tidak memberi uang belanja empat bulan dan mengunci saya kalau dia pergi. Makan dibantu \
                tetangga lewat jendela dapur. Pelapor ingin pulang ke Garut bersama anak, tidak punya ongkos dan KTP \
                disimpan suami. Pesan terputus, katanya suami sudah di depan.
                """,
            danger: .unknown,
            affected: [Affected("Lilis Suryani dan anak laki-laki 5 tahun")],
            district: .sagulung,
            reporter: "Lilis Suryani",
            relation: .oneself,
            phone: "+6281200001014",
            safeContact: "WhatsApp hari kerja pukul 09.00 sampai 15.00. Tulis \"info arisan\" dulu, tunggu dibalas."
        ),
        ReceiveComplaint(
            channel: .school,
            what: """
                Siswa kelas 5 dua minggu tidak mau masuk karena dipukul dan diejek teman sekelas. Wali kelas sudah \
                bicara dengan anak-anaknya, semua masih 10 sampai 11 tahun. Orang tua marah dan mau melapor ke \
                polisi. Sekolah minta bantuan konseling dan penengah, supaya semua anak bisa sekolah lagi.
                """,
            danger: .no,
            affected: [Affected("Anak laki-laki, 11 tahun, kelas 5 SD")],
            district: .bengkong,
            reporter: "Andi Tenriawaru",
            relation: .teacher,
            phone: "+6281200001015",
            safeContact: "Telepon wali kelas pada jam sekolah. Orang tua anak boleh dihubungi lewat sekolah."
        ),
        ReceiveComplaint(
            channel: .transfer,
            what: """
                Pelimpahan dari UPTD PPA Provinsi: remaja 16 tahun dipulangkan dari Malaysia. Berangkat dengan umur \
                yang dituakan di paspor, bekerja di rumah tangga, upah belum dibayar. Sekarang di penampungan \
                sementara, menunggu dijemput keluarga dari Lombok Timur. Diminta asesmen psikologis sebelum pulang.
                """,
            affected: [Affected("Anak perempuan, 16 tahun, asal Lombok Timur")],
            district: .elsewhere,
            reporter: "Suharti",
            relation: .other,
            phone: "+6281200001016",
            safeContact: "Lewat petugas provinsi pada jam kerja."
        ),
        ReceiveComplaint(
            channel: .callCentre,
            what: """
                Atasan di pabrik menyentuh saya dan mengancam kontrak tidak diperpanjang. Sudah dua kali, di ruang \
                ganti sif malam. Satu teman kerja juga mengalami dan mau jadi saksi. Sudah lapor ke HRD, belum ada \
                jawaban. Pelapor tanya haknya, belum memutuskan mau lapor polisi atau tidak.
                """,
            danger: .no,
            affected: [Affected("Pelapor sendiri, 20 tahun")],
            district: .seiBeduk,
            reporter: "Ningsih",
            relation: .oneself,
            phone: "+6281200001017",
            safeContact: "Telepon hari Minggu atau setelah pukul 17.00. Tinggal di mes, jangan titip pesan."
        ),
        ReceiveComplaint(
            channel: .letter,
            what: """
                Surat seorang ibu: ayah pergi dua tahun lalu, tiga anak tanpa nafkah dan akta lahir. Nikah di gereja \
                di Ende, belum dicatatkan. Ibu bekerja sebagai tukang cuci, anak sulung terancam tidak bisa daftar \
                SMP. Minta bantuan mengurus akta dan menuntut nafkah. Fotokopi KTP dan surat baptis terlampir.
                """,
            affected: [Affected("Tiga anak, 4, 8 dan 12 tahun")],
            district: .batuAmpar,
            reporter: "Yustina Wea",
            relation: .parent,
            phone: "+6281200001018"
        ),
        ReceiveComplaint(
            channel: .sapaPhone,
            what: """
                Saya di penginapan dekat pelabuhan, paspor ditahan agen dan saya dilarang keluar kamar. Bicara \
                berbisik. Datang dari Indramayu enam hari lalu, dijanjikan kerja di Singapura, sekarang disuruh ke \
                Kamboja dan diminta ganti biaya kalau mundur. Ada satu perempuan lain di kamar. Nama penginapan \
                tidak tahu, dari jendela kelihatan terminal feri dan papan toko emas.
                """,
            danger: .yes,
            affected: [Affected("Wati, 24 tahun, dan satu perempuan lain")],
            district: .lubukBaja,
            reporter: "Wati",
            relation: .oneself,
            phone: "+6281200001019",
            safeContact: "Jangan menelepon. Kirim SMS \"cucian sudah siap\", ia akan menelepon balik."
        ),
        ReceiveComplaint(
            channel: .direct,
            what: """
                Cucu saya enam tahun ditinggal ibunya sejak Lebaran, sering sakit dan belum sekolah. Nenek datang \
                dari Pulau Buluh bersama kader posyandu. Ibu anak bekerja di Batam, nomornya tidak aktif lagi. Nenek \
                sayang dan mau merawat, tetapi tidak sanggup biaya berobat.
                """,
            danger: .no,
            affected: [Affected("Anak perempuan, 6 tahun")],
            district: .bulang,
            reporter: "Halimah",
            relation: .family,
            phone: "+6281200001020",
            safeContact: "Nomor kader posyandu, siang hari. Nenek tidak punya ponsel."
        ),
    ]

    private static let oldest: [ReceiveComplaint] = [
        ReceiveComplaint(
            channel: .officialNote,
            what: """
                Nota dinas lurah: dua anak diduga tidak pernah keluar rumah sejak ibunya sakit. Warga jarang melihat \
                anak-anak sejak awal tahun. Ibu pernah berobat jiwa, sekarang tidak minum obat. Ayah melaut. Lurah \
                minta penjangkauan bersama puskesmas dan Dinas Sosial.
                """,
            danger: .unknown,
            affected: [Affected("Dua anak, sekitar 7 dan 10 tahun, dan ibunya")],
            district: .sekupang,
            reporter: "Raja Zulkifli",
            relation: .other,
            phone: "+6281200001021",
            safeContact: "Lewat kantor lurah pada jam kerja. Jangan datang tanpa kader yang dikenal ibu."
        ),
        ReceiveComplaint(
            channel: .sapaWhatsApp,
            what: """
                Anak saya 12 tahun dirayu orang dewasa lewat gim daring dan diminta mengirim foto. Ketahuan tadi malam \
                waktu ibunya memeriksa ponsel. Ponsel sudah disimpan, percakapan tidak dihapus. Anak menangis dan \
                tidak mau makan. Pelapor tanya harus ke mana dulu dan bagaimana bicara dengan anak.
                """,
            danger: .no,
            affected: [Affected("Anak perempuan, 12 tahun")],
            district: .batuAji,
            reporter: "Rizki Chaniago",
            relation: .parent,
            phone: "+6281200001022",
            safeContact: "Telepon ayah atau ibu, setelah pukul 17.00."
        ),
        ReceiveComplaint(
            channel: .referral,
            what: """
                Rumah sakit meminta pendamping untuk anak 7 tahun yang akan menjalani visum sore ini. Ibu sudah \
                membuat laporan polisi pagi tadi. Anak mau diperiksa dokter perempuan dan minta ibunya ikut masuk. \
                Terlapor tetangga, tidak tinggal serumah; untuk sementara anak dan ibu menginap di rumah bibi.
                """,
            danger: .no,
            affected: [Affected("Anak perempuan, sekitar 7 tahun")],
            district: .sagulung,
            reporter: "dr. Kevin Wijaya",
            relation: .healthWorker,
            phone: "+6281200001023",
            safeContact: "Lewat perawat jaga IGD. Ibu boleh ditelepon langsung, nomor ada pada perawat."
        ),
        ReceiveComplaint(
            channel: .lawEnforcement,
            what: """
                Penyidik minta pendampingan psikologis untuk perempuan 19 tahun pelapor kekerasan seksual. Laporan \
                polisi sudah ada, pemeriksaan pertama terhenti karena yang bersangkutan belum sanggup bercerita. \
                Dijadwalkan lagi pekan depan, hari menyesuaikan pendamping. Minta petugas perempuan.
                """,
            affected: [Affected("Perempuan, 19 tahun, mahasiswi")],
            district: .nongsa,
            reporter: "Aiptu Made Suardana",
            relation: .police,
            phone: "+6281200001024"
        ),
        ReceiveComplaint(
            channel: .sapaForm,
            what: """
                Teman kos saya sering lebam dan takut pulang karena pacarnya menunggu di depan kos. Ponselnya juga \
                dicek terus. Dia belum mau lapor, saya cuma ingin tahu cara menolong tanpa bikin dia tambah susah.
                """,
            danger: .unknown,
            affected: [Affected("Perempuan, sekitar 21 tahun")],
            district: .batuAji,
            reporter: "Putri Hutapea",
            relation: .other,
            phone: "+6281200001025",
            safeContact: "WhatsApp pelapor, malam. Teman belum tahu saya mengisi formulir ini."
        ),
        ReceiveComplaint(
            channel: .outreach,
            what: """
                Penyuluhan di Pulau Kasu: anak perempuan 15 tahun akan dinikahkan bulan depan. Disampaikan seorang \
                tokoh kampung setelah acara. Anak sudah berhenti sekolah, katanya belum ditanya mau atau tidak. \
                Keluarga belum mengajukan dispensasi ke pengadilan agama. Tokoh kampung bersedia mempertemukan kita.
                """,
            affected: [Affected("Anak perempuan, 15 tahun")],
            district: .belakangPadang,
            reporter: "Daeng Mattiro",
            relation: .other,
            phone: "+6281200001026",
            safeContact: "Lewat pelapor, sesudah Magrib. Jangan sebut namanya kepada keluarga anak."
        ),
        ReceiveComplaint(
            channel: .direct,
            what: """
                Saya kerja di rumah majikan sejak umur 16, gaji ditahan dan tidak boleh keluar. Sekarang 18 tahun. \
                Dua hari lalu pergi waktu disuruh buang sampah, menumpang di rumah ibu pengajian. Gaji dua tahun \
                belum dibayar, ijazah SMP masih di sana. Tidak luka, tidur belum nyenyak. Ingin pulang ke Brebes.
                """,
            danger: .no,
            affected: [Affected("Yuni, 18 tahun")],
            district: .lubukBaja,
            reporter: "Yuni",
            relation: .oneself,
            phone: "+6281200001027",
            safeContact: "Nomor Bu Hajah Aminah, tempat menumpang. Jangan hubungi majikan dulu."
        ),
        ReceiveComplaint(
            channel: .spnLapor,
            what: """
                Anak-anak di bawah umur diduga dipekerjakan di tempat hiburan di Nagoya sampai dini hari. Pelapor \
                melihat dua kali bulan ini. Nama tempat dan jam ada di laporan, tidak ada identitas anak.
                """,
            affected: [Affected("Beberapa anak perempuan, belum diketahui")],
            district: .lubukBaja,
            relation: .anonymous
        ),
        ReceiveComplaint(
            channel: .sapaPhone,
            what: """
                Mantan suami mendobrak pintu tadi malam dan mengancam akan membawa anak-anak. Tetangga datang, dia \
                pergi, bilang akan kembali malam ini. Pintu rusak belum bisa dikunci. Sudah cerai tahun lalu, hak asuh \
                pada ibu. Ibu sudah telepon 110, polisi sempat datang; sekarang minta tempat aman sementara.
                """,
            danger: .yes,
            affected: [Affected("Fransiska Manalu, 38 tahun, dan dua anak (9 dan 13 tahun)")],
            district: .seiBeduk,
            reporter: "Fransiska Manalu",
            relation: .oneself,
            phone: "+6281200001029",
            safeContact: "Telepon langsung, kapan saja. Kalau yang mengangkat bukan ibu, bilang dari koperasi."
        ),
        ReceiveComplaint(
            channel: .sapaWhatsApp,
            what: """
                Ibu saya sering dipukul bapak, saya umur 13 dan tidak tahu harus bagaimana. Belum mau bilang alamat. \
                Kalau bapak marah, dia dan adik masuk kamar. Petugas sudah menjelaskan 110 dan 129, dia mau \
                menulis lagi besok.
                """,
            danger: .unknown,
            affected: [Affected("Ibu pelapor, pelapor 13 tahun dan adiknya")],
            reporter: "Dimas",
            relation: .family,
            safeContact: "Chat pukul 15.00 sampai 17.00, waktu di rumah nenek. Jangan telepon."
        ),
    ]
}
