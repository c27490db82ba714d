import Casework
import Desk
import Foundation
import TestSupport
import Testing

/// What is true of every action of every record: a new one is tested by standing in its record's list.
@Suite struct ActionTests {
    @Test func everyActionHasASample() {
        for record in Records.all {
            for type in actions(of: record) {
                #expect(Samples.all.contains { Swift.type(of: $0) == type }, "no sample of \(type.name)")
            }
        }
    }

    @Test func everyActionIsAForm() throws {
        for record in Records.all {
            for type in actions(of: record) where type.hasForm {
                #expect(throws: Never.self) { try FormReader.fields(of: type) }
            }
        }
    }

    /// A program shows no password: what asks for one is people's. And nothing is done to what somebody does not see.
    @Test func whatShowsWhoSomebodyIsIsForPeople() {
        for record in Records.all {
            for type in actions(of: record) {
                #expect(!type.needsProof || type.isForPeople, "\(type.name)")
                #expect(type.opens || type.duty(seeing: .unknown) == nil, "\(type.name)")
            }
        }
    }

    /// Dues, ages and figures count from it, and a year that was mistyped is asked about.
    @Test func whatAsksWhenItWasSaysSo() throws {
        for sample in Samples.all { try expectHappened(sample) }
    }

    private func expectHappened<A: Action>(_ action: A) throws {
        let asksWhen = A.hasForm ? try FormReader.fields(of: A.self).contains { $0.name == "at" } : false
        guard asksWhen, var answers = try JSONSerialization.jsonObject(with: action.json()) as? [String: Any]
        else { return }
        let at = Moment(Date(timeIntervalSince1970: 1_700_000_000))
        answers["at"] = try JSONDecoder().decode(String.self, from: JSONEncoder().encode(at))
        let told = try JSONDecoder().decode(A.self, from: JSONSerialization.data(withJSONObject: answers))
        #expect(told.happened == at, "\(A.name)")
    }

    @Test func everySampleSurvivesTheFormAndTheJournal() throws {
        for sample in Samples.all { try expectRoundTrip(sample) }
    }

    private func expectRoundTrip<A: Action>(_ action: A) throws {
        let json = try action.json()
        let decoded = try JSONDecoder().decode(A.self, from: json)
        #expect(try decoded.json() == json)

        guard A.hasForm else { return }
        let reading = try FormReader.read(A.self, FormWriter.answers(of: action), .shipped())
        #expect(reading.faults.isEmpty)
        #expect(try reading.action.json() == json)
    }

    /// Its form says so before anybody fills it in, and the door says the same.
    @Test func whatStandsInTheWayIsWhatItIsRefusedFor() throws {
        var obstructed: Set<ActionName> = []
        for sample in Samples.all { if try expectRefused(sample) { obstructed.insert(type(of: sample).name) } }
        #expect(
            obstructed.isSuperset(of: [
                AgreePlan.name, ReviewCase.name, OfferMediation.name, ReopenCase.name, RequestErasure<CaseFile>.name,
                DecideErasure<CaseFile>.name, DecideClosure.name, DecidePlan.name, LiftRestriction.name,
            ]))
    }

    /// - Returns: whether something stands in its way on a record that holds nothing.
    private func expectRefused<A: Action>(_ action: A) throws -> Bool {
        let worker = Worker(id: ID(), lane: 1, name: "Rina", posts: Post.allCases, rights: 1)
        let (record, context) = (A.Subject(id: ID()), Context(now: World.now, worker: worker))
        guard let first = A.obstacles(on: record, context).first else { return false }
        #expect(throws: first, "\(A.name)") { try action.check(record, context) }
        return true
    }

    private func actions(of record: any Record.Type) -> [any Action.Type] {
        func list<R: Record>(_ type: R.Type) -> [any Action.Type] { type.actions.all.map { $0 } }
        return list(record)
    }
}
