import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

@Suite struct OfficePageTests {
    private static let office = Path.record(Office.id(in: 1)).description

    @Test func anAdministratorSetsTheOfficeUpByThePage() async throws {
        try await TestSite.run { site in
            let yohana = try await site.browser(signedInAs: "yohana")
            #expect(try await yohana.get("/kerja").location == "/kerja/office")
            let opening = try await yohana.get("/kerja/office")
            #expect(opening.location == "/kerja/offices/set-up-office")
            let form = try await yohana.follow(opening)
            let made = try await yohana.post("/kerja/offices/set-up-office", ["office": "UPTD PPA"], from: form)
            #expect(made.location == Self.office)
            #expect(try await yohana.get("/kerja/office").location == Self.office)
            let page = try await yohana.follow(made).text
            #expect(page.contains("Kalender 2026 belum dimuat") && page.contains("UPTD PPA"))
            // Nothing of casework is offered.
            #expect(!page.contains("/kerja/search") && !page.contains("receive-complaint"))
        }
    }

    @Test func aWorkerIsAddedAndTheSecretIsShownOnce() async throws {
        try await TestSite.run { site in
            try await site.world.openOffice()
            let yohana = try await site.browser(signedInAs: "yohana")
            let path = Path.acting(Office.kind, Office.id(in: 1).value, AddWorker.name).description
            let form = try await yohana.get(path)
            let taken = try await yohana.post(
                path, [("handle", "dewi"), ("who", "Dewi"), ("posts", "head")].reduce(into: [:]) { $0[$1.0] = $1.1 },
                from: form)
            #expect(taken.status == 422 && taken.text.contains("sudah dipakai"))
            let answers = ["handle": "maya", "who": "Maya Putri", "posts": "case-manager"]
            let told = try await yohana.post(path, answers, from: form)
            #expect(told.status == 200)
            let secret = try #require(
                told.text.components(separatedBy: "class=\"secret\">").last?.prefix { $0 != "<" })
            #expect(try await site.world.accounts.signIn("maya", String(secret))?.step == .password)
            // Sent again it is answered as it was, without the secret.
            #expect(try await yohana.post(path, answers, from: form).status == 303)
            let page = try await yohana.get(Self.office).text
            #expect(page.contains("Maya Putri") && page.contains("Petugas ditambahkan") && !page.contains(secret))
        }
    }

    @Test func whatIsChangedIsChosenFirstAndFilledInWithWhatItIs() async throws {
        try await TestSite.run { site in
            try await site.world.openOffice()
            let office = { site.world.desk.law(in: 1).office }
            let partner = try #require(office().directory.first { $0.details.services?.isEmpty == false })
            let yohana = try await site.browser(signedInAs: "yohana")
            let choosing = Office.id(in: 1).acting(ChangePartner.name)
            let path = "\(choosing)/\(partner.id)"
            let choices = try await yohana.get(choosing).text
            #expect(choices.contains("href=\"\(path)\"") && !choices.contains("name=\"partner.name\""))

            let form = try await yohana.get(path)
            #expect(form.text.contains("<h1>Ubah data mitra: \(partner.name.text)</h1>"))
            #expect(!form.text.contains("name=\"which\""))
            // One answer becomes another one, the others are sent as they stand there.
            let kept = form.standing(path).filter { $0.key != "partner.contact" }
            let nameless = kept.filter { $0.key != "partner.name" }
            let faulty = try await yohana.post(path, nameless)
            #expect(faulty.status == 422 && faulty.text.contains("id=\"partner.name-error\""))
            #expect(try await yohana.post(path, kept + [("partner.contact", "Ibu Ratna")]).status == 303)
            let changed = try #require(office().partner(partner.id)).details
            var wanted = partner.details
            wanted.contact = "Ibu Ratna"
            #expect(changed == wanted)

            try await site.world.desk.perform(
                EndPartner(partner.id, because: "Tutup."), on: Office.id(in: 1), by: site.world.yohana)
            #expect(try await yohana.get(path).status == 404)
            #expect(try await yohana.get("\(choosing)/\(UUID().text)").status == 404)
        }
    }

    @Test func theFormOfPostsHasThoseThatAreHeld() async throws {
        try await TestSite.run { site in
            try await site.world.openOffice()
            let posts: [Post] = [.caseManager, .intakeOfficer]
            try await site.world.desk.perform(
                AddWorker("maya", "Maya", posts), on: Office.id(in: 1), by: site.world.yohana)
            let maya = try #require(site.world.desk.law(in: 1).office.staff.first { $0.value.handle == "maya" }).key
            let yohana = try await site.browser(signedInAs: "yohana")
            let choosing = Office.id(in: 1).acting(GivePosts.name)
            #expect(try await yohana.get(choosing).text.contains("\(choosing)/\(maya)\""))
            let path = "\(choosing)/\(maya)"
            let form = try await yohana.get(path)
            let held = form.standing(path).filter { $0.key == "posts" }.map(\.value)
            #expect(Set(held) == Set(posts.map(\.rawValue)))
            #expect(try await yohana.post(path, ["posts": "head"], from: form).status == 303)
            #expect(site.world.desk.law(in: 1).office.staff[maya]?.posts == [.head])
        }
    }

    @Test func itIsItsAdministratorsAndItsHeadsAlone() async throws {
        try await TestSite.run { site in
            try await site.world.openOffice()
            for handle in ["dewi", "rina"] {
                let browser = try await site.browser(signedInAs: handle)
                #expect(try await browser.get("/kerja/office").status == 403)
                let foreign = try await browser.get(Self.office)
                let nonsense = try await browser.get("/kerja/offices/\(UUID())")
                #expect(foreign.status == 404 && nonsense.status == 404)
                #expect(try await !browser.get("/kerja").text.contains("/kerja/office"))
            }
            let hasan = try await site.browser(signedInAs: "hasan")
            let page = try await hasan.get(Self.office)
            #expect(page.status == 200 && page.text.contains("RSUD Embung Fatimah"))
            #expect(!page.text.contains("add-worker"))
        }
    }
}
