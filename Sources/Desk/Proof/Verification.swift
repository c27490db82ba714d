import Casework
package import Foundation
package import Storage
import Synchronization
import Vault

/// Something in the store that is not as it was written.
package enum Finding: Hashable, Sendable {
    /// SQLite finds a file damaged.
    case damagedFile(String)
    /// A table, an index or a trigger is not as this program makes it, or not there.
    case wrongObject(String)
    /// A table beside the books is not its tally: a row was changed, taken out or put back.
    case wrongTally(table: String)
    /// A row's digest does not follow from the one before it: it, or something before it, was changed, moved or taken
    /// out.
    case brokenChain(Book, lane: Int, number: Int)
    /// The book's head is not its last row.
    case wrongHead(Book, lane: Int)
    /// A row does not open in its place.
    case unreadable(Book, lane: Int, number: Int)
    /// The key of a record or of a lane's looks is gone, or does not unwrap.
    case missingKey(owner: UUID)
    /// A record that was erased has its key still, or again: it can be read.
    case erasedKey(record: UUID)
    /// A record's versions have a gap.
    case missingVersion(record: UUID, version: Int)
    /// What the index or a sealed card says of a record is not what its journal says.
    case wrongCard(record: UUID)
    /// What stands in a table of `Desk.Accounts` does not open in its place.
    case wrongRow(table: String, id: UUID)
    /// An entry that somebody performed has no receipt.
    case missingReceipt(record: UUID, version: Int)
    /// A receipt stands for an entry that is not there.
    case wrongReceipt(key: UUID)
    /// A signed head is not of this installation, or was changed.
    case wrongNote(Book, lane: Int, size: Int)
    /// The book does not begin as it did when a head was signed: something was changed, or all of it made anew.
    case rewritten(Book, lane: Int, size: Int)
    /// The book is shorter than it was when a head was signed.
    case cutOff(Book, lane: Int, size: Int, found: Int)

    /// Whether opening the home to be written mends it: a backup that was made in that moment is sound.
    package var isUnfinishedErasure: Bool { if case .erasedKey = self { true } else { false } }

    /// Whether it is about a table beside the books, without which every record can be read and proved. What an office
    /// did since then must not be lost for it: an operator may believe the tables as they stand.
    package var isBesideTheBooks: Bool {
        switch self {
        case .wrongTally, .wrongRow, .missingReceipt, .wrongReceipt: true
        default: false
        }
    }
}

extension Workspace {
    /// Proves the whole store: the files and what they are made of, both chains and their heads, every seal, every record's
    /// versions, that the sealed cards are those of a fresh fold, and the tables beside the books; and that the books still begin as they did when
    /// their heads were signed. Who took the newest signed heads away together with what they cover is found only
    /// against one that somebody else keeps.
    /// - Parameter live: whether the index, too, is that of a fresh fold; only a workspace that was started has one.
    /// - Parameter notes: signed heads that somebody kept elsewhere.
    package func verify(live: Bool = true, against notes: [SignedHead] = []) async throws -> [Finding] {
        let damaged = try await store.damagedFiles()
        guard damaged.isEmpty else { return damaged.map { .damagedFile($0) } }
        var findings = try await store.wrongObjects().map { Finding.wrongObject($0) }
        findings += try await store.wrongTallies().map { .wrongTally(table: $0) }
        let signed = try await signedHeads()
        let heads = signed + notes.filter { note in !signed.contains { $0.note == note.note } }
        let verifiers = try? noteVerifiers()
        for owner in heads.isEmpty ? [] : try signingOwners() {
            if (try? desk.keys.key(of: owner)) == nil { findings.append(.missingKey(owner: owner)) }
        }
        findings += verifiers?.stale(heads) ?? []
        findings += heads.filter { !$0.isAsItWasKept(desk.vault) }.map {
            .wrongNote($0.book, lane: $0.lane, size: $0.size)
        }
        // Where an office's record does not open, that is named, and what it says was erased counts as missing.
        let erased = (try? await erasedRecords()) ?? []
        findings += try store.stillKept(erased).map { .erasedKey(record: $0) }
        for book in Book.allCases {
            findings += try await verify(book, heads.filter { $0.book == book }, verifiers, erased)
        }
        findings += try await verifyAccounts()
        // What does not open can't be folded; it is named already.
        guard findings.allSatisfy(\.letsRecordsBeFolded) else { return findings }
        return findings + (try await verifyRecords(live: live, but: erased))
    }

    private func verify(
        _ book: Book, _ signed: [SignedHead], _ verifiers: NoteVerifiers?, _ erased: Set<UUID>
    ) async throws -> [Finding] {
        let wrapped = try store.wrappedKeys()
        let receipts = book == .journal ? try await answered() : []
        let state = Mutex((findings: [Finding](), last: [Int: (number: Int, digest: Data)](), keyless: Set<UUID>()))
        let roots = Mutex(Roots(at: signed))
        try await store.eachRow(of: book) { [vault = desk.vault] row in
            roots.withLock { $0.add(row) }
            let owner = book == .journal ? row.owner : UUID.lane(row.lane)
            let key = wrapped[owner].flatMap { try? vault.unwrap($0, for: owner) }
            let text = key.flatMap { try? $0.unseal(row.sealed, at: row.place(in: book)) }
            let entry = book == .journal ? text.flatMap { try? JSONDecoder().decode(Entry.self, from: $0) } : nil
            state.withLock { state in
                let previous = state.last[row.lane] ?? (0, Chain.start)
                let digest = Chain.digest(previous.digest, row.owner, row.version, row.sealed)
                if row.number != previous.number &+ 1 || digest != row.digest {
                    state.findings.append(.brokenChain(book, lane: row.lane, number: row.number))
                }
                if key == nil, !erased.contains(owner) { state.keyless.insert(owner) }
                if key != nil, text == nil {
                    state.findings.append(.unreadable(book, lane: row.lane, number: row.number))
                }
                if let entry, entry.isAskedFor, !receipts.contains(Answered(record: owner, version: row.version)) {
                    state.findings.append(.missingReceipt(record: owner, version: row.version))
                }
                state.last[row.lane] = (row.number, row.digest)
            }
        }
        let (found, last, keyless) = state.withLock { $0 }
        let heads = try store.heads(of: book)
        let lanes = Set(heads.keys).union(last.keys)
        let wrong = lanes.filter { heads[$0]?.number != last[$0]?.number || heads[$0]?.digest != last[$0]?.digest }
        return found + keyless.map { .missingKey(owner: $0) } + wrong.sorted().map { .wrongHead(book, lane: $0) }
            + roots.withLock { roots in signed.compactMap { roots.finding($0, verifiers) } }
    }

    private struct Answered: Hashable {
        let record: UUID
        let version: Int
    }

    /// The entries that have a receipt: a table of them that was put back as a whole lacks the newest.
    private func answered() async throws -> Set<Answered> {
        let rows = try await store.rows("SELECT record, version FROM receipts")
        return try Set(rows.map { Answered(record: try $0.id("record"), version: try $0.int("version")) })
    }

    /// Whether an older version made the home, which has no sums of the tables beside the books until it is served.
    package func isOfOlderTables() async throws -> Bool { try await store.isOfOlderTables() }

    /// A new index of everything, folded from the journal alone.
    package func refold() async throws -> Index {
        let index = try Index(desk.rulebook)
        let folds = Folds(store, desk.keys)
        let start = Start(store: store, vault: desk.vault, folds: folds, index: index, renews: false)
        try await start.run(usingCards: false)
        return index
    }

    private func verifyRecords(live isLive: Bool, but erased: Set<UUID>) async throws -> [Finding] {
        let findings: [Finding] = try await eachRefolded(but: erased) { record, fresh in
            var findings: [Finding] = []
            if !erased.contains(record.record), let key = try? desk.keys.key(of: record.record),
                !SealedCard.isAsItWasSealed(record, by: key, fresh: fresh)
            {
                findings.append(.wrongCard(record: record.record))
            }
            let versions = try store.journal(of: record.record, in: record.lane).map(\.version)
            if let gap = zip(versions, 1...).first(where: { $0 != $1 })?.1 {
                findings.append(.missingVersion(record: record.record, version: gap))
            }
            return findings
        }
        return isLive ? try await verifyIndex() + findings : findings
    }

    private func verifyIndex() async throws -> [Finding] {
        let (fresh, live) = (try await refold().all(), try await desk.index.all())
        return Set(fresh.keys).union(live.keys).filter { fresh[$0] != live[$0] }.map { .wrongCard(record: $0) }
    }
}

extension BookRow {
    fileprivate func place(in book: Book) -> Place {
        switch book {
        case .journal: JournalRow.place(owner, lane: lane, version: version)
        case .looks: Look.place(owner, lane: lane)
        }
    }
}

extension Finding {
    fileprivate var letsRecordsBeFolded: Bool {
        switch self {
        case .wrongObject, .wrongNote: true
        default: isUnfinishedErasure || isBesideTheBooks
        }
    }
}

extension Entry {
    /// Somebody asked for it, and has a receipt: it is not the door's own, nor what another made happen.
    fileprivate var isAskedFor: Bool { cause == nil && action != NoteManyOpened.name }
}
