import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

/// Nobody may be led to call the mother where the child is meant, nor to read her safety as the child's.
@Suite struct SafetyPageTests {
    /// A case in which a mother and a child are clients, neither of them reached in a known way.
    private func family(in world: World) async throws -> (file: ID<CaseFile>, mother: ID<Person>, child: ID<Person>) {
        let affected = [
            Affected("Ibu Kenanga", sex: .female, age: Years(35)), Affected("Kenanga", sex: .female, age: Years(9)),
        ]
        let file = try await newCase(of: affected, phone: World.fromSchool.phone, in: world)
        let clients = try await world.file(file).clients
        return (file, clients[0].id, clients[1].id)
    }

    private func newCase(of affected: [Affected], phone: Phone? = nil, in world: World) async throws -> ID<CaseFile> {
        var told = World.fromSchool
        (told.affected, told.phone) = (affected, phone)
        let complaint = try await world.receive(told)
        try await world.desk.perform(world.triage(world.rina.id), on: complaint, by: world.dewi)
        return try #require(try await world.desk.open(Complaint.self, complaint, by: world.dewi).record.caseFile)
    }

    private func telephone(_ number: String) -> String { "href=\"tel:\(number)\"" }

    @Test func whatNobodySaidOfOneOfThemIsNoLink() async throws {
        try await TestSite.run { site in
            let world = site.world
            let (file, mother, child) = try await family(in: world)
            let rina = try await site.browser(signedInAs: "rina")
            let page = { try await rina.get(Path.record(file).description).text }

            let unknown = try await page()
            #expect(unknown.contains("belum jelas untuk klien yang mana") && unknown.contains("Ja&#39;far Siregar"))
            #expect(unknown.contains("081234567890") && !unknown.contains("href=\"tel:+62"))
            #expect(unknown.contains("Kontak aman: Ibu Kenanga") && unknown.contains("Kontak aman: Kenanga"))
            #expect(unknown.contains("Belum ada kontak aman."))

            try await world.act(
                SetSafeContact<CaseFile>(of: mother, phone: "+6281200000001", safeContact: "Pagi."), on: file)
            let half = try await page()
            #expect(half.contains(telephone("+6281200000001")) && !half.contains(telephone("+6281234567890")))
            #expect(half.contains("Belum ada kontak aman."))

            try await world.act(
                SetSafeContact<CaseFile>(
                    of: child, safeContact: "Lewat wali kelas.", rules: ContactRules(never: "Jangan kirim pesan.")),
                on: file)
            let both = try await page()
            #expect(!both.contains("belum jelas untuk klien") && !both.contains("Belum ada kontak aman."))
            // What stays in sight on each form names whom it reaches.
            let form = try await rina.get(file.acting(RecordFollowUp.name).description).text
            #expect(form.contains("<b>Ibu Kenanga:</b> Pagi."))
            // What must never be done comes first.
            let told = "<b>Kenanga:</b> <strong class=\"never\">Jangan kirim pesan.</strong> Lewat wali kelas."
            #expect(form.contains(told))
        }
    }

    /// Of a single client as of several, above the file and above each form.
    @Test func whereNobodySaidWhatIsSafeItIsAskedFirst() async throws {
        try await TestSite.run { site in
            let world = site.world
            let complaint = try await world.receive(
                ReceiveComplaint(channel: .letter, what: "Surat.", affected: [Affected("Kamboja", sex: .female)]))
            try await world.desk.perform(world.triage(world.rina.id), on: complaint, by: world.dewi)
            let file = try #require(
                try await world.desk.open(Complaint.self, complaint, by: world.dewi).record.caseFile)
            let rina = try await site.browser(signedInAs: "rina")
            let bar = { (action: ActionName) in
                let form = try await rina.get(file.acting(action)).text
                let bar = try #require(form.components(separatedBy: "class=\"identity\"").dropFirst().first)
                return bar.components(separatedBy: "</div>")[0]
            }
            let head = {
                let page = try await rina.get(Path.record(file).description).text
                let head = try #require(page.components(separatedBy: "class=\"contact-of\"").dropFirst().first)
                return head.components(separatedBy: "</div>")[0]
            }
            let ask = "Belum ada kontak aman. Tanyakan dulu."
            #expect(try await head().contains(ask))
            for action in [RecordFollowUp.name, GiveService.name] {
                #expect(try await bar(action).contains(ask), "\(action)")
            }
            try await world.act(SetSafeContact<CaseFile>(safeContact: "Lewat bibi."), on: file)
            let (told, shown) = (try await bar(RecordFollowUp.name), try await head())
            #expect(told.contains("Lewat bibi.") && !told.contains(ask))
            #expect(shown.contains("Lewat bibi.") && !shown.contains(ask))
        }
    }

    @Test func whomAContactReachesIsChosenFirst() async throws {
        try await TestSite.run { site in
            let world = site.world
            let (file, mother, child) = try await family(in: world)
            try await world.act(
                SetSafeContact<CaseFile>(of: mother, phone: "+6281200000001", safeContact: "Pagi."), on: file)
            let rina = try await site.browser(signedInAs: "rina")
            let action = SetSafeContact<CaseFile>.name
            let choose = try await rina.get(file.acting(action).description).text
            let path = { (client: ID<Person>) in
                Path.filling(CaseFile.kind, file.value, action, choice: client.description).description
            }
            #expect(choose.contains("href=\"\(path(mother))\"") && choose.contains("href=\"\(path(child))\""))
            #expect(choose.contains("belum jelas untuk klien yang mana"))
            #expect(try await rina.get(path(mother)).text.contains("+6281200000001"))
            let form = try await rina.get(path(child))
            #expect(!form.text.contains("+6281200000001") && form.text.contains("Ubah kontak aman: Kenanga"))
            _ = try await rina.post(path(child), ["safeContact": "Lewat wali kelas."], from: form)
            let told = try await world.file(file)
            #expect(told.contact(of: child)?.how == "Lewat wali kelas." && told.contact(of: mother)?.how == "Pagi.")
        }
    }

    @Test func aFollowUpSaysWhomItIsAbout() async throws {
        try await TestSite.run { site in
            let (file, _, child) = try await family(in: site.world)
            let rina = try await site.browser(signedInAs: "rina")
            let path = file.acting(RecordFollowUp.name).description
            let form = try await rina.get(path)
            #expect(!form.text.contains("<option value=\"\(child)\" selected>"))
            let answers = ["way": "visit", "safe": "no", "note": "Ia kembali."]
            let refused = try await rina.post(path, answers, from: form)
            #expect(refused.status == 422 && refused.text.contains("Pilih siapa yang dihubungi."))
            #expect(refused.text.contains("Ia kembali."))
            let named = answers.merging(["client": child.description]) { $1 }
            #expect(try await rina.post(path, named, from: form).status == 303)
            // What is next says of whom, and so do the people and the list.
            let page = try await rina.get(Path.record(file).description).text
            let next = try #require(page.components(separatedBy: "next-step").dropFirst().first?.prefix(600))
            #expect(next.contains("Klien tidak aman.") && next.contains("Tentang Kenanga"))
            let people = try #require(page.components(separatedBy: "id=\"people\"").last)
            let rows = people.components(separatedBy: "<li class=\"row\">").dropFirst().prefix(2)
            #expect(rows.map { $0.contains("Tidak aman") } == [false, true])
            #expect(rows.allSatisfy { $0.contains("Belum ada kontak aman.") && $0.contains("tag-risk-high") })
            let work = try await rina.get(Path.work.description).text
            let alert = try #require(work.components(separatedBy: "Klien tidak aman.").last)
            #expect(alert.prefix(400).contains(">Kenanga</a>"))

            // In a case of one client that one is chosen already.
            let single = try await newCase(of: [Affected("Kamboja", sex: .female, age: Years(30))], in: site.world)
            let only = try #require(try await site.world.file(single).client).id
            let short = try await rina.get(single.acting(RecordFollowUp.name).description).text
            #expect(short.contains("<option value=\"\(only)\" selected>"))
        }
    }

    @Test func programsNameTheClientToo() async throws {
        try await TestSite.run { site in
            let (file, mother, child) = try await family(in: site.world)
            let program = try await Program(site, site.world.rina, [.manageCases])
            let calls = [
                ("record-follow-up", #""way": "visit", "safe": "yes", "note": "Baik.""#),
                ("set-safe-contact", #""safeContact": "Pagi.""#),
            ]
            for (action, answers) in calls {
                let path = "cases/\(file)/\(action)"
                let problem = try await program.post(path, "{\"answers\": {\(answers)}}")
                #expect(problem.status == 422, "\(action)")
                #expect(problem.headers["Content-Type"]?.hasPrefix("application/problem+json") == true)
                let errors = try #require(problem.json["errors"] as? [[String: String]])
                #expect(errors.map { $0["field"] } == ["client"], "\(action)")
                let named = try await program.post(path, "{\"answers\": {\"client\": \"\(child)\", \(answers)}}")
                #expect(named.status == 201 || named.status == 200, "\(action): \(named.text)")
            }
            let told = try await program.get("cases/\(file)")
            let state = try #require(told.json["state"] as? [String: Any])
            let clients = try #require(state["clients"] as? [[String: Any]])
            #expect(clients.map { $0["client"] as? String } == [mother.description, child.description])
            #expect((clients[1]["contact"] as? [String: Any])?["how"] as? String == "Pagi.")
            #expect(clients[0]["contact"] == nil)
        }
    }
}
