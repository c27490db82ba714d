import Casework
import Foundation
import TestSupport
import Testing
import Vault

@testable import Desk
@testable import Storage

@Suite struct LookTests {
    /// What older versions kept by an encoder and what is written by hand are one format.
    @Test func aLookIsKeptAsAnEncoderWouldKeepIt() async throws {
        let world = try await World()
        var rina = world.rina
        rina.token = UUID()
        let instants = [World.now, Date(timeIntervalSinceReferenceDate: 1234.5), .distantPast, .distantFuture]
        for kind in Look.Kind.allCases {
            for (worker, instant) in zip([rina, world.rina, rina, world.rina], instants) {
                var look = Look(kind, by: worker, at: instant)
                #expect(try look.json() == JSONEncoder.sorted.encode(look))
                look.record = UUID()
                look.shown = [UUID(), UUID()]
                look.time = instants
                look.list = .search("\"Siti\" \\ Nur é")
                #expect(try look.json() == JSONEncoder.sorted.encode(look))
                // Whatever is told one day by another property is compared, too.
                let isWhole = Mirror(reflecting: look).children.allSatisfy { child in
                    Mirror(reflecting: child.value).displayStyle != .optional
                        || !Mirror(reflecting: child.value).children.isEmpty
                }
                #expect(isWhole || look.token == nil)
                look.shown = []
                look.list = .cases(own: true)
                #expect(try look.json() == JSONEncoder.sorted.encode(look))
            }
        }
    }

    @Test func openingLeavesALook() async throws {
        let world = try await World()
        let id = try await world.receive()

        let fold = try await world.desk.open(Complaint.self, id, by: world.hasan)

        #expect(fold.record.received == World.fromSchool)
        let looks = try await world.looks()
        #expect(looks.map(\.kind) == [.open])
        #expect(looks.first?.worker == world.hasan.id && looks.first?.record == id.value)
    }

    /// Somebody who knows the people finds who had no business there.
    @Test func whoLeadsTheOfficeReadsWhoSawARecord() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.act(AddPerson("Ibu", .family, nik: "2171015405800001"), on: file)
        let mother = try #require(try await world.file(file).people.last).id
        let token = try await world.accounts.makeToken(
            "Program", duties: [.manageCases], mayPerform: false, days: 1, for: world.rina)
        let secret = try #require(token).secret
        let program = try #require(try world.accounts.bearer(secret)).worker
        for worker in [world.rina, program] { _ = try await world.desk.open(CaseFile.self, file, by: worker) }
        _ = try await world.desk.reveal(mother, in: file, by: world.rina)
        world.clock.advance(60)
        await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, file, by: world.dewi) }

        await #expect(throws: NotDone.unknown) {
            try await world.desk.perform(RecordNote(note: "x"), on: file, by: world.dewi)
        }

        let (code, lines) = try await world.desk.access(to: file.value, by: world.hasan)
        #expect(lines.first { $0.what == .denied }?.count == 2)
        #expect(try await world.desk.index.code(of: file.value) == code)
        let told = Set(lines.map { "\($0.worker == world.rina.id ? "rina" : "dewi") \($0.what) \($0.byProgram)" })
        #expect(told == ["rina opened false", "rina opened true", "rina revealed false", "dewi denied false"])
        #expect(lines.first?.worker == world.dewi.id && lines.first?.last == World.now + 60)
        let looks = try await world.looks()
        #expect(looks.last?.record == file.value && looks.last?.worker == world.hasan.id)

        for worker in [world.rina, world.dewi, world.yohana] {
            await #expect(throws: NotDone.notPermitted(.approve)) {
                try await world.desk.access(to: file.value, by: worker)
            }
        }
        for nothing in [UUID(), Office.id(in: 1).value] {
            await #expect(throws: NotDone.unknown) { try await world.desk.access(to: nothing, by: world.hasan) }
        }
    }

    /// A machine whose clock has no battery, and no internet to ask.
    @Test func looksUnderAWrongClockHideNoneOfBefore() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        _ = try await world.desk.open(CaseFile.self, file, by: world.rina)
        world.clock.set(Date(timeIntervalSince1970: 1_577_836_800))
        for _ in 0..<3 { _ = try await world.desk.open(CaseFile.self, file, by: world.rina) }
        world.clock.set(World.now + 3600)

        let lines = try await world.desk.access(to: file.value, by: world.hasan).lines
        #expect(lines.contains { $0.what == .opened && $0.worker == world.rina.id && $0.last == World.now })
    }

    /// A search tells a name and a line of the story: it is a way of seeing, too.
    @Test func whoWasShownARecordAmongOthersIsRead() async throws {
        let world = try await World()
        let id = try await world.receive()
        let people = try await world.desk.open(Complaint.self, id, by: world.dewi).record.profiles
        for _ in 0..<3 { _ = try await world.desk.list(.search("melati"), by: world.rina) }
        _ = try await world.desk.list(.inbox, by: world.rina)
        _ = try await world.desk.dues(for: world.rina)
        let again = ReceiveComplaint(channel: .direct, what: "Lain.", phone: World.fromSchool.phone)
        _ = try? await world.desk.perform(again, on: ID(), by: world.rina)
        // Neither what a search did not find nor what somebody typed is a sight of it.
        _ = try await world.desk.list(.search("mawar"), by: world.hasan)
        _ = try await world.desk.list(.search(id.value.uuidString), by: world.hasan)
        try await world.desk.perform(world.triage(world.rina.id), on: id, by: world.dewi)
        let file = try #require(try await world.desk.open(Complaint.self, id, by: world.rina).record.caseFile)
        _ = try await world.desk.list(.alike(people), by: world.dewi)
        _ = try await world.desk.list(.cases(own: false), by: world.dewi)

        let told = { (record: UUID) in
            let lines = try await world.desk.access(to: record, by: world.hasan).lines
            let names = [world.rina.id: "rina", world.dewi.id: "dewi", world.hasan.id: "hasan"]
            return Set(lines.map { "\(names[$0.worker] ?? "") \($0.what) \($0.count)" })
        }
        #expect(
            try await told(id.value) == [
                "dewi opened 1", "rina opened 1", "rina found 3", "rina listed 2", "rina alike 1",
            ])
        #expect(try await told(file.value) == ["dewi alike 1", "dewi listed 1"])
    }

    @Test func listingAndSearchingLeaveWhatTheyShowed() async throws {
        let world = try await World()
        let id = try await world.receive()

        _ = try await world.desk.list(.inbox, by: world.dewi)
        _ = try await world.desk.list(.search("melati"), by: world.dewi)

        let looks = try await world.looks()
        #expect(looks.map(\.list) == [.inbox, .search("melati")])
        #expect(looks.map(\.shown) == [[id.value], [id.value]])
    }

    /// Looks are sealed under a key that stays when a record's is destroyed.
    @Test func whoIsLookedForByARecordsPeopleIsNotWrittenDown() async throws {
        let world = try await World()
        let id = try await world.receive()
        let people = try await world.desk.open(Complaint.self, id, by: world.dewi).record.profiles
        #expect(people.contains { $0.name == "Melati" })
        _ = try await world.desk.list(.alike(people), by: world.dewi)
        #expect(try await world.looks().last?.list == .alike([]))
    }

    /// A key that was used once hides no later attempt.
    @Test func anOldKeyHidesNoAttempt() async throws {
        let world = try await World()
        let (mine, key) = (try await world.receive(), UUID())
        let callback = RecordCallback(outcome: .noAnswer)
        try await world.desk.perform(callback, on: mine, by: world.dewi, Asking(key: key))
        for _ in 1...2 {
            await #expect(throws: NotDone.keyUsed) {
                try await world.desk.perform(callback, on: ID<Complaint>(), by: world.dewi, Asking(key: key))
            }
        }
        #expect(try await world.looks().map(\.kind) == [.denied, .denied])
        // The same again is no attempt.
        let (opened, again) = (ID<Complaint>(), UUID())
        let caution = Caution("same-phone", ["codes": "LP-2026-0001"])
        for _ in 1...2 {
            try await world.desk.perform(
                World.fromSchool, on: opened, by: world.dewi,
                Asking(
                    key: again,
                    ticked: [caution.mark]))
        }
        #expect(try await world.looks().map(\.kind) == [.denied, .denied])
    }

    @Test func nonsenseAndAnothersAreDeniedAlikeAndOnRecord() async throws {
        let world = try await World()
        let id = try await world.receive()
        let nonsense = ID<Complaint>()

        for (record, worker) in [(nonsense, world.dewi), (id, world.other), (id, world.yohana)] {
            await #expect(throws: NotDone.unknown) {
                try await world.desk.open(Complaint.self, record, by: worker)
            }
        }

        #expect(try await world.looks().map(\.kind) == [.denied, .denied])
        #expect(try await world.looks(lane: 2).map(\.record) == [id.value])
    }

    @Test func whoseRightsChangedSeesNothing() async throws {
        let world = try await World()
        let id = try await world.receive()
        try await world.accounts.setPosts([.intakeOfficer], of: world.dewi.id)

        await #expect(throws: NotDone.rightsChanged) { try await world.desk.open(Complaint.self, id, by: world.dewi) }
        await #expect(throws: NotDone.rightsChanged) { try await world.desk.list(.inbox, by: world.dewi) }
    }

    @Test func withoutALookNothingIsShown() async throws {
        let world = try await World()
        let id = try await world.receive()
        // The book of looks can't be written any more.
        try await world.workspace.store.write(
            "CREATE TRIGGER broken BEFORE INSERT ON looks BEGIN SELECT RAISE(ABORT, 'broken'); END")

        await #expect(throws: NotDone.notRecorded) { try await world.desk.open(Complaint.self, id, by: world.dewi) }
        await #expect(throws: NotDone.notRecorded) { try await world.desk.list(.inbox, by: world.dewi) }
        await #expect(throws: NotDone.notRecorded) { try await world.desk.dues(for: world.dewi) }
    }

    @Test func whoeverIsTurnedAwayOrCautionedIsOnRecord() async throws {
        let world = try await World()
        let id = try await world.receive()

        await #expect(throws: NotDone.unknown) {
            try await world.desk.perform(RecordCallback(outcome: .answered), on: id, by: world.yohana)
        }
        await #expect(throws: NotDone.cautioned([Caution("same-phone", ["codes": "LP-2026-0001"])])) {
            try await world.desk.perform(
                ReceiveComplaint(channel: .direct, what: "Lain.", phone: World.fromSchool.phone), on: ID(),
                by: world.dewi)
        }

        let looks = try await world.looks()
        #expect(looks.map(\.kind) == [.denied, .lookup])
        #expect(looks.map(\.shown) == [nil, [id.value]] && looks.first?.record == id.value)
    }

    @Test func figuresLeaveALookThatTellsTheirTimeAndNoneAreGivenWithoutOne() async throws {
        let world = try await World()
        let time = (World.now - 86_400, World.now)
        let count = { @Sendable (count: inout Int, _: Card) in count += 1 }
        _ = try await world.desk.figures(from: time.0, until: time.1, by: world.hasan, into: 0, count)
        let look = try #require(try await world.looks().last)
        #expect(look.kind == .figures && look.worker == world.hasan.id && look.time == [time.0, time.1])

        await #expect(throws: NotDone.notPermitted(.approve)) {
            _ = try await world.desk.figures(from: time.0, until: time.1, by: world.rina, into: 0, count)
        }
        #expect(try await world.looks().last?.kind == .denied)
        // The command line's way is open only beside the process that writes.
        await #expect(throws: NotDone.notRecorded) {
            _ = try await world.workspace.figures(from: time.0, until: time.1, into: 0, count)
        }
        let reading = try await Workspace.reading(home: world.home, key: world.key)
        #expect(try await reading.figures(from: time.0, until: time.1, into: 0, count) == 0)
        try reading.close()
    }

    @Test func theAdministratorSeesNoRecord() async throws {
        let world = try await World()
        try await world.receive()

        #expect(try await world.desk.list(.inbox, by: world.yohana) == Listing(rows: [], total: 0))
        #expect(try await world.desk.list(.search("melati"), by: world.yohana).total == 0)
        #expect(try await world.desk.list(.inbox, by: world.other).total == 0)
    }
}

extension World {
    /// The looks on record, oldest first, unsealed.
    func looks(lane: Int = 1) async throws -> [Look] {
        let rows = try await workspace.store.rows("SELECT id, sealed FROM looks WHERE lane = \(lane) ORDER BY seq")
        let key = try await desk.keys.makeKey(of: .lane(lane))
        return try rows.map { row in
            let json = try key.unseal(row.data("sealed"), at: Look.place(row.id("id"), lane: lane))
            return try JSONDecoder().decode(Look.self, from: json)
        }
    }
}
