import Casework
import Foundation

/// Fills in what a text of a ``Kind`` leaves open.
struct Wording: Sendable {
    private let age: String
    private let quarter: String
    private let since: String

    init(age: Int, _ district: District, _ seed: inout Seed) {
        self.age = String(age)
        quarter = seed.pick(Neighbourhoods.quarters[district] ?? ["Batam"])
        since = seed.pick(Self.times)
    }

    func callAsFunction(_ text: String) -> String {
        text.replacing("{umur}", with: age).replacing("{tempat}", with: quarter).replacing("{waktu}", with: since)
    }

    /// Each stands after a comma or in the middle of a sentence.
    private static let times = [
        "sejak dua minggu lalu", "sejak sebulan lalu", "sejak awal semester", "sejak Lebaran", "sejak libur sekolah",
        "sejak tiga bulan lalu", "sejak pindah rumah", "sejak awal tahun", "beberapa minggu terakhir",
        "beberapa bulan terakhir", "sejak akhir bulan lalu", "hampir setahun",
    ]
}
