import Foundation
import GRDB

/// A table as it was read.
struct Table {
    let file: String
    let name: String
    let columns: [String]
    /// The places of the columns that tell its rows apart.
    let keys: [Int]
    let rows: [[DatabaseValue]]

    /// Row and column of each value.
    var cells: [(Int, Int)] { rows.indices.flatMap { row in columns.indices.map { (row, $0) } } }
}

/// One of a home's files in the hands of somebody who has other tools.
struct OpenedFile {
    let name: String
    private let database: DatabaseQueue

    init(_ name: String, in home: URL) throws {
        self.name = name
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        database = try DatabaseQueue(path: home.appending(path: name).path, configuration: configuration)
        try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = OFF") }
    }

    func run(_ statement: String) throws { try database.write { try $0.execute(sql: statement) } }

    func tables() throws -> [Table] {
        try database.read { db in
            try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").map {
                name in
                let columns = try GRDB.Row.fetchAll(db, sql: "SELECT name, pk FROM pragma_table_info('\(name)')")
                return Table(
                    file: self.name, name: name, columns: columns.map { $0["name"] },
                    keys: columns.indices.filter { columns[$0]["pk"] > 0 },
                    rows: try GRDB.Row.fetchAll(db, sql: "SELECT * FROM \(name)").map { Array($0.databaseValues) })
            }
        }
    }

    /// Puts rows in the place of a table's, past its triggers; false where a rule of the table forbids them.
    func put(_ rows: [[DatabaseValue]], in table: Table) throws -> Bool {
        do {
            try database.write { db in
                let triggers = try Self.rules("type = 'trigger' AND tbl_name = '\(table.name)'", db)
                for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger.name)") }
                try db.execute(sql: "DELETE FROM \(table.name)")
                let places = table.columns.map { _ in "?" }.joined(separator: ", ")
                for row in rows {
                    try db.execute(
                        sql: "INSERT INTO \(table.name) VALUES (\(places))", arguments: StatementArguments(row))
                }
                for trigger in triggers { try db.execute(sql: trigger.made) }
            }
            return true
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT { return false }
    }

    /// What makes sure of something: triggers and indexes.
    func rules() throws -> [(name: String, kind: String, made: String)] {
        try database.read { try Self.rules("type IN ('trigger', 'index') AND sql IS NOT NULL", $0) }
    }

    private static func rules(
        _ which: String, _ db: Database
    ) throws -> [(name: String, kind: String, made: String)] {
        try GRDB.Row.fetchAll(db, sql: "SELECT name, type, sql FROM sqlite_schema WHERE \(which)").map {
            ($0["name"], $0["type"], $0["sql"])
        }
    }
}
