import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// A file that can't wait for its team, read by somebody else under everybody's eyes.
@Suite struct EmergencyTests {
    private static let calls = OpenInEmergency(.client, because: "Klien menelepon, terdengar ada yang mengamuk.")

    @Test func itIsOpenForAnHourToReadOnly() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()

        try await world.desk.perform(Self.calls, on: file, by: world.dewi)

        #expect(try await world.desk.sight(of: file.value, by: world.dewi) == .readable)
        let read = try await world.desk.open(CaseFile.self, file, by: world.dewi)
        #expect(read.record.emergencies.map(\.by) == [world.dewi.id])
        // In nothing else: no act, no list, no search, nobody else.
        for action: any Action<CaseFile> in [
            RecordNote(note: "x"), SetSafeContact<CaseFile>(safeContact: "x"),
            AssignManager(world.rina.id, because: "x"),
        ] {
            await #expect(throws: NotDone.self) { try await world.desk.perform(action, on: file, by: world.dewi) }
        }
        #expect(try await world.desk.list(.cases(own: true), by: world.dewi).total == 0)
        #expect(try await world.desk.list(.cases(own: false), by: world.dewi).rows.map(\.sight) == [.listed])
        let found = try await world.desk.list(.search("melati"), by: world.dewi).rows
        #expect(!found.contains { $0.card.record == file.value })
        #expect(try await !world.desk.dues(for: world.dewi).contains { $0.listed.card.record == file.value })
        let maya = try await world.maya([.caseManager])
        await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, file, by: maya) }

        world.clock.advance(EmergencyAccess.length - 1)
        _ = try await world.desk.open(CaseFile.self, file, by: world.dewi)
        world.clock.advance(1)
        await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, file, by: world.dewi) }
    }

    /// The head too: what they brought about themselves opens nothing to them.
    @Test(arguments: [[Post.caseManager], [.head]])
    func whoMayDoAllChangesNothing(posts: [Post]) async throws {
        let world = try await World()
        let maya = try await world.maya(posts)
        let (_, file) = try await world.openCase()
        try await world.act(AddPerson("Bibi", .family, nik: "2171015405800001"), on: file)
        let aunt = try #require(try await world.file(file).people.last).id
        try await world.desk.perform(Self.calls, on: file, by: maya)
        let opened = try await world.desk.open(CaseFile.self, file, by: maya)
        #expect(try await world.desk.sight(of: file.value, by: maya) == .readable)
        var performed = 0
        for type in CaseFile.actions.all where type.duty(seeing: .readable) == nil {
            let samples = Samples.all.compactMap { $0 as? any Action<CaseFile> }
            guard let action = samples.first(where: { Swift.type(of: $0) == type }), !type.opens else { continue }
            performed += 1
            await #expect(throws: NotDone.unknown, "\(type.name)") {
                try await world.desk.perform(action, on: file, by: maya)
            }
        }
        #expect(performed > 30)
        let mend = WithdrawEntry<CaseFile>(try #require(opened.history.last).id, because: "x")
        await #expect(throws: NotDone.unknown) { try await world.desk.perform(mend, on: file, by: maya) }
        await #expect(throws: NotDone.self) { try await world.desk.reveal(aunt, in: file, by: maya) }
        #expect(try await world.desk.list(.approvals, by: maya).total == 0)

        world.clock.advance(EmergencyAccess.length)
        await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, file, by: maya) }
        #expect(try await world.desk.list(.approvals, by: world.hasan).total == 1)
    }

    /// An office of three: what takes two is done by one while they read, and stays on the overseer's list.
    @Test func whereNobodyElseDecidesWhoReadItSaysWhetherItWasNeeded() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.desk.perform(Self.calls, on: file, by: world.hasan)
        let access = try #require(try await world.file(file).openEmergencies.first).id
        let review = ReviewEmergency(access, .justified, note: "Tidak ada kepala lain.")
        await #expect(throws: NotDone.cautioned([Caution("no-second-person")])) {
            try await world.desk.perform(review, on: file, by: world.hasan)
        }
        try await world.act(review, on: file, by: world.hasan)
        #expect(try await world.desk.list(.decidedAlone, by: world.yohana).total == 1)
        _ = try await world.desk.open(CaseFile.self, file, by: world.hasan)
        world.clock.advance(EmergencyAccess.length)
        await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, file, by: world.hasan) }
    }

    @Test func teamAndHeadAreToldAtOnce() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let since = World.now - 3600
        #expect(try await world.desk.list(.emergencies(since: since), by: world.rina).total == 0)
        #expect(try await world.desk.list(.approvals, by: world.hasan).total == 0)

        try await world.desk.perform(Self.calls, on: file, by: world.dewi)

        let told = try await world.desk.list(.emergencies(since: since), by: world.rina).rows
        #expect(told.map(\.card.record) == [file.value] && told.map(\.card.emergencies.count) == [1])
        #expect(told.first?.card.emergencies.first?.worker == world.dewi.id.value)
        for worker in [world.dewi, world.hasan, world.yohana, world.other] {
            #expect(try await world.desk.list(.emergencies(since: since), by: worker).total == 0)
        }
        #expect(try await world.desk.list(.emergencies(since: World.now + 1), by: world.rina).total == 0)
        let asked = try await world.desk.list(.approvals, by: world.hasan).rows
        #expect(asked.map { $0.card.codes["asks"] } == [ReviewEmergency.name.text])
        _ = try await world.desk.open(CaseFile.self, file, by: world.hasan)
    }

    @Test func theHeadSaysThatItWasNotNeededAndItEnds() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.desk.perform(Self.calls, on: file, by: world.dewi)
        let access = try #require(try await world.file(file).openEmergencies.first).id

        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("note", .missing)]))) {
            try await world.desk.perform(ReviewEmergency(access, .unjustified), on: file, by: world.hasan)
        }
        world.clock.advance(60)
        let review = ReviewEmergency(access, .unjustified, note: "Rina ada di kantor.")
        try await world.desk.perform(review, on: file, by: world.hasan)

        await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, file, by: world.dewi) }
        await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, file, by: world.hasan) }
        #expect(try await world.desk.list(.approvals, by: world.hasan).total == 0)
        #expect(try await world.file(file).emergencies.map(\.review?.finding) == [.unjustified])
    }

    @Test func foundJustifiedItRunsToItsEnd() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.desk.perform(Self.calls, on: file, by: world.dewi)
        let access = try #require(try await world.file(file).openEmergencies.first).id
        try await world.desk.perform(ReviewEmergency(access, .justified), on: file, by: world.hasan)

        _ = try await world.desk.open(CaseFile.self, file, by: world.dewi)
        await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, file, by: world.hasan) }
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("access", .notInList)]))) {
            try await world.act(RequestWaiver(.reportToPolice, because: "x"), on: file)
            try await world.desk.perform(ReviewEmergency(access, .justified), on: file, by: world.hasan)
        }
    }

    @Test func nobodyReviewsTheirOwn() async throws {
        let world = try await World()
        let ani = try await world.maya([.head])
        let (_, file) = try await world.openCase()
        try await world.desk.perform(Self.calls, on: file, by: world.hasan)
        let access = try #require(try await world.file(file).openEmergencies.first).id
        let review = ReviewEmergency(access, .justified)
        await #expect(throws: NotDone.refused(Refusal("own-approval"))) {
            try await world.desk.perform(review, on: file, by: world.hasan)
        }
        try await world.desk.perform(review, on: file, by: ani)
    }

    /// Whoever's last hour nobody reviewed gets no other, until somebody does.
    @Test func anHourThatIsNotReviewedInTimeIsTheLast() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let second = try await world.receive(ReceiveComplaint(channel: .direct, what: "Lain."))
        try await world.desk.perform(world.triage(world.rina.id), on: second, by: world.dewi)
        let other = try #require(try await world.desk.open(Complaint.self, second, by: world.dewi).record.caseFile)
        try await world.desk.perform(Self.calls, on: file, by: world.dewi)
        let access = try #require(try await world.file(file).openEmergencies.first).id

        world.clock.advance(EmergencyAccess.reviewedWithin)
        await #expect(throws: NotDone.refused(Refusal("emergency-not-reviewed"))) {
            try await world.desk.perform(Self.calls, on: other, by: world.dewi)
        }
        // Nobody else is kept from it.
        let maya = try await world.maya([.caseManager])
        try await world.desk.perform(Self.calls, on: other, by: maya)

        try await world.desk.perform(ReviewEmergency(access, .justified), on: file, by: world.hasan)
        try await world.desk.perform(Self.calls, on: other, by: world.dewi)
    }

    @Test func whatIsOpenIsNotOpenedAgain() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.desk.perform(Self.calls, on: file, by: world.dewi)
        for worker in [world.dewi, world.rina] {
            await #expect(throws: NotDone.refused(Refusal("open-already"))) {
                try await world.desk.perform(Self.calls, on: file, by: worker)
            }
        }
        world.clock.advance(EmergencyAccess.length)
        try await world.desk.perform(Self.calls, on: file, by: world.dewi)
    }

    @Test func itIsExplained() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        for words in ["Perlu sekarang juga", "   Perlu sekarang juga   \n"] {
            await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("explanation", .tooShort(limit: 20))]))) {
                try await world.desk.perform(
                    OpenInEmergency(.danger, because: LongText(words)), on: file, by: world.dewi)
            }
        }
    }

    @Test func neitherAProgramNorAnybodyWithoutCaseworkOpensAnything() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        for worker in [world.yohana, world.other] {
            await #expect(throws: NotDone.unknown) {
                try await world.desk.perform(Self.calls, on: file, by: worker)
            }
        }
        var head = world.hasan
        head.token = UUID()
        try await world.desk.perform(Self.calls, on: file, by: world.hasan)
        await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, file, by: head) }
        var program = world.dewi
        program.token = UUID()
        await #expect(throws: NotDone.refused(.notByToken)) {
            try await world.desk.perform(Self.calls, on: file, by: program)
        }
        // Nor does it read on where its worker opened the file.
        try await world.desk.perform(Self.calls, on: file, by: world.dewi)
        await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, file, by: program) }
    }

    @Test func aClosedFileIsReadAndReviewedToo() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.meetDues(of: file)
        try await world.act(RequestClosure(.clientRequest, summary: "Aman.", feedback: .satisfied), on: file)
        try await world.act(DecideClosure(.granted), on: file, by: world.hasan)

        try await world.desk.perform(Self.calls, on: file, by: world.dewi)

        _ = try await world.desk.open(CaseFile.self, file, by: world.dewi)
        let access = try #require(try await world.file(file).openEmergencies.first).id
        try await world.desk.perform(ReviewEmergency(access, .justified), on: file, by: world.hasan)
    }

    @Test func itOutlivesARestartAndIsProven() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.desk.perform(Self.calls, on: file, by: world.dewi)
        let again = try await world.restarted()
        #expect(try await again.desk.sight(of: file.value, by: world.dewi) == .readable)
        #expect(try await again.verify() == [])
    }
}
