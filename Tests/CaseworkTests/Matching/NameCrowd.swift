/// A crowd of made-up names, the same at every run.
enum NameCrowd {
    /// One word in eight alone, a quarter of three words, the others of two.
    static func names(_ count: Int) -> [String] {
        var random = Lehmer(state: 20_261_124)
        return (0..<count).map { _ in
            let shape = random.next(below: 8)
            let (first, last) = (given[random.next(below: given.count)], second[random.next(below: second.count)])
            if shape == 0 { return first }
            if shape > 2 { return first + " " + last }
            return first + " " + given[random.next(below: given.count)] + " " + last
        }
    }

    /// The minimal standard generator of Park and Miller: no quality needed, only sameness.
    private struct Lehmer {
        var state: UInt64

        mutating func next(below limit: Int) -> Int {
            state = state * 48_271 % 2_147_483_647
            return Int(state % UInt64(limit))
        }
    }

    static let given = list(
        """
        Abdul Achmad Ade Adelia Adi Aditya Agnes Agung Agus Agustina Ahmad Aisyah Ajeng Alamsyah Albert Alexander Ali
        Amalia Amelia Amin Aminah Amir Ana Andi Andika Andreas Andri Angga Anggi Anggraeni Ani Anisa Anita Anton Anwar
        Arief Arif Aris Arya Asep Asih Asmawati Astri Astuti Ayu Azizah Bagas Bagus Bambang Bayu Benny Bernadeta Besse
        Betty Budi Butet Candra Catur Chairul Christina Cici Cindy Citra Dadang Dahlia Damar Daniel Darma Darmawan
        David Dedi Deni Desi Dewi Dian Diana Dicky Dimas Dina Dini Djoko Doni Dwi Edi Eka Eko Elisabeth Elvi Ema Endah
        Endang Eni Erlina Erna Erni Ester Esti Euis Eva Evi Fadli Fahmi Faisal Fajar Farah Farida Fatimah Fauzan
        Fauziah Febri Feri Fikri Fitri Fitriani Fransiska Fransiskus Galih Galuh Gede Gilang Gita Gunawan Hadi Hafiz
        Hairul Halimah Hamzah Handoko Hani Hartini Hasan Hasanah Helena Hendra Hendri Heni Heri Herman Hilda Husna Ida
        Ika Ilham Imam Imron Indah Indra Intan Ira Irfan Irma Irwan Iskandar Ismail Iwan Jamal Jamilah Joko Jono Julia
        Juliana Jumiati Junaidi Kadek Kartika Kartini Ketut Khadijah Khairul Khoirul Komang Kristina Kurnia Laila
        Lastri Latifah Leni Lestari Lia Lilis Lina Linda Lisa Lusi Lukman Made Mahmud Maimunah Malik Maria Mariana
        Marlina Marni Martha Maya Mega Mei Melati Meri Mila Mira Misbah Mochamad Mohammad Muhammad Mulyadi Munir Murni
        Mustafa Nadia Nana Nanang Nani Neneng Ngatini Nina Ningsih Nining Nisa Nita Nova Novi Novita Nuraini Nurdin
        Nurhayati Nurjanah Nurlaila Nurul Nyoman Oktavia Paulina Puji Purwanti Puspita Putri Putu Rahmat Rahmawati
        Rama Ramadhan Rani Ratih Ratna Ratna Reni Retno Riana Ridwan Rika Rina Rini Rio Riska Rizal Rizki Robert
        Rohani Rohmat Romi Roni Rosalina Rosdiana Rosita Rosmawati Rudi Rukmini Rusli Sabar Said Saiful Samsul Sari
        Saripah Sartika Septi Siska Siti Siti Siti Slamet Sofyan Sri Sri Stefanus Sudarmi Sugeng Suharti Sukarti
        Sulastri Sumarni Sumiati Suparmi Supri Suratmi Surti Suryadi Suryani Susanti Susi Sutini Sutrisno Suwarni
        Syahrul Syarifah Syarifudin Tania Tarmizi Taufik Teguh Theresia Tia Tika Tini Titin Tomi Tri Tukiyem Tuti Udin
        Ujang Umar Umi Untung Usman Utami Vera Veronika Vina Wahyu Wahyuni Wahyudin Wati Wawan Wayan Wendi Widia Wisnu
        Wiwik Wulan Yanti Yanto Yati Yayan Yeni Yohana Yohanes Yosef Yudi Yuli Yuliana Yulianti Yuni Yunita Yusnidar
        Yusuf Zaenab Zahra Zainab Zainal Zakaria Zubaidah Zulfa Zulkifli
        """)

    static let second = list(
        """
        Abdullah Adiputra Alamsyah Alfarizi Amalia Ananda Ananta Anggraini Anggraeni Anwar Ardiansyah Arifin Aritonang
        Asmara Astuti Azhari Bachtiar Bakri Bangun Basri Batubara Budiarti Budiman Bukit Cahyadi Cahyani Cahyono
        Chaniago Dalimunthe Damanik Darmanto Darwis Daulay Dewi Effendi Fadilah Fauziah Febriani Firdaus Firmansyah
        Fitriani Fransiska Ginting Gultom Gunadi Gunawan Hadiwijaya Hakim Halim Hamdani Hamid Handayani Harahap
        Hariyadi Haryanto Hartati Hartono Hasanah Hasibuan Hermawan Hidayat Hidayati Hidayatullah Hutabarat Hutagalung
        Hutapea Ibrahim Indrawati Irawan Iskandar Ismail Jaya Kartika Koto Kurniasih Kurniawan Kurniawati Kusuma
        Kusumawati Laksono Larasati Lase Lestari Lim Lubis Mahendra Mandasari Manik Manullang Manurung Mardiana
        Marpaung Maulana Maulida Maulidya Maryani Muliani Mulyani Mulyono Munthe Muslim Mustika Nababan Nahak
        Nainggolan Nasution Natalia Ningrum Ningsih Novitasari Nugraha Nugroho Nuraini Nurhasanah Nurjanah Oktaviani
        Pakpahan Pamungkas Panggabean Panjaitan Pasaribu Permana Permatasari Pertiwi Piliang Pohan Prabowo Pradana
        Prakoso Pranata Prasetya Prasetyo Pratama Pratiwi Priyanto Purba Purnama Purnomo Purwanto Puspitasari Putra
        Putri Rachmawati Rahayu Rahardian Rahman Rahmawati Rajagukguk Ramadhani Rangkuti Ritonga Rohman Rosadi Rusdi
        Safitri Sagala Salim Samosir Sanjaya Santosa Santoso Saputra Saputri Saragih Sari Sasmita Sembiring Seran
        Setiawan Setiawati Setyawan Setyowati Siagian Sianturi Sidabutar Sihombing Sihotang Silaban Silalahi Silitonga
        Simamora Simanjuntak Simatupang Simbolon Sinaga Siregar Sirait Situmeang Situmorang Sitorus Soleha Subagyo
        Sucipto Sudrajat Sugiarto Suhendra Sukmawati Sulaiman Sunarto Supriadi Supriyanto Surbakti Suryana Suryani
        Susanti Susanto Susilawati Sutanto Sutrisno Suwandi Syafitri Syahputra Syahrani Tambunan Tampubolon Tan
        Tanjung Tarigan Tobing Utama Utami Wahyudi Wahyuni Wahyuningsih Wibowo Wicaksono Widiastuti Widodo Wijaya
        Wijayanti Wulandari Yuliani Yulianti Yusuf Zulkarnain
        """)

    private static func list(_ text: String) -> [String] { text.split(whereSeparator: \.isWhitespace).map(String.init) }
}
