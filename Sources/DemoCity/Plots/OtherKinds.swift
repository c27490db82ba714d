import Casework

extension Kind {
    static let physical: [Kind] = [
        Kind(
            form: .physical, also: [.psychological], sex: .female, ages: 21...49, place: .household,
            alleged: ("Suami klien", .spouse, .male), domestic: .yes,
            reporters: [.oneself, .neighbour, .healthWorker, .family], share: 8,
            tells: [
                """
                Ibu {umur} tahun dipukul suaminya di rumah di {tempat}. Bukan yang pertama, {waktu}. Anak-anak \
                melihat. Ia minta tempat menginap dan tidak mau keluarganya ditelepon.
                """,
                Tell(
                    by: .neighbour,
                    """
                    Tetangga mendengar pertengkaran hampir tiap malam di {tempat}. Tadi pagi ibu {umur} tahun \
                    datang dengan lebam, belum berobat. Suami kembali bekerja sampai sore.
                    """),
                Tell(
                    by: .healthWorker,
                    """
                    Puskesmas di {tempat} merujuk ibu {umur} tahun dengan lebam lama dan baru. Waktu ditanya \
                    sendirian ia mau bertemu petugas, asal tidak di rumah.
                    """),
            ],
            happened: [
                "Bila suami mabuk. Klien punya tas darurat di rumah kakaknya.",
                "Di rumah, di depan anak. Klien sudah berobat, visum dibuat.",
            ]),
        Kind(
            form: .physical, also: [.psychological], sex: .male, ages: 5...14, place: .household,
            alleged: ("Ayah klien", .parent, .male), domestic: .yes, reporters: [.teacher, .neighbour, .family],
            tells: [
                Tell(
                    by: .teacher,
                    """
                    Anak laki-laki {umur} tahun datang ke sekolah di {tempat} dengan bekas pukulan. Katanya karena \
                    nilai. Guru melihatnya {waktu}; ibu takut bicara.
                    """)
            ],
            happened: ["Ayah memukul saat marah. Ibu dan anak sepakat tinggal dengan nenek sementara."]),
        Kind(
            form: .physical, also: [.psychological], sex: .female, ages: 18...30, place: .other,
            alleged: ("Pacar klien", .partnerOrFriend, .male), reporters: [.oneself, .neighbour, .other],
            tells: [
                """
                Perempuan {umur} tahun dipukul pacarnya di kos di {tempat}, {waktu}. Ponselnya diperiksa tiap hari. \
                Ia ingin pindah tanpa diketahui.
                """
            ],
            happened: ["Di kos. Klien pindah ke tempat teman; alamat baru hanya diketahui manajer kasus."]),
        Kind(
            form: .physical, also: [.psychological], sex: .male, ages: 10...15, place: .school,
            alleged: ("Teman sekolah klien", .partnerOrFriend, .male), allegedAges: 11...15, bullying: .yes,
            reporters: [.parent, .teacher],
            tells: [
                """
                Siswa {umur} tahun dipukul dan diejek teman-temannya di sekolah di {tempat}, {waktu}. Sudah dua \
                minggu tidak masuk. Orang tua minta semua anak tetap bisa sekolah.
                """
            ],
            happened: ["Perundungan berulang. Terlapor juga anak; Pokja sekolah ikut menangani."]),
        Kind(
            form: .physical, also: [.neglect], sex: .female, ages: 60...74, place: .household,
            alleged: ("Anak kandung klien", .relative, .male), domestic: .yes, reporters: [.neighbour, .family],
            share: 2,
            tells: [
                Tell(
                    by: .neighbour,
                    """
                    Ibu lanjut usia {umur} tahun di {tempat} didorong anaknya saat uang pensiun habis. Tetangga \
                    mengantar berobat. Ibu tidak mau anaknya dipenjara, hanya ingin tenang.
                    """)
            ],
            happened: ["Di rumah sendiri. Keponakan bersedia menemani ibu."]),
    ]

    static let psychological: [Kind] = [
        Kind(
            form: .psychological, sex: .female, ages: 23...45, place: .household,
            alleged: ("Suami klien", .spouse, .male), domestic: .yes, dispute: .custody,
            reporters: [.oneself, .family], share: 5,
            tells: [
                """
                Ibu {umur} tahun sudah pisah rumah dan tidak boleh bertemu anaknya, {waktu}. Sering dibentak dan \
                diancam lewat telepon. Ia bertanya soal hak asuh dan apa bisa dimediasi. Tinggal di {tempat}.
                """
            ],
            happened: ["Ancaman dan larangan bertemu anak. Tidak ada kekerasan fisik menurut klien."]),
        Kind(
            form: .psychological, sex: .female, ages: 12...16, place: .school,
            alleged: ("Kakak kelas klien", .partnerOrFriend, .female), allegedAges: 15...17, bullying: .yes,
            online: .yes,
            reporters: [.parent, .oneself, .teacher],
            tells: [
                """
                Siswi {umur} tahun diejek kakak kelasnya dan difoto diam-diam, lalu disebar di grup, {waktu}. Ia \
                minta jangan ada yang datang ke sekolahnya di {tempat} dulu.
                """
            ],
            happened: ["Perundungan di sekolah dan daring. Sekolah menghapus unggahan dan memisahkan kegiatan."]),
    ]

    static let neglect: [Kind] = [
        Kind(
            form: .neglect, sex: .female, ages: 2...11, place: .household,
            alleged: ("Ibu klien", .parent, .female), domestic: .yes, reporters: [.family, .neighbour, .other],
            share: 5,
            tells: [
                """
                Anak {umur} tahun ditinggal dengan neneknya di {tempat} {waktu}, sering sakit dan belum punya akta. \
                Nomor orang tuanya tidak aktif lagi. Nenek sayang, tetapi tidak sanggup biaya berobat.
                """,
                Tell(
                    by: .other,
                    """
                    Kader posyandu menemukan anak {umur} tahun di {tempat} yang jarang makan dan tidak pernah ke \
                    posyandu. Ibu bekerja malam, ayah tidak diketahui. Tetangga bergantian memberi makan.
                    """),
            ],
            happened: ["Kebutuhan dasar tidak terpenuhi {waktu}. Nenek bersedia menjadi pengasuh."]),
        Kind(
            form: .neglect, sex: .male, ages: 3...10, clients: 2, place: .household,
            alleged: ("Ayah klien", .parent, .male), domestic: .yes, reporters: [.neighbour, .other, .teacher],
            tells: [
                """
                Dua bersaudara, yang besar {umur} tahun, tinggal sendiri di kontrakan di {tempat} sejak ayahnya \
                berlayar. Ibu sudah lama pergi. Makan dari tetangga, {waktu} tidak sekolah.
                """
            ],
            happened: ["Ditinggal tanpa pengasuh. Bibi dari pihak ibu ditemukan dan mau mengasuh."]),
        Kind(
            form: .neglect, also: [.psychological], sex: .female, ages: 24...47, place: .household,
            alleged: ("Suami klien", .spouse, .male), domestic: .yes, dispute: .maintenance,
            reporters: [.oneself, .family], share: 4,
            tells: [
                """
                Ibu {umur} tahun dengan tiga anak tidak diberi nafkah {waktu}. Suami tinggal di {tempat} dengan \
                keluarganya. Ibu tidak ingin bercerai, ingin nafkah anak jelas.
                """
            ],
            happened: ["Penelantaran rumah tangga. Suami mau bertemu bila ada penengah."]),
    ]

    static let exploitation: [Kind] = [
        Kind(
            form: .exploitation, also: [.neglect], sex: .male, ages: 6...12, place: .publicFacility,
            alleged: ("Orang dewasa yang menyuruh klien", .other, .male), reporters: [.anonymous, .other, .ngo],
            tells: [
                Tell(
                    by: .anonymous,
                    """
                    Anak {umur} tahun disuruh jualan tisu di simpang jalan di {tempat} sampai tengah malam, \
                    {waktu}. Ada orang dewasa yang menunggu dan mengambil uangnya.
                    """)
            ],
            happened: ["Dipekerjakan malam hari. Anak dijangkau bersama Dinas Sosial."]),
        Kind(
            form: .exploitation, also: [.sexual], sex: .female, ages: 14...17, place: .workplace,
            alleged: ("Pengelola tempat hiburan", .employer, .male), reporters: [.anonymous, .ngo, .police],
            tells: [
                """
                Anak {umur} tahun bekerja di tempat hiburan di {tempat} dengan identitas orang lain, {waktu}. Ia \
                ingin berhenti, tetapi disebut punya utang.
                """
            ],
            happened: ["Dipekerjakan di bawah umur. Utang yang disebut pengelola tidak ada dasarnya."]),
        Kind(
            form: .exploitation, sex: .female, ages: 14...17, place: .workplace,
            alleged: ("Majikan klien", .employer, .female), reporters: [.oneself, .neighbour, .ngo],
            tells: [
                """
                Anak {umur} tahun bekerja di rumah tangga di {tempat}, gaji ditahan dan tidak boleh keluar, {waktu}. \
                Sekarang menumpang di rumah ibu pengajian dan ingin pulang kampung.
                """
            ],
            happened: ["Kerja rumah tangga di bawah umur. Upah dihitung bersama Dinas Tenaga Kerja."]),
    ]

    static let others: [Kind] = [
        Kind(
            form: .trafficking, also: [.exploitation], sex: .female, ages: 19...31, clients: 2, place: .other,
            alleged: ("Perekrut", .other, .male), reporters: [.ngo, .police, .oneself],
            tells: [
                """
                Dua perempuan, salah satunya {umur} tahun, ditampung di ruko di {tempat} dan dijanjikan kerja di \
                luar negeri. Paspor dipegang pengurus. Satu orang sempat mengirim pesan minta dijemput.
                """
            ],
            happened: ["Perekrutan dengan janji palsu, dokumen ditahan. Sudah dijemput bersama polisi."]),
        Kind(
            form: .trafficking, also: [.exploitation], sex: .female, ages: 15...17, place: .other,
            alleged: ("Agen", .other, .female), reporters: [.ngo, .police, .other],
            tells: [
                """
                Remaja {umur} tahun dipulangkan lewat {tempat}. Berangkat dengan umur yang dituakan di paspor, upah \
                belum dibayar {waktu}. Menunggu dijemput keluarga dari luar provinsi.
                """
            ],
            happened: ["Dokumen dipalsukan perekrut. Klien anak: persetujuannya tidak menghapus perbuatan."]),
        Kind(
            form: .other, also: [.psychological], sex: .female, ages: 7...14, place: .household,
            alleged: ("Ayah klien", .parent, .male), domestic: .yes, reporters: [.parent, .police],
            tells: [
                """
                Anak {umur} tahun melihat ibunya dipukul di rumah di {tempat} dan akan diperiksa sebagai saksi. \
                Banyak diam {waktu}. Ibu minta psikolog hadir.
                """
            ],
            happened: ["Anak saksi kekerasan dalam rumah tangga; pemeriksaan didampingi."]),
    ]
}
