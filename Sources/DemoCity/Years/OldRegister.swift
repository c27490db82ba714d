import Casework
import Desk

/// The last page of the register that the office kept on paper, brought in when it began with this program.
enum OldRegister {
    /// - Returns: how many complaints it has.
    static func bring(into city: City) async throws -> Int {
        let intake = city.staff.intake
        let lines = [caseOf2022(city.staff.managers[0].id), advice]
        for line in lines { try await city.desk.perform(line, on: ID(), by: intake) }
        return lines.count
    }

    private static func day(_ month: Int, _ day: Int) -> Day {
        Day(year: 2022, month: month, day: day) ?? Day(DemoCity.beginning)
    }

    private static func caseOf2022(_ manager: ID<Worker>) -> ImportComplaint {
        ImportComplaint(
            received: day(9, 12), number: "047/2022", channel: .direct,
            what: "Datang bersama kakaknya. Suami memukul dan menahan gajinya.", client: "Yuliana Sitompul",
            sex: .female, age: Years(31), day: "2022-09", place: .household, district: .bengkong,
            reporter: "Ruth Sitompul", relation: .family, alleged: "Suami klien", allegedIs: .spouse,
            forms: [.physical, .neglect], domestic: .yes,
            services: [
                .init(.socialRehabilitation, at: day(9, 20), said: "Konseling"),
                .init(.legalAid, at: day(10, 4), said: "Konsultasi hukum"),
            ], outcome: .goalsMet, ended: day(12, 9), manager: manager, source: "Buku register 2022, halaman 11")
    }

    private static let advice = ImportComplaint(
        received: day(11, 3), number: "052/2022", channel: .letter,
        what: "Surat seorang guru yang bertanya bagaimana mendampingi murid yang orang tuanya bercerai.",
        relation: .teacher, outcome: .advice, source: "Buku register 2022, halaman 12")
}
