package import Casework

/// Reads a sheet's rows one by one, with memory for two: blank lines, titles, repeated headings and the sums at the foot are
/// passed over, and what belongs to the row above is put there.
package struct SheetRows {
    private var reader: RecordReader
    let cells: CellReader
    let columns: Columns
    /// What is taken where a row says nothing, as a cell would say it.
    let fills: [SheetField: String]
    /// That of the row above; nil where nobody knows it.
    var day: String?
    private var pending: SheetRow?
    private var isAtFoot = false
    /// A title or a sum stands above the next row.
    private var isApart = false
    /// What was passed over below the sums, until a row comes with which it is told.
    private var below: [(line: Int, note: SheetRow.Note)] = []
    /// How many cells of each column say something, and how many of these nobody understood.
    package internal(set) var filled: [Int]
    package internal(set) var misread: [Int]
    /// How many days of each column only a reader understands who puts the month first.
    package internal(set) var monthFirst: [Int]
    /// How many rows were blank, headings or sums.
    package private(set) var passedOver = 0

    /// - Parameters:
    ///   - today: no year of two digits lies after it.
    package init(
        _ reader: RecordReader, _ columns: Columns, _ spellings: Spellings, fills: [SheetField: String], today: Day
    ) {
        self.reader = reader
        self.columns = columns
        self.fills = fills
        cells = CellReader(spellings: spellings, today: today)
        filled = columns.all.map { _ in 0 }
        misread = filled
        monthFirst = filled
    }

    /// Nil at the end.
    /// - Throws: what reading the bytes threw.
    package mutating func next() throws -> SheetRow? {
        while let record = try reader.next() {
            guard record.line > columns.lastLine else { continue }
            guard isRow(record) else {
                passedOver += 1
                continue
            }
            var row = read(record)
            row.isApart = isApart
            isApart = false
            guard let above = pending else {
                pending = row
                continue
            }
            if let joined = join(row, to: above) {
                pending = joined
            } else {
                pending = row
                return ended(above)
            }
        }
        guard let last = pending else { return nil }
        pending = nil
        return ended(last)
    }

    private mutating func ended(_ row: SheetRow) -> SheetRow {
        var row = finished(row)
        row.notes += below
        below = []
        return row
    }

    // MARK: what is a row

    private mutating func isRow(_ record: SheetRecord) -> Bool {
        // What can't be read may be anybody, wherever it stands.
        if record.isBroken || !record.notText.isEmpty { return true }
        let told = told(record)
        if isFoot(record) {
            isAtFoot = true
            isApart = true
            return false
        }
        // Below the sums stand places, dates and signatures, and at times the next month.
        if isAtFoot {
            isAtFoot = !hasDay(record) && !isSomebody(record)
            if isAtFoot {
                if !told.isEmpty, below.count < Self.mostBelow { below.append((record.line, .belowSums)) }
                return false
            }
        }
        if told.isEmpty && record.cells.count <= columns.all.count {
            if isTitle(record) { isApart = true }
            return false
        }
        return !isHeadings(record, told)
    }

    /// So many rows below a sum are told by their lines before the next row.
    private static let mostBelow = 50

    private func told(_ record: SheetRecord) -> [Int] {
        columns.all.indices.filter { place in
            columns.all[place].field != nil && record.cells.indices.contains(place) && !record.cells[place].isEmpty
        }
    }

    /// The name of a month or a part, alone before the columns that are read or where nothing is headed: no cell is merged
    /// across it. A further line of a remark is none.
    private func isTitle(_ record: SheetRecord) -> Bool {
        let told = record.cells.indices.filter { !record.cells[$0].isEmpty }
        guard told.count == 1, let place = told.first, record.cells[place].contains(where: \.isLetter) else {
            return false
        }
        let first = columns.all.firstIndex { $0.field != nil } ?? 0
        return place < first || !columns.all.indices.contains(place) || columns.all[place].heading.isEmpty
    }

    /// Each printed page of a register may begin with them again, and under them stand the numbers of the columns.
    private func isHeadings(_ record: SheetRecord, _ told: [Int]) -> Bool {
        let numbers = record.cells.filter { !$0.isEmpty }.map { Int($0.key) }
        if numbers.count >= HeadingFinder.least, numbers.first == 1, numbers == numbers.indices.map({ $0 + 1 }) {
            return true
        }
        let same = told.count { place in
            let (cell, heading) = (record.cells[place].key, columns.all[place].heading.key)
            return cell == heading || heading.hasSuffix(" " + cell)
        }
        return same >= HeadingFinder.least && same * 2 > told.count
    }

    /// A line of sums begins with one of its words, and tells nothing but figures.
    private func isFoot(_ record: SheetRecord) -> Bool {
        guard let first = record.cells.first(where: { !$0.isEmpty }) else { return false }
        return isSum(first.key) && !hasDay(record) && !isSomebody(record)
    }

    private func isSum(_ key: String) -> Bool {
        cells.spellings.totals.contains { key == $0 || key.hasPrefix($0 + " ") }
    }

    /// Whether it tells a name, a form or a story in words, and enough beside it, or what may be meant as a day:
    /// signatures stand alone, or two in a row.
    private func isSomebody(_ record: SheetRecord) -> Bool {
        let first = record.cells.firstIndex { !$0.isEmpty }
        let told = told(record).filter { $0 != first || !isSum(record.cells[$0].key) }
        let named = told.contains { place in
            guard let field = columns.all[place].field, [.client, .forms, .what].contains(field) else { return false }
            return record.cells[place].first { $0.isLetter || $0.isNumber }?.isLetter == true
        }
        let isOfForm = told.contains { place in
            columns.all[place].field == .forms && cells.codes(record.cells[place], of: ViolenceForm.list) != nil
        }
        if isOfForm, told.contains(where: { columns.all[$0].field == .client }) { return true }
        let isDated = told.contains { place in
            let cell = record.cells[place]
            return columns.all[place].field == .received && cell.contains(where: \.isNumber)
                && !cells.days.isBelowAPlace(cell)
        }
        return named && told.count > (isDated || columns.known <= 4 ? 1 : 2)
    }

    /// A day that stands alone: "Batam, 31 Desember 2023" stands above a signature.
    private func hasDay(_ record: SheetRecord) -> Bool {
        columns.places(of: .received).contains { place in
            guard record.cells.indices.contains(place), !cells.days.isBelowAPlace(record.cells[place]) else {
                return false
            }
            return (try? cells.read(record.cells[place], as: .received))?.isEmpty == false
        }
    }
}
