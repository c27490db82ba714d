import Casework
import Desk
import Foundation

/// A complaint, and the case that it becomes, as the workers of the city have it in hand.
struct Work: Sendable {
    let city: City
    let plot: Plot
    var seed: Seed
    /// Who manages the case.
    var manager: Worker
    let complaint = ID<Complaint>()
    var file: ID<CaseFile>?
    /// How many complaints it is about.
    var complaints = 0
    private var known: Fold<CaseFile>?

    init(_ plot: Plot, in city: City, by manager: Worker, _ seed: Seed) {
        self.plot = plot
        self.city = city
        self.manager = manager
        self.seed = seed
    }

    /// The case as its manager last saw it: a look is on record, so nobody looks more often than they must.
    mutating func fold() async throws -> Fold<CaseFile> {
        if let known { return known }
        guard let file else { throw NotDone.unknown }
        let fold = try await city.desk.open(CaseFile.self, file, by: manager)
        known = fold
        return fold
    }

    mutating func record() async throws -> CaseFile { try await fold().record }

    /// Something new in the case must be known by its id: the next look is a fresh one.
    mutating func lookAgain() { known = nil }

    mutating func client() async throws -> ID<Person> {
        guard let client = try await record().client else { throw NotDone.unknown }
        return client.id
    }

    /// By who manages the case, if nobody else is named.
    func perform(_ action: some Action<CaseFile>, by worker: Worker? = nil, ticked: [Caution] = []) async throws {
        guard let file else { throw NotDone.unknown }
        try await city.desk.perform(
            action, on: file, by: worker ?? manager, Asking(ticked: Set(ticked.map(\.mark))))
    }

    /// What the door asks of who does this now: of whom no age is known, say, or before a plan is done.
    func asked(of action: some Action<CaseFile>, by worker: Worker) async throws -> [Caution] {
        guard let file else { throw NotDone.unknown }
        return try await city.desk.check(Reading(action), on: file, by: worker)
    }

    /// By who takes complaints, if nobody else is named.
    func tell(_ action: some Action<Complaint>, by worker: Worker? = nil, ticked: [Caution] = []) async throws {
        try await city.desk.perform(
            action, on: complaint, by: worker ?? city.staff.intake, Asking(ticked: Set(ticked.map(\.mark))))
    }

    func complaintFold() async throws -> Fold<Complaint> {
        try await city.desk.open(Complaint.self, complaint, by: city.staff.intake)
    }
}
