import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

/// What somebody is asked to decide: seen first, and read whole.
@Suite struct DecisionPageTests {
    @Test func whoDecidesReadsWhatTheyDecide() async throws {
        try await TestSite.run { site in
            let world = site.world
            let (_, file) = try await world.openCase()
            try await world.meetDues(of: file)
            try await world.act(
                AgreePlan([.init("Tinggal di rumah bibi", [.init("Kunci")])], review: Day(World.now).adding(7)),
                on: file)
            try await world.act(
                RequestClosure(.goalsMet, summary: "Aman bersama bibi.", feedback: .satisfied), on: file)
            let hasan = try await site.browser(signedInAs: "hasan")
            for (decision, words) in [
                (DecidePlan.name, "Tinggal di rumah bibi"), (DecideClosure.name, "Aman bersama bibi."),
            ] {
                #expect(try await hasan.get(file.acting(decision)).text.contains(words), "\(decision)")
            }
            let rina = try await site.browser(signedInAs: "rina")
            let page = try await rina.get(Path.record(file).description).text
            let complaint = try #require(try await world.file(file).complaints.first)
            #expect(page.contains("\(Path.record(complaint))\""))
        }
    }

    @Test func whoPlansReadsWhatWasAssessed() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            let rina = try await site.browser(signedInAs: "rina")
            #expect(try await !rina.get(file.acting(AgreePlan.name)).text.contains("Dari asesmen biopsikososial"))
            let client = try #require(try await site.world.file(file).client).id
            try await site.world.act(RecordBiopsychosocial(client, conclusion: "Perlu <aman>."), on: file)
            let form = try await rina.get(file.acting(AgreePlan.name)).text
            #expect(form.contains("Dari asesmen biopsikososial") && form.contains("Perlu &lt;aman&gt;."))
        }
    }

    @Test func whatWaitsToBeWaivedIsNotTheHeadsToMeet() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            try await site.world.act(RequestWaiver(.reportToPolice, because: "Sudah dilaporkan keluarga."), on: file)
            let next = { (handle: String) in
                let page = try await site.browser(signedInAs: handle).get(Path.record(file).description).text
                let card = page.components(separatedBy: "id=\"next-title\"").last ?? ""
                return card.components(separatedBy: "</section>")[0]
            }
            #expect(try await next("hasan").contains("class=\"button\" href=\"\(file.acting(DecideWaiver.name))\""))
            #expect(try await !next("rina").contains("\(DecideWaiver.name)"))

            // What was agreed with the client is nothing to be let off.
            let client = try #require(try await site.world.file(file).client).id
            let appointment = Moment(World.now + 2 * 86_400)
            try await site.world.act(GiveService(.health, to: client, note: "x", next: appointment), on: file)
            let page = try await site.browser(signedInAs: "rina").get(Path.record(file).description).text
            #expect(!page.contains(file.acting(RequestWaiver.name)))
        }
    }

    @Test func aProposalIsTheFirstThingOfWhoDecidesIt() async throws {
        try await TestSite.run { site in
            let world = site.world
            let (_, file) = try await world.openCase()
            try await world.act(RecordNote(note: "Telepon dari wali kelas."), on: file)
            let note = try #require(try await world.desk.open(CaseFile.self, file, by: world.rina).history.last)
            world.clock.advance(25 * 3600)
            try await world.act(WithdrawEntry<CaseFile>(note.id, because: "Tentang anak lain."), on: file)
            let first = { (handle: String) in
                let page = try await site.browser(signedInAs: handle).get(Path.record(file).description).text
                let buttons = page.components(separatedBy: "class=\"button\" href=\"").dropFirst()
                return buttons.map { $0.components(separatedBy: "</a>")[0].hasSuffix(">Putuskan usulan perubahan") }
            }
            #expect(try await first("hasan").first == true)
            #expect(try await !first("rina").contains(true))
            // In a case of their own the work comes first.
            try await world.act(AssignManager(world.hasan.id, because: "Cuti."), on: file)
            #expect(try await first("hasan").first == false)
        }
    }

    @Test func twoWaiversAreBothRead() async throws {
        try await TestSite.run { site in
            let (world, (_, file)) = (site.world, try await site.world.openCase())
            let further = try await world.receive(
                ReceiveComplaint(channel: .school, what: "Luka bakar di tangan.", danger: .yes))
            let joining = TriageComplaint(
                reachable: .no, threat: .yes, injured: .no, risk: .high, decision: .joinCase, joins: file)
            try await world.desk.perform(joining, on: further, by: world.dewi)
            let (reported, fetched): (LongText, LongText) = ("Sudah dilaporkan keluarga.", "Sudah dijemput kakaknya.")
            try await world.act(RequestWaiver(.reportToPolice, because: reported), on: file)
            try await world.act(RequestWaiver(.serveAtOnce, because: fetched), on: file)

            let hasan = try await site.browser(signedInAs: "hasan")
            let path = file.acting(DecideWaiver.name)
            let asked = try await hasan.get(path).text
            #expect(asked.contains(reported.text) && asked.contains(fetched.text))
            try await world.act(DecideWaiver(.serveAtOnce, .refused, because: "Tetap."), on: file, by: world.hasan)
            let left = try await hasan.get(path).text
            #expect(left.contains(reported.text) && !left.contains(fetched.text))
        }
    }

    /// Whose it is stands where it is asked and where it is decided; for all of them, who they are.
    @Test func whoseAWaiverIsIsRead() async throws {
        try await TestSite.run { site in
            let world = site.world
            var told = World.fromSchool
            told.affected = [Affected("Ibu Melati", sex: .female), Affected("Melati", sex: .female)]
            let complaint = try await world.receive(told)
            try await world.desk.perform(world.triage(world.rina.id), on: complaint, by: world.dewi)
            let file = try #require(
                try await world.desk.open(Complaint.self, complaint, by: world.dewi).record.caseFile)
            let child = try #require(try await world.file(file).clients.last).id
            let rina = try await site.browser(signedInAs: "rina")
            let asking = file.acting(RequestWaiver.name)
            let form = try await rina.get(asking)
            #expect(form.text.contains("Melati (klien)") && form.text.contains("Untuk klien yang mana?"))
            let answers = [("rule", "R-STD-01"), ("about", "\(child)"), ("reason", "Sudah pindah.")]
            #expect(try await rina.post(asking, form.standing(asking) + answers).status == 303)

            let hasan = try await site.browser(signedInAs: "hasan")
            let path = file.acting(DecideWaiver.name)
            let facts = { (page: String) in
                page.components(separatedBy: "<dl class=\"facts\">").dropFirst().first?
                    .components(separatedBy: "</dl>").first ?? ""
            }
            let decision = try await hasan.get(path)
            #expect(facts(decision.text).contains("Melati") && !facts(decision.text).contains("Ibu Melati"))
            #expect(decision.standing(path).contains { $0 == ("about", "\(child)") })
            try await world.act(
                DecideWaiver(.serveAtOnce, of: child, .refused, because: "x"), on: file, by: world.hasan)

            try await world.act(RequestWaiver(.serveAtOnce, because: "Semua pindah."), on: file)
            let all = try await hasan.get(path).text
            #expect(facts(all).contains("Ibu Melati, Melati") && !all.contains("name=\"about\""))

            let second = try await world.receive(
                ReceiveComplaint(channel: .direct, what: "x", affected: [Affected("Kenanga", sex: .female)]))
            try await world.desk.perform(world.triage(world.rina.id), on: second, by: world.dewi)
            let single = try #require(
                try await world.desk.open(Complaint.self, second, by: world.dewi).record.caseFile)
            #expect(try await !rina.get(single.acting(RequestWaiver.name)).text.contains("name=\"about\""))
        }
    }

    @Test func aPlanIsReadStepByStep() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            let goals: [AgreePlan.Goal] = [
                .init("Aman", [.init("Pindah ke bibi"), .init("Ganti kunci", .client)]),
                .init("Sekolah", [.init("Bicara dengan guru")]),
            ]
            try await site.world.act(AgreePlan(goals, review: Day(World.now).adding(7)), on: file)
            let form = try await site.browser(signedInAs: "hasan").get(file.acting(DecidePlan.name)).text
            let facts = try #require(form.components(separatedBy: "<dl class=\"facts\">").dropFirst().first)
            let told = facts.components(separatedBy: "<dt>").filter {
                $0.hasPrefix("Tujuan") || $0.hasPrefix("Langkah")
            }
            let wanted = [
                "Tujuan 1|Aman", "Langkah 1.1|Pindah ke bibi, ", "Langkah 1.2|Ganti kunci, ", "Tujuan 2|Sekolah",
                "Langkah 2.1|Bicara",
            ]
            #expect(told.count == wanted.count)
            for (line, wanted) in zip(told, wanted) {
                #expect(line.replacingOccurrences(of: "</dt><dd>", with: "|").hasPrefix(wanted))
            }
        }
    }

    @Test func aStepThatGoesToAnotherGoalIsSeen() async throws {
        try await TestSite.run { site in
            let world = site.world
            let (_, file) = try await world.openCase()
            let plan = { (first: [AgreePlan.Step], second: [AgreePlan.Step]) in
                AgreePlan([.init("Aman", first), .init("Sekolah", second)], review: Day(World.now).adding(30))
            }
            let steps: [AgreePlan.Step] = [.init("Pindah"), .init("Ganti kunci"), .init("Bicara")]
            try await world.act(plan(Array(steps[..<2]), [steps[2]]), on: file)
            let entry = try #require(try await world.desk.open(CaseFile.self, file, by: world.rina).history.last).id
            world.clock.advance(25 * 3600)
            let other = try CorrectEntry<CaseFile>(
                entry, to: plan([steps[0]], Array(steps[1...])), because: "Untuk sekolah.")
            try await world.act(other, on: file)
            let hasan = try await site.browser(signedInAs: "hasan")
            let page = try await hasan.get(Path.record(file).description).text
            let link = try #require(page.firstMatch(of: #/href="([^"]*decide-mending)"/#)).1
            let decided = try await hasan.get(String(link)).text
            #expect(decided.contains("<dt>Langkah 1.2</dt><dd>Ganti kunci, UPTD → –</dd>"))
            #expect(decided.contains("<dt>Langkah 2.1</dt><dd>Bicara, UPTD → Ganti kunci, UPTD</dd>"))
        }
    }

    @Test func aProposalIsShownAndDecidedOnTheTimeline() async throws {
        try await TestSite.run { site in
            let world = site.world
            let (_, file) = try await world.openCase()
            try await world.act(RecordNote(note: "Rumah nomor 3."), on: file)
            world.clock.advance(30 * 3600)
            let rina = try await site.browser(signedInAs: "rina")
            let page = try await rina.get(Path.record(file).description)
            let links = page.text.components(separatedBy: "href=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
            let withdraw = String(try #require(links.first { $0.hasSuffix("/withdraw-entry") }))
            let form = try await rina.get(withdraw)
            #expect(form.text.contains("pengesah memutuskan"))
            #expect(try await rina.post(withdraw, ["reason": "Salah berkas."], from: form).status == 303)
            let proposed = try await rina.get(Path.record(file).description).text
            #expect(proposed.contains("Menunggu pengesahan") && proposed.contains("Rumah nomor 3."))
            #expect(!proposed.contains("/decide-mending"))

            let hasan = try await site.browser(signedInAs: "hasan")
            let theirs = try await hasan.get(Path.record(file).description).text
            let decide = try #require(
                theirs.components(separatedBy: "href=\"").map { $0.prefix { $0 != "\"" } }
                    .first { $0.hasSuffix("/decide-mending") })
            let decision = try await hasan.get(String(decide))
            let sent = ["decision": "granted", "reason": "Benar."]
            // Decided, the file is closed to him again.
            #expect(try await hasan.post(String(decide), sent, from: decision).location == "/kerja")
            #expect(try await rina.get(Path.record(file).description).text.contains("Ditarik Rina Siregar"))
        }
    }

    @Test func whoDecidesIsNotSentToDoWhatIsMissing() async throws {
        try await TestSite.run { site in
            let world = site.world
            let (_, file) = try await world.openCase()
            try await world.meetDues(of: file)
            let client = try #require(try await world.file(file).client).id
            try await world.act(RecordAssessment(client, try world.sheet("risk"), risk: .high), on: file)
            try await world.act(
                RequestClosure(.goalsMet, summary: "Aman bersama bibi.", feedback: .satisfied), on: file)
            // Whoever is in danger now is served at once.
            let further = try await world.receive(
                ReceiveComplaint(channel: .school, what: "Luka bakar di tangan.", danger: .yes))
            let joining = TriageComplaint(
                reachable: .no, threat: .yes, injured: .no, risk: .high, decision: .joinCase, joins: file)
            try await world.desk.perform(joining, on: further, by: world.dewi)

            let hasan = try await site.browser(signedInAs: "hasan")
            let path = file.acting(DecideClosure.name)
            let refused = try await hasan.post(path, ["decision": "granted"], from: try await hasan.get(path))
            #expect(refused.status == 409 && refused.text.contains("Masih ada tenggat UPTD yang terbuka."))
            #expect(!refused.text.contains("Isian di bawah tersimpan"))
        }
    }
}
