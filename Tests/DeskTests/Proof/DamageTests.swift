import Casework
import Foundation
import GRDB
import TestSupport
import Testing
import Vault

@testable import Desk
@testable import Storage

/// Whatever is changed, taken out, exchanged or put back in the files of a small store is named
/// (`docs/adr/0019-tallies.md`). The tables and columns are asked of the files, so that a new one is tested too.
@Suite struct DamageTests {
    /// A store with something in every table, closed, and what it held a few days before.
    private struct Small {
        let world: World
        let files: [OpenedFile]
        let before: [Table]

        var tables: [Table] { get throws { try files.flatMap { try $0.tables() } } }

        /// What a verification says while a table holds these rows; nil for rows that the file itself refuses.
        func findings(with rows: [[DatabaseValue]], in table: Table) async throws -> [Finding]? {
            try await findings(with: [(table, rows)])
        }

        func findings(with changes: [(table: Table, rows: [[DatabaseValue]])]) async throws -> [Finding]? {
            let file = { (table: Table) in files.first { $0.name == table.file } }
            defer { for (table, _) in changes { _ = try? file(table)?.put(table.rows, in: table) } }
            for (table, rows) in changes where try file(table)?.put(rows, in: table) != true { return nil }
            return try await verify()
        }

        func verify() async throws -> [Finding] {
            let reading = try await Workspace.proving(home: world.home, key: world.key)
            defer { try? reading.close() }
            return try await reading.verify(live: false)
        }

        /// Whether it is found, one way or the other.
        /// - Returns: false for rows that the file itself refuses.
        @discardableResult
        func notices(_ rows: [[DatabaseValue]], in table: Table, _ what: Comment) async throws -> Bool {
            do {
                guard let findings = try await findings(with: rows, in: table) else { return false }
                #expect(!findings.isEmpty, what)
            } catch is Workspace.WrongKey {
                // The key of the office's looks is the first that a home must open by: without it nothing is proved.
                #expect(table.name == "keys", what)
            } catch StoreTrouble.tooNew {
                // A program does not prove what a newer one wrote, nor a home that says so.
                #expect(table.name == "facts", what)
            }
            return true
        }
    }

    private func small() async throws -> Small {
        let world = try await World(purpose: .office)
        let file = try await world.openCase().file
        let (app, dewi) = try await enrol(world)
        _ = try await world.accounts.signIn("rina", "wrong-password")
        let seen = try await world.accounts.begin(world.rina)
        try await world.accounts.keepDraft("Korban", .form, of: world.dewi)
        try await world.workspace.keep("yes", for: .isKept)
        let typed = try await world.accounts.keepDraft("Ia takut", .form, of: world.dewi)
        let tokens = try await [token("a", of: dewi, world), token("b", of: dewi, world)]
        await HeadSigner(world.workspace).turn()
        let files = try ["data.sqlite", "keys.sqlite"].map { try OpenedFile($0, in: world.home) }
        let before = try files.flatMap { try $0.tables() }

        world.clock.advance(120)
        try await world.desk.perform(RecordNote(note: "Lanjut."), on: file, by: world.rina)
        _ = try await world.accounts.session(seen.token)
        let half = try #require(try await world.accounts.signIn("dewi", World.password))
        #expect(try await world.accounts.enter(app.code(at: world.workspace.now), for: half) != nil)
        _ = try await world.accounts.signIn("rina", "wrong-password")
        try await world.accounts.change(world.rina.id) { $0.password = $0.password }
        try await world.workspace.noteNoKeeper()
        try await world.accounts.keepDraft("Ia takut pulang", .form, id: typed, of: world.dewi)
        try await world.accounts.revokeToken(tokens[0], of: world.dewi)
        await HeadSigner(world.workspace).turn()
        try world.workspace.close()
        return Small(world: world, files: files, before: before)
    }

    /// Dewi, with an app.
    private func enrol(_ world: World) async throws -> (AuthenticatorApp, Worker) {
        let session = try #require(try await world.accounts.signIn("dewi", World.password))
        let app = try AuthenticatorApp(try await world.accounts.offeredAuthenticator(session).secret)
        let taken = try await world.accounts.takeAuthenticator(app.code(at: world.workspace.now), for: session)
        return (app, try #require(taken).session.worker)
    }

    private func token(_ name: Line, of worker: Worker, _ world: World) async throws -> UUID {
        try #require(
            try await world.accounts.makeToken(
                name, duties: [.takeComplaints], mayPerform: false, days: 1, for: worker)
        ).token.id
    }

    @Test func untouchedItPassesAndEveryTableHoldsSomething() async throws {
        let small = try await small()
        #expect(try await small.verify() == [])
        #expect(try small.tables.filter(\.rows.isEmpty).map(\.name) == [])
    }

    /// Of every table's last row each byte, and of each column of the others one. Of what is longer than a number, each
    /// thirteenth, so that it takes seconds; each one with `EVERY_BYTE=1` in the environment.
    @Test func everyByteOfEveryColumnCounts() async throws {
        let small = try await small()
        for table in try small.tables {
            for (row, column) in table.cells {
                let bytes = table.rows[row][column].flippable
                let last = row == table.rows.count - 1 ? bytes.upperBound : min(1, bytes.upperBound)
                let step = bytes.count > 9 && !Self.isWhole ? 13 : 1
                for place in stride(from: (row + column) % step, to: last, by: step) {
                    var rows = table.rows
                    rows[row][column] = rows[row][column].flipped(at: place)
                    let isTried = try await small.notices(
                        rows, in: table, "\(table.name).\(table.columns[column]), row \(row), byte \(place)")
                    // Only a rule of the table may forbid it: the one row of the sums has the number 1.
                    #expect(isTried || table.name == "tallies", "\(table.name).\(table.columns[column])")
                }
            }
        }
        #expect(try await small.verify() == [])
    }

    /// A number below zero, or of more bits than any of ours, is nothing that a proof may stumble over.
    @Test func everyNumberThatIsOutOfReachIsNamed() async throws {
        let small = try await small()
        var tried = 0
        for table in try small.tables {
            for (row, column) in table.cells {
                guard case .int64(let number) = table.rows[row][column].storage else { continue }
                for other in [number ^ .min, number ^ (1 << 40), .max, -1] {
                    var rows = table.rows
                    rows[row][column] = other.databaseValue
                    let place = "\(table.name).\(table.columns[column]), row \(row)"
                    let isTried = try await small.notices(rows, in: table, "\(place): \(other)")
                    // Only a rule of the table may forbid it: the one row of the sums has the number 1.
                    #expect(isTried || table.name == "tallies", "\(place): \(other)")
                    tried += isTried ? 1 : 0
                }
            }
        }
        #expect(tried > 0)
        #expect(try await small.verify() == [])
    }

    private static let isWhole = ProcessInfo.processInfo.environment["EVERY_BYTE"] == "1"

    @Test func everyRowThatIsTakenOutIsMissed() async throws {
        let small = try await small()
        for table in try small.tables {
            for row in table.rows.indices {
                var rows = table.rows
                rows.remove(at: row)
                try await small.notices(rows, in: table, "\(table.name), row \(row)")
            }
        }
    }

    @Test func whatTwoRowsExchangeIsNamed() async throws {
        let small = try await small()
        for table in try small.tables {
            for (row, column) in table.cells where row > 0 {
                var rows = table.rows
                (rows[row][column], rows[row - 1][column]) = (rows[row - 1][column], rows[row][column])
                guard Set(rows) != Set(table.rows) else { continue }
                try await small.notices(
                    rows, in: table, "\(table.name).\(table.columns[column]), rows \(row - 1) and \(row)")
            }
        }
    }

    @Test func everyRowThatIsPutBackIsNamed() async throws {
        let small = try await small()
        var changed: Set<String> = []
        for (now, before) in zip(try small.tables, small.before) {
            for old in before.rows where !now.rows.contains(old) {
                changed.insert(now.name)
                let others = now.rows.filter { row in !now.keys.allSatisfy { row[$0] == old[$0] } }
                try await small.notices(others + [old], in: now, "\(now.name), row \(old)")
            }
        }
        let neverChange: Set<String> = ["journal", "looks", "receipts", "keys"]
        #expect(changed == Set(small.before.map(\.name)).subtracting(neverChange))
    }

    /// Who has yesterday's rows has yesterday's sums as well.
    @Test func tablesThatArePutBackWithTheirSumsAreNamed() async throws {
        let small = try await small()
        let both = zip(try small.tables, small.before).map { (table: $0, rows: $1.rows) }
        let sums = try #require(both.first { $0.table.name == "tallies" })
        let changed = both.filter { $0.table.name != "tallies" && Set($0.table.rows) != Set($0.rows) }
        for change in changed where Tally.tables.contains(where: { $0.name == change.table.name }) {
            #expect(try await small.findings(with: [sums, change]) != [], "\(change.table.name)")
        }
        // All of them at once: the receipts of what was done since are missing.
        let all = both.filter { both in
            both.table.name == "tallies" || Tally.tables.contains { $0.name == both.table.name }
        }
        let found = try #require(try await small.findings(with: all))
        #expect(found.contains { if case .missingReceipt = $0 { true } else { false } })
        #expect(try await small.verify() == [])
    }

    /// SQL compares a text to its last byte, where reading it ends at a NUL.
    @Test func whatStandsBehindATextCounts() async throws {
        let small = try await small()
        let data = small.files[0]
        let rules = try data.rules().filter { $0.name.hasPrefix("drafts_tally") }
        for rule in rules { try data.run("DROP TRIGGER \(rule.name)") }
        try data.run("UPDATE drafts SET kind = kind || char(0)")
        for rule in rules { try data.run(rule.made) }
        #expect(try await small.verify() == [.wrongTally(table: "drafts")])
    }

    /// A trigger would have the program write what somebody wants, and sign it.
    @Test(arguments: [
        "CREATE TRIGGER sqliteX BEFORE DELETE ON tokens BEGIN SELECT RAISE(IGNORE); END",
        "CREATE TRIGGER tokens AFTER DELETE ON facts BEGIN SELECT 1; END",
        "CREATE INDEX other ON tokens (account)",
    ])
    func whatIsAddedIsNamedAndNothingIsWrittenWithIt(rule: String) async throws {
        let small = try await small()
        try small.files[0].run(rule)
        let name = rule.split(separator: " ")[2]
        #expect(try await small.verify() == [.wrongObject(String(name))])
        await #expect(throws: StoreTrouble.changed([String(name)])) {
            try await Workspace(home: small.world.home, key: small.world.key, purpose: .office, cost: .tiny)
        }
    }

    /// What is wrong beside the books keeps nobody from the records, and an operator may believe it, on record.
    @Test func whatIsBelievedIsNamedNoMore() async throws {
        let small = try await small()
        let drafts = try #require(try small.tables.first { $0.name == "drafts" })
        #expect(try small.files[0].put([], in: drafts))
        let found = try await small.verify()
        #expect(found == [.wrongTally(table: "drafts")] && found.allSatisfy(\.isBesideTheBooks))

        let opened = try await Workspace(
            home: small.world.home, key: small.world.key, purpose: .office, clock: small.world.clock.clock, cost: .tiny)
        let looks = try opened.store.heads(of: .looks)[1]?.number ?? 0
        try await opened.believeTables()
        #expect(try opened.store.heads(of: .looks)[1]?.number == looks + 1)
        try opened.close()
        #expect(try await small.verify() == [])
    }

    @Test func aRuleThatIsTakenOutOfAFileIsMissed() async throws {
        let small = try await small()
        for file in small.files {
            for (name, kind, made) in try file.rules() {
                try file.run("DROP \(kind) \(name)")
                #expect(try await small.verify() == [.wrongObject(name)])
                try file.run(made)
            }
        }
        #expect(try await small.verify() == [])
    }
}

extension DatabaseValue {
    /// The places of its bytes.
    fileprivate var flippable: Range<Int> {
        switch storage {
        case .blob(let data): data.indices
        case .string(let text): 0..<text.utf8.count
        // The last one stands for the sign.
        case .int64: 0..<9
        case .double, .null: 0..<0
        }
    }

    /// One bit of one byte changed, so that it is still what its column takes.
    fileprivate func flipped(at place: Int) -> DatabaseValue {
        switch storage {
        case .blob(var data):
            data[place] ^= 0x10
            return data.databaseValue
        case .string(let text):
            var bytes = Array(text.utf8)
            bytes[place] ^= 0x01
            return String(decoding: bytes, as: UTF8.self).databaseValue
        case .int64(let number): return (number ^ (place == 8 ? .min : 0x40 << (8 * place))).databaseValue
        case .double, .null: return self
        }
    }
}
