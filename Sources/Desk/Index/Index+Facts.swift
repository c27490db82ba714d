import Casework
import Foundation
import Storage

/// What policy and rules must know of records, and of those around them.
extension Index {
    /// What the policy must know of a record at an instant; nil for nonsense.
    func whereabouts(of record: UUID, for worker: Worker, at now: Date) async throws -> Whereabouts? {
        await follower.catchUp(with: record)
        var standing = try standing(of: record, for: worker)
        // Who opens a complaint of a case may do so by the case's team, which may have changed since it was asked.
        if let file = standing?.file {
            await follower.catchUp(with: file)
            standing = try self.standing(of: record, for: worker)
        }
        return standing?.whereabouts(at: now)
    }

    func standing(of record: UUID, for worker: Worker) throws -> Standing? {
        try standings.standing(Standings.Key(record: record, worker: worker.id)) {
            let scope = Scope(worker)
            let rows = try database.find(
                """
                SELECT lane, kind, status, \(scope.asks) AS asks, file, \(scope.isTeam) AS team,
                    \(scope.isTeamOfCase) AS team_of_case, \(scope.isLeft) AS left_alone,
                    (SELECT max(until) FROM emergencies WHERE emergencies.row = cards.row
                        AND emergencies.worker = \(worker.id.value)) AS emergency,
                    NOT (\(scope.hasNoConflict)) AS conflict, \(Scope.isRestricted) AS restricted
                FROM cards WHERE record = \(record)
                """)
            guard let row = rows.first, let status = Status(rawValue: try row.text("status")) else { return nil }
            return try Standing(
                lane: row.int("lane"), kind: RecordKind(row.text("kind")), status: status,
                asksApproval: row.int("asks") == 1, file: row.isNull("file") ? nil : row.id("file"),
                isTeam: row.int("team") == 1, isTeamOfCase: row.int("team_of_case") == 1,
                isLeft: row.int("left_alone") == 1,
                emergency: row.isNull("emergency") ? nil : row.instant("emergency"),
                hasConflict: row.int("conflict") == 1, isRestricted: row.int("restricted") == 1)
        }
    }

    /// Nil for a record that is not there.
    func code(of record: UUID) async throws -> String? {
        try await find("SELECT code FROM cards WHERE record = \(record)").first?.text("code")
    }

    /// The open cases that a worker manages, as far as others may know of them.
    func cases(of manager: ID<Worker>, in lane: Int) async throws -> [ID<CaseFile>] {
        let rows = try await self.rows(
            """
            SELECT record FROM cards WHERE lane = \(lane) AND running = 1
                AND EXISTS (
                    SELECT 1 FROM team WHERE team.row = cards.row AND team.worker = \(manager.value) AND manages = 1)
                AND NOT \(Scope.isRestricted)
            ORDER BY at, record
            """)
        return try rows.map { ID(try $0.id("record")) }
    }

    /// How many restricted cases nobody could open any more without this one of those who manage cases.
    func restricted(keptBy worker: ID<Worker>, of managing: [ID<Worker>], in lane: Int) async throws -> Int {
        guard managing.contains(worker) else { return 0 }
        let others = managing.filter { $0 != worker }.map(\.value)
        let rows = try await self.rows(
            """
            SELECT count(*) AS n FROM restricted JOIN cards ON cards.row = restricted.row WHERE cards.lane = \(lane)
                AND EXISTS (SELECT 1 FROM team WHERE team.row = cards.row AND team.worker = \(worker.value))
                AND NOT EXISTS (SELECT 1 FROM team WHERE team.row = cards.row AND team.worker IN \(others))
            """)
        return try rows.first?.int("n") ?? 0
    }

    /// How many restricted files in which somebody decided what they had asked for this worker watches over, and may not
    /// even know the code of.
    func decidedUnseen(in scope: Scope) async throws -> Int {
        try await rows("SELECT count(*) AS n FROM cards WHERE alone > 0 AND \(scope.overseesUnseen)").first?.int("n")
            ?? 0
    }

    /// Who must not see a record.
    func conflicts(of record: UUID) async throws -> Set<String> {
        let rows = try await find(
            "SELECT worker FROM conflicts WHERE row = (SELECT row FROM cards WHERE record = \(record))")
        return Set(try rows.map { ID<Worker>(try $0.id("worker")).description })
    }

    /// When a worker read files in emergencies that nobody has reviewed. Of a restricted one nobody outside its team can,
    /// and nobody outside is to hear of it.
    func unreviewedEmergencies(of worker: Worker) async throws -> [Date] {
        let rows = try await find(
            """
            SELECT began FROM emergencies JOIN cards ON cards.row = emergencies.row
            WHERE emergencies.worker = \(worker.id.value) AND reviewed = 0 AND lane = \(worker.lane)
                AND NOT \(Scope.isRestricted)
            """)
        return try rows.map { try $0.instant("began") }
    }
}
