import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

/// A sheet is brought in on its page, without a script.
@Suite struct ImportPageTests {
    private static let head = "Tgl Lapor;Kanal;Nama Korban;Kronologi;Jenis Kekerasan;Catatan Petugas;Status\r\n"
    private static let sheet =
        head + "5/1/2023;Langsung;KENANARI;Canarysatu.;Fisik;Canarydua;Selesai\r\n"
        + "31/2/2023;Langsung;Canarytiga;Canaryempat.;Fisik;;Selesai\r\n"

    /// As a browser sends the form with a file.
    private func upload(
        _ browser: Browser, _ file: Data, pasted: String = "", from page: Browser.Page
    ) async throws -> Browser.Page {
        let boundary = "----lindung7MA4YWxk"
        var body = Data()
        for (name, value) in page.hidden("/kerja/import").merging(["pasted": pasted], uniquingKeysWith: { $1 }) {
            body += Data("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        body += Data("--\(boundary)\r\nContent-Disposition: form-data; name=\"sheet\"; filename=\"a.csv\"\r\n".utf8)
        body += Data("Content-Type: text/csv\r\n\r\n".utf8) + file + Data("\r\n--\(boundary)--\r\n".utf8)
        return try await browser.send(
            "POST", "/kerja/import", body: body,
            headers: ["Content-Type": "multipart/form-data; boundary=\(boundary)"])
    }

    private func chosen(_ browser: Browser, _ sheet: String = sheet) async throws -> (path: String, page: Browser.Page)
    {
        let start = try await browser.get("/kerja/import")
        let kept = try await upload(browser, Data(sheet.utf8), from: start)
        #expect(kept.status == 303)
        let path = try #require(kept.location)
        return (path, try await browser.get(path))
    }

    /// Whoever chose a large sheet too late signs in again, as with any other form.
    @Test func aSheetThatIsSentTooLateLeadsToTheSignIn() async throws {
        try await TestSite.run { site in
            let rina = try await site.browser(signedInAs: "rina")
            let start = try await rina.get("/kerja/import")
            site.world.clock.advance(24 * 3600)
            let sent = try await upload(rina, Data(repeating: 97, count: 2 << 20), from: start)
            #expect(sent.status == 303 && sent.location?.contains("/kerja/sign-in") == true)
        }
    }

    @Test func aSheetIsLookedAtChangedAndBroughtIn() async throws {
        try await TestSite.run { site in
            let rina = try await site.browser(signedInAs: "rina")
            let (path, page) = try await chosen(rina)
            #expect(path.firstMatch(of: #/^/kerja/import/[0-9a-f-]{36}$/#) != nil)
            #expect(page.status == 200 && page.text.contains("Baris 3, Tgl Lapor: Bukan tanggal yang ada."))
            // What a cell says is not on the page, only what it was taken for.
            #expect(!page.text.lowercased().contains("canary") && !page.text.contains("KENANARI"))
            #expect(page.text.contains(#"<option value="received" selected>"#))

            let left = try await rina.post(
                path, ["act": "check", "column-5": "note", "column-0": "received"], from: page)
            #expect(left.status == 303 && left.location == path)
            #expect(try await rina.get(path).text.contains(#"<option value="note" selected>"#))

            let refused = try await rina.post(path, ["act": "bring"], from: page)
            #expect(refused.status == 422 && refused.text.contains("role=\"alert\""))
            #expect(try await site.world.desk.isEmpty())

            let choices = ["act": "bring", "skip": "yes", "column-5": "note"]
            let done = try await rina.post(path, choices, from: page)
            #expect(done.status == 303 && done.location == path)
            #expect(try await rina.follow(done).text.contains("1 laporan baru"))
            let cases = try await rina.get("/kerja/cases/closed")
            #expect(cases.text.contains("Kenanari"))
            // Sent again, it is the same.
            #expect(try await rina.post(path, choices, from: page).location == path)
            let again = try await chosen(rina).page
            #expect(again.text.contains("1 baris sudah pernah dibawa masuk"))
        }
    }

    @Test func aWordOfNoListIsToldWhatIsAccepted() async throws {
        try await TestSite.run { site in
            let rina = try await site.browser(signedInAs: "rina")
            let page = try await chosen(
                rina, Self.head + "5/1/2023;Burung merpati;A;B.;Fisik;;Selesai\r\n"
            ).page
            let words = try #require(try Locales.load()[.indonesian])
            let channels = Channel.codes.map { words.code(Channel.list, $0) }
            #expect(page.text.contains("Yang diterima untuk “Kanal”: \(channels.joined(separator: "; "))."))
            #expect(page.text.components(separatedBy: "Yang diterima untuk").count == 2)
            #expect(!page.text.contains("merpati"))
        }
    }

    /// The same wrong in many lines is one sentence, and what no line can mend stands at its question.
    @Test func whatIsWrongInManyLinesIsSaidOnce() async throws {
        try await TestSite.run { site in
            let dewi = try await site.browser(signedInAs: "dewi")
            let rows = (1...3).map { "31/2/2023;Langsung;A\($0);B.;Fisik;;Selesai\r\n" }.joined()
            let many = (1...40).map { "5/1/2023;Langsung;C\($0);B.;Entah;;Selesai\r\n" }.joined()
            let (path, page) = try await chosen(dewi, Self.head + rows + many)
            #expect(page.text.contains("Baris 2, 3, 4, Tgl Lapor: Bukan tanggal yang ada."))
            #expect(page.text.contains("34 dan 10 lagi, Jenis Kekerasan: "))
            #expect(page.text.contains(#"id="manager-error""#) && page.text.contains("43 baris menjadi kasus"))
            #expect(!page.text.contains("Pilih siapa yang memegang kasusnya."))
            let rina = site.world.rina.id.description
            try await dewi.post(path, ["act": "check", "manager": rina], from: page)
            #expect(try await !dewi.get(path).text.contains("manager-error"))
        }
    }

    @Test func columnsThatAreHeadedAlikeAreAskedFor() async throws {
        try await TestSite.run { site in
            let rina = try await site.browser(signedInAs: "rina")
            let sheet = "Tanggal;Kanal;Nama;Kronologi;Umur;Umur\r\n5/13/2023;Surat;A;B.;30;31\r\n"
            let (path, page) = try await chosen(rina, sheet)
            #expect(page.text.components(separatedBy: "Bisa jadi “Umur saat laporan masuk”").count == 3)
            #expect(page.text.contains("1 tanggal hanya terbaca bila bulan ditulis lebih dulu"))
            try await rina.post(path, ["act": "check", "column-5": "age"], from: page)
            #expect(try await !rina.get(path).text.contains("Bisa jadi"))
        }
    }

    @Test func theCaseAndItsComplaintSayWhereTheyComeFrom() async throws {
        try await TestSite.run { site in
            let rina = try await site.browser(signedInAs: "rina")
            let (path, page) = try await chosen(rina)
            try await rina.post(path, ["act": "bring", "skip": "yes", "column-5": "note"], from: page)
            let closed = try await rina.get("/kerja/cases/closed")
            let address = try #require(closed.text.firstMatch(of: #/\/kerja\/cases\/[0-9a-f-]{36}/#)).output
            let file = try await rina.get(String(address))
            #expect(file.text.contains("Dari catatan lama") && file.text.contains("a.csv:2"))
            #expect(file.text.contains("Catatan Petugas: Canarydua") && file.text.contains("Tujuan tercapai"))
            let complaint = try #require(file.text.firstMatch(of: #/\/kerja\/complaints\/[0-9a-f-]{36}/#)).output
            let told = try await rina.get(String(complaint))
            #expect(told.text.contains("Dari catatan lama") && told.text.contains("Canarysatu."))
        }
    }

    @Test func whatIsPastedIsTakenToo() async throws {
        try await TestSite.run { site in
            let dewi = try await site.browser(signedInAs: "dewi")
            let start = try await dewi.get("/kerja/import")
            let pasted = "Tanggal\tNama\tKronologi\tKanal\r\n5/1/2023\tSiti\tBertanya.\tWA\r\n"
            let kept = try await upload(dewi, Data(), pasted: pasted, from: start)
            let page = try await dewi.follow(kept)
            #expect(page.text.contains("1 laporan menunggu triase"))
        }
    }

    @Test func whatWasPastedInVainStandsThereStill() async throws {
        try await TestSite.run { site in
            let dewi = try await site.browser(signedInAs: "dewi")
            let start = try await dewi.get("/kerja/import")
            let wide = "Tanggal\tNama\tKronologi" + String(repeating: "\tx", count: SheetFile.mostColumns) + "\n"
            for (pasted, sentence) in [
                ("Kenanari\t<1>\n", "Judul kolom tidak ditemukan"), (wide, "terlalu banyak kolom"),
            ] {
                let page = try await upload(dewi, Data(), pasted: pasted, from: start)
                #expect(page.status == 422 && page.text.contains(sentence))
                #expect(
                    page.text.contains(
                        ">\n\(pasted.replacing("<", with: "&lt;").replacing(">", with: "&gt;"))</textarea>"))
            }
        }
    }

    @Test func aSheetThatIsNoneIsTold() async throws {
        try await TestSite.run { site in
            let rina = try await site.browser(signedInAs: "rina")
            let start = try await rina.get("/kerja/import")
            for (bytes, sentence) in [
                (Data(), "Pilih berkas"), (Data([0x50, 0x4B, 3, 4, 0, 0]), "bukan teks"),
                (Data([0x41, 0, 0x42, 0]), "UTF-16"),
                (Data("a;b\n1;2\n".utf8), "Judul kolom tidak ditemukan"),
            ] {
                let page = try await upload(rina, bytes, from: start)
                #expect(page.status == 422 && page.text.contains(sentence), "\(sentence)")
            }
            #expect(try await upload(rina, Data(count: Multipart.largest), from: start).status == 413)
        }
    }

    @Test func moreRowsThanAPageTakesAreForTheCommandLine() async throws {
        try await TestSite.run { site in
            let rina = try await site.browser(signedInAs: "rina")
            let rows = (0...KeptSheet.mostRecords).map { "5/1/2023;Langsung;Siti \($0);Kisah.;;;\r\n" }.joined()
            let start = try await rina.get("/kerja/import")
            let refused = try await upload(rina, Data((Self.head + rows).utf8), from: start)
            #expect(refused.status == 422 && refused.text.contains("Lebih dari 2000 baris"))
            #expect(try await site.world.desk.isEmpty())
        }
    }

    @Test func nobodyElseSeesTheSheet() async throws {
        try await TestSite.run { site in
            let rina = try await site.browser(signedInAs: "rina")
            let (path, _) = try await chosen(rina)
            let dewi = try await site.browser(signedInAs: "dewi")
            #expect(try await dewi.get(path).status == 404)
            let yohana = try await site.browser(signedInAs: "yohana")
            #expect(try await yohana.get("/kerja/import").status == 403)
            #expect(try await yohana.get(path).status == 403)
        }
    }

    /// Between its steps the sheet lies sealed.
    @Test func nothingOfTheSheetRestsInClear() async throws {
        try await TestSite.run { site in
            let rina = try await site.browser(signedInAs: "rina")
            let (path, page) = try await chosen(rina)
            for name in try FileManager.default.subpathsOfDirectory(atPath: site.world.folder.url.path) {
                guard let bytes = try? Data(contentsOf: site.world.folder.url.appending(path: name)) else { continue }
                for canary in ["Canary", "KENANARI", "Kenanari"] {
                    #expect(bytes.range(of: Data(canary.utf8)) == nil, "\(name)")
                }
            }
            #expect(!path.contains("anary") && page.headers["Cache-Control"] == "no-store")
        }
    }

    @Test func aFormWithAFileIsGuardedAsAnyOther() async throws {
        try await TestSite.run { site in
            let rina = try await site.browser(signedInAs: "rina")
            let body = Data("--x\r\nContent-Disposition: form-data; name=\"pasted\"\r\n\r\na\r\n--x--\r\n".utf8)
            let type = ["Content-Type": "multipart/form-data; boundary=x"]
            #expect(try await rina.send("POST", "/kerja/import", body: body, headers: type).status == 403)
            // Nowhere else is it taken.
            #expect(try await rina.send("POST", "/kerja/search", body: body, headers: type).status == 400)
        }
    }
}

@Suite struct MultipartTests {
    private func read(_ text: String, _ type: String = "multipart/form-data; boundary=\"b c\"") -> (Posted, Data?)? {
        Multipart(contentType: type).map { $0.read(Data(text.utf8)) }.map { ($0.posted, $0.upload?.bytes) }
    }

    @Test func answersAndAFileAreTakenApart() throws {
        let (posted, file) = try #require(
            read(
                "--b c\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b c\r\n"
                    + "content-disposition: form-data; name=\"f\"; filename=\"x.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                    + "a;b\r\n\r\n--b\r\nc\r\n--b c--\r\n"))
        #expect(posted.values == ["a": ["1"]] && file == Data("a;b\r\n\r\n--b\r\nc".utf8))
    }

    @Test(arguments: [
        "", "--b c", "--b c\r\n", "--b c\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1", "--b c--\r\n",
        "--b c\r\nContent-Disposition: form-data\r\n\r\n1\r\n--b c--",
    ])
    func whatIsCutOffHasNoAnswer(text: String) throws {
        let (posted, file) = try #require(read(text))
        #expect(posted.values.isEmpty && file == nil)
    }

    @Test(arguments: [
        "text/plain", "multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=x",
    ])
    func anotherBodyIsNone(type: String) { #expect(read("", type) == nil) }
}
