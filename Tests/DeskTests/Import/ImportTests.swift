import Casework
import Foundation
import Spreadsheet
import TestSupport
import Testing
import Vault

@testable import Desk

/// What bringing in a row does, and does not do.
@Suite struct ImportTests {
    private static let head =
        "Tgl Lapor;Kanal;Nama Korban;JK;Umur;Kronologi;Jenis Kekerasan;Tgl Kejadian;Tempat;Layanan;Tgl Layanan;Status;Tgl Selesai\n"
    private static let closed =
        "5/1/2023;Langsung;Siti;P;34;Dipukul.;Fisik;3/1/2023;Rumah;Konseling;6/1/2023;Selesai;20/2/2023\n"
    private static let open = "9/1/2023;Sekolah;Melati;P;14;Bercerita.;Seksual;2022;;Visum;;Proses;\n"

    private func pass(_ world: World, _ text: String, by worker: Worker? = nil) throws -> SheetPass {
        try world.pass(SheetFile(Data((Self.head + text).utf8)), by: worker)
    }

    private func bring(_ world: World, _ text: String) async throws -> (Fold<Complaint>, CaseFile) {
        #expect(try await pass(world, text).write(skipsBad: false) { _ in }.complaints == 1)
        let row = try #require(try await world.brought().values.first)
        return (row.complaint, try #require(row.file))
    }

    @Test func everythingIsDatedAsTheSheetDatesItAndStampedWithNow() async throws {
        let world = try await World()
        let (complaint, file) = try await bring(world, Self.closed)
        let day = try #require(Day(year: 2023, month: 1, day: 5))
        #expect(Day(complaint.record.at) == day && complaint.record.card(1).status == .triaged)
        #expect(complaint.history.map(\.stamp.instant) == [World.now] && complaint.history.allSatisfy(\.isLate))
        #expect(complaint.record.triage == nil && complaint.record.contact == SafeContact())

        #expect(file.status == .closed && file.broughtEnd == .goalsMet && file.closure == nil)
        #expect(file.opening.map { Day($0.at) } == day && file.manager == world.rina.id)
        #expect(file.services.map(\.service) == [.socialRehabilitation])
        #expect(file.services.first?.at.map { Day($0.instant).text } == "2023-01-06")
        #expect(file.incidents.map(\.day) == ["2023-01-03"] && file.client.flatMap(file.age) == 34)
        #expect(file.openDues(world.desk.rulebook).isEmpty && file.consents.isEmpty && file.risk == nil)
    }

    @Test func anOpenCaseGoesOnWithItsClocks() async throws {
        let world = try await World()
        let (_, file) = try await bring(world, Self.open)
        #expect(file.status == .assessment && file.nextStep == RecordConsent.name)
        #expect(file.triggers.map(\.rule) == [.reportToPolice])
        #expect(file.services.map(\.at) == [nil])
        // A day without a place is no incident, and counts for the age all the same.
        #expect(file.incidents.isEmpty && file.client.flatMap(file.age) == 13)
        try await world.act(RecordNote(note: "Dihubungi lagi."), on: file.id)
    }

    /// A case, and no victim; whoever brings it in is told so.
    @Test func aCaseOfCustodyHasNoVictim() async throws {
        let world = try await World()
        let row = "9/1/2023;Langsung;Siti;P;34;Bertengkar.;Hak asuh anak;;Rumah;Konsultasi hukum;;Proses;\n"
        let checked = try await pass(world, row).check { _ in }
        #expect(checked.bad == 0 && checked.cases == 1)
        let (complaint, file) = try await bring(world, row)
        #expect(complaint.record.brought?.violence == .no && file.opening?.forms == [] && file.incidents.isEmpty)
        let card = file.card(1)
        #expect(card.victims.allSatisfy(\.forms.isEmpty) && file.triggers.isEmpty)
        #expect(try await world.workspace.verify() == [])
    }

    @Test func whatIsCalledBullyingIsCountedAsSuch() async throws {
        let world = try await World()
        let row = "9/1/2023;Sekolah;Melati;P;14;Diejek.;Bullying verbal;;;Konseling;;Proses;\n"
        let (_, file) = try await bring(world, row)
        let victim = try #require(file.card(1).victims.first)
        #expect(victim.forms == [.psychological] && victim.bullying == .yes)
    }

    @Test func violenceHasAFormAndNoViolenceHasNone() async throws {
        let world = try await World()
        let told = { (violence: YesNo, forms: [ViolenceForm]) in
            ImportComplaint(
                received: Day(World.now), channel: .letter, what: "x", client: "Siti", forms: forms,
                violence: violence, manager: world.rina.id, source: "Buku")
        }
        for (violence, forms, fault) in [
            (YesNo.no, [ViolenceForm.physical], Fault("violence", .notAsked)),
            (.yes, [], Fault("forms", .missing)), (.unknown, [], Fault("forms", .missing)),
        ] {
            await #expect(throws: NotDone.faulty(FormFaults(all: [fault]))) {
                try await world.desk.perform(told(violence, forms), on: ID(), by: world.rina)
            }
        }
    }

    @Test func aCaseThatHadEndedIsOpenedAgainAsAnyOther() async throws {
        let world = try await World()
        let (_, file) = try await bring(world, Self.closed)
        await #expect(throws: NotDone.refused(Refusal("case-closed", remedy: ReopenCase.name))) {
            try await world.act(RecordNote(note: "x"), on: file.id)
        }
        try await world.act(ReopenCase(.high, because: "Pelaku kembali."), on: file.id)
        #expect(try await world.file(file.id).status == .reopened)
    }

    @Test func whatNobodyTriagedWaitsInTheInbox() async throws {
        let world = try await World()
        #expect(
            try await pass(world, "5/1/2023;Langsung;;;;Bertanya.;;;;;;;\n").write(skipsBad: false) { _ in }.waiting
                == 1)
        let listing = try await world.desk.list(.inbox, by: world.dewi)
        #expect(listing.rows.count == 1)
        let id = ID<Complaint>(try #require(listing.rows.first).card.record)
        try await world.desk.perform(world.triage(world.rina.id), on: id, by: world.dewi)
        #expect(try await world.desk.list(.inbox, by: world.dewi).rows.isEmpty)
    }

    @Test func nobodyTriagesWhatTheRegisterSettled() async throws {
        let world = try await World()
        let (complaint, _) = try await bring(world, Self.closed)
        await #expect(throws: NotDone.refused(Refusal("already-triaged"))) {
            try await world.desk.perform(world.triage(world.rina.id), on: complaint.record.id, by: world.rina)
        }
    }

    @Test func aWrongRowIsVoidedWithItsCase() async throws {
        let world = try await World()
        let (complaint, file) = try await bring(world, Self.closed)
        try await world.desk.perform(
            VoidRecord<Complaint>(.wrongFile, because: "Salah lembar."), on: complaint.record.id, by: world.rina)
        #expect(try world.desk.folds.current(file.id, in: 1).voided != nil)
        #expect(try world.desk.folds.current(complaint.record.id, in: 1).voided != nil)
    }

    @Test func whereTheCaseWentOnTheComplaintIsNotVoided() async throws {
        let world = try await World()
        let (complaint, file) = try await bring(world, Self.open)
        try await world.act(RecordNote(note: "Dihubungi lagi."), on: file.id)
        await #expect(throws: NotDone.refused(MendingRules.entailedOthers)) {
            try await world.desk.perform(
                VoidRecord<Complaint>(.wrongFile, because: "Salah."), on: complaint.record.id, by: world.rina)
        }
    }

    /// A correction tells the record something else; it opens no case.
    @Test func aCorrectionMakesNoCase() async throws {
        let world = try await World()
        let plain = ImportComplaint(
            received: Day(World.now), channel: .letter, what: "x", client: "Siti", outcome: .advice,
            manager: world.rina.id, source: "Buku")
        let id = try await world.desk.perform(plain, on: ID(), by: world.rina).record
        let entry = try #require(try await world.desk.open(Complaint.self, id, by: world.rina).history.first)
        var other = plain
        other.outcome = .ongoing
        other.forms = [.physical]
        await #expect(throws: NotDone.refused(MendingRules.entailedOthers)) {
            try await world.desk.perform(
                CorrectEntry<Complaint>(entry.id, to: other, because: "Salah."), on: id, by: world.rina)
        }
        other = plain
        other.district = .nongsa
        try await world.desk.perform(
            CorrectEntry<Complaint>(entry.id, to: other, because: "Salah."), on: id, by: world.rina)
        #expect(try await world.desk.open(Complaint.self, id, by: world.rina).record.brought?.district == .nongsa)
    }

    /// The same rule keeps a triage that said "advice" from being corrected into a case that never opens.
    @Test func aTriageIsNotCorrectedIntoACase() async throws {
        let world = try await World()
        let id = try await world.receive(ReceiveComplaint(channel: .letter, what: "Surat tanpa nama."))
        let advice = TriageComplaint(reachable: .no, threat: .no, injured: .no, risk: .low, decision: .advice)
        try await world.desk.perform(advice, on: id, by: world.dewi)
        let entry = try #require(try await world.desk.open(Complaint.self, id, by: world.dewi).history.last)
        await #expect(throws: NotDone.refused(MendingRules.entailedOthers)) {
            try await world.desk.perform(
                CorrectEntry<Complaint>(entry.id, to: world.triage(world.rina.id), because: "Salah."), on: id,
                by: world.dewi)
        }
    }

    @Test func whoTakesNoComplaintsBringsNoneIn() async throws {
        let world = try await World()
        await #expect(throws: NotDone.notPermitted(.takeComplaints)) {
            _ = try await pass(world, Self.closed, by: world.yohana).check { _ in }
        }
        await #expect(throws: NotDone.notPermitted(.takeComplaints)) {
            _ = try await pass(world, Self.closed, by: world.yohana).write(skipsBad: true) { _ in }
        }
        #expect(try await world.desk.isEmpty())
    }

    @Test func aCaseNeedsSomebodyWhoManagesIt() async throws {
        let world = try await World()
        let file = try SheetFile(Data((Self.head + Self.closed).utf8))
        let spellings = try Spellings.shipped()
        for (manager, problem) in [(nil, Problem.missing), (world.dewi.id, .notInList)] as [(ID<Worker>?, Problem)] {
            let importer = SheetImport(world.desk, by: world.dewi, manager: manager, source: "x")
            var told: [SheetImport.Told] = []
            _ = try await SheetPass(file, try file.columns(spellings), fills: [:], spellings, importer).check {
                told.append($0)
            }
            #expect(told.flatMap(\.faults).map(\.problem) == [.unasked(Fault("manager", problem))])
        }
    }

    private static func many(_ count: Int) -> String {
        (1...count).map { "5/1/2023;Langsung;Klien \($0);P;34;Dipukul.;Fisik;;;Konseling;;Selesai;\n" }.joined()
    }

    /// Broken off in the middle, begun again: every row is there, and none twice.
    @Test func whatWasBrokenOffGoesOn() async throws {
        let world = try await World()
        struct Stop: Error {}
        var told = 0
        await #expect(throws: Stop.self) {
            _ = try await pass(world, Self.many(60)).write(skipsBad: false) { _ in
                told += 1
                if told == 25 { throw Stop() }
            }
        }
        let some = try await world.brought().count
        #expect(some > 0 && some < 60)
        let rest = try await pass(world, Self.many(60)).write(skipsBad: false) { _ in }
        #expect(rest.already == some && rest.complaints == 60 - some)
        #expect(try await world.brought().count == 60)
    }

    @Test func twoWhoBringInTheSameSheetAtOnceBringItInOnce() async throws {
        let world = try await World()
        let one = try pass(world, Self.many(30))
        let other = try pass(world, Self.many(30), by: world.dewi)
        async let first = one.write(skipsBad: false) { _ in }
        async let second = other.write(skipsBad: false) { _ in }
        _ = try await (first, second)
        #expect(try await world.desk.index.all().values.count { $0.card.kind == Complaint.kind } == 30)
    }

    /// One bad row: nothing of the sheet is written until somebody says that it is left out.
    @Test func aSheetThatChangedMeanwhileStopsAtItsBadRow() async throws {
        let world = try await World()
        await #expect(throws: SheetPass.Changed.self) {
            _ = try await pass(world, "31/2/2023;Langsung;A;P;3;x;Fisik;;;;;;\n" + Self.closed).write(skipsBad: false) {
                _ in
            }
        }
        #expect(try await world.desk.isEmpty())
    }

    @Test func theKeyOfARowTellsNothingAndIsTheLanes() async throws {
        let (world, other) = (try await World(), try await World())
        let row = Data("Siti".utf8)
        #expect(world.desk.vault.rowKey(row) == world.desk.vault.rowKey(row))
        #expect(world.desk.vault.rowKey(row) != other.desk.vault.rowKey(row))
    }

    /// The marks of rows are carried over to another master key, so that years later too nothing comes twice.
    @Test func aRowIsKnownAgainUnderAnotherMasterKey() async throws {
        let world = try await World(purpose: .office)
        _ = try await pass(world, Self.closed).write(skipsBad: false) { _ in }
        let new = MasterKey()
        try await world.workspace.rotate(to: new)
        let after = try await world.restarted(with: new)
        let file = try SheetFile(Data((Self.head + Self.closed).utf8))
        let spellings = try Spellings.shipped()
        let importer = SheetImport(after.desk, by: world.rina, manager: world.rina.id, source: "x")
        let again = try await SheetPass(file, try file.columns(spellings), fills: [:], spellings, importer)
            .write(skipsBad: false) { _ in }
        #expect(again.already == 1 && again.complaints == 0)
    }

    /// Nobody is born after a complaint about them; an age that disagrees with the birth is told.
    @Test func aBirthAgreesWithTheComplaint() async throws {
        let world = try await World()
        let head = "Tgl Lapor;Kanal;Nama Korban;Umur;Tgl Lahir;Kronologi;Jenis Kekerasan\n"
        let sheet = try SheetFile(
            Data(
                (head + "5/1/2023;Langsung;A;15;5/1/2024;x;Fisik\n5/1/2023;Langsung;B;15;12-5-65;x;Fisik\n"
                    + "5/1/2023;Langsung;C;14;2008;x;Fisik\n").utf8))
        var told: [SheetImport.Told] = []
        _ = try await world.pass(sheet).check { told.append($0) }
        #expect(told.map { $0.faults.map(\.problem) } == [[.answer(.inTheFuture)], [], []])
        #expect(told.map { $0.cautions.map(\.name) } == [[], ["age-disagrees"], []])
    }
}
