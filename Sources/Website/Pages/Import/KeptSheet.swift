import Casework
import Desk
import Foundation
import Spreadsheet

/// A sheet between its steps, as a worker's draft keeps it: sealed, for a day. Once it was brought in, only the counts are
/// left of it.
struct KeptSheet: Codable {
    var name: String
    var bytes: Data
    var columns: Columns
    /// What is taken where a row says nothing.
    var fills: [String: String] = [:]
    var manager: String?
    var done: SheetCounts?

    /// So many rows a page takes; the command line takes more.
    static let mostRows = 2_000
    /// With the titles, blank lines and sums around them.
    static let mostRecords = mostRows + 100

    init(name: String, bytes: Data, columns: Columns) {
        self.name = name
        self.bytes = bytes
        self.columns = columns
    }

    /// The questions that a whole register may answer alike.
    static let filled: [SheetField] = [.channel, .outcome]

    var fillsByField: [SheetField: String] {
        var fills: [SheetField: String] = [:]
        for (name, text) in self.fills where !text.isEmpty {
            if let field = SheetField(rawValue: name) { fills[field] = text }
        }
        return fills
    }

    /// What the page posted: a select for each column, and the answers for all rows.
    mutating func choose(_ posted: Posted) {
        var chosen: [(place: Int, field: SheetField?)] = []
        for place in columns.all.indices {
            guard let said = posted.values["column-\(place)"]?.first else { continue }
            chosen.append((place, SheetField(rawValue: said)))
        }
        let changed = chosen.filter { columns.all[$0.place].field != $0.field }
        // What is let go first, so that two columns can change places.
        for column in changed { columns.take(column.place, for: nil) }
        for column in changed where column.field != nil { columns.take(column.place, for: column.field) }
        for field in Self.filled { fills[field.rawValue] = posted.first("fill-\(field.rawValue)") }
        manager = posted.first("manager")
    }
}
