import Casework

extension Narratives {
    static let services: [Service: Told] = [
        .health: Told(
            ["Kontrol kedua di puskesmas. Obat diberikan, hasil baik."],
            child: ["Pendampingan ke rumah sakit; ibu ikut masuk atas permintaan klien."],
            adult: ["Pendampingan ke rumah sakit; diperiksa dokter perempuan atas permintaan klien."]),
        .legalAid: Told([
            "Hak klien, urutan pemeriksaan dan restitusi dijelaskan. Klien memilih advokat perempuan.",
            "Konsultasi hukum: pilihan klien dan akibatnya, tanpa mendesak.",
        ]),
        .lawEnforcement: Told([
            "Mendampingi pemeriksaan di Unit PPA. Klien minta jeda dua kali dan diberi.",
            "Mendampingi pertemuan dengan penyidik; klien tidak bertemu terlapor.",
        ]),
        .socialRehabilitation: Told(
            ["Sesi psikolog: klien menceritakan hari-harinya, bukan kejadiannya. Latihan napas."],
            child: ["Sesi psikolog pertama: perkenalan, aturan main, menggambar tempat yang aman."],
            adult: ["Konseling dengan pekerja sosial; klien menyusun rencana hariannya."]),
        .socialReintegration: Told(
            [], child: ["Pertemuan dengan sekolah: klien masuk lagi pekan depan, jam pulang diatur."],
            adult: ["Klien didaftarkan kejar paket C dan kursus menjahit."]),
        .returnHome: Told(["Klien diantar pulang dengan kapal, dijemput UPTD daerah asal di pelabuhan."]),
        .mediation: Told([
            "Mediasi 240 menit dengan dua jeda. Nafkah dan jadwal bertemu anak disepakati dalam berita acara."
        ]),
        .monitoring: Told(["Pemantauan lewat telepon pada jam aman; kesepakatan berjalan."]),
    ]

    static let handovers: [ClosureReason: Line] = [
        .transferred: "UPTD PPA Provinsi Kepulauan Riau, berita acara pelimpahan ditandatangani",
        .moved: "UPTD PPA di kota tujuan, sudah ditelepon bersama klien",
        .notInMandate: "Dinas Sosial Kota Batam, sudah ditelepon bersama klien",
        .ageOut: "Pendamping dewasa di yayasan mitra, atas persetujuan klien",
    ]

    static let closures: [ClosureReason: Told] = [
        .goalsMet: Told(
            [
                "Klien aman dan pulih sejauh yang ia inginkan. Nomor 129 dan nama petugas disimpan klien.",
                "Langkah dalam rencana selesai. Klien boleh datang kapan saja.",
            ],
            child: ["Klien tinggal dengan keluarga yang ia pilih, sekolah berjalan."]),
        .clientRequest: Told(["Klien minta berhenti; pilihan dan risikonya dibicarakan. Pintu tetap terbuka."]),
        .transferred: Told(["Klien pindah ke luar kota; berkas dilimpahkan dengan persetujuannya."]),
        .lostContact: Told([
            "Dicari empat kali lewat telepon, kunjungan dan kader. Tanda aman ditinggalkan pada pelapor."
        ]),
        .death: Told(["Klien meninggal karena sakit, didampingi keluarganya. Keluarga diberi tahu haknya."]),
        .ageOut: Told(["Klien berusia 18 tahun; pendampingan diteruskan oleh yayasan yang ia pilih."]),
        .notInMandate: Told(["Persoalan perdata tanpa kekerasan; klien diantar ke lembaga bantuan hukum."]),
    ]
}
