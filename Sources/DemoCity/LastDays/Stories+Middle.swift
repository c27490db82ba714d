import Casework

extension Stories {
    static let middle: [ReceiveComplaint] = [
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
}
