import Casework
import Foundation
import TestSupport
import Testing
import Vault

@testable import Desk
@testable import Storage

/// What was erased is read by nobody any more: not live, not from the disk, and after the horizon from no backup.
@Suite struct ErasureTests {
    private let world: World
    private let file: ID<CaseFile>
    private let complaint: ID<Complaint>
    /// What the disk holds of the keys before they are destroyed.
    private let wrapped: [Data]

    private static let request = RequestErasure<CaseFile>(.scheduleEnded, .told, because: "Lewat lima tahun.")
    private static let lost = RequestClosure(
        .lostContact, summary: "Tidak terjangkau.", attempts: Count(3), feedback: .couldNotBeAsked,
        feedbackWords: "Pindah.")

    init() async throws {
        let world = try await World()
        try await world.openOffice()
        let file = try await world.calmCase().file
        try await world.act(RecordFollowUp(.phone, safe: .yes, note: "Sekali."), on: file)
        try await world.act(Self.lost, on: file)
        try await world.act(DecideClosure(.granted), on: file, by: world.hasan)
        complaint = try #require(try await world.file(file).complaints.first)
        var wrapped: [Data] = []
        for owner in [file.value, complaint.value] {
            wrapped.append(try #require(try world.workspace.store.wrappedKey(of: owner)))
        }
        self.wrapped = wrapped
        self.file = file
        self.world = world
    }

    private func erase() async throws {
        try await world.act(Self.request, on: file)
        try await world.act(DecideErasure(.granted), on: file, by: world.hasan)
    }

    private func expectNothing(_ workspace: Workspace) async throws {
        let desk = workspace.desk
        for worker in [world.rina, world.hasan, world.dewi] {
            await #expect(throws: NotDone.unknown) { try await desk.open(CaseFile.self, file, by: worker) }
            await #expect(throws: NotDone.unknown) { try await desk.open(Complaint.self, complaint, by: worker) }
            for list in [List.closed, .search("Rosmaida"), .search("pulang"), .search("Siregar")] {
                #expect(try await desk.list(list, by: worker).total == 0)
            }
        }
        let counted = try await desk.figures(from: .distantPast, until: .distantFuture, by: world.hasan, into: 0) {
            count, _ in count += 1
        }
        #expect(counted == 0)
        for owner in [file.value, complaint.value] { #expect(try desk.keys.key(of: owner) == nil) }
    }

    /// Whether the files of a folder hold one of the wrapped keys.
    private func holdsKeys(_ folder: URL) throws -> Bool {
        let files = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        return try files.contains { file in
            guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { return false }
            let bytes = try Data(contentsOf: file)
            return wrapped.contains { bytes.range(of: $0) != nil }
        }
    }

    @Test func itIsNowhereAndSaidToBeErased() async throws {
        #expect(try holdsKeys(world.home))
        #expect(try await world.desk.list(.search("Rosmaida"), by: world.rina).total > 0)
        try await erase()

        try await expectNothing(world.workspace)
        #expect(try !holdsKeys(world.home))
        let erased = try #require(world.desk.law(in: 1).office.erased.first)
        #expect(Set(erased.records) == [file.value, complaint.value] && erased.code.hasPrefix("BTM-2026-"))
        #expect(try await world.workspace.verify().isEmpty)
        // Nobody takes its place, and nobody goes on with it.
        await #expect(throws: NotDone.unknown) {
            try await world.desk.perform(World.fromSchool, on: complaint, by: world.dewi)
        }
        await #expect(throws: NotDone.unknown) {
            try await world.desk.perform(ReopenCase(.high, because: "x"), on: file, by: world.rina)
        }

        let restarted = try await world.restarted()
        try await expectNothing(restarted)
        #expect(try await restarted.verify().isEmpty)
        #expect(try await restarted.rebuild().renewed == 0)
        try restarted.close()
        #expect(try await Workspace.proving(home: world.home, key: world.key).verify(live: false).isEmpty)
    }

    /// Full-text search keeps the words of deleted rows until its segments are merged.
    @Test func theIndexKeepsNoWordOfIt() async throws {
        func knows(_ word: String) async throws -> Bool {
            let called = world.desk.index.everybody.keys
            if called.contains(where: { $0.lowercased().contains(word) }) { return true }
            let blocks = try await world.desk.index.rows("SELECT block FROM words_data")
            return try blocks.contains { try $0.data("block").range(of: Data(word.utf8)) != nil }
        }
        #expect(try await knows("rosmaida"))
        try await erase()
        #expect(try await !knows("rosmaida"))
        let fresh = try await world.workspace.refold()
        for table in ["cards", "team", "dues", "words"] {
            let count: SQL = "SELECT count(*) AS n FROM \(SQL(stringLiteral: table))"
            let (live, anew) = (try await world.desk.index.rows(count), try await fresh.rows(count))
            #expect(live == anew, "\(table)")
        }
    }

    /// A kill between the decision and the destruction: the next start, or the next turn, does the rest.
    @Test func whatAKillLeftIsFinished() async throws {
        try await erase()
        let store = world.workspace.store
        try await store.keep(wrapped[0], for: file.value)
        #expect(try await world.workspace.verify() == [.erasedKey(record: file.value)])
        #expect(try await world.workspace.unfinishedErasures() == [file.value])
        try await expectNothing(world.workspace)
        try await world.workspace.finishErasures()
        #expect(try await world.workspace.verify().isEmpty)

        try await store.keep(wrapped[0], for: file.value)
        let restarted = try await world.restarted()
        #expect(try await restarted.verify().isEmpty)
        #expect(try !holdsKeys(world.home))
    }

    /// It leads them to nothing but a refusal.
    @Test func whoAskedForItIsNotOfferedToDecideIt() async throws {
        try await world.act(Self.request, on: file)
        let fold = try await world.desk.open(CaseFile.self, file, by: world.rina)
        let offers = { (id: ID<Worker>) in
            let worker = Worker(id: id, lane: 1, name: "Rina", posts: Post.allCases, rights: 1)
            return fold.actions(for: Context(now: World.now, worker: worker)).contains(DecideErasure<CaseFile>.name)
        }
        #expect(!offers(world.rina.id) && offers(world.hasan.id))
    }

    /// Whoever wrote while it was erased leaves a card, and one alone: those of others that they wrote to stay.
    @Test func aCardThatWasWrittenMeanwhileGoesAndNoOther() async throws {
        let (_, other) = try await world.openCase()
        try await erase()
        let store = world.workspace.store
        let insert: SQL = """
            INSERT INTO cards (record, lane, version, number, format, sealed)
            VALUES (\(file.value), 1, 1, 1, 1, \(Data([1])))
            """
        try await store.write(insert)
        let cards = { try store.find("SELECT record FROM cards").map { try $0.id("record") } }
        #expect(try Set(cards()).isSuperset(of: [file.value, other.value]))
        var batch = Batch(lane: 1, rights: Batch.Rights(account: world.rina.id.value, version: 1))
        batch.entries = [other.value, file.value].map { Batch.Entry(record: $0, version: 1, sealed: Data()) }
        await world.desk.dropErasedCards(of: batch)
        #expect(try cards().contains(other.value) && !cards().contains(file.value))
    }

    /// Whoever reads as it was must not take for damage what was erased meanwhile.
    @Test func whoReadsBesideTheServerSeesItAsItWas() async throws {
        let proving = try await Workspace.proving(home: world.home, key: world.key)
        let reading = try await Workspace.reading(home: world.home, key: world.key)
        try await erase()
        #expect(try await proving.verify(live: false).isEmpty)
        #expect(try await reading.verify().isEmpty)
        let counted = try await reading.figures(from: .distantPast, until: .distantFuture, into: 0) { count, _ in
            count += 1
        }
        #expect(counted == 1)
    }

    /// Two at once: what the first cleared says nothing of the second.
    @Test func aLogThatWasClearedEarlierIsNotClearedOfOthers() {
        let (one, two) = (UUID(), UUID())
        var log = KeysInLog()
        #expect(log.of([one, two]) == [one, two])
        log.isClearedOfEarlier = true
        log.owners = [two]
        #expect(log.of([one, two]) == [two])
    }

    /// Until the horizon the backups of before can open it; from then on none that is kept.
    @Test func afterTheHorizonNoKeptBackupOpensIt() async throws {
        let data = world.folder.url.appending(path: "data")
        let keys = world.folder.url.appending(path: "keys")
        let keeper = Keeper(world.workspace, key: world.key, data: data, keys: keys)
        await keeper.turn()
        #expect(try holdsKeys(keys))
        try await erase()
        let erased = try #require(world.desk.law(in: 1).office.erased.first)
        // Off for five weeks: nothing dropped the old ones meanwhile.
        world.clock.advance(Erased.horizon - 60)
        #expect(try holdsKeys(keys))
        #expect(try world.workspace.kept().isFinal(erased, world.workspace.now) == false)
        world.clock.advance(120)
        #expect(try world.workspace.kept().isFinal(erased, world.workspace.now) == false)
        // A clock alone is not believed: newer ones are there on three days.
        for day in 1...Keeper.newerDays {
            await keeper.turn()
            #expect(try holdsKeys(keys) == (day < Keeper.newerDays))
            let isFinal = try world.workspace.kept().isFinal(erased, world.workspace.now)
            #expect(isFinal == (day == Keeper.newerDays))
            world.clock.advance(24 * 3600)
        }
        #expect(try !holdsKeys(keys))
        #expect(try world.workspace.kept().isFinal(erased, world.workspace.now))

        let restored = world.folder.url.appending(path: "restored")
        try #require(try Backup.all(data: data, keys: keys).last).place(in: restored)
        let workspace = try await Workspace(
            home: restored, key: world.key, purpose: .demo, clock: world.clock.clock, cost: .tiny)
        try await expectNothing(workspace)
        #expect(try await workspace.verify().isEmpty)
    }

    @Test func itTakesTwoAndAClosedFile() async throws {
        let open = try await world.calmCase().file
        let kept = NotDone.refused(
            Refusal("erasure-open-case", law: "UU 27/2022 ps. 42-44", remedy: RequestClosure.name))
        await #expect(throws: kept) { try await world.act(Self.request, on: open) }
        let part = NotDone.refused(Refusal("erasure-with-its-case", law: "UU 27/2022 ps. 42-44"))
        await #expect(throws: part) {
            try await world.desk.perform(
                RequestErasure<Complaint>(.requested, .told, because: "x"), on: complaint, by: world.dewi)
        }
        try await world.act(Self.request, on: file)
        await #expect(throws: NotDone.refused(Refusal("erasure-asked-already"))) {
            try await world.act(Self.request, on: file)
        }
        await #expect(throws: NotDone.notPermitted(.approve)) {
            try await world.act(DecideErasure(.granted), on: file)
        }
        await #expect(throws: NotDone.cautioned([Caution("erasure-is-final")])) {
            try await world.desk.perform(DecideErasure<CaseFile>(.granted), on: file, by: world.hasan)
        }
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("reason", .missing)]))) {
            try await world.act(DecideErasure(.refused), on: file, by: world.hasan)
        }
        try await world.act(DecideErasure(.refused, because: "Masih banding."), on: file, by: world.hasan)
        #expect(try await world.file(file).erasure == nil)

        // Even who is alone in the office decides nothing that they asked for.
        try await world.accounts.setPosts([.caseManager, .head], of: world.rina.id)
        let both = try #require(try world.accounts.all().first { $0.handle == "rina" }).worker
        try await world.act(Self.request, on: file, by: both)
        await #expect(throws: NotDone.refused(Refusal("erasure-needs-two"))) {
            try await world.act(DecideErasure(.granted), on: file, by: both)
        }
        // Opened again, nothing waits.
        try await world.act(ReopenCase(.medium, because: "x"), on: file, by: both)
        #expect(try await world.desk.open(CaseFile.self, file, by: both).record.erasure == nil)
        #expect(try await world.desk.list(.approvals, by: world.hasan).total == 0)
    }

    @Test func noProgramErases() async throws {
        try await world.act(Self.request, on: file)
        var hasan = world.hasan
        hasan.token = UUID()
        await #expect(throws: NotDone.refused(.notByToken)) {
            try await world.act(DecideErasure(.granted), on: file, by: hasan)
        }
        // Nor does one say anything else about it, or take it back.
        let entry = try #require(try await world.desk.open(CaseFile.self, file, by: world.rina).history.last).id
        var rina = world.rina
        rina.token = UUID()
        let unlawful = RequestErasure<CaseFile>(.unlawful, .notFound, because: "x")
        let correction = try CorrectEntry<CaseFile>(entry, to: unlawful, because: "x")
        await #expect(throws: NotDone.refused(.notByToken)) { try await world.act(correction, on: file, by: rina) }
        await #expect(throws: NotDone.refused(.notByToken)) {
            try await world.act(WithdrawEntry<CaseFile>(entry, because: "x"), on: file, by: rina)
        }
        try await world.act(WithdrawEntry<CaseFile>(entry, because: "x"), on: file)
        #expect(try await world.file(file).erasure == nil)
    }

    /// A copy that can't be proved takes nothing older with it.
    @Test func nothingOldGoesBeforeTheNewestIsProved() async throws {
        let folders = ["data", "keys"].map { world.folder.url.appending(path: $0) }
        let keeper = Keeper(world.workspace, key: world.key, data: folders[0], keys: folders[1])
        await keeper.turn()
        let sound = try #require(try Backup.all(data: folders[0], keys: folders[1]).last)
        world.clock.advance(Erased.horizon + 3600)
        // The home is no more what it was.
        try await world.workspace.store.write("UPDATE cards SET sealed = x'00'")
        await keeper.turn()
        #expect(try world.workspace.kept().fails)
        #expect(FileManager.default.fileExists(atPath: sound.keys.path))
        // Nor is anything called final that nobody looks after.
        try await erase()
        let erased = try #require(world.desk.law(in: 1).office.erased.first)
        world.clock.advance(2 * Erased.horizon)
        #expect(try world.workspace.kept().isFinal(erased, world.workspace.now) == false)
    }

    /// Somebody in it was known from another file, which goes on without it.
    @Test func whoWasLinkedToItCanBeUnlinked() async throws {
        let (other, client) = try await world.calmCase()
        let person = try #require(try await world.file(file).client).id
        try await world.act(LinkPeople(client, with: PersonElsewhere(person, in: file), because: "x"), on: other)
        try await erase()
        let link = try #require(try await world.file(other).links.first).id
        try await world.act(UnlinkPeople(link, because: "x"), on: other)
        #expect(try await world.file(other).links.isEmpty)
    }

    /// Told of in the moment in which its case is erased: it does not come back.
    @Test func anActThatCameTooLateBringsNothingBack() async throws {
        let desk = world.desk
        let fold = try desk.folds.current(complaint, in: 1)
        var batch = Batch(world.dewi)
        let entry = try Entry(
            RecordCallback(outcome: .noAnswer), id: UUID(), worker: world.dewi.id, instant: World.now)
        try await desk.add(entry, after: fold, complaint, world.dewi, to: &batch)
        try await erase()
        _ = try await world.workspace.store.append(batch)
        try await expectNothing(world.workspace)
        #expect(try await desk.index.code(of: complaint.value) == nil)
        #expect(try await world.workspace.verify().isEmpty)
    }

    /// A kill leaves keys that no finished backup names; they go as well.
    @Test func whatWasLeftUnfinishedGoesToo() async throws {
        let folders = ["data", "keys"].map { world.folder.url.appending(path: $0) }
        let keeper = Keeper(world.workspace, key: world.key, data: folders[0], keys: folders[1])
        await keeper.turn()
        let names = ["lindung-20261001T020000Z-keys.sqlite", "lindung-20261001T020000Z-keys.sqlite.unfinished"]
        for name in names + ["other.txt"] { try wrapped[0].write(to: folders[1].appending(path: name)) }
        for _ in 1..<Keeper.newerDays {
            world.clock.advance(24 * 3600)
            await keeper.turn()
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: folders[1].path)
        #expect(left.count == 1 + Keeper.newerDays && left.contains("other.txt") && Set(left).isDisjoint(with: names))
        #expect(try world.workspace.kept().oldest == World.now)
    }

    @Test func whatThePoliceKnowOfIsAskedAbout() async throws {
        let file = try await world.calmCase().file
        try await world.meetDues(of: file)
        try await world.act(Self.lost, on: file)
        try await world.act(DecideClosure(.granted), on: file, by: world.hasan)
        await #expect(throws: NotDone.cautioned([Caution("erasure-legal-process")])) {
            try await world.desk.perform(Self.request, on: file, by: world.rina)
        }
    }
}
