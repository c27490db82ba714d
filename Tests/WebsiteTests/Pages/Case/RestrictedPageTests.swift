import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

/// Whatever somebody outside its team asks of a restricted case, by page and by program, is answered like nonsense.
@Suite struct RestrictedPageTests {
    /// The same address about another record; nil for one that names no case and no complaint. An address that is new
    /// makes it a mistake of the compiler until it stands here.
    static func about(_ path: Path, _ file: UUID, _ complaint: UUID) -> Path? {
        func of(_ kind: RecordKind) -> UUID? {
            switch kind {
            case CaseFile.kind: file
            case Complaint.kind: complaint
            default: nil
            }
        }
        switch path {
        case .record(let kind, _): return of(kind).map { .record(kind, $0) }
        case .accessLog(let kind, _): return of(kind).map { .accessLog(kind, $0) }
        case .nik(_, let person): return .nik(file, person: person)
        case .acting(let kind, _, let action): return of(kind).map { .acting(kind, $0, action) }
        case .filling(let kind, _, let action, let choice):
            return of(kind).map { .filling(kind, $0, action, choice: choice) }
        case .mending(let kind, _, let entry, let action):
            return of(kind).map { .mending(kind, $0, entry: entry, action) }
        case .api(let path): return about(path, file, complaint).map { .api($0) }
        case .root, .asset, .work, .signIn, .signOut, .password, .code, .authenticator, .account, .device, .everywhere,
            .lock, .tokens, .token, .session, .idleEnd, .language, .inbox, .cases, .closedCases, .endedComplaints,
            .voided, .office, .status, .supervision, .supervised, .reports, .report, .reportFile,
            .publicReport, .publicReportFile, .search, .found, .drafts, .draft, .imports, .sheet, .opening:
            return nil
        }
    }

    private static func about(_ path: APIPath, _ file: UUID, _ complaint: UUID) -> APIPath? {
        switch path {
        case .record, .accessLog, .nik, .acting, .mending:
            let same = Path("/kerja" + path.description.dropFirst(APIPath.base.count))
            let other = same.flatMap { about($0, file, complaint) }?.description
            return other.flatMap { APIPath(APIPath.base + $0.dropFirst("/kerja".count)) }
        case .description, .me, .directory, .list, .dues, .search, .alike, .supervision, .supervised, .reports,
            .report, .publicReports, .publicReport, .opening:
            return nil
        }
    }

    private struct Office {
        let complaint: ID<Complaint>
        let file: ID<CaseFile>
        let code: String
        /// What somebody would look for.
        var sought: [String] { ["melati", code, "0812 3456 7890"] }
        /// What tells of it: ids, codes, names, words.
        var signs: [String] {
            ["\(file)", "\(complaint)", "BTM-2026-", "LP-2026-0001", "Melati", "Terbatas</span>", "guru BK"]
        }

        init(_ world: World) async throws {
            let maya = try await world.maya([.head])
            (complaint, file) = try await world.openCase()
            code = try #require(try await world.desk.code(of: file.value, by: world.rina))
            try await world.act(AddToTeam(maya.id, as: .deputy, because: "Pengesah."), on: file)
            try await world.act(RequestWaiver(.reportToPolice, because: "x"), on: file)
            try await world.act(RestrictCase(.police, because: "Terlapor polisi."), on: file)
        }
    }

    /// What differs from one answer to the next whatever was asked.
    private func told(_ page: Browser.Page) -> String {
        "\(page.status) " + page.text.replacing(#/[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}/#, with: "ID")
    }

    @Test(arguments: ["hasan", "yohana", "dewi"])
    func everyPageOfItIsThatOfNonsense(handle: String) async throws {
        try await TestSite.run { site in
            let office = try await Office(site.world)
            let browser = try await site.browser(signedInAs: handle)
            let account = try await browser.get("/kerja/account").text
            let token = String(account.firstMatch(of: #/name="csrf" value="([^"]+)"/#)?.1 ?? "")
            #expect(!token.isEmpty)
            let nonsense = UUID()
            var count = 0
            for path in PathTests.all {
                guard let its = Self.about(path, office.file.value, office.complaint.value),
                    let other = Self.about(path, nonsense, nonsense)
                else { continue }
                if case .api = its { continue }
                count += 1
                let (page, same) = (try await browser.get("\(its)"), try await browser.get("\(other)"))
                #expect(page.status >= 400 && told(page) == told(same), "\(its.pattern)")
                var sent: [Browser.Page] = []
                for (address, record) in [(its, office.file.value), (other, nonsense)] {
                    let fields = ["csrf": token, "key": "\(UUID())", "record": record.uuidString.lowercased()]
                    sent.append(try await browser.post("\(address)", Array(fields)))
                }
                #expect(sent[0].status >= 400 && told(sent[0]) == told(sent[1]), "POST \(its.pattern)")
            }
            #expect(count > 60)
        }
    }

    @Test(arguments: ["hasan", "yohana", "dewi"])
    func everyCallOfItIsThatOfNonsense(handle: String) async throws {
        try await TestSite.run { site in
            let office = try await Office(site.world)
            let worker = try #require(try site.world.accounts.all().first { $0.handle == handle }).worker
            let program = try await Program(site, worker, worker.duties)
            let nonsense = UUID()
            var count = 0
            for path in PathTests.all {
                guard case .api(let its)? = Self.about(path, office.file.value, office.complaint.value),
                    case .api(let other)? = Self.about(path, nonsense, nonsense)
                else { continue }
                count += 1
                let below = { (path: APIPath) in String(path.description.dropFirst(APIPath.base.count + 1)) }
                let (answer, same) =
                    its.isPost
                    ? (try await program.post(below(its), "{}"), try await program.post(below(other), "{}"))
                    : (try await program.get(below(its)), try await program.get(below(other)))
                #expect(answer.status >= 400 && told(answer) == told(same), "\(its.pattern)")
            }
            #expect(count > 60)
        }
    }

    /// Whatever page names no record, and whatever list a program reads: nothing on it tells of the case.
    @Test(arguments: ["hasan", "yohana", "dewi"])
    func noOtherPageTellsOfIt(handle: String) async throws {
        try await TestSite.run { site in
            let office = try await Office(site.world)
            let pages = try await pages(tellingOf: office, to: handle, on: site)
            #expect(pages.count > 50)
            for (address, text) in pages {
                for sign in office.signs { #expect(!text.contains(sign), "\(address) tells \(sign)") }
            }
        }
    }

    /// The same pages tell its manager of it, or the test of the others could not fail.
    @Test func thosePagesTellItsTeamOfIt() async throws {
        try await TestSite.run { site in
            let office = try await Office(site.world)
            let pages = try await pages(tellingOf: office, to: "rina", on: site)
            let telling = pages.filter { _, text in office.signs.contains { text.contains($0) } }.map(\.address)
            for words in office.sought {
                #expect(telling.contains("search page \(words)") && telling.contains("search call \(words)"))
            }
            for address in ["/kerja", "/kerja/cases", "/kerja/cases/all", "dues", "cases", "cases/all", "alike"] {
                #expect(telling.contains(address), "\(address)")
            }
        }
    }

    /// What each page and call that names no record answers, without what was asked for.
    private func pages(
        tellingOf office: Office, to handle: String, on site: TestSite
    ) async throws -> [(address: String, text: String)] {
        let browser = try await site.browser(signedInAs: handle)
        let worker = try #require(try site.world.accounts.all().first { $0.handle == handle }).worker
        let program = try await Program(site, worker, worker.duties)
        let again = ReceiveComplaint(
            channel: .direct, what: "Ia menelepon lagi.", danger: .no, phone: World.fromSchool.phone)
        let further = try await site.world.receive(again)
        var pages: [(address: String, text: String)] = []
        var paths = PathTests.all.filter { Self.about($0, UUID(), UUID()) == nil }
        paths += Concern.allCases.flatMap { concern -> [Path] in
            let manager = site.world.rina.id.value
            return [.supervised(concern, of: manager), .api(.supervised(concern, of: manager))]
        }
        for path in paths {
            switch path {
            case .asset, .opening: continue
            case .api(.search):
                for words in office.sought {
                    let found = try await program.post("search", "{\"text\": \"\(words)\"}")
                    #expect([200, 403].contains(found.status))
                    pages.append(("search call \(words)", found.text))
                }
            case .api(.alike):
                for complaint in ["\(office.complaint)", "\(further)"] {
                    let answer = try await program.post("alike", #"{"complaint": "\#(complaint)"}"#)
                    #expect([200, 403, 404].contains(answer.status))
                    pages.append(("alike", answer.text.replacingOccurrences(of: complaint, with: "")))
                }
            case .api(let call):
                let below = String(call.description.dropFirst(APIPath.base.count + 1))
                if call != .description, !call.isPost { pages.append((below, try await program.get(below).text)) }
            case .search:
                let form = try await browser.get("/kerja/search")
                for words in office.sought where form.status == 200 {
                    let found = try await browser.post("/kerja/search", ["words": words], from: form)
                    try #require(found.status == 303)
                    let text = try await browser.follow(found).text.replacingOccurrences(of: words, with: "")
                    pages.append(("search page \(words)", text))
                }
            default: pages.append((path.pattern, try await browser.get("\(path)").text))
            }
        }
        return pages
    }

    /// Whoever oversees the office hears how many there are in which somebody decided alone, and not which.
    @Test func theOverseerIsToldHowManyAndNotWhich() async throws {
        try await TestSite.run { site in
            let world = site.world
            let (_, file) = try await world.openCase()
            let code = try #require(try await world.desk.code(of: file.value, by: world.rina))
            try await world.desk.perform(SetUpOffice("Kantor"), on: Casework.Office.id(in: 1), by: world.yohana)
            try await world.act(RecordConflict(world.hasan.id, because: "Terlapor."), on: file)
            try await world.act(RestrictCase(.staff, because: "Terlapor kepala."), on: file)
            let browser = try await site.browser(signedInAs: "yohana")
            let page = try await browser.get("\(Path.record(Casework.Office.id(in: 1)))").text
            #expect(
                page.contains("Berkas terbatas yang diputuskan tanpa orang kedua: 1.") && !page.contains(code))
            let program = try await Program(site, world.yohana, [.administer])
            let below = String(APIPath.list(.decidedAlone).description.dropFirst(APIPath.base.count + 1))
            let told = try await program.get(below)
            #expect(told.json["unseen"] as? Int == 1 && told.json["total"] as? Int == 0 && !told.text.contains(code))
        }
    }

    @Test func itsTeamReadsTheMarkAndMayEndIt() async throws {
        try await TestSite.run { site in
            let world = site.world
            let office = try await Office(world)
            let (rina, path) = (try await site.browser(signedInAs: "rina"), Path.record(office.file).description)
            let page = try await rina.get(path).text
            #expect(page.contains("Terbatas</span>") && page.contains("Hanya tim ini yang tahu"))
            #expect(page.contains(office.file.acting(LiftRestriction.name)))
            #expect(!page.contains(office.file.acting(RestrictCase.name)))
            for list in [Path.work, .cases(own: true), .cases(own: false)] {
                let text = try await rina.get("\(list)").text
                #expect(text.contains("Terbatas</span>"), "\(list)")
            }
            let form = try await rina.get(office.file.acting(LiftRestriction.name))
            let own = try await rina.post(
                office.file.acting(LiftRestriction.name), ["reason": "Orang lain."], from: form)
            #expect(own.status == 409)
            // A further complaint about the same girl: a case of others that its team is told of by its code.
            let further = try await world.receive()
            try await world.desk.perform(world.triage(world.hasan.id), on: further, by: world.dewi)
            let other = try #require(try await world.desk.open(Complaint.self, further, by: world.dewi).record.caseFile)
            let again = try await rina.get(path).text
            let code = try #require(try await world.desk.code(of: other.value, by: world.hasan))
            #expect(again.contains("Mungkin tentang orang yang sama") && again.contains(code))
            let program = try await Program(site, world.rina, [.manageCases])
            let told = try await program.get("cases/\(office.file)")
            #expect((told.json["state"] as? [String: Any])?["restriction"] != nil)
        }
    }

    /// Two colleagues left, and nobody can decide any more.
    @Test func aTeamThatIsTooSmallIsTold() async throws {
        try await TestSite.run { site in
            let world = site.world
            let office = try await Office(world)
            let rina = try await site.browser(signedInAs: "rina")
            let path = Path.record(office.file).description
            #expect(try await !rina.get(path).text.contains("terlalu sedikit"))
            let maya = try #require(try world.accounts.all().first { $0.handle == "maya" }).worker
            try await world.desk.perform(
                Reading(EndWorker(maya.id, because: "Pindah.")), on: Casework.Office.id(in: 1), by: world.yohana,
                ticking: { _ in true })
            #expect(try await rina.get(path).text.contains("terlalu sedikit: 1 orang"))
        }
    }
}
