import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

/// People of a file as its page shows them and as they are put right there.
@Suite struct PeoplePageTests {
    private static let second = ReceiveComplaint(
        channel: .direct, what: "Tante bercerita.", affected: [Affected("Adik Melati", sex: .female, age: Years(8))],
        needs: [.signLanguage], reporter: "Tante Rosa", relation: .family)

    private func join(_ world: World, danger: YesNo = .no) async throws -> ID<CaseFile> {
        let (_, file) = try await world.openCase()
        let received = try await world.receive(Self.second)
        let joins = TriageComplaint(
            reachable: .no, threat: danger, injured: .no, risk: .low, riskReason: "x", forms: [.physical],
            decision: .joinCase, joins: file)
        try await world.desk.perform(joins, on: received, by: world.dewi)
        return file
    }

    /// Who is likely the same elsewhere is told by a list: to choose from it opens nobody's file.
    @Test func whoMayBeTheSameIsOfferedWithoutOpeningTheirFiles() async throws {
        try await TestSite.run { site in
            let world = site.world
            let (_, file) = try await world.openCase()
            let received = try await world.receive(
                ReceiveComplaint(channel: .direct, what: "Lain.", affected: [Affected("Melati", sex: .female)]))
            try await world.desk.perform(world.triage(world.rina.id), on: received, by: world.dewi)
            let other = try #require(
                try await world.desk.open(Complaint.self, received, by: world.dewi).record.caseFile)
            let person = try #require(try await world.file(other).client).id
            let log = Path.accessLog(CaseFile.kind, other.value).description
            let hasan = try await site.browser(signedInAs: "hasan")
            let opened = {
                let page = try await hasan.get(log).text
                return page.firstMatch(of: #/Membuka \d+ kali/#).map { String($0.0) }
            }
            let before = try await opened()

            let form = try await site.browser(signedInAs: "rina").get(file.acting(LinkPeople.name)).text

            let value = PersonElsewhere(person, in: other).raw[0]
            let option = "<option value=\"\(value)\" selected>Melati (klien) · BTM-2026-"
            #expect(form.contains(option))
            #expect(try await opened() == before)
        }
    }

    @Test func aNameIsPutRightFromThePersonsRow() async throws {
        try await TestSite.run { site in
            let world = site.world
            let (_, file) = try await world.openCase()
            let client = try #require(try await world.file(file).client).id
            let rina = try await site.browser(signedInAs: "rina")
            let path = "\(file.acting(DescribePerson.name))/\(client)"
            let page = try await rina.get(Path.record(file).description).text
            #expect(page.contains(#"<a href="\#(path)">Ubah<span class="unseen"> Melati</span></a>"#))

            let form = try await rina.get(path)
            #expect(try #require(form.text.components(separatedBy: "help\"").last).contains("<dd>Melati</dd>"))
            #expect(try await rina.post(path, form.standing(path) + [("who", "Kirana")]).status == 303)

            let after = try await rina.get(Path.record(file).description).text
            #expect(after.contains(#"<h1 id="case-title">Kirana</h1>"#))
            #expect(after.contains("Juga tercatat sebagai: Melati"))
            // The history says who was called otherwise.
            let told = try #require(after.components(separatedBy: "event-title\">Data orang diubah").last?.prefix(600))
            #expect(told.contains("Melati") && told.contains("Nama: Kirana"), "\(told)")
        }
    }

    /// Who is told to be in danger comes into the file first: it is the next step.
    @Test func whoIsToldToBeInDangerIsNext() async throws {
        try await TestSite.run { site in
            let file = try await join(site.world, danger: .yes)
            let client = try #require(try await site.world.file(file).client).id
            try await site.world.act(RecordFollowUp(.visit, of: client, safe: .yes, note: "Baik."), on: file)
            let told = try #require(try await site.world.file(file).toldOnly.first).id
            let rina = try await site.browser(signedInAs: "rina")
            let page = try await rina.get(Path.record(file).description).text
            let next = try #require(page.components(separatedBy: #"aria-labelledby="next-title""#).last?.prefix(900))
            #expect(next.contains("Adik Melati") && next.contains("\(file.acting(AddPerson.name))/\(told)"), "\(next)")
            #expect(page.contains("Dalam bahaya, belum ada yang menemuinya"))
        }
    }

    /// The timeline names somebody as they are called now.
    @Test func whatPointsAtSomebodyFollowsTheName() async throws {
        try await TestSite.run { site in
            let world = site.world
            let (_, file) = try await world.openCase()
            let client = try #require(try await world.file(file).client).id
            try await world.act(GiveService(.health, to: client, note: "Diperiksa."), on: file)
            try await world.act(DescribePerson(client, who: "Kirana"), on: file)
            let rina = try await site.browser(signedInAs: "rina")
            let page = try await rina.get(Path.record(file).description).text
            let told = try #require(page.components(separatedBy: "event-title\">Layanan diberikan").last?.prefix(600))
            #expect(told.contains("Kirana") && !told.contains("Melati"), "\(told)")
        }
    }

    @Test func whoIsToldOfIsAddedFromWhatWasTold() async throws {
        try await TestSite.run { site in
            let world = site.world
            let file = try await join(world)
            let told = try #require(try await world.file(file).toldOnly.first).id
            let rina = try await site.browser(signedInAs: "rina")
            let page = try await rina.get(Path.record(file).description).text
            #expect(page.contains("Diceritakan dalam laporan gabungan, belum ada di berkas"))
            let path = "\(file.acting(AddPerson.name))/\(told)"
            #expect(page.contains("href=\"\(path)\""))

            let form = try await rina.get(path)
            #expect(form.text.contains(#"value="Adik Melati""#) && form.text.contains(#"value="8""#))
            #expect(form.text.contains(#"<option value="client" selected>"#))
            #expect(!form.text.contains("name=\"told\""))
            #expect(
                form.text.contains(#"<p class="quote">Tante bercerita.</p>"#),
                "what the complaint says stands beside it")
            #expect(form.text.contains("<title>Tambah orang - "), "no name in a browser's history")
            #expect(try await rina.post(path, form.standing(path)).status == 303)

            let after = try await world.file(file)
            #expect(
                after.clients.map(\.name) == ["Melati", "Adik Melati"] && after.toldOnly.map(\.who) == ["Tante Rosa"])
            // Who is in the file is not told of any more.
            #expect(try await rina.get(path).status == 404)
            #expect(try await rina.get("\(file.acting(AddPerson.name))/\(UUID())").status == 404)
            // By itself the form asks no more than before.
            #expect(try await !rina.get(file.acting(AddPerson.name)).text.contains("Diceritakan sebagai"))
        }
    }

    @Test func oneTouchSaysWhoItIs() async throws {
        try await TestSite.run { site in
            let world = site.world
            let file = try await join(world)
            let told = try #require(try await world.file(file).toldOnly.first).id
            let melati = try #require(try await world.file(file).client).id
            let rina = try await site.browser(signedInAs: "rina")
            let page = try await rina.get(Path.record(file).description)
            #expect(page.text.contains("Ini Melati"))
            let path = "\(file.acting(RecognisePerson.name))/\(told)"
            let sent = page.standing(path) + [("person", melati.description)]
            #expect(try await rina.post(path, sent).status == 303)
            #expect(try await world.file(file).toldOnly.map(\.who) == ["Tante Rosa"])
        }
    }

    /// The form that asks for everybody else, and for the reason where it is nobody.
    @Test func whatIsMissingIsToldWithWhatWasTyped() async throws {
        try await TestSite.run { site in
            let world = site.world
            let file = try await join(world)
            let told = try #require(try await world.file(file).toldOnly.last).id
            let rina = try await site.browser(signedInAs: "rina")
            let path = "\(file.acting(RecognisePerson.name))/\(told)"
            let form = try await rina.get(path)
            #expect(form.text.contains("Tante Rosa"))
            let sent = try await rina.post(path, form.standing(path))
            #expect(sent.status == 422 && sent.text.contains("Pilih orangnya, atau tulis di bawah"))
        }
    }

    /// Also in an emergency, and nothing to press there.
    @Test func needsStandAtTheHeadForWhoeverOpensIt() async throws {
        try await TestSite.run { site in
            let world = site.world
            let file = try await join(world)
            try await world.act(SetNeeds([.signLanguage], note: "Adiknya <di rumah>"), on: file)
            try await world.desk.perform(
                OpenInEmergency(.client, because: "Klien menelepon, terdengar ada yang mengamuk."), on: file,
                by: world.dewi)
            for handle in ["rina", "dewi"] {
                let browser = try await site.browser(signedInAs: handle)
                let page = try await browser.get(Path.record(file).description).text
                let head = try #require(page.components(separatedBy: "case-contact").first)
                #expect(head.contains("<b>Kebutuhan khusus</b> Juru bahasa isyarat · Adiknya &lt;di rumah&gt;"))
                #expect(head.contains(file.acting(SetNeeds.name)) == (handle == "rina"))
                #expect(page.contains("Tante Rosa"))
                #expect(page.contains("Ini Melati") == (handle == "rina"))
            }
        }
    }
}
