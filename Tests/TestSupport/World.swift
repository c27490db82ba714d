package import Casework
package import Desk
package import Foundation
package import Vault

/// One small named world that the tests share: an office in Batam on Tuesday, 24 November 2026, 09.32 WIB, its staff,
/// and one colleague of another organisation.
package struct World: Sendable {
    private let seat: Seat
    package let folder: TemporaryFolder
    package let key: MasterKey
    package let clock: SettableClock
    package let workspace: Workspace
    package let purpose: Workspace.Purpose
    /// Intake officer.
    package let dewi: Worker
    /// Case manager.
    package let rina: Worker
    /// Head of the unit.
    package let hasan: Worker
    /// Administrator: no right to read a record.
    package let yohana: Worker
    /// Intake officer of another organisation.
    package let other: Worker

    package static let now = Date(timeIntervalSince1970: 1_795_487_520)
    package static let password = "kopi-pagi-di-nongsa"

    package var desk: Desk { workspace.desk }
    package var accounts: Accounts { workspace.accounts }
    package var home: URL { Self.home(in: folder) }

    private static func home(in folder: TemporaryFolder) -> URL { folder.url.appending(path: "home") }

    /// - Parameter instruments: the assessment forms; those that travel with the program by default.
    /// - Parameter purpose: an office asks its staff for an authenticator, a demo does not.
    package init(instruments: Instruments? = nil, purpose: Workspace.Purpose = .demo) async throws {
        let seat = await Seat.taken()
        // All of it first, and then the properties: an error in between crashed the compiler's clean-up.
        let folder = try TemporaryFolder()
        let key = MasterKey()
        let clock = SettableClock(Self.now)
        let workspace = try await Workspace(
            home: Self.home(in: folder), key: key, purpose: purpose, clock: clock.clock, cost: .tiny,
            instruments: instruments)
        let accounts = workspace.accounts
        for (handle, name, post, lane) in [
            ("dewi", "Dewi Anggraini", Post.intakeOfficer, 1), ("rina", "Rina Siregar", .caseManager, 1),
            ("hasan", "Hasan Basri", .head, 1),
            ("yohana", "Yohana Wea", .administrator, 1), ("other", "Sari Dewi", .intakeOfficer, 2),
        ] {
            try await accounts.add(handle: handle, name: name, posts: [post], password: Self.password, lane: lane)
        }
        let workers = try Dictionary(uniqueKeysWithValues: accounts.all().map { ($0.handle, $0.worker) })
        guard let dewi = workers["dewi"], let rina = workers["rina"], let hasan = workers["hasan"],
            let yohana = workers["yohana"],
            let other = workers["other"]
        else { throw CocoaError(.fileReadUnknown) }
        self.seat = seat
        self.purpose = purpose
        self.folder = folder
        self.key = key
        self.clock = clock
        self.workspace = workspace
        self.dewi = dewi
        self.rina = rina
        self.hasan = hasan
        self.yohana = yohana
        self.other = other
    }

    /// The same home after a stop and a start.
    package func restarted(with key: MasterKey? = nil) async throws -> Workspace {
        try workspace.close()
        return try await Workspace(home: home, key: key ?? self.key, purpose: purpose, clock: clock.clock, cost: .tiny)
    }

    /// The school's call about a girl of 14.
    package static let fromSchool = ReceiveComplaint(
        channel: .school, what: "Siswi 14 tahun bercerita kepada guru BK. Ia takut pulang ke rumah.", danger: .yes,
        affected: [Affected("Melati", sex: .female, age: Years(14))], district: .sagulung, reporter: "Ja'far Siregar",
        relation: .teacher,
        phone: "+6281234567890", safeContact: "Telepon guru, jam sekolah")

    /// The same complaint triaged as sexual violence of high risk: a new case.
    package func triage(_ manager: ID<Worker>) -> TriageComplaint {
        TriageComplaint(
            reachable: .yes, threat: .no, injured: .no, risk: .high, forms: [.sexual], domestic: .yes,
            decision: .newCase, manager: manager)
    }

    /// A complaint from the school that became a case of Rina's.
    package func openCase() async throws -> (complaint: ID<Complaint>, file: ID<CaseFile>) {
        let complaint = try await receive()
        try await desk.perform(triage(rina.id), on: complaint, by: dewi)
        let fold = try await desk.open(Complaint.self, complaint, by: dewi)
        guard let file = fold.record.caseFile else { throw CocoaError(.fileReadUnknown) }
        return (complaint, file)
    }

    /// Performs a complaint as the intake officer.
    @discardableResult
    package func receive(_ complaint: ReceiveComplaint = fromSchool) async throws -> ID<Complaint> {
        try await desk.perform(complaint, on: ID(), by: dewi).record
    }

    /// The office's record with the shipped calendar and directory; who may change it; and one of its partners.
    @discardableResult
    package func openOffice() async throws -> (operator: Worker, partner: ID<Partner>) {
        let `operator` = try await accounts.operator()
        try await desk.apply(.shipped(), by: `operator`)
        let office = desk.law(in: 1).office
        guard let partner = office.directory.first(where: { $0.details.kind == .hospital }) else {
            throw CocoaError(.fileReadUnknown)
        }
        return (`operator`, partner.id)
    }

    /// Adds a worker by the office's record; answers her secret.
    package func addMaya(_ posts: [Post]) async throws -> String {
        let `operator` = try await openOffice().operator
        let added = try await desk.perform(
            AddWorker("Maya", "Maya Putri", posts), on: Office.id(in: 1), by: `operator`)
        guard let secret = added.secret else { throw CocoaError(.fileReadUnknown) }
        return secret
    }

    /// Maya, who was added by the office's record, with these posts.
    package func maya(_ posts: [Post]) async throws -> Worker {
        guard let session = try await accounts.signIn("maya", try await addMaya(posts)) else {
            throw CocoaError(.userCancelled)
        }
        return session.worker
    }

    /// Performs an action on a case as its manager, ticking whatever is asked.
    package func act(_ action: some Action<CaseFile>, on file: ID<CaseFile>, by worker: Worker? = nil) async throws {
        try await desk.perform(Reading(action), on: file, by: worker ?? rina) { _ in true }
    }

    /// What binds the office in a case of high risk and sexual violence: somebody is with the client, and the police know.
    package func meetDues(of file: ID<CaseFile>, by worker: Worker? = nil) async throws {
        try await act(RecordFollowUp(.visit, safe: .yes, note: "Di rumah bibi."), on: file, by: worker)
        try await act(ReportToPolice(unit: "Unit PPA", number: "1"), on: file, by: worker)
    }

    /// The case as it stands.
    package func file(_ id: ID<CaseFile>) async throws -> CaseFile {
        try await desk.open(CaseFile.self, id, by: rina).record
    }

    /// Every question of an assessment form answered alike.
    package func sheet(_ id: String, _ answer: String = "no") throws -> Sheet {
        guard let form = desk.instruments.current.first(where: { $0.id == id }) else {
            throw CocoaError(.fileNoSuchFile)
        }
        return form.answered(answer)
    }
}

extension Instrument {
    /// Every question answered alike: with the first of its own answers, or the least number.
    package func answered(_ answer: String) -> Sheet {
        let answers = items.map { ($0.id, $0.number.map { "\($0.least)" } ?? $0.answers?.first?.id ?? answer) }
        return Sheet(id, version: version, Dictionary(uniqueKeysWithValues: answers))
    }
}
