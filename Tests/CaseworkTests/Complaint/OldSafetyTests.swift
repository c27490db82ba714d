import Foundation
import TestSupport
import Testing

@testable import Casework

/// What was written before each client had a safety of their own is read for ever, and means what it meant.
@Suite struct OldSafetyTests {
    private let manager = ID<Worker>()

    private func stamp(_ version: Int) -> Stamp {
        Stamp(entry: UUID(), instant: World.now + Double(version) * 3600, worker: manager, version: version)
    }

    private func old<A: Action<CaseFile>>(
        _ type: A.Type, _ json: String, to file: inout CaseFile, _ version: Int
    ) throws {
        try JSONDecoder().decode(type, from: Data(json.utf8)).apply(to: &file, stamp(version))
    }

    /// A case of a mother and her child, opened in danger by an entry without what is asked since.
    private func opened() throws -> CaseFile {
        var told = World.fromSchool
        told.affected = [Affected("Ibu"), Affected("Anak")]
        let triage = TriageComplaint(
            reachable: .yes, threat: .no, injured: .no, risk: .high, forms: [.physical], decision: .newCase,
            manager: manager)
        let opening = OpenCase(
            complaint: ID(), triage: triage, received: told, contact: SafeContact(how: "Lewat guru."), at: World.now,
            manager: manager)
        var answers = try #require(try JSONSerialization.jsonObject(with: opening.json()) as? [String: Any])
        #expect(answers.removeValue(forKey: "servesEach") != nil)
        var file = CaseFile(id: ID())
        try JSONDecoder().decode(OpenCase.self, from: JSONSerialization.data(withJSONObject: answers))
            .apply(to: &file, stamp(1))
        return file
    }

    @Test func aServiceToAnybodyMetAnOldDue() throws {
        var file = try opened()
        #expect(file.triggers.map(\.rule) == [.serveAtOnce] && file.namedTriggers.map(\.what) == [nil])
        try old(
            GiveService.self, #"{"client":"\#(file.clients[0].id)","note":"x","service":"KES"}"#, to: &file, 2)
        #expect(file.triggers.allSatisfy { !$0.isOpen })
    }

    @Test func anOldFollowUpToldItOfAllClients() throws {
        var file = try opened()
        try old(RecordFollowUp.self, #"{"note":"x","safe":"no","way":"phone"}"#, to: &file, 2)
        #expect(file.unsafeClients.map(\.name.text) == ["Ibu", "Anak"] && file.needsAssessment)
        try old(RecordFollowUp.self, #"{"note":"x","safe":"yes","way":"not-reached"}"#, to: &file, 3)
        #expect(file.unsafeClients.count == 2)
        // Word through others counted then.
        try old(RecordFollowUp.self, #"{"note":"x","safe":"yes","way":"through-others"}"#, to: &file, 4)
        #expect(!file.isUnsafe && file.triggers.allSatisfy { !$0.isOpen })
    }

    @Test func whatWasToldBeforeAnybodyWasNamedIsToldOfWhomTheFileNamesFirst() throws {
        var file = CaseFile(id: ID())
        try old(RecordFollowUp.self, #"{"note":"x","safe":"no","way":"phone"}"#, to: &file, 1)
        #expect(file.isUnsafe)
        for (version, name) in ["Ibu", "Anak"].enumerated() {
            AddPerson(Line(name), .client).apply(to: &file, stamp(version + 2))
        }
        #expect(file.unsafeClients.count == 2)
        RecordFollowUp(.visit, of: file.clients[0].id, safe: .yes, note: "x").apply(to: &file, stamp(4))
        AddPerson("Adik", .client).apply(to: &file, stamp(5))
        #expect(file.unsafeClients.map(\.name.text) == ["Anak"])
    }

    @Test func anOldContactIsTheFilesAndNoClientsOfSeveral() throws {
        var file = try opened()
        let json = #"{"phone":"+6281200000001","safeContact":"Pagi."}"#
        try old(SetSafeContact<CaseFile>.self, json, to: &file, 2)
        #expect(file.contactOfNobody == SafeContact(phone: "+6281200000001", how: "Pagi."))
        #expect(file.clients.allSatisfy { file.contact(of: $0.id) == nil })
    }

    /// Mediation asks once, of all.
    @Test func aMediationFindsNobodyOfSeveralSafe() throws {
        var file = try opened()
        RecordFollowUp(.phone, of: file.clients[1].id, safe: .no, note: "x").apply(to: &file, stamp(2))
        OfferMediation(
            .custody, assessedBy: "x", freeOfPressure: .yes, noRepeat: .yes, protectionOrder: .no,
            session: Moment(World.now), note: nil
        ).apply(to: &file, stamp(3))
        let mediation = try #require(file.openMediations.first)
        RecordMediation(mediation.id, .notAgreed, safe: .yes, at: Moment(World.now + 4 * 3600))
            .apply(to: &file, stamp(4))
        #expect(file.unsafeClients.map(\.name.text) == ["Anak"])
    }
}
