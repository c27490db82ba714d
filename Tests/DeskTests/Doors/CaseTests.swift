import Casework
import Desk
import Foundation
import TestSupport
import Testing

@Suite struct CaseTests {
    @Test func peopleComeWithRolesAndAreFound() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let father = AddPerson(
            "Bapak Tiri Samsoedin", .alleged, relation: .parent, sex: .male, born: "1980-05-14",
            nik: "2171011405800001")

        try await world.desk.perform(father, on: file, by: world.rina)

        let opened = try await world.desk.open(CaseFile.self, file, by: world.rina).record
        #expect(opened.people.map(\.role) == [.client, .reporter, .alleged])
        #expect(opened.client?.name == "Melati")
        for words in ["samsudin", "2171011405800001"] {
            #expect(
                try await world.desk.list(.search(words), by: world.rina).rows.map(\.card.record).contains(file.value))
        }
    }

    @Test func aNIKThatDisagreesIsACautionNotARefusal() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let person = AddPerson("Ibu", .family, sex: .female, born: "1980", nik: "2171011405800001")
        let caution = Caution("nik-disagrees")

        await #expect(throws: NotDone.cautioned([caution])) {
            try await world.desk.perform(person, on: file, by: world.rina)
        }
        try await world.desk.perform(person, on: file, by: world.rina, Asking(ticked: [caution.mark]))
    }

    @Test func incidentsTellFormsForEachClient() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let client = try #require(try await world.desk.open(CaseFile.self, file, by: world.rina).record.client).id
        let incident = RecordIncident(
            day: "2026-11", place: .household, harms: [.init(client, [.physical, .neglect])], what: "Di rumah.")

        try await world.desk.perform(incident, on: file, by: world.rina)

        let opened = try await world.desk.open(CaseFile.self, file, by: world.rina).record
        #expect(opened.forms == [.physical, .sexual, .neglect])
    }

    @Test func whoIsNotAClientOfThisFileSuffersNothingInIt() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let people = try await world.desk.open(CaseFile.self, file, by: world.rina).record.people
        let reporter = try #require(people.first { $0.role == .reporter }).id
        let incident = RecordIncident(
            day: "2027", place: .school, harms: [.init(reporter, [.physical]), .init(ID(), [.other])],
            alleged: [.init(ID())], what: "x")
        let faults = [
            Fault("day", .inTheFuture), Fault("harms.0.client", .notInList), Fault("harms.1.client", .notInList),
            Fault("alleged.0.person", .notInList),
        ]

        await #expect(throws: NotDone.faulty(FormFaults(all: faults))) {
            try await world.desk.perform(incident, on: file, by: world.rina)
        }
    }

    @Test func sexualViolenceThatComesToLightLaterStartsTheClockThen() async throws {
        let world = try await World()
        let complaint = try await world.receive()
        var triage = world.triage(world.rina.id)
        triage.forms = [.physical]
        try await world.desk.perform(triage, on: complaint, by: world.dewi)
        let fold = try await world.desk.open(Complaint.self, complaint, by: world.dewi)
        let file = try #require(fold.record.caseFile)
        let reports = { try await world.desk.dues(for: world.rina).filter { $0.rule == .reportToPolice } }
        let client = try #require(try await world.desk.open(CaseFile.self, file, by: world.rina).record.client).id
        #expect(try await reports().isEmpty)
        world.clock.advance(7200)

        try await world.desk.perform(
            RecordIncident(place: .household, harms: [.init(client, [.sexual])], what: "x"), on: file, by: world.rina)

        #expect(try await reports().map(\.at) == [World.now + 7200 + 72 * 3600])

        // Told on Friday and written down on Monday, it is due on Monday.
        let (other, _) = try await world.calmCase()
        let told = RecordIncident(
            place: .household, harms: [.init(try await world.client(of: other), [.sexual])], what: "x",
            disclosed: Moment(World.now - 3600))
        try await world.act(told, on: other)
        let started = try await world.file(other).triggers.first { $0.rule == .reportToPolice }?.start
        #expect(started == World.now - 3600)
    }

    /// Who reports for themselves is the client, by the name that they gave.
    @Test(
        arguments: [
            (nil, ["Meilin Halim"], nil), (["Pelapor sendiri"], ["Pelapor sendiri"], "Meilin Halim"),
            (["Meilin Halim"], ["Meilin Halim"], nil),
            (["Meilin Halim", "Anaknya"], ["Meilin Halim", "Anaknya"], nil),
            (["Ibu", "Anaknya"], ["Ibu", "Anaknya", "Meilin Halim"], nil),
        ] as [([Line]?, [Line], Line?)])
    func whoReportsForThemselvesKeepsTheirName(affected: [Line]?, people: [Line], otherName: Line?) async throws {
        let world = try await World()
        let complaint = ReceiveComplaint(
            channel: .direct, what: "Saya dipukul.", danger: .no, affected: affected?.map { Affected($0) },
            reporter: "Meilin Halim", relation: .oneself)
        let id = try await world.receive(complaint)
        try await world.desk.perform(world.triage(world.rina.id), on: id, by: world.dewi)
        let file = try #require(try await world.desk.open(Complaint.self, id, by: world.dewi).record.caseFile)
        let opened = try await world.file(file)
        #expect(opened.people.map(\.name) == people)
        #expect(opened.clients.first?.otherNames == [otherName].compactMap { $0 })

        // The same where it joins a case that is there.
        let (_, other) = try await world.openCase()
        let second = try await world.receive(complaint)
        let joins = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, decision: .joinCase, joins: other)
        try await world.desk.perform(joins, on: second, by: world.dewi)
        let told = try await world.file(other).toldPeople
        #expect(Set(told.map(\.who)) == Set((affected ?? []) + ["Meilin Halim"]))
    }
}
