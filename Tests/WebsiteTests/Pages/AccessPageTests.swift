import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

/// What keeps watch over who gets to see what.
@Suite struct AccessPageTests {
    @Test func theHeadReadsOnAPageWhoSawAFile() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            let path = Path.accessLog(CaseFile.kind, file.value).description
            let rina = try await site.browser(signedInAs: "rina")
            _ = try await rina.get(Path.record(file).description)
            #expect(try await rina.get(path).status == 403)
            #expect(try await !rina.get(Path.cases(own: true).description).text.contains(path))

            // A stub says neither where the case stands nor since when.
            let own = try await rina.get(Path.cases(own: false).description).text
            let dewi = try await site.browser(signedInAs: "dewi")
            let others = try await dewi.get(Path.cases(own: false).description).text
            #expect(own.contains("Intervensi") && !others.contains("Intervensi"))
            let code = try #require(others.firstMatch(of: #/BTM-2026-\d+/#)).output
            let search = try await dewi.post(
                "/kerja/search", ["words": String(code)], from: try await dewi.get("/kerja/search"))
            let found = try await dewi.follow(search).text
            #expect(found.contains(code) && !found.contains("<time"))

            let hasan = try await site.browser(signedInAs: "hasan")
            // The case is not his to open; who opened it is his to know.
            #expect(try await hasan.get(Path.record(file).description).status == 404)
            #expect(try await hasan.get(Path.cases(own: false).description).text.contains(path))
            let page = try await hasan.get(path)
            #expect(page.status == 200)
            for words in ["Rina Siregar", "Membuka 1 kali", "Melihatnya di daftar 1 kali", "Ditolak 1 kali"] {
                #expect(page.text.contains(words))
            }
            #expect(!page.text.contains("Melati"))
        }
    }

    @Test func theHeadHearsOfWhoWasGivenAWayIntoTheFiles() async throws {
        try await TestSite.run { site in
            // A head on the office's own record, so that somebody watches.
            try await site.world.openOffice()
            let (id, yohana) = (Office.id(in: 1), site.world.yohana)
            try await site.world.desk.perform(AddWorker("kepala", "Kepala", [.head]), on: id, by: yohana)
            try await site.world.desk.perform(AddWorker("maya", "Maya Putri", [.caseManager]), on: id, by: yohana)
            let hasan = try await site.browser(signedInAs: "hasan")
            #expect(try await hasan.get("/kerja").text.contains("menambah Maya Putri"))
            #expect(try await !site.browser(signedInAs: "rina").get("/kerja").text.contains("Maya Putri"))
            // Without that head all of casework hears of it, and that it is gone.
            let head = try #require(try site.world.accounts.all().first { $0.handle == "kepala" }).worker.id
            try await site.world.desk.perform(
                Reading(EndWorker(head, because: "Pindah.")), on: id, by: yohana
            ) { _ in true }
            let rina = try await site.browser(signedInAs: "rina").get("/kerja").text
            for words in ["menambah Maya Putri", "mencabut jabatan kepala dari Kepala"] {
                #expect(rina.contains(words))
            }
            site.world.clock.advance(8 * 86_400)
            let later = try await site.browser(signedInAs: "hasan")
            #expect(try await !later.get("/kerja").text.contains("Maya Putri"))
        }
    }

    @Test func theHeadSeesThatADangerousComplaintWasVoided() async throws {
        try await TestSite.run { site in
            let id = try await site.world.receive()
            let void = VoidRecord<Complaint>(.test, because: "Uji coba.")
            try await site.world.desk.perform(void, on: id, by: site.world.dewi)
            let hasan = try await site.browser(signedInAs: "hasan")
            let page = try await hasan.get(Path.voided.description).text
            for words in [Path.record(id).description, "Bahaya sekarang"] { #expect(page.contains(words)) }
            #expect(try await hasan.get(Path.record(id).description).text.contains("Uji coba."))
            let rina = try await site.browser(signedInAs: "rina")
            #expect(try await !rina.get(Path.voided.description).text.contains(Path.record(id).description))
        }
    }

    /// Who has no part in casework any more is told on the page that is left.
    @Test func whoLostTheHeadsPostIsTold() async throws {
        try await TestSite.run { site in
            try await site.world.openOffice()
            let (id, yohana) = (Office.id(in: 1), site.world.yohana)
            let posts: [Post] = [.head, .administrator]
            try await site.world.desk.perform(AddWorker("ganda", "Ganda", posts), on: id, by: yohana)
            let worker = try #require(try site.world.accounts.all().first { $0.handle == "ganda" }).worker.id
            try await site.world.accounts.setPassword(World.password, of: worker)
            let taking = GivePosts(worker, [.administrator])
            try await site.world.desk.perform(Reading(taking), on: id, by: yohana) { _ in true }
            let ganda = try await site.browser(signedInAs: "ganda")
            #expect(
                try await ganda.get(Path.record(id).description).text.contains("mencabut jabatan kepala dari Ganda"))
            let own = try await site.browser(signedInAs: "yohana").get(Path.record(id).description).text
            #expect(!own.contains("mencabut jabatan kepala"))
        }
    }

    @Test func theHeadFindsWhatEndedWithoutACase() async throws {
        try await TestSite.run { site in
            let id = try await site.world.receive()
            let advice = TriageComplaint(
                reachable: .no, threat: .no, injured: .no, risk: .low, decision: .advice, note: "Sudah tenang.")
            try await site.world.desk.perform(Reading(advice), on: id, by: site.world.dewi) { _ in true }
            let (list, record) = (Path.endedComplaints.description, Path.record(id).description)
            let hasan = try await site.browser(signedInAs: "hasan")
            for page in [Path.work, .inbox] { #expect(try await hasan.get(page.description).text.contains(list)) }
            let page = try await hasan.get(list).text
            for words in [record, "Siswi 14 tahun", "Bahaya", "Hanya saran"] { #expect(page.contains(words)) }
            #expect(try await hasan.get(record).text.contains("Sudah tenang."))

            let rina = try await site.browser(signedInAs: "rina")
            #expect(try await !rina.get(Path.work.description).text.contains(list))
            let others = try await rina.get(list).text
            #expect(others.contains("Tidak ada laporan yang selesai tanpa kasus") && !others.contains(record))
            #expect(try await rina.get(record).status == 404)
        }
    }

    /// A password alone opens no more than the page of the next step, not even a name on a page that is not there.
    @Test func whoHasShownOneFactorIsNobodyYet() async throws {
        try await TestSite.run(purpose: .office) { site in
            let dewi = try await site.browser(signedInAs: "dewi")
            let begun = try await dewi.get("/kerja")
            #expect(begun.status == 303 && begun.headers["Location"] == "/kerja/authenticator")
            let missing = try await dewi.get("/kerja/tidak-ada")
            #expect(missing.status == 404 && !missing.text.contains("Dewi"))
        }
    }
}
