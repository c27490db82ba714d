import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk
@testable import Website

/// What one program costs everybody else has an end.
@Suite struct APIBoundTests {
    private static func nested(_ depth: Int) -> String {
        #"{"answers": {"what": \#(String(repeating: "[", count: depth))\#(String(repeating: "]", count: depth))}}"#
    }

    private static func long(_ count: Int) -> String {
        #"{"answers": {"what": [\#(Array(repeating: "1", count: count).joined(separator: ","))]}}"#
    }

    @Test(arguments: [nested(500), long(20_000)])
    func whatNoFormAsksIsNotDecoded(body: String) async throws {
        try await TestSite.run { site in
            let dewi = try await Program(site, site.world.dewi, [.takeComplaints])
            let answer = try await dewi.post("complaints/receive-complaint", body)
            #expect(answer.status == 400)
            #expect(answer.json["type"] as? String == "urn:lindung:problem:bad-body")
        }
    }

    @Test func bracketsAndCommasThatSomebodyTypedAreText() {
        let typed = String(repeating: #"[{,\\"]\""#, count: 20_000)
        #expect(PlainJSON.isPlain(Data(#"{"answers": {"what": "\#(typed)"}}"#.utf8)))
        #expect(PlainJSON.isPlain(Data(Self.nested(PlainJSON.deepest - 2).utf8)))
        #expect(!PlainJSON.isPlain(Data(Self.nested(PlainJSON.deepest - 1).utf8)))
        #expect(PlainJSON.isPlain(Data(Self.long(PlainJSON.mostValues).utf8)))
        #expect(!PlainJSON.isPlain(Data(Self.long(PlainJSON.mostValues + 2).utf8)))
    }

    @Test func aLongCallCountsAsMany() {
        let (calls, worker) = (CallBudget(perMinute: 60), ID<Worker>())
        #expect(calls.spend(by: worker, at: World.now) == nil)
        calls.charge(worker, for: CallBudget.bytesOfCall - 1)
        #expect(calls.spend(by: worker, at: World.now) == nil)
        calls.charge(worker, for: 100 * CallBudget.bytesOfCall)
        // 58 were left of 60.
        #expect(calls.spend(by: worker, at: World.now) == 43)
        #expect(calls.spend(by: ID(), at: World.now) == nil)
    }

    /// In two bytes a letter the same is JSON too, and its brackets are counted by nobody.
    @Test func whatIsWrittenInTwoBytesALetterIsNotDecoded() throws {
        let text = #"{"∀": 1, "answers": {"what": \#(String(repeating: "[", count: 200))}}"#
        #expect(!PlainJSON.isPlain(try #require(text.data(using: .utf16LittleEndian))))
        #expect(!PlainJSON.isPlain(try #require(text.data(using: .utf32BigEndian))))
    }

    /// A record that a program made endless could be opened by nobody, also by what it does elsewhere. People go on.
    @Test func aProgramWritesNoEndlessRecord() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let made = try await world.accounts.makeToken(
            "Uji", duties: [.manageCases, .takeComplaints], mayPerform: true, days: 1, for: world.rina)
        let secret = try #require(made?.secret)
        let program = try #require(try world.accounts.bearer(secret)).worker
        let note = RecordNote(note: "x")
        while try await world.desk.open(CaseFile.self, file, by: world.rina).version < Desk.mostByPrograms {
            try await world.desk.perform(note, on: file, by: program)
        }
        let full = NotDone.refused(.recordFull)
        await #expect(throws: full) { try await world.desk.perform(note, on: file, by: program) }
        let complaint = try await world.receive(ReceiveComplaint(channel: .letter, what: "x"))
        let join = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, decision: .joinCase, joins: file)
        await #expect(throws: full) {
            try await world.desk.perform(Reading(join), on: complaint, by: program) { _ in true }
        }
        try await world.act(note, on: file)
        try await world.desk.perform(Reading(join), on: complaint, by: world.rina) { _ in true }
    }
}
