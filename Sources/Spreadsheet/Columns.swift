import Casework

/// The columns of a sheet, and what each was taken for.
package struct Columns: Codable, Hashable, Sendable {
    package struct Column: Codable, Hashable, Sendable {
        package let heading: String
        /// Nil for one that is not brought in.
        package internal(set) var field: SheetField?
        /// What it may be as well as another column that is headed alike: neither is taken until somebody says which.
        package internal(set) var unclear: SheetField?
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
        all = headings.map { heading in
            let heading = String(heading.replacing("\n", with: " ").withoutControls.prefix(Self.longest))
            return Column(heading: heading, field: spellings.field(heading))
        }
        turnRelations(spellings)
        for field in SheetField.allCases where !field.takesSeveral { choose(field) }
    }

    /// "Hubungan dengan korban" beside the alleged is theirs, unless it names the reporter.
    private mutating func turnRelations(_ spellings: Spellings) {
        for place in places(of: .relation) where names(before: place) == .alleged {
            if !spellings.namesReporter(all[place].heading) { all[place].field = .allegedIs }
        }
    }

    /// Where several columns would be the same: the one that follows the name of whom it is about; else the first, unless
    /// they are headed alike.
    private mutating func choose(_ field: SheetField) {
        let places = places(of: field)
        guard places.count > 1 else { return }
        var mine = places
        if let owner = field.owner {
            let theirs = places.filter { names(before: $0) == owner }
            mine = theirs.isEmpty ? places.filter { names(before: $0) == nil } : theirs
        }
        let isAlike = mine.contains { place in all[place].heading.key == all[mine[0]].heading.key && place != mine[0] }
        for place in places { all[place].field = nil }
        guard let first = mine.first, !isAlike else {
            for place in mine.isEmpty ? places : mine { all[place].unclear = field }
            return
        }
        all[first].field = field
    }

    /// Whose name stands nearest before a column.
    private func names(before place: Int) -> SheetField? {
        all[..<place].last { $0.field.map { [.client, .reporter, .alleged].contains($0) } ?? false }?.field
    }

    /// Takes a column for something else; nil leaves it out. Whoever says so knows better than the headings: another
    /// column that was taken for the same is let go, unless several may be.
    package mutating func take(_ column: Int, for field: SheetField?) {
        guard all.indices.contains(column) else { return }
        if let field, !field.takesSeveral {
            for other in all.indices where all[other].field == field { all[other].field = nil }
            for other in all.indices where all[other].unclear == field { all[other].unclear = nil }
        }
        all[column].field = field
        all[column].unclear = nil
    }

    /// The columns with this heading, as people spell it.
    package func places(of heading: String) -> [Int] { all.indices.filter { all[$0].heading.key == heading.key } }

    package func places(of field: SheetField) -> [Int] { all.indices.filter { all[$0].field == field } }

    /// How many fields were found.
    var known: Int { Set(all.compactMap { $0.field ?? $0.unclear }).count }
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
        let first = records.prefix(most)
        let isData = first.map { Self.isData($0, spellings) }
        for (place, record) in first.enumerated() where !record.isBroken && !isData[place] {
            var found = Columns(record.cells, line: record.line, lastLine: record.line, spellings)
            if isData.indices.contains(place + 1), !isData[place + 1] {
                let two = Columns(
                    below(record.cells, records[place + 1].cells), line: record.line,
                    lastLine: records[place + 1].line, spellings)
                // Neither a row of data nor a blank one adds anything to headings.
                let next = Columns(records[place + 1].cells, line: 0, lastLine: 0, spellings)
                if two.known > max(found.known, next.known) { found = two }
            }
            // Words of a row of data may be headings too; what stands further up is the more likely.
            let earlier = best?.known ?? 0
            if earlier < least ? found.known > earlier : found.known > earlier * 2 { best = found }
        }
        return best.flatMap { $0.known >= least ? $0 : nil }
    }

    /// A day is no heading, nor is a number, other than one of several below a heading that was merged over them.
    private static func isData(_ record: SheetRecord, _ spellings: Spellings) -> Bool {
        guard let today = Day(year: 2100, month: 1, day: 1) else { return false }
        let days = DayReader(spellings: spellings, today: today)
        let numbered = record.cells.filter { $0.contains(where: \.isNumber) }
        let isNumber = { (cell: String) in Int(cell.filter { $0 != "." && $0 != "," }) != nil }
        if numbered.contains(where: { !isNumber($0) && (try? days.read($0))?.whole != nil }) { return true }
        return numbered.contains(where: isNumber)
            && Columns(record.cells, line: 0, lastLine: 0, spellings).known < least
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

extension SheetField {
    /// Whose name stands before it, where several people's are in a sheet.
    fileprivate var owner: SheetField? {
        switch self {
        case .sex, .born, .age, .nik, .district: .client
        case .phone: .reporter
        default: nil
        }
    }
}

extension String {
    /// What a terminal obeys and nobody sees is no part of a heading.
    fileprivate var withoutControls: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.filter { ![.control, .format].contains($0.properties.generalCategory) }))
    }
}
