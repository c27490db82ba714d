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

    @Test func whatTheLawBarsIsRefusedWithItsArticleAndNothingIsLost() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            let rina = try await site.browser(signedInAs: "rina")
            let path = file.acting(OfferMediation.name)
            let answers = [
                "dispute": "custody", "assessedBy": "Psikolog Rani", "freeOfPressure": "yes", "noRepeat": "yes",
                "protectionOrder": "no", "session": "2026-12-01T09:00",
            ]
            for (language, sentence) in [("id", "kekerasan seksual"), ("en", "sexual violence")] {
                let page = try await rina.get("/kerja")
                try await rina.post("/language", ["language": language], from: page)
                // Nobody answers what is refused whatever they answer.
                let barred = try await rina.get(path)
                #expect(barred.text.contains("UU 12/2022 ps. 23") && barred.text.lowercased().contains(sentence))
                #expect(barred.hidden(path).isEmpty && !barred.text.contains("name=\"assessedBy\""))
                // Who opened it before is told the same.
                let refused = try await rina.post(path, answers, from: barred, on: file)
                #expect(refused.status == 409 && refused.text.contains("UU 12/2022 ps. 23"))
                #expect(refused.text.lowercased().contains(sentence) && refused.text.contains("Psikolog Rani"))
            }
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

    @Test func aRefusalLeadsToWhatTakesItOutOfTheWay() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            let rina = try await site.browser(signedInAs: "rina")
            let path = file.acting(RequestClosure.name)
            let form = try await rina.get(path)
            let answers = ["reason": "goals-met", "summary": "Aman bersama bibi.", "feedback": "satisfied"]
            let refused = { try await rina.post(path, answers, from: form, on: file) }
            let link = { (action: ActionName) in "<a href=\"\(file.acting(action))\">" }

            // First the law's clocks, all of them and before anything is asked, then a client who was never assessed.
            let open = try #require(form.text.firstMatch(of: #/(?s)alert-danger.*?</ul>/#)).0
            #expect(open.components(separatedBy: "<li>").count == 3 && form.hidden(path).isEmpty)
            for due in ["UU 12/2022 ps. 41", "Standar layanan UPTD PPA"] { #expect(open.contains(due), "\(due)") }
            #expect(open.contains(link(ReportToPolice.name)) && open.contains(link(RecordFollowUp.name)))
            let due = try await refused()
            #expect(due.status == 409 && due.text.contains(link(ReportToPolice.name)))
            #expect(due.text.contains("Isian di bawah tersimpan") && due.text.contains("Aman bersama bibi."))
            try await site.world.meetDues(of: file)
            #expect(try await !rina.get(path).hidden(path).isEmpty)
            try await site.world.act(RecordFollowUp(.phone, safe: .no, note: "Ia kembali."), on: file)
            let unsafe = try await refused()
            #expect(unsafe.status == 409 && unsafe.text.contains(link(RecordAssessment.name)))

            // Nothing takes this out of the way.
            let barred = try await rina.post(
                file.acting(OfferMediation.name),
                [
                    "dispute": "custody", "assessedBy": "Sari, psikolog", "freeOfPressure": "yes", "noRepeat": "yes",
                    "protectionOrder": "no", "session": "2099-01-05T09:00",
                ], from: form, on: file)
            #expect(barred.status == 409 && !barred.text.contains("Isian di bawah tersimpan"))
        }
    }

    /// What one reason alone asks for is not called a question that may always be left out.
    @Test func howOftenSomebodyWasSoughtIsAskedIfNeeded() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            try await site.world.meetDues(of: file)
            let rina = try await site.browser(signedInAs: "rina")
            let form = try await rina.get(file.acting(RequestClosure.name)).text
            #expect(form.contains("Berapa kali klien dicari? <span class=\"optional\">(bila perlu)</span>"))
        }
    }

    @Test func aRemedyThatWaitsAlreadyIsNoLink() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            try await site.world.meetDues(of: file)
            let rina = try await site.browser(signedInAs: "rina")
            let link = "<a href=\"\(file.acting(RequestClosure.name))\">"
            let erasing = file.acting(RequestErasure<CaseFile>.name)
            let erasure = try await rina.get(erasing)
            let asked = ["ground": "requested", "notice": "told", "reason": "Diminta."]
            let kept = { try await rina.post(erasing, asked, from: erasure, on: file).text }
            #expect(erasure.text.contains(link) && erasure.hidden(erasing).isEmpty)
            #expect(try await kept().contains(link))
            let client = try #require(try await site.world.file(file).client).id
            try await site.world.act(RecordAssessment(client, try site.world.sheet("risk"), risk: .high), on: file)
            try await site.world.act(
                RequestClosure(.goalsMet, summary: "Aman bersama bibi.", feedback: .satisfied), on: file)
            let waiting = try await kept()
            #expect(waiting.contains("Tutup dulu") && !waiting.contains(link))
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

extension Browser {
    /// Sends a form that was opened before something came to stand in its way.
    fileprivate func post(
        _ path: String, _ answers: [String: String], from page: Page, on file: ID<CaseFile>
    ) async throws -> Page {
        let hidden = ["record": "\(file)", "key": UUID().uuidString.lowercased()].merging(page.hidden("/keluar")) {
            own, _ in own
        }
        return try await post(path, Array(hidden.merging(answers) { $1 }))
    }
}
