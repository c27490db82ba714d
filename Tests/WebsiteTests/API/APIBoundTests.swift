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

    /// A record that a program made endless could be opened by nobody. People go on.
    @Test func aProgramWritesNoEndlessRecord() async throws {
        let world = try await World()
        let id = try await world.receive(World.fromSchool)
        let made = try await world.accounts.makeToken(
            "Uji", duties: [.takeComplaints], mayPerform: true, days: 1, for: world.dewi)
        let secret = try #require(made?.secret)
        let program = try #require(try await world.accounts.bearer(secret)).worker
        let call = RecordCallback(outcome: .noAnswer, phone: "+6281200000001")
        for _ in 1..<Desk.mostByPrograms { try await world.desk.perform(call, on: id, by: program) }
        await #expect(throws: NotDone.refused(.recordFull)) { try await world.desk.perform(call, on: id, by: program) }
        try await world.desk.perform(call, on: id, by: world.dewi)
    }
}
