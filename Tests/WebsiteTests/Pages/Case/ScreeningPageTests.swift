import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

/// A checklist or a test, from its choice to what the case tells of it.
@Suite struct ScreeningPageTests {
    /// What is screened for is chosen apart from the assessments, and told with what was found.
    @Test func aScreeningIsChosenFilledInAndTold() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            let rina = try await site.browser(signedInAs: "rina")
            let choose = file.acting(RecordScreening.name)
            let chosen = try await rina.get(choose).text
            #expect(chosen.contains("\(choose)/tppo\"") && !chosen.contains("\(choose)/kdrt\""))
            #expect(try await !rina.get(file.acting(RecordAssessment.name)).text.contains("/tppo\""))
            #expect(try await rina.get("\(choose)/kdrt").status == 404)

            let form = try await rina.get("\(choose)/tppo")
            for heading in ["Proses", "Cara", "Tujuan"] { #expect(form.text.contains(">\(heading)</h3>")) }
            let client = try #require(try await site.world.file(file).client).id.description
            let sheet = try #require(site.world.desk.instruments.current.first { $0.id == "tppo" })
            let yes = ["recruited", "deceived", "labour"]
            let answers = sheet.items.map { ("sheet.\(sheet.tag)-\($0.id)", yes.contains($0.id) ? "yes" : "no") }
            let whole = Dictionary(uniqueKeysWithValues: answers + [("client", client), ("assessor", "Polisi")])
            #expect(try await rina.post("\(choose)/tppo", whole, from: form).status == 303)

            // Who could not be asked is not said to be well.
            let bullying = try #require(site.world.desk.instruments.current.first { $0.id == "bullying" })
            let unknown = bullying.items.map { item in
                ("sheet.\(bullying.tag)-\(item.id)", "unknown")
            }
            let asked = Dictionary(uniqueKeysWithValues: unknown + [("client", client)])
            let list = try await rina.get("\(choose)/bullying")
            #expect(try await rina.post("\(choose)/bullying", asked, from: list).status == 303)
            let after = try await rina.get(Path.record(file).description).text
            #expect(after.contains("Daftar perundungan: belum dapat dinilai (0/3, 10 belum diketahui)"))

            let phq = try await rina.get("\(choose)/phq9")
            let wrong = try await rina.post(
                "\(choose)/phq9", ["client": client, "sheet.phq9-1-total": "30"], from: phq)
            #expect(wrong.status == 422 && wrong.text.contains(#"value="30""#))

            let page = try await rina.get(Path.record(file).description).text
            let told = "Unsur perdagangan orang (TPPO): ketiga unsurnya ada; tangani sebagai perdagangan orang"
            #expect(page.contains("\(told) (3/3, Proses, Cara, Tujuan)"))
        }
    }
}
