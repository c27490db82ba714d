import Foundation
import GRDB

/// What the two files of a home show of each other before one of them is made. SQLite takes a file that was emptied for a
/// new one, and throws away the log beside it; a new one in the place of a lost one would hide the loss.
struct HomeFiles {
    /// What a file holds.
    private enum Content {
        case nothing
        /// Tables, and in those that are asked for no row.
        case tables
        case rows
    }

    let home: URL

    /// - Parameter makes: whether a home that holds nothing is to become one.
    /// - Throws: ``StoreTrouble/lost(_:)`` for a file without which the other is no home, ``StoreTrouble/empty``.
    func check(makes: Bool) throws {
        let keys = try content(of: "keys.sqlite", in: ["keys"])
        // Without keys, what was sealed under them; before the first of them nothing is.
        let data = try content(of: "data.sqlite", in: ["journal", "looks", "accounts"])
        if keys == .rows, data == .nothing { throw StoreTrouble.lost("data.sqlite") }
        if data == .rows, keys != .rows { throw StoreTrouble.lost("keys.sqlite") }
        // An office that was begun has an account, and a making that was broken off before goes on by itself.
        if !makes, [keys, data].contains(.nothing) || data != .rows && keys == .rows { throw StoreTrouble.empty }
    }

    private func content(of name: String, in tables: Set<String>) throws -> Content {
        let file = home.appending(path: name).path
        // One without a byte is not opened: SQLite would throw away its log.
        guard let size = try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int, size > 0 else {
            return .nothing
        }
        let database = try DatabaseQueue(path: file, configuration: Store.configuration(isReading: true))
        defer { try? database.close() }
        return try database.read { db in
            let there = try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
            let isFilled = try there.filter(tables.contains).contains { table in
                try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM \(table))") == true
            }
            return there.isEmpty ? .nothing : isFilled ? .rows : .tables
        }
    }
}
