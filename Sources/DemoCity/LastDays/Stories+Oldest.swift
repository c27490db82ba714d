import Casework

extension Stories {
    static let oldest: [ReceiveComplaint] = [
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
