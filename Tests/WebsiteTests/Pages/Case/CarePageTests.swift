import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

/// Care through the pages: what is next, what may be done, and what is refused with its reason.
@Suite struct CarePageTests {
    /// An appointment in two days does not hide what the law demands within three.
    @Test func whatBindsTheOfficeIsNextBeforeWhatWasAgreedForLater() async throws {
        try await TestSite.run { site in
            let world = site.world
            let (_, file) = try await world.openCase()
            let client = try #require(try await world.file(file).client).id
            let service = GiveService(
                Service.allCases[0], to: client, note: "Tenang.", next: Moment(World.now + 48 * 3600))
            try await world.act(service, on: file)
            let rina = try await site.browser(signedInAs: "rina")
            let page = try await rina.get(Path.record(file).description).text
            let next = try #require(page.components(separatedBy: "next-step").dropFirst().first?.prefix(600))
            #expect(next.contains("Lapor ke polisi"), "\(next)")
        }
    }

    /// A page offers everything that its reader may do, and nothing else.
    @Test func everyActionThatIsOfferedHasItsLink() async throws {
        try await TestSite.run { site in
            let world = site.world
            let partner = try await world.openOffice().partner
            let (_, file) = try await world.openCase()
            let client = try #require(try await world.file(file).client).id
            try await world.act(RecordConsent(client, to: .services), on: file)
            try await world.act(
                ReferClient(client, to: partner, .health, parts: [.identity], basis: .legalDuty, because: "x"),
                on: file)
            let plan = AgreePlan([.init("Aman", [.init("Kunci")])], review: Day(World.now).adding(7))
            try await world.act(plan, on: file)
            let rina = try await site.browser(signedInAs: "rina")
            let fold = try await world.desk.open(CaseFile.self, file, by: world.rina)
            let offered = fold.actions(for: Context(now: World.now, worker: world.rina))

            let page = try await rina.get(Path.record(file).description).text

            for action in CaseFile.actions.all where !action.opens && action.hasForm {
                let link = "\"\(file.acting(action.name))\""
                #expect(page.contains(link) == offered.contains(action.name), "\(action.name)")
            }
            #expect(offered.count > 15)
        }
    }

    @Test func theNextStepLeadsFromStepToStep() async throws {
        try await TestSite.run { site in
            let world = site.world
            let (_, file) = try await world.openCase()
            try await world.meetDues(of: file)
            let client = try #require(try await world.file(file).client).id
            let rina = try await site.browser(signedInAs: "rina")
            let next = { () async throws -> String in
                let page = try await rina.get(Path.record(file).description).text
                let card = page.components(separatedBy: "id=\"next-title\">").dropFirst().first ?? ""
                return String(card.prefix { $0 != "<" })
            }
            #expect(try await next() == "Catat persetujuan")
            try await world.act(RecordConsent(client, to: .services), on: file)
            #expect(try await next() == "Buat asesmen")
            try await world.act(RecordAssessment(client, try world.sheet("risk"), risk: .high), on: file)
            #expect(try await next() == "Susun rencana bersama klien")
            let plan = AgreePlan([.init("Aman", [.init("Kunci")])], review: Day(World.now).adding(30))
            try await world.act(plan, on: file)
            // Others decide it: meanwhile there is something to do about what the law wants within a day.
            #expect(try await next() == "Perlindungan sementara dari polisi")
            let meanwhile = try await rina.get(Path.record(file).description).text
            #expect(meanwhile.contains("Sesudah itu: Menunggu kepala UPTD."))
            try await world.act(RecordProceeding(.notProtected), on: file)
            #expect(try await next() == "Putuskan rencana")
            #expect(try await rina.get(Path.record(file).description).text.contains(">Menunggu kepala UPTD.<"))
            try await world.act(DecidePlan(.granted), on: file, by: world.hasan)
            #expect(try await next() == "Catat layanan")
            let appointment = Moment(World.now + 3600)
            try await world.act(GiveService(.health, to: client, note: "x", next: appointment), on: file)
            #expect(try await next() == "Janji berikutnya: Kesehatan")
            #expect(try await rina.get(Path.work.description).text.contains("Janji berikutnya: Kesehatan"))
        }
    }

    @Test func aSecondAssessmentFormIsShownFilledInScoredAndKeptWithItsVersion() async throws {
        let second = """
            - id: sleep
              version: 3
              title: {id: Tidur anak, en: A child's sleep}
              source: own
              items:
                - {id: night, text: {id: Sering terbangun?, en: Wakes at night?}, points: {"yes": 5}}
                - {id: alone, text: {id: Takut tidur sendiri?, en: Afraid to sleep alone?}, points: {"yes": 1}}
              bands: [{from: 0, risk: low}, {from: 3, risk: medium}, {from: 6, risk: high}]
            """
        let instruments = try Instruments.shipped() + .read(second)
        try await TestSite.run(instruments: instruments) { site in
            let (_, file) = try await site.world.openCase()
            let rina = try await site.browser(signedInAs: "rina")
            let choose = file.acting(RecordAssessment.name)
            let chosen = try await rina.get(choose).text
            #expect(chosen.contains("Tidur anak") && chosen.contains("\(choose)/sleep\""))

            let path = "\(choose)/sleep"
            let form = try await rina.get(path)
            #expect(form.text.contains("<h1>Tidur anak</h1>") && form.text.contains("Sering terbangun?"))
            let client = try #require(try await site.world.file(file).client).id.description
            let answers = ["client": client, "sheet.sleep-3-night": "yes", "risk": "low"]
            let faulty = try await rina.post(path, answers, from: form)
            #expect(faulty.status == 422 && faulty.text.contains("Takut tidur sendiri?"))
            let whole = answers.merging(["sheet.sleep-3-alone": "no"]) { $1 }
            // The score says medium: lower needs a reason.
            let lower = try await rina.post(path, whole, from: form)
            #expect(lower.status == 422)
            let sent = whole.merging(["riskReason": "Sudah pindah ke bibi."]) { $1 }
            #expect(try await rina.post(path, sent, from: form).status == 303)

            let page = try await rina.get(Path.record(file).description).text
            #expect(page.contains("Tidur anak: 5, risiko sedang") && page.contains("Takut tidur sendiri?"))
            let kept = try #require(try await site.world.file(file).assessments.first).told
            #expect(kept.sheet == Sheet("sleep", version: 3, ["night": "yes", "alone": "no"]) && kept.risk == .low)
        }
    }

    @Test func anOlderVersionStaysReadableOnceThereIsANewOne() async throws {
        let old = try Instruments.shipped()
        let newer = try Instruments.read(
            """
            - id: risk
              version: 2
              title: {id: Triase risiko, en: Risk triage}
              source: own
              items: [{id: reach, text: {id: Lain?, en: Other?}, points: {}}]
              bands: [{from: 0, risk: low}, {from: 1, risk: medium}, {from: 2, risk: high}]
            """)
        try await TestSite.run(instruments: old + newer) { site in
            let (_, file) = try await site.world.openCase()
            let client = try #require(try await site.world.file(file).client).id
            let first = try #require(old["risk", 1])
            let answers = first.items.map { ($0.id, $0.answers?.last?.id ?? "yes") }
            let sheet = Sheet("risk", version: 1, Dictionary(uniqueKeysWithValues: answers))
            try await site.world.act(RecordAssessment(client, sheet, risk: .high), on: file)

            let rina = try await site.browser(signedInAs: "rina")
            let page = try await rina.get(Path.record(file).description).text
            #expect(page.contains("Apakah terlapor masih dapat mendekati klien?"))
            #expect(try await rina.get("\(file.acting(RecordAssessment.name))/risk").text.contains("Lain?"))
        }
    }

    @Test func ofTheFirstIncidentStandsWhatTriageFound() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            try await site.world.act(AddPerson("Ayah tiri", .alleged), on: file)
            let opening = try #require(try await site.world.file(file).opening)
            let rina = try await site.browser(signedInAs: "rina")
            let path = file.acting(RecordIncident.name)
            let form = try await rina.get(path)
            let standing = form.standing(path)
            #expect(!standing.contains { ["place", "what"].contains($0.key) && !$0.value.isEmpty })
            let answers = standing + [("place", "RTG"), ("what", "Sif malam ibu.")]
            #expect(try await rina.post(path, answers).status == 303)

            let told = try await site.world.file(file)
            let incident = try #require(told.incidents.first)
            let alleged = try #require(told.people.first { $0.role == .alleged })
            #expect(incident.harms == [.init(try #require(told.client).id, opening.forms)])
            #expect(incident.alleged == [.init(alleged.id)] && incident.district == opening.district)
            #expect(incident.domestic == opening.domestic && incident.place == .household)
            // Of another one nothing is known.
            #expect(try await !rina.get(path).standing(path).contains { $0.key.hasPrefix("harms") })
        }
    }

    @Test func whatAnEntryUsedUpCanBeAnsweredAgainInItsCorrection() async throws {
        try await TestSite.run { site in
            let world = site.world
            let partner = try await world.openOffice().partner
            let (_, file) = try await world.openCase()
            let client = try #require(try await world.file(file).client).id
            try await world.act(
                ReferClient(client, to: partner, .health, parts: [.identity], basis: .legalDuty, because: "x"),
                on: file)
            let referral = try #require(try await world.file(file).referrals.first).id
            try await world.act(AnswerReferral(referral, .accepted, note: "Besok."), on: file)
            let rina = try await site.browser(signedInAs: "rina")
            let page = try await rina.get(Path.record(file).description).text
            let correct = try #require(
                page.components(separatedBy: "href=\"").map { $0.prefix { $0 != "\"" } }
                    .first { $0.hasSuffix("/correct-entry") })
            let form = try await rina.get(String(correct))
            #expect(form.text.contains("value=\"\(referral)\" selected"))
            let sent = [
                "referral": referral.description, "answer": "accepted", "note": "Lusa.",
                "correction-reason": "Salah hari.",
            ]
            #expect(try await rina.post(String(correct), sent, from: form).status == 303)
            #expect(try await world.file(file).referrals.first?.answer?.note == "Lusa.")
        }
    }

    @Test func thePlanInForceStandsBesideTheOneThatWaits() async throws {
        try await TestSite.run { site in
            let world = site.world
            let (_, file) = try await world.openCase()
            let plan = { (step: Line) in
                AgreePlan([.init("Aman", [.init(step)])], review: Day(World.now).adding(7))
            }
            let rina = try await site.browser(signedInAs: "rina")
            let section = {
                let page = try await rina.get(Path.record(file).description).text
                return try #require(page.firstMatch(of: #/(?s)aria-labelledby="plan">.*?</section>/#)).0
            }
            try await world.act(plan("Kunci pintu"), on: file)
            #expect(try await !section().contains("Rencana baru"))
            try await world.act(DecidePlan(.granted), on: file, by: world.hasan)
            try await world.act(plan("Pindah rumah"), on: file)
            let both = try await section()
            let order = ["Rencana baru", "Pindah rumah", "Rencana yang berjalan", "Kunci pintu"]
            let places = order.map { both.range(of: $0)?.lowerBound }
            #expect(!places.contains(nil) && places.compactMap(\.self) == places.compactMap(\.self).sorted())
        }
    }

    @Test func theTimelineSpeaksInNamesAlsoOfWhatIsGone() async throws {
        try await TestSite.run { site in
            let world = site.world
            let (_, file) = try await world.openCase()
            let plan = { (step: Line) in
                AgreePlan([.init("Aman", [.init(step)])], review: Day(World.now).adding(7))
            }
            try await world.act(plan("Kunci pintu"), on: file)
            try await world.act(FinishStep(try #require(try await world.file(file).plan).steps[0].id, .done), on: file)
            try await world.act(plan("Pindah rumah"), on: file)
            let rina = try await site.browser(signedInAs: "rina")
            let page = try await rina.get(Path.record(file).description).text
            let timeline = page.components(separatedBy: "class=\"timeline\"").dropFirst().joined()
            let words = timeline.replacing(#/<[^>]*>/#, with: " ")
            #expect(words.contains("Kunci pintu · "))
            #expect(words.firstMatch(of: #/[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-/#) == nil)
        }
    }

    /// Nothing of it is filled in: an identity number is not to be read without a look.
    @Test func whatIsKnownOfSomebodyStandsBesideTheForm() async throws {
        try await TestSite.run { site in
            let world = site.world
            let (_, file) = try await world.openCase()
            let client = try #require(try await world.file(file).client).id
            let nik = "2171015403920001"
            try await world.act(DescribePerson(client, born: "1992", nik: NIK(nik), phone: "+6281200000003"), on: file)
            let rina = try await site.browser(signedInAs: "rina")
            let choosing = file.acting(DescribePerson.name)
            let path = "\(choosing)/\(client)"
            #expect(try await rina.get(choosing).text.contains("href=\"\(path)\""))

            let form = try await rina.get(path)
            #expect(form.text.contains("<title>Ubah data orang - "), "no name in a browser's history")
            let known = try #require(form.text.components(separatedBy: "<aside class=\"card help\"").last)
            #expect(known.contains("Yang tercatat sekarang") && known.contains(NIK(nik).masked))
            #expect(known.contains("1992") && known.contains("+6281200000003"))
            #expect(!form.text.contains(nik))
            let sent = form.standing(path)
            #expect(!sent.contains { ["born", "phone", "nik", "age"].contains($0.key) && !$0.value.isEmpty })

            #expect(try await rina.post(path, sent + [("wrong", "phone"), ("wrong", "born")]).status == 303)
            let left = try #require(try await world.file(file).person(client))
            #expect(left.phone == nil && left.born == nil && left.nik == NIK(nik))
            let timeline = try await rina.get(Path.record(file).description).text
            #expect(timeline.contains("Yang tercatat dan salah: Telepon, Tanggal lahir"))
        }
    }
}
