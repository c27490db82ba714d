import Casework
package import Spreadsheet

/// How many rows of a sheet became, or would become, what.
package struct SheetCounts: Sendable, Hashable, Codable {
    /// Rows that tell something.
    package var rows = 0
    package var bad = 0
    /// Brought in before.
    package var already = 0
    /// The same as an earlier row of the sheet.
    package var same = 0
    package var complaints = 0
    package var cases = 0
    /// The cases among them that go on.
    package var openCases = 0
    /// The complaints among them that wait for triage.
    package var waiting = 0
    /// Blank rows, repeated headings, sums.
    package var passedOver = 0
    /// By column: how many cells say something, and how many of these nobody understood.
    package var filled: [Int] = []
    package var misread: [Int] = []
    /// And how many days only a reader understands who puts the month first; nil in what an older program counted.
    package var monthFirst: [Int]?
    /// Rows whose case nobody manages, which is told once for all; nil likewise.
    package var unmanaged: Int?

    package init() {}

    mutating func add(_ told: SheetImport.Told) {
        rows += 1
        if told.isBad { bad += 1 }
        if told.faults.contains(where: \.isOfManager) { unmanaged = (unmanaged ?? 0) + 1 }
        switch told.fate {
        case nil: break
        case .already: already += 1
        case .same: same += 1
        case .complaint(let isCase, let isOpen):
            complaints += 1
            cases += isCase ? 1 : 0
            openCases += isCase && isOpen ? 1 : 0
            waiting += !isCase && isOpen ? 1 : 0
        }
    }
}

/// A whole sheet, read from its beginning: once to check every row, once more to bring the good ones in.
package struct SheetPass: Sendable {
    package let file: SheetFile
    package let columns: Columns
    package let fills: [SheetField: String]
    package let spellings: Spellings
    package let importer: SheetImport

    package init(
        _ file: SheetFile, _ columns: Columns, fills: [SheetField: String], _ spellings: Spellings,
        _ importer: SheetImport
    ) {
        self.file = file
        self.columns = columns
        self.fills = fills
        self.spellings = spellings
        self.importer = importer
    }

    /// The sheet is not what it was when it was checked.
    package struct Changed: Error {}

    /// So many rows are on their way at once: they share durable commits.
    private static let together = 16

    /// Checks every row and writes nothing.
    /// - Parameter each: hears of every row, in their order.
    package func check(_ each: (SheetImport.Told) throws -> Void) async throws -> SheetCounts {
        var counts = SheetCounts()
        try await read { told in
            counts.add(told)
            try each(told)
        } end: { rows in
            counts.passedOver = rows.passedOver
            counts.filled = rows.filled
            counts.misread = rows.misread
            counts.monthFirst = rows.monthFirst
        }
        return counts
    }

    /// Brings in every row that is good; it can be broken off and begun again at any time.
    /// - Parameters:
    ///   - skipsBad: else the first bad row ends it. All were checked before, so the sheet was changed then.
    ///   - each: hears of every row once it is on its way.
    package func write(skipsBad: Bool, _ each: (SheetImport.Told) throws -> Void) async throws -> SheetCounts {
        var counts = SheetCounts()
        try await withThrowingTaskGroup(of: Void.self) { group in
            var underway = 0
            try await read { told in
                guard skipsBad || !told.isBad else { throw Changed() }
                counts.add(told)
                if underway == Self.together {
                    try await group.next()
                    underway -= 1
                }
                underway += 1
                group.addTask { [importer] in try await importer.write(told) }
                try each(told)
            } end: {
                counts.passedOver = $0.passedOver
            }
            try await group.waitForAll()
        }
        return counts
    }

    private func read(
        _ each: (SheetImport.Told) async throws -> Void, end: (SheetRows) -> Void
    ) async throws {
        var rows = try file.rows(columns, spellings, fills: fills, today: Day(importer.desk.clock.now()))
        var seen = SheetImport.Seen()
        while let row = try rows.next() {
            try Task.checkCancellation()
            try await each(try await importer.check(row, &seen))
        }
        end(rows)
    }
}
