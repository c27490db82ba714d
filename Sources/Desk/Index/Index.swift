import Casework
import Foundation
import Storage
import Synchronization

/// What answers every list and search: the cards of all records, readable, in memory only.
package final class Index: Sendable {
    let database: MemoryDatabase
    /// What brings it what was committed.
    let follower: Follower
    private let rulebook: Rulebook
    /// Each lane's office as its record stands, and what its dues are reckoned by.
    private let offices = Mutex<[Int: (record: Office, reckoning: Reckoning)]>([:])
    private let shown = Mutex(ShownCards())
    /// Where records stand for those who asked.
    let standings = Standings()
    /// Everybody who is called by name in them.
    let names = Mutex(NameBook())
    /// How many are in whole lists, for the lists themselves and for the head of each page.
    let counts = Remembered<CountedList, Int>()
    /// How many rows were given to cards.
    private let rows = Atomic(0)

    private static let schema = """
        CREATE TABLE cards (
            row INTEGER PRIMARY KEY, record BLOB NOT NULL, version INTEGER NOT NULL, lane INTEGER NOT NULL,
            kind TEXT NOT NULL,
            code TEXT NOT NULL, status TEXT NOT NULL, running INTEGER NOT NULL, approval INTEGER NOT NULL,
            urgency INTEGER NOT NULL, unsafe INTEGER NOT NULL,
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
        "CREATE INDEX cards_running ON cards (running, lane, urgency DESC, at, record, file) WHERE running = 1",
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
    func find(_ sql: SQL) async throws -> [Row] {
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
        try write(change)
        follow(change)
    }

    /// Puts it without the names, for a start, which learns them all at its end.
    func write(_ change: IndexChange) throws {
        standings.putAll()
        try database.write(change.statements)
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

    /// Makes what rows are found by, once every card of a start is there, and learns their names meanwhile.
    func finish(_ start: IndexChange) async throws {
        async let sorted: Void = database.write(Self.indexes)
        follow(start)
        try await sorted
    }

    /// - Parameter change: makes it of the record's row, if there is one.
    private func write(ofRecord record: UUID, _ change: ((row: Int, card: Indexed)?) -> IndexChange) throws {
        try database.write(of: "SELECT \(Indexed.columns) FROM cards WHERE record = \(record)") { rows in
            let change = change(try rows.first.map { (try $0.int("row"), try Indexed($0, self.card($0))) })
            if change.isMove { standings.put(record) }
            follow(change)
            return change.statements
        }
    }

    private func follow(_ change: IndexChange) {
        guard !change.gone.isEmpty || !change.new.isEmpty else { return }
        names.withLock { names in
            for name in change.gone { names.remove(name.name, of: name.record) }
            for name in change.new { names.add(name.name, of: name.record) }
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
        shown.withLock { $0.remove(records) }
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

    /// The card in a row.
    func card(_ row: Row) throws -> Card {
        let (record, version) = (try row.id("record"), try row.int("version"))
        if let card = shown.withLock({ $0[record] }), card.version == version { return card }
        let card = try Card(packed: row.data("card"))
        show(card)
        return card
    }

    private func show(_ card: Card) { shown.withLock { $0.keep(card) } }

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

    func plan(_ sql: SQL) async throws -> [String] { try await database.plan(sql) }
}
