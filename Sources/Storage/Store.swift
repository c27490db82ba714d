package import Foundation
import GRDB
import Synchronization

/// The durable store: sealed bytes in a few tables, acknowledged only when they are on the disk.
package final class Store: Sendable {
    /// A digest over the one before it (`Vault.Chain`); handed in, because the previous one is known only inside the
    /// transaction.
    package typealias ChainDigest = @Sendable (_ previous: Data, _ record: UUID, _ version: Int, _ sealed: Data) -> Data

    /// A keyed mark of bytes, under which rows are summed up (`Tally`).
    package typealias RowMark = @Sendable (Data) -> Data

    package let home: URL
    let data: DatabasePool
    let keys: DatabasePool
    /// What is read: the file as it is, or, beside the process that writes, as it was when this was opened.
    let reader: any DatabaseReader
    private let nearby: Nearby
    let nearbyKeys: Nearby
    /// The keys that were there before the snapshot was taken, for one that only reads: what is erased meanwhile is not
    /// missing in what it reads.
    let earlierKeys: [UUID: Data]
    /// What the log beside the keys may hold of those that were destroyed.
    let keysInLog = Mutex(KeysInLog())
    /// Nil for one that only reads.
    private let lock: HomeLock?
    private let isOpen = Mutex(true)
    /// How often a statement of `Desk.Accounts` was written and committed.
    private let changes = Atomic(0)
    private let remembered = Remembered<SQL, [Row]>()
    private let commits: GroupCommit<Written, Heads>
    let keyCommits: GroupCommit<Bool, Void>
    private let chain: ChainDigest
    let tally: Tally
    /// Stops the process, with a reason: what is on the disk or in the index can't be known any more.
    package let halt: @Sendable (String) -> Void
    private let chainStart: Data

    /// What one writer brought to a commit.
    private struct Written: Sendable {
        var appended = Appended.committed(Committed(numbers: []))
        /// How many rows a statement changed that was run for its own sake.
        var rows = 0
        var settle: (@Sendable (Committed) -> Void)?
    }

    /// Opens the home's store, or makes it in an empty home.
    /// - Throws: ``HomeLock/Taken``, ``StoreTrouble``, or the database's own errors.
    /// - Parameter isReading: opens beside the process that writes, changes nothing and makes nothing.
    /// - Parameter makes: whether an empty home is made into one; else that is ``StoreTrouble/empty``.
    /// - Parameter rowMark: is made before the tables are opened, from the wrapped keys that are kept.
    /// - Parameter act: wraps what one batch settles, so that the index sees all of it or nothing.
    package init(
        _ home: URL, isReading: Bool = false, makes: Bool = true, chainStart: Data, chain: @escaping ChainDigest,
        rowMark: (_ wrappedKey: (UUID) throws -> Data?) throws -> RowMark,
        act: @escaping @Sendable (() -> Void) -> Void = { $0() },
        halt: @escaping @Sendable (String) -> Void = Store.stop
    ) throws {
        if isReading {
            lock = nil
        } else {
            try FileManager.default.createDirectory(
                at: home, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            lock = try HomeLock(home)
        }
        try HomeFiles(home: home).check(makes: makes && !isReading)
        var configuration = Self.configuration(isReading: isReading)
        keys = try DatabasePool(path: home.appending(path: "keys.sqlite").path, configuration: configuration)
        let tally = Tally(mark: try rowMark { [keys] owner in try keys.read { try Self.wrappedKey(of: owner, $0) } })
        self.tally = tally
        configuration.prepareDatabase { $0.add(function: tally.function) }
        data = try DatabasePool(path: home.appending(path: "data.sqlite").path, configuration: configuration)
        if isReading {
            for database in [data, keys] { try database.checkVersion() }
        } else {
            try data.prepare(Schema.data) { if $1 < Schema.withTallies { try tally.begin($0) } }
            try keys.prepare(Schema.keys)
        }
        self.home = home
        self.chain = chain
        self.halt = halt
        self.chainStart = chainStart
        keyCommits = GroupCommit(keys, sharing: (), halt: halt, finish: { _, _ in }, settle: { _ in })
        commits = GroupCommit(data, sharing: Heads(), halt: halt, finish: { try $0.write($1) }) { outcomes in
            for outcome in outcomes {
                guard case .committed(let committed) = outcome.appended, let settle = outcome.settle else { continue }
                act { settle(committed) }
            }
        }
        var reading = configuration
        reading.readonly = true
        earlierKeys = isReading ? try Self.wrappedKeys(keys) : [:]
        let snapshot = isReading ? try data.makeSnapshot() : nil
        reader = snapshot ?? data
        nearby = try snapshot.map { Nearby($0) } ?? Nearby(data.path, reading)
        nearbyKeys = try Nearby(keys.path, reading)
    }

    /// Ends the process at once, with a reason.
    package static let stop: @Sendable (String) -> Void = { reason in
        try? FileHandle.standardError.write(contentsOf: Data("lindung: \(reason); stopping\n".utf8))
        exit(70)
    }

    static func configuration(isReading: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.readonly = isReading
        // A sort that spills must not write names in clear to /var/tmp.
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA temp_store = MEMORY")
            if !isReading { try db.execute(sql: "PRAGMA secure_delete = ON") }
        }
        return configuration
    }

    /// Writes a batch and waits until it is durable.
    package func append(_ batch: Batch) async throws -> Appended {
        try await commits.write { [self] db, heads in
            Written(
                appended: try append(batch, db, &heads),
                settle: batch.changes.isEmpty ? batch.settle : changed(batch.settle))
        }.appended
    }

    /// What is settled of a commit after which ``known(_:)`` asks anew.
    private func changed(_ settle: (@Sendable (Committed) -> Void)? = nil) -> @Sendable (Committed) -> Void {
        { [self] committed in
            changes.wrappingAdd(1, ordering: .releasing)
            settle?(committed)
        }
    }

    private func append(_ batch: Batch, _ db: Database, _ heads: inout Heads) throws -> Appended {
        if let obstacle = try Self.obstacle(to: batch, db) { return obstacle }
        for (place, change) in batch.changes.enumerated() {
            try db.run(change)
            if place == 0, db.changesCount != 1 { return .overtaken }
        }
        let numbers = try batch.entries.map { entry in
            try advance(.journal, batch.lane, entry.record, entry.version, entry.sealed, db, &heads) { seq, digest in
                """
                INSERT INTO journal (lane, seq, record, version, sealed, digest)
                VALUES (\(batch.lane), \(seq), \(entry.record), \(entry.version), \(entry.sealed), \(digest))
                """
            }
        }
        for card in batch.cards { try Self.put(card, in: batch.lane, db) }
        for look in batch.looks {
            _ = try advance(.looks, batch.lane, look.id, 0, look.sealed, db, &heads) { seq, digest in
                """
                INSERT INTO looks (lane, seq, id, sealed, digest)
                VALUES (\(batch.lane), \(seq), \(look.id), \(look.sealed), \(digest))
                """
            }
        }
        if let receipt = batch.receipt, let entry = batch.entries.first {
            try db.run(
                """
                INSERT INTO receipts (key, lane, mark, record, version)
                VALUES (\(receipt.key), \(batch.lane), \(receipt.mark), \(entry.record), \(entry.version))
                """)
        }
        return .committed(Committed(numbers: numbers))
    }

    /// Why a batch is not written: it was before, the worker's rights are others now, or somebody else was quicker. All of
    /// an act with one entry is asked in one statement.
    private static func obstacle(to batch: Batch, _ db: Database) throws -> Appended? {
        if let obstacle = try obstacle(to: batch, batch.entries.first, db) { return obstacle }
        for entry in batch.entries.dropFirst() {
            if let obstacle = try obstacle(to: batch, entry, db) { return obstacle }
        }
        return nil
    }

    private static func obstacle(to batch: Batch, _ entry: Batch.Entry?, _ db: Database) throws -> Appended? {
        let rights: SQL = "SELECT rights FROM accounts WHERE id = \(batch.rights.account)"
        // A look, which each sight of a record waits for, needs nothing else.
        guard !batch.isOfLooks else { return try hasRights(db.row(rights), batch) ? nil : .rightsChanged }
        let found = try db.row(
            """
            SELECT EXISTS (SELECT 1 FROM receipts WHERE key = \(batch.receipt?.key)) AS answered, (\(rights)) AS rights,
                (SELECT max(version) FROM journal WHERE lane = \(batch.lane) AND record = \(entry?.record)) AS version,
                EXISTS (SELECT 1 FROM cards WHERE record = \(entry?.record) AND lane <> \(batch.lane)) AS elsewhere
            """)
        guard let found else { return .overtaken }
        if let receipt = batch.receipt, try found.int("answered") == 1, let earlier = try Self.receipt(receipt.key, db)
        {
            return .answered(earlier)
        }
        guard try hasRights(found, batch) else { return .rightsChanged }
        guard let entry else { return nil }
        let version = found.isNull("version") ? 0 : try found.int("version")
        // A record of another lane has a card there.
        return try version == entry.version - 1 && found.int("elsewhere") == 0 ? nil : .overtaken
    }

    private static func hasRights(_ row: Row?, _ batch: Batch) throws -> Bool {
        guard let row, !row.isNull("rights") else { return false }
        return try row.int("rights") == batch.rights.version
    }

    /// A card's number is that of the entry that opened its record.
    private static func put(_ card: Batch.Card, in lane: Int, _ db: Database) throws {
        try db.run(
            """
            INSERT INTO cards (record, lane, version, number, format, sealed)
            SELECT record, lane, \(card.version), seq, \(card.format), \(card.sealed) FROM journal
            WHERE lane = \(lane) AND record = \(card.record) AND version = 1
            ON CONFLICT (record) DO UPDATE
                SET version = excluded.version, number = excluded.number, format = excluded.format,
                    sealed = excluded.sealed
            """)
    }

    /// Renews the card of a record that had to be folded at a start.
    package func renew(_ card: Batch.Card, in lane: Int) async throws {
        _ = try await commits.write { db, _ in
            try Self.put(card, in: lane, db)
            return Written()
        }
    }

    /// Moves a book's head on by one and writes what stands there; answers its number.
    private func advance(
        _ book: Book, _ lane: Int, _ record: UUID, _ version: Int, _ sealed: Data, _ db: Database,
        _ heads: inout Heads, insert: (_ seq: Int, _ digest: Data) -> SQL
    ) throws -> Int {
        let head = try heads.head(of: book, lane, db)
        let number = (head?.number ?? 0) + 1
        let digest = chain(head?.digest ?? chainStart, record, version, sealed)
        try db.run(insert(number, digest))
        heads.move(book, lane, to: Heads.Head(number: number, digest: digest))
        return number
    }

    package func receipt(_ key: UUID) throws -> Receipt? { try nearby.read { try Self.receipt(key, $0) } }

    private static func receipt(_ key: UUID, _ db: Database) throws -> Receipt? {
        guard let row = try db.row("SELECT mark, record, version FROM receipts WHERE key = \(key)") else { return nil }
        return Receipt(mark: try row.data("mark"), record: try row.id("record"), version: try row.int("version"))
    }

    /// Runs a statement of `Desk.Accounts` durably, and the others with it where it changed a row.
    /// - Returns: how many rows the first changed.
    package func change(_ first: SQL, then others: [SQL] = []) async throws -> Int {
        try await commits.write { [self] db, _ in
            try db.run(first)
            let rows = db.changesCount
            if rows > 0 { for statement in others { try db.run(statement) } }
            return Written(rows: rows, settle: changed())
        }.rows
    }

    /// Runs statements of `Desk.Accounts` durably.
    package func write(_ statements: SQL...) async throws { try await write(statements) }

    package func write(_ statements: [SQL]) async throws {
        _ = try await commits.write { [self] db, _ in
            for statement in statements { try db.run(statement) }
            return Written(settle: changed())
        }
    }

    /// The version of the tables that this program makes.
    package static var tables: Int { Schema.version }

    /// Whether a table is there: one that an older program made has fewer until it is opened to be written.
    package func has(table: String) throws -> Bool {
        try !find("SELECT 1 AS one FROM sqlite_master WHERE type = 'table' AND name = \(table)").isEmpty
    }

    /// Ends: waits for what is under way, closes the files and lets the next process in. Nothing works afterwards.
    /// Once is enough: SQLite does not survive being asked for what was closed.
    package func close() throws {
        guard
            isOpen.withLock({ isOpen in
                defer { isOpen = false }; return isOpen
            })
        else { return }
        if lock != nil {
            // What is copied afterwards is whole without the files beside it. Where somebody still reads, it is left: every
            // commit is on the disk already.
            for database in [data, keys] {
                try? database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
            }
        }
        try nearby.close()
        try nearbyKeys.close()
        try data.close()
        try keys.close()
        lock?.release()
    }

    package func rows(_ sql: SQL) async throws -> [Row] { try await reader.read { try $0.rows(sql) } }

    /// The same for an answer of a few rows that are found by their key: on the thread that asks.
    package func find(_ sql: SQL) throws -> [Row] { try nearby.read { try $0.rows(sql) } }

    /// The same for what each request asks of accounts, sessions and tokens: it is read again once a statement of
    /// `Desk.Accounts` was written. What acts and looks bring, entries, cards, receipts, this must not be asked for.
    package func known(_ sql: SQL) throws -> [Row] {
        try remembered.answer(sql, after: changes.load(ordering: .acquiring)) { try find(sql) }
    }
}
