import Casework

/// Where in the city: its twelve districts with the quarters (kelurahan) that texts name (`docs/sources.md`).
enum Neighbourhoods {
    static let quarters: [District: [String]] = [
        .belakangPadang: ["Pulau Kasu", "Pemping", "Sekanak Raya", "Pulau Terung"],
        .batuAmpar: ["Sungai Jodoh", "Tanjung Sengkuang", "Batu Merah", "Kampung Seraya"],
        .sekupang: ["Tiban Baru", "Tiban Lama", "Patam Lestari", "Sungai Harapan", "Tanjung Riau"],
        .nongsa: ["Batu Besar", "Kabil", "Sambau"],
        .bulang: ["Pulau Buluh", "Temoyong", "Pulau Setokok"],
        .lubukBaja: ["Tanjung Uma", "Baloi Indah", "Kampung Pelita", "Batu Selicin"],
        .seiBeduk: ["Tanjung Piayu", "Mangsang", "Muka Kuning", "Duriangkang"],
        .galang: ["Sembulang", "Sijantung", "Pulau Abang", "Air Raja"],
        .bengkong: ["Bengkong Laut", "Sadai", "Tanjung Buntung", "Bengkong Indah"],
        .batamKota: ["Belian", "Teluk Tering", "Sungai Panas", "Baloi Permai"],
        .sagulung: ["Tembesi", "Sungai Langkai", "Sagulung Kota", "Sungai Lekop", "Sungai Pelunggut"],
        .batuAji: ["Tanjung Uncang", "Buliang", "Kibing", "Bukit Tempayan"],
    ]

    static let districts: [District] = District.allCases.filter { $0 != .elsewhere }

    /// How many of the city's people live there, roughly, in percent.
    static func share(_ district: District) -> Int {
        switch district {
        case .sagulung: 18
        case .batamKota: 16
        case .sekupang, .batuAji: 13
        case .bengkong: 10
        case .seiBeduk, .nongsa: 8
        case .lubukBaja: 7
        case .batuAmpar: 5
        case .belakangPadang, .galang, .bulang, .elsewhere: 2
        }
    }
}
