import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// What the tests of care begin with.
extension World {
    /// The client whose name stands for the file.
    func client(of file: ID<CaseFile>) async throws -> ID<Person> {
        try #require(try await self.file(file).client).id
    }

    /// A case of medium risk without sexual violence: nothing about it is urgent.
    func calmCase(age: Int = 30) async throws -> (file: ID<CaseFile>, client: ID<Person>) {
        var complaint = World.fromSchool
        complaint.danger = .no
        complaint.phone = nil
        complaint.affected = [Affected("Rosmaida", sex: .female, age: Years(age))]
        let received = try await receive(complaint)
        let triage = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .medium, forms: [.neglect], decision: .newCase,
            manager: rina.id)
        try await desk.perform(triage, on: received, by: dewi)
        let file = try #require(try await desk.open(Complaint.self, received, by: dewi).record.caseFile)
        return (file, try await client(of: file))
    }

    static let plan = AgreePlan(
        [AgreePlan.Goal("Aman", [AgreePlan.Step("Ganti kunci"), AgreePlan.Step("Konseling")])],
        review: Day(World.now).adding(30))

    static let closure = RequestClosure(.goalsMet, summary: "Aman.", feedback: .satisfied)
}
