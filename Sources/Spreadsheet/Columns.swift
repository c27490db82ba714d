/// The columns of a sheet, and what each was taken for.
package struct Columns: Codable, Hashable, Sendable {
    package struct Column: Codable, Hashable, Sendable {
        package let heading: String
        /// Nil for one that is not brought in.
        package internal(set) var field: SheetField?
    }

    package private(set) var all: [Column]
    /// The line on which the headings stand, and the last of them.
    package let line: Int
    package let lastLine: Int

    /// So long a heading is shown; what is longer is a title or a story.
    static let longest = 80

    init(_ headings: [String], line: Int, lastLine: Int, _ spellings: Spellings) {
        self.line = line
        self.lastLine = lastLine
        all = []
        var taken: Set<SheetField> = []
        for heading in headings {
            let heading = String(heading.replacing("\n", with: " ").prefix(Self.longest))
            var field = spellings.field(heading)
            if let found = field, !found.takesSeveral, !taken.insert(found).inserted { field = nil }
            all.append(Column(heading: heading, field: field))
        }
    }

    /// Takes a column for something else; nil leaves it out. Whoever says so knows better than the headings: another
    /// column that was taken for the same is let go, unless several may be.
    package mutating func take(_ column: Int, for field: SheetField?) {
        guard all.indices.contains(column) else { return }
        if let field, !field.takesSeveral {
            for other in all.indices where all[other].field == field { all[other].field = nil }
        }
        all[column].field = field
    }

    /// The columns with this heading, as people spell it.
    package func places(of heading: String) -> [Int] { all.indices.filter { all[$0].heading.key == heading.key } }

    package func places(of field: SheetField) -> [Int] { all.indices.filter { all[$0].field == field } }

    /// How many fields were found.
    var known: Int { Set(all.compactMap(\.field)).count }
}

/// Finds the headings below the titles that stand above them.
package enum HeadingFinder {
    /// So many rows may stand above.
    package static let most = 40
    /// Fewer columns that are known make no headings.
    package static let least = 3

    /// - Parameter records: the first of the sheet.
    /// - Returns: nil where no row has headings.
    package static func find(_ records: [SheetRecord], _ spellings: Spellings) -> Columns? {
        var best: Columns?
        for (place, record) in records.prefix(most).enumerated() where !record.isBroken {
            let alone = Columns(record.cells, line: record.line, lastLine: record.line, spellings)
            if alone.known > best?.known ?? 0 { best = alone }
            guard records.indices.contains(place + 1) else { continue }
            let two = Columns(
                below(record.cells, records[place + 1].cells), line: record.line, lastLine: records[place + 1].line,
                spellings)
            // Neither a row of data nor a blank one adds anything to headings.
            let next = Columns(records[place + 1].cells, line: 0, lastLine: 0, spellings)
            if two.known > max(best?.known ?? 0, next.known) { best = two }
        }
        return best.flatMap { $0.known >= least ? $0 : nil }
    }

    /// "Korban" above "Nama", "Umur" and "L/P": a heading that was merged over several columns.
    private static func below(_ above: [String], _ below: [String]) -> [String] {
        var group = ""
        return (0..<max(above.count, below.count)).map { place in
            if above.indices.contains(place), !above[place].isEmpty { group = above[place] }
            let name = below.indices.contains(place) ? below[place] : ""
            if name.isEmpty { return above.indices.contains(place) ? above[place] : "" }
            return [group, name].filter { !$0.isEmpty }.joined(separator: " ")
        }
    }
}
