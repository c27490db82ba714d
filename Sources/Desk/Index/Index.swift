import Casework
import Foundation
import Storage
import Synchronization

/// What answers every list and search: the cards of all records, readable, in memory only.
package final class Index: Sendable {
    private let database: MemoryDatabase
    /// What brings it what was committed.
    let follower: Follower
    private let rulebook: Rulebook
    /// Each lane's office as its record stands, and what its dues are reckoned by.
    private let offices = Mutex<[Int: (record: Office, reckoning: Reckoning)]>([:])
    /// Cards that lists showed or acts put, since the next list shows most of them again.
    private let shown = Mutex<[UUID: Card]>([:])
    /// Where records stand for those who asked.
    private let standings = Standings()
    /// Everybody who is called by name in them.
    let names = Mutex(NameBook())
    /// How many rows were given to cards.
    private let rows = Atomic(0)
    /// Beyond this many the shown cards are let go; each is about a kilobyte.
    private static let mostShown = 10_000

    private static let schema = """
        CREATE TABLE cards (
            row INTEGER PRIMARY KEY, record BLOB NOT NULL, version INTEGER NOT NULL, lane INTEGER NOT NULL,
            kind TEXT NOT NULL,
            code TEXT NOT NULL, status TEXT NOT NULL, approval INTEGER NOT NULL, urgency INTEGER NOT NULL,
            unsafe INTEGER NOT NULL,
            at INTEGER NOT NULL, file BLOB, alone INTEGER NOT NULL, recorded INTEGER NOT NULL, answered INTEGER,
            risk INTEGER NOT NULL, card BLOB NOT NULL
        ) STRICT;
        CREATE TABLE team (
            row INTEGER NOT NULL, worker BLOB NOT NULL, manages INTEGER NOT NULL, PRIMARY KEY (row, worker)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE conflicts (
            worker BLOB NOT NULL, row INTEGER NOT NULL, record BLOB NOT NULL, PRIMARY KEY (worker, row)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE restricted (row INTEGER PRIMARY KEY, record BLOB NOT NULL) STRICT;
        CREATE TABLE emergencies (
            row INTEGER NOT NULL, worker BLOB NOT NULL, began INTEGER NOT NULL, until INTEGER NOT NULL,
            reviewed INTEGER NOT NULL, PRIMARY KEY (row, worker, began)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE leavers (
            lane INTEGER NOT NULL, worker BLOB NOT NULL, PRIMARY KEY (worker, lane)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE dues (
            due INTEGER NOT NULL, row INTEGER NOT NULL, place INTEGER NOT NULL, rule TEXT NOT NULL,
            known INTEGER NOT NULL, binds INTEGER NOT NULL, PRIMARY KEY (due, row, place)
        ) STRICT, WITHOUT ROWID;
        CREATE VIRTUAL TABLE words USING fts5 (
            text, names, phones, content = '', tokenize = 'unicode61 remove_diacritics 2'
        );
        """

    /// What rows are found by. Made once all of a start are there: to sort many rows costs less than to find the place
    /// of each.
    private static let indexes: [SQL] = [
        "CREATE UNIQUE INDEX cards_by_record ON cards (record)",
        "CREATE INDEX cards_for_approval ON cards (lane, at, record) WHERE approval > 0",
        "CREATE INDEX cards_decided_alone ON cards (lane, alone) WHERE alone > 0",
        "CREATE INDEX cards_in_order ON cards (lane, kind, status, urgency DESC, at, record, file)",
        "CREATE INDEX cards_by_day ON cards (lane, kind, at)",
        "CREATE INDEX conflicts_by_row ON conflicts (row)",
        "CREATE UNIQUE INDEX restricted_by_record ON restricted (record)",
        "CREATE INDEX emergencies_by_worker ON emergencies (worker)",
        "CREATE INDEX emergencies_in_order ON emergencies (began)",
        "CREATE INDEX emergencies_to_review ON emergencies (reviewed, began)",
        "CREATE INDEX dues_by_row ON dues (row, due)",
        "CREATE INDEX dues_by_rule ON dues (rule, row)",
    ]

    /// - Parameter halt: stops the process when it can't follow what was acknowledged.
    init(_ rulebook: Rulebook, halt: @escaping @Sendable (String) -> Void = Store.stop) throws {
        let database = try MemoryDatabase(schema: Self.schema, committed: standings.letGo)
        self.database = database
        self.rulebook = rulebook
        follower = Follower(commit: database.together, halt: halt)
    }

    /// An answer that misses nothing of what was acknowledged before.
    func rows(_ sql: SQL) async throws -> [Row] {
        await follower.catchUp()
        return try await database.rows(sql)
    }

    /// Several such answers that agree with each other.
    func rows(_ statements: [SQL]) async throws -> [[Row]] {
        await follower.catchUp()
        return try await database.rows(statements)
    }

    /// Goes through such an answer row by row.
    func reduce<Sum: Sendable>(
        _ sql: SQL, into sum: Sum, _ add: @escaping @Sendable (inout Sum, Row) throws -> Void
    ) async throws -> Sum {
        await follower.catchUp()
        return try await database.reduce(sql, into: sum, add)
    }

    /// The same for an answer of a few rows that are found by their key.
    private func find(_ sql: SQL) async throws -> [Row] {
        await follower.catchUp()
        return try database.find(sql)
    }

    /// What puts the card of a record that it does not know yet.
    func change(putting card: Indexed) -> IndexChange {
        change(putting: card, at: rows.wrappingAdd(1, ordering: .relaxed).newValue, replacing: nil)
    }

    private func change(putting card: Indexed, at row: Int, replacing old: Card?) -> IndexChange {
        let reckoning = offices.withLock { $0[card.lane]?.reckoning } ?? Reckoning()
        return card.change(at: row, replacing: old, rulebook, reckoning)
    }

    func put(_ change: IndexChange) throws {
        standings.putAll()
        try database.write(change.statements)
        follow(change)
    }

    /// Puts a card, and what follows from it, in the place of the one that is there, if one is. That one is asked for
    /// here: it alone is what full-text search was told.
    func put(_ card: Indexed) throws {
        try write(ofRecord: card.card.record) { there in
            guard let (row, old) = there else { return change(putting: card) }
            return change(putting: card, at: row, replacing: old.card)
        }
        // Whoever acted on it acts on it again, or lists it.
        show(card.card)
    }

    /// Makes what rows are found by, once every card of a start is there.
    func sort() throws { try database.write(Self.indexes) }

    /// - Parameter change: makes it of the record's row, if there is one.
    private func write(ofRecord record: UUID, _ change: ((row: Int, card: Indexed)?) -> IndexChange) throws {
        try database.write(of: "SELECT \(Indexed.columns) FROM cards WHERE record = \(record)") { rows in
            standings.put(record)
            let change = change(try rows.first.map { (try $0.int("row"), try Indexed($0, self.card($0))) })
            follow(change)
            return change.statements
        }
    }

    private func follow(_ change: IndexChange) {
        guard !change.gone.isEmpty || !change.new.isEmpty else { return }
        names.withLock { names in
            for name in change.gone { names.remove(name.entry, of: name.record) }
            for name in change.new { names.add(name.entry, of: name.record) }
        }
    }

    /// Follows an office's record: whose cases nobody manages any more, and what its dues are reckoned by.
    func use(_ office: Office, in lane: Int) throws {
        let gone = office.staff.filter { member in
            !member.value.posts.contains { $0.duties.contains(.manageCases) }
        }
        standings.putAll()
        try database.write(
            ["DELETE FROM leavers WHERE lane = \(lane)"]
                + gone.keys.map { "INSERT INTO leavers (lane, worker) VALUES (\(lane), \($0.value))" })
        let reckoning = office.reckoning
        let old = offices.withLock { offices in
            defer { offices[lane] = (office, reckoning) }
            return offices[lane]
        }
        if old?.reckoning ?? Reckoning() != reckoning { try reckon(reckoning, in: lane) }
        // A start put none of them.
        if let old { try remove(office.erasedRecords.dropFirst(old.record.erasedRecords.count)) }
    }

    /// Takes out records that were erased, also out of what full-text search keeps of deleted rows.
    private func remove(_ records: some Collection<UUID>) throws {
        guard !records.isEmpty else { return }
        for record in records {
            try write(ofRecord: record) { $0.map { $1.removal(at: $0) } ?? IndexChange() }
        }
        shown.withLock { shown in for record in records { shown[record] = nil } }
        try database.write(["INSERT INTO words (words) VALUES ('optimize')"])
    }

    func office(in lane: Int) -> Office {
        offices.withLock { $0[lane]?.record } ?? Office(id: Office.id(in: lane))
    }

    /// Reckons every due that runs for a time again, by what an office's record says now.
    private func reckon(_ reckoning: Reckoning, in lane: Int) throws {
        let rules = rulebook.rules.values.filter(\.isCorrectable).map(\.id.text)
        let asking: SQL = """
            SELECT \(Indexed.columns) FROM cards
            WHERE lane = \(lane) AND row IN (SELECT row FROM dues WHERE rule IN \(rules.sorted()))
            """
        try database.write(of: asking) { rows in
            try rows.flatMap { row in
                let place = try row.int("row")
                return [Indexed.withoutDues(at: place)] + (try Indexed(row).dues(at: place, rulebook, reckoning))
            }
        }
    }

    /// What the policy must know of a record at an instant; nil for nonsense.
    func whereabouts(of record: UUID, for worker: Worker, at now: Date) async throws -> Whereabouts? {
        await follower.catchUp(with: record)
        var standing = try standing(of: record, for: worker)
        // Who opens a complaint of a case may do so by the case's team.
        if let file = standing?.file, await follower.catchUp(with: file) {
            standing = try self.standing(of: record, for: worker)
        }
        return standing?.whereabouts(at: now)
    }

    private func standing(of record: UUID, for worker: Worker) throws -> Standing? {
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

    func stub(of record: UUID, in scope: Scope) async throws -> Listed? {
        try await find("SELECT code, \(Self.told), 0 AS open FROM cards WHERE record = \(record) AND \(scope.listed)")
            .first.map(listed)
    }

    /// Nil for a record that is not there.
    func code(of record: UUID) async throws -> String? {
        try await find("SELECT code FROM cards WHERE record = \(record)").first?.text("code")
    }

    func list(_ list: List, in scope: Scope, _ page: PageOfList = PageOfList()) async throws -> Listing {
        if case .alike(let people) = list { return try await alike(people, in: scope) }
        // Who is called so comes first, and once; the pages after that are of what has the words.
        let named = try await called(list.names, in: scope)
        guard let statements = list.statements(in: scope, page) else { return Listing(rows: named, total: named.count) }
        let known = Set(named.map(\.card.record))
        let both = try await self.rows([statements.rows, statements.total(among: Array(known))])
        let rows = try both[0].enumerated().map { place, row in
            var listed = try listed(row)
            listed.excerpt = list.excerpt(of: listed, withStory: page.after == nil && place < List.mostStories)
            return listed
        }
        let total = try both[1].first.map { try $0.int("n") - $0.int("known") } ?? 0
        return Listing(
            rows: (page.after == nil ? named : []) + rows.filter { !known.contains($0.card.record) },
            total: total + named.count,
            next: rows.count == page.limit ? rows.last.map { Cursor(after: $0, in: list) } : nil)
    }

    /// What a lane's cases whose event lies in a time come to, voided ones left out.
    func figures<Figures: Sendable>(
        from: Date, until: Date, in lane: Int, into figures: Figures,
        _ count: @escaping @Sendable (inout Figures, Card) -> Void
    ) async throws -> Figures {
        await follower.catchUp()
        // A year's cards would drive out those that people look at.
        return try await database.reduce(
            """
            SELECT card FROM cards WHERE lane = \(lane) AND kind = \(CaseFile.kind.text) AND at >= \(from) AND at < \(until)
                AND status <> \(Status.void.rawValue)
            """, into: figures
        ) { count(&$0, try Card(packed: $1.data("card"))) }
    }

    /// What ``card(_:)`` reads.
    static let told: SQL = "cards.record, cards.version, cards.card"

    /// The card in a row.
    func card(_ row: Row) throws -> Card {
        let (record, version) = (try row.id("record"), try row.int("version"))
        if let card = shown.withLock({ $0[record] }), card.version == version { return card }
        let card = try Card(packed: row.data("card"))
        show(card)
        return card
    }

    private func show(_ card: Card) {
        shown.withLock { shown in
            if shown.count >= Self.mostShown { shown = [:] }
            shown[card.record] = card
        }
    }

    func listed(_ row: Row) throws -> Listed { try Listed(row, whole: card(row)) }

    /// The open cases that a worker manages, as far as others may know of them.
    func cases(of manager: ID<Worker>, in lane: Int) async throws -> [ID<CaseFile>] {
        let statuses = CaseFile.openStatuses.map(\.rawValue)
        let rows = try await self.rows(
            """
            SELECT record FROM cards WHERE lane = \(lane) AND kind = \(CaseFile.kind.text) AND status IN \(statuses)
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

    /// Who must not see a record.
    func conflicts(of record: UUID) async throws -> Set<String> {
        let rows = try await find(
            "SELECT worker FROM conflicts WHERE row = (SELECT row FROM cards WHERE record = \(record))")
        return Set(try rows.map { ID<Worker>(try $0.id("worker")).description })
    }

    /// When a worker read files in emergencies that nobody has reviewed.
    func unreviewedEmergencies(of worker: Worker) async throws -> [Date] {
        let rows = try await find(
            """
            SELECT began FROM emergencies JOIN cards ON cards.row = emergencies.row
            WHERE emergencies.worker = \(worker.id.value) AND reviewed = 0 AND lane = \(worker.lane)
            """)
        return try rows.map { try $0.instant("began") }
    }

    func isEmpty() async throws -> Bool {
        try await rows("SELECT 1 AS one FROM cards WHERE kind = \(Complaint.kind.text) LIMIT 1").isEmpty
    }

    func count(_ list: List, in scope: Scope) async throws -> Int {
        guard let statements = list.statements(in: scope) else { return 0 }
        await follower.catchUp()
        return try database.known(statements.total()).first?.int("n") ?? 0
    }

    /// The codes of records that these words find, the newest first, a few at most.
    func codes(
        matching match: String, in scope: Scope, except record: UUID
    ) async throws -> [(record: UUID, code: String)] {
        let rows = try await find(
            """
            SELECT code, record FROM words CROSS JOIN cards ON cards.row = words.rowid
            WHERE words MATCH \(match) AND \(scope.listed) AND cards.kind = \(Complaint.kind.text)
                AND cards.record <> \(record) ORDER BY at DESC LIMIT 5
            """)
        return try rows.map { (try $0.id("record"), try $0.text("code")) }
    }

    /// Every card with its code, for the proof that they are those of a fresh fold.
    func all() async throws -> [UUID: Indexed] {
        let rows = try await self.rows("SELECT \(Indexed.columns) FROM cards")
        return try Dictionary(
            uniqueKeysWithValues: rows.map { (try $0.id("record"), try Indexed($0)) })
    }

    /// Every word of full-text search with its place, for the test that an index that lived knows what a new one knows.
    func spelled() async throws -> [Row] {
        try database.write(["CREATE VIRTUAL TABLE IF NOT EXISTS spelled USING fts5vocab (words, instance)"])
        return try await rows("SELECT record, term, col, offset FROM spelled JOIN cards ON cards.row = spelled.doc")
    }

    /// Everybody whose name is known, and in which records, for the same.
    var everybody: [String: [UUID]] { names.withLock(\.all) }

    /// How SQLite answers a list, for the test that none scans a table.
    package func plans(_ list: List, in scope: Scope) async throws -> [String] {
        guard let statements = list.statements(in: scope) else { return [] }
        return try await plan(statements.rows) + plan(statements.total())
    }

    func plan(_ sql: SQL) async throws -> [String] { try await database.plan(sql) }
}
