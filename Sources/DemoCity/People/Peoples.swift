/// How a people of the archipelago names its children. All lists are of common names; whoever is made of them is made
/// up.
struct People: Sendable {
    let share: Int
    let female: [String]
    let male: [String]
    /// Clans and family names, or second names where a people has neither.
    let family: [String]

    static let all: [People] = [
        malay, javanese, batak, minang, chinese, sundanese, bugis, flores, balinese, papuan, acehnese, madurese,
    ]

    static let malay = People(
        share: 20,
        female: [
            "Siti Aisyah", "Nur Azizah", "Fatimah", "Zubaidah", "Rohana", "Nurul Ain", "Salmah", "Mariam", "Hayati",
        ],
        male: ["Zulkarnain", "Hamzah", "Idris", "Raja Faisal", "Azman", "Mahmud", "Syahrul", "Ismail"],
        family: ["Hamid", "Abdullah", "Yusof", "Arifin", "Daud", "Jalil", "Rahman"])

    static let javanese = People(
        share: 20,
        female: [
            "Sri Lestari", "Wahyuningsih", "Endang", "Puji", "Retno", "Tri Astuti", "Ratna", "Ayu", "Dyah", "Suci",
        ],
        male: ["Bambang", "Agus", "Joko", "Slamet", "Sigit", "Eko", "Budi", "Dwi", "Wahyu", "Bagas"],
        family: ["Susilowati", "Purnomo", "Santosa", "Handayani", "Utami", "Prasetyo", "Kusuma", "Setiawan"])

    static let batak = People(
        share: 17,
        female: ["Tiur", "Rosdiana", "Lasma", "Duma", "Marlina", "Roida", "Hotmaida", "Juniar", "Sondang", "Debora"],
        male: ["Parlindungan", "Binsar", "Togar", "Sahat", "Monang", "Ronald", "Poltak", "Jonathan"],
        family: [
            "Simanjuntak", "Nainggolan", "Hutagalung", "Sinaga", "Pardede", "Tampubolon", "Sihombing", "Lumbantoruan",
            "Harahap", "Tarigan", "Ginting", "Sembiring",
        ])

    static let minang = People(
        share: 11,
        female: ["Yulia", "Desmawati", "Elfina", "Rahmi", "Nelvita", "Gusniati", "Silvia", "Rani"],
        male: ["Afrizal", "Syafril", "Yonaldi", "Rinaldi", "Zulfahmi", "Hendra", "Ilham"],
        family: ["Chaniago", "Piliang", "Koto", "Tanjung", "Jambak", "Guci", "Sikumbang"])

    static let chinese = People(
        share: 7,
        female: ["Meiling", "Vivian", "Lily", "Angelina", "Jessica", "Suyin", "Fenny"],
        male: ["Kevin", "Hendrik", "Alvin", "Willy", "Steven", "Acai"],
        family: ["Lim", "Tan", "Wijaya", "Halim", "Gunawan", "Ongko", "Salim"])

    static let sundanese = People(
        share: 7,
        female: ["Neng Tika", "Euis", "Imas", "Teti", "Nenden", "Rosita", "Yanti"],
        male: ["Asep", "Dadang", "Ujang", "Cecep", "Deden", "Iwan"],
        family: ["Suryani", "Hidayat", "Kurnia", "Rohaeti", "Permana", "Sutisna"])

    static let bugis = People(
        share: 5,
        female: ["Andi Tenri", "Besse", "Hasnawati", "Rosmini", "Indo Sitti", "Nurhayati"],
        male: ["Andi Baso", "Ambo", "Lantara", "Baharuddin", "Sudirman"],
        family: ["Mappangara", "Daeng Parani", "Patau", "Makkasau", "Tonang"])

    static let flores = People(
        share: 6,
        female: ["Maria Goreti", "Yosefina", "Theresia", "Agustina", "Katarina", "Emerensiana"],
        male: ["Yohanes", "Fransiskus", "Petrus", "Gabriel", "Dominikus"],
        family: ["Bria", "Seran", "Bere", "Lamak", "Kleden", "Nggadas", "Taek", "Bhoki"])

    static let balinese = People(
        share: 2, female: ["Ni Luh Sari", "Ni Made Ayu", "Ni Wayan", "Ni Komang"],
        male: ["I Made", "I Wayan", "I Ketut", "I Gede"],
        family: ["Sudiani", "Suardana", "Artini", "Widnyana", "Wirawan"])

    static let papuan = People(
        share: 2, female: ["Yuliana", "Martha", "Orpa", "Dorkas"], male: ["Yulianus", "Markus", "Elia", "Titus"],
        family: ["Wanggai", "Kogoya", "Rumbiak", "Mandacan", "Yoku"])

    static let acehnese = People(
        share: 2, female: ["Cut Intan", "Cut Nuraini", "Safrina"], male: ["Teuku Rizal", "Mukhlis", "Fadhil"],
        family: ["Ibrahim", "Usman", "Hasballah"])

    static let madurese = People(
        share: 1, female: ["Sumiati", "Hotijah", "Musarofah"], male: ["Moh. Hosen", "Sahrawi", "Matrawi"],
        family: ["Bahri", "Mansyur", "Fauzan"])
}
