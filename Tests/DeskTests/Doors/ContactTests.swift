import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// How contact that is told to a complaint reaches its case: an old number can kill.
@Suite struct ContactTests {
    @Test func contactThatIsToldAfterTriageReachesTheCase() async throws {
        let world = try await World()
        let (complaint, file) = try await world.openCase()
        let never = SetSafeContact<Complaint>(safeContact: "Jangan nomor itu: ponselnya dipegang terlapor.")

        try await world.desk.perform(never, on: complaint, by: world.dewi)

        let contact = try await world.desk.open(CaseFile.self, file, by: world.rina).record.contact
        #expect(contact.how == never.safeContact && contact.phone == nil)
        #expect(try await world.workspace.verify() == [])
    }

    /// Whoever answered once may answer again: nobody calls that number until somebody says anew how contact is safe.
    @Test func aNumberAtWhichTheWrongPersonAnsweredIsSafeNoMore() async throws {
        let world = try await World()
        let id = try await world.receive()
        let phone = try #require(World.fromSchool.phone)
        try await world.desk.perform(RecordCallback(outcome: .unsafe), on: id, by: world.dewi)
        #expect(try await world.desk.open(Complaint.self, id, by: world.dewi).record.contact.isPhoneUnsafe)
        try await world.desk.perform(world.triage(world.rina.id), on: id, by: world.dewi)
        let file = try #require(try await world.desk.open(Complaint.self, id, by: world.dewi).record.caseFile)
        #expect(try await world.file(file).contact.isPhoneUnsafe)

        let told = try await world.file(file)
        #expect(try SetSafeContact.suggestion(for: told)?.first("phone") == nil)
        let same = SetSafeContact<CaseFile>(phone: phone, safeContact: "Siang.")
        await #expect(throws: NotDone.cautioned([Caution("phone-unsafe")])) {
            try await world.desk.perform(same, on: file, by: world.rina)
        }
        try await world.act(same, on: file)
        #expect(try await !world.file(file).contact.isPhoneUnsafe)
        // The case hears of it after triage, too.
        try await world.desk.perform(RecordCallback(outcome: .answered), on: id, by: world.dewi)
        #expect(try await !world.file(file).contact.isPhoneUnsafe)
        let another = try await world.receive(
            ReceiveComplaint(channel: .direct, what: "Tante.", phone: "+6281200000009"))
        try await world.desk.perform(world.triage(world.rina.id), on: another, by: world.dewi)
        let other = try #require(try await world.desk.open(Complaint.self, another, by: world.dewi).record.caseFile)
        try await world.desk.perform(RecordCallback(outcome: .unsafe), on: another, by: world.dewi)
        #expect(try await world.file(other).contact.isPhoneUnsafe)
        #expect(try await world.workspace.verify() == [])
    }

    /// Also where the case was closed or voided meanwhile, and whoever was right about the number in between.
    @Test func anUnsafeNumberIsToldWhateverBecameOfTheCase() async throws {
        let world = try await World()
        let (id, file) = try await world.openCase()
        let unsafe = RecordCallback(outcome: .unsafe)
        try await world.desk.perform(unsafe, on: id, by: world.dewi)
        let other = SetSafeContact<CaseFile>(phone: "+6281200007777", safeContact: "Nomor baru.")
        try await world.act(other, on: file)
        #expect(try await !world.file(file).contact.isPhoneUnsafe)
        // Back to the number of before: that is known to be unsafe still.
        let phone = try #require(World.fromSchool.phone)
        let back = SetSafeContact<CaseFile>(phone: phone, safeContact: "Siang.")
        await #expect(throws: NotDone.cautioned([Caution("phone-unsafe")])) {
            try await world.desk.perform(back, on: file, by: world.rina)
        }
        try await world.act(back, on: file)
        #expect(try await !world.file(file).contact.isPhoneUnsafe)
        // And once more the wrong person answers.
        try await world.desk.perform(unsafe, on: id, by: world.dewi)
        #expect(try await world.file(file).contact.isPhoneUnsafe)

        try await world.meetDues(of: file)
        try await world.act(World.closure, on: file)
        try await world.act(DecideClosure(.granted), on: file, by: world.hasan)
        #expect(try await world.file(file).isClosed)
        try await world.desk.perform(unsafe, on: id, by: world.dewi)
        #expect(try await world.desk.open(Complaint.self, id, by: world.dewi).record.callbacks.count == 3)
    }

    @Test func whatOneComplaintKnowsOfItsNumberTakesNothingFromTheCases() async throws {
        let world = try await World()
        let (first, file) = try await world.openCase()
        try await world.desk.perform(RecordCallback(outcome: .unsafe), on: first, by: world.dewi)
        let second = try await world.receive(
            ReceiveComplaint(channel: .direct, what: "Tante.", phone: "+6281200000009"))
        let joins = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, decision: .joinCase, joins: file)
        try await world.desk.perform(joins, on: second, by: world.dewi)
        try await world.desk.perform(RecordCallback(outcome: .unsafe), on: second, by: world.dewi)
        let contact = try await world.file(file).contact
        #expect(contact.isPhoneUnsafe && contact.unsafePhones.count == 2)
    }

    @Test func rulesOfContactAreNotForgottenUnnoticed() async throws {
        let world = try await World()
        let rules = ContactRules(never: "Jangan telepon malam.")
        let id = try await world.receive(
            ReceiveComplaint(channel: .direct, what: "Tante.", phone: "+6281200000009", rules: rules))
        let without = SetSafeContact<Complaint>(phone: "+6281200000009", safeContact: "Siang.")
        await #expect(throws: NotDone.cautioned([Caution("contact-forgets")])) {
            try await world.desk.perform(without, on: id, by: world.dewi)
        }
        let with = SetSafeContact<Complaint>(phone: "+6281200000009", safeContact: "Siang.", rules: rules)
        try await world.desk.perform(with, on: id, by: world.dewi)
    }

    /// A word changed at a joined complaint must not bring back a number that the case has given up.
    @Test func onlyWhatBecameDifferentAtAComplaintReachesTheCase() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let second = try await world.receive(
            ReceiveComplaint(
                channel: .direct, what: "Tante bercerita.", phone: "+6281200000009", safeContact: "Telepon tante."))
        let joins = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, decision: .joinCase, joins: file)
        try await world.desk.perform(joins, on: second, by: world.dewi)
        let current = SetSafeContact<CaseFile>(phone: "+6281200007777", safeContact: "Nomor baru, siang.")
        try await world.desk.perform(current, on: file, by: world.rina)

        let word = SetSafeContact<Complaint>(phone: "+6281200000009", safeContact: "Telepon tante, malam.")
        try await world.desk.perform(word, on: second, by: world.dewi)

        let contact = { try await world.desk.open(CaseFile.self, file, by: world.rina).record.contact }
        // The new number is never called at the other's hours: which is right, its manager says.
        #expect(try await contact().phone == "+6281200007777")
        #expect(try await contact().how == "Nomor baru, siang.")
        let heard = SafeContact(phone: "+6281200000009", how: "Telepon tante, malam.")
        #expect(try await contact().heard == [heard])
        let none = SetSafeContact<Complaint>(safeContact: "Telepon tante, malam.")
        try await world.desk.perform(none, on: second, by: world.dewi)
        #expect(try await contact().heard == [SafeContact(how: "Telepon tante, malam.")])
        try await world.act(current, on: file)
        #expect(try await contact().heard == [])
    }

    /// "Never phone" of a second caller is lost to nobody, and changes nothing of what the manager knows.
    @Test func whatASecondCallerTellsIsHeard() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let before = try await world.file(file).contact
        let rules = ContactRules(never: "Jangan telepon: ponselnya dipegang dia.")
        let second = try await world.receive(ReceiveComplaint(channel: .direct, what: "Tante.", rules: rules))
        let joins = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, decision: .joinCase, joins: file)
        try await world.desk.perform(joins, on: second, by: world.dewi)
        let after = try await world.file(file).contact
        #expect(after.phone == before.phone && after.how == before.how && after.rules == before.rules)
        #expect(after.heard == [SafeContact(rules: rules)])
        let without = SetSafeContact<CaseFile>(safeContact: "Siang.")
        await #expect(throws: NotDone.cautioned([Caution("contact-forgets")])) {
            try await world.desk.perform(without, on: file, by: world.rina)
        }
        let with = SetSafeContact<CaseFile>(safeContact: "Siang.", rules: rules)
        try await world.desk.perform(with, on: file, by: world.rina)
    }

    /// The number is the one that was called, whatever stands there by now.
    @Test func theNumberThatWasCalledIsTheOneThatIsNotSafe() async throws {
        let world = try await World()
        let (id, file) = try await world.openCase()
        let called = try #require(World.fromSchool.phone)
        let new = SetSafeContact<Complaint>(phone: "+6281200007777", safeContact: "Nomor baru.")
        try await world.desk.perform(new, on: id, by: world.dewi)
        try await world.desk.perform(RecordCallback(outcome: .unsafe, phone: called), on: id, by: world.dewi)
        #expect(try await world.file(file).contact.unsafePhones == [called])
        #expect(try await !world.file(file).contact.isPhoneUnsafe)
    }

    /// First a wrong answer, then a visit.
    @Test func aNumberIsNotSafeWhateverCameOfIt() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let phone = try #require(World.fromSchool.phone)
        try await world.act(RecordFollowUp(.visit, safe: .yes, note: "x", phone: phone), on: file)
        #expect(try await world.file(file).contact.isPhoneUnsafe)
    }

    /// Found while working on the case: told to its complaints, too.
    @Test func whoWorksOnTheCaseFindsANumberUnsafe() async throws {
        let world = try await World()
        let (id, file) = try await world.openCase()
        let phone = try #require(World.fromSchool.phone)
        var wrong = RecordFollowUp(.wrongPerson, safe: .unknown, note: "x")
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("phone", .missing)]))) {
            try await world.act(wrong, on: file)
        }
        wrong.phone = phone
        try await world.act(wrong, on: file)
        #expect(try await world.file(file).contact.isPhoneUnsafe)
        #expect(try await world.desk.open(Complaint.self, id, by: world.dewi).record.contact.isPhoneUnsafe)
        // Who takes complaints does not make it callable again in the case.
        let same = SetSafeContact<Complaint>(phone: phone, safeContact: "Siang.")
        try await world.desk.perform(same, on: id, by: world.dewi, Asking(ticked: [Caution("phone-unsafe").mark]))
        #expect(try await world.file(file).contact.isPhoneUnsafe)
        // Nobody was reached.
        #expect(try await world.file(file).triggers.contains { $0.rule == .serveAtOnce && $0.isOpen })
        #expect(try await world.workspace.verify() == [])
    }

    @Test func aCaseWithoutContactTakesThatOfAComplaintThatJoins() async throws {
        let world = try await World()
        let first = try await world.receive(ReceiveComplaint(channel: .letter, what: "Surat tanpa nama."))
        try await world.desk.perform(world.triage(world.rina.id), on: first, by: world.dewi)
        let file = try #require(try await world.desk.open(Complaint.self, first, by: world.dewi).record.caseFile)
        let never = ContactRules(never: "Jangan telepon sesudah jam 16.")
        let second = try await world.receive(
            ReceiveComplaint(channel: .direct, what: "Tante.", phone: "+6281200000009", rules: never))
        let joins = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, decision: .joinCase, joins: file)
        try await world.desk.perform(joins, on: second, by: world.dewi)

        let contact = try await world.desk.open(CaseFile.self, file, by: world.rina).record.contact
        #expect(contact == SafeContact(phone: "+6281200000009", rules: never))
    }

    /// Who took the complaint down calls back, and the old phone is in other hands by now.
    @Test func aNewContactOfTheCaseIsNotCalledPastByItsComplaints() async throws {
        let world = try await World()
        let (id, file) = try await world.openCase()
        let contact = { try await world.desk.open(Complaint.self, id, by: world.dewi).record.contact }
        #expect(try await contact().callable == World.fromSchool.phone)
        let new = SetSafeContact<CaseFile>(phone: "+6281200007777", safeContact: "Nomor baru.")
        try await world.act(new, on: file)
        let told = try await contact()
        #expect(told.isReplaced && told.callable == nil)
        // The new one is the case's alone.
        #expect(told.phone == World.fromSchool.phone)
        let complaint = try await world.desk.open(Complaint.self, id, by: world.dewi).record
        #expect(try RecordCallback.suggestion(for: complaint) == nil)
        #expect(try SetSafeContact<Complaint>.suggestion(for: complaint)?.first("phone") == nil)
        // What the caller says later is newer still.
        try await world.desk.perform(
            SetSafeContact<Complaint>(phone: "+6281200008888", safeContact: "Lewat tante."), on: id, by: world.dewi,
            Asking(ticked: ["contact-forgets"]))
        #expect(try await contact().callable == "+6281200008888")
        #expect(try await world.workspace.verify() == [])
    }

    /// One of several has a contact of their own now; of the other only the complaint tells.
    @Test func ofOneOfSeveralTheComplaintStillTells() async throws {
        let world = try await World()
        let (id, file) = try await world.openCase()
        let client = try await world.client(of: file)
        try await world.act(AddPerson("Ibu", .client, age: Years(40)), on: file)
        let mother = try #require(try await world.file(file).people.last).id
        let contact = { try await world.desk.open(Complaint.self, id, by: world.dewi).record.contact }
        try await world.act(SetSafeContact<CaseFile>(of: client, safeContact: "Lewat guru."), on: file)
        #expect(try await !contact().isReplaced)
        try await world.act(SetSafeContact<CaseFile>(of: mother, safeContact: "Siang saja."), on: file)
        #expect(try await contact().isReplaced)
    }

    /// Whoever says the old number again tells the case something new.
    @Test func theOldContactToldAgainIsHeardByTheCase() async throws {
        let world = try await World()
        let (id, file) = try await world.openCase()
        try await world.act(SetSafeContact<CaseFile>(phone: "+6281200007777", safeContact: "Nomor baru."), on: file)
        let old = World.fromSchool
        let again = SetSafeContact<Complaint>(phone: old.phone, safeContact: old.safeContact ?? "Lewat guru.")
        try await world.desk.perform(
            again, on: id, by: world.dewi, Asking(ticked: ["contact-forgets", "phone-unsafe"]))
        let contact = try await world.file(file).contact
        #expect(contact.phone == "+6281200007777" && contact.heard.map(\.phone) == [old.phone])
    }

    /// What is wrong is put right, a duplicate is voided, and a complaint that goes back to the inbox is called back.
    @Test func aNewContactStandsInNobodysWay() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let second = try await world.receive(
            ReceiveComplaint(channel: .direct, what: "Tante.", danger: .no, phone: "+6281200000009"))
        let joins = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, decision: .joinCase, joins: file)
        try await world.desk.perform(joins, on: second, by: world.dewi)
        let wrong = SetSafeContact<CaseFile>(phone: "+6281200007777", safeContact: "Nomor baru.")
        try await world.act(wrong, on: file)
        let fold = try await world.desk.open(CaseFile.self, file, by: world.rina)
        let told = try #require(fold.history.last { $0.action is SetSafeContact<CaseFile> })
        #expect(fold.allowsMending(told, correcting: true) && fold.allowsMending(told, correcting: false))
        let right = SetSafeContact<CaseFile>(phone: "+6281200007778", safeContact: "Nomor baru.")
        try await world.act(try CorrectEntry<CaseFile>(told.id, to: right, because: "Salah ketik."), on: file)
        #expect(try await world.file(file).contact.phone == right.phone)

        let triage = try #require(
            try await world.desk.open(Complaint.self, second, by: world.dewi).history
                .first { $0.action is TriageComplaint })
        #expect(try await world.desk.open(Complaint.self, second, by: world.dewi).record.contact.isReplaced)
        let back = WithdrawEntry<Complaint>(triage.id, because: "Salah kasus.")
        try await world.desk.perform(back, on: second, by: world.dewi)
        let again = try await world.desk.open(Complaint.self, second, by: world.dewi).record
        #expect(!again.contact.isReplaced && again.contact.callable == "+6281200000009")
        #expect(try await world.workspace.verify() == [])
    }
}
