import Casework
import Desk
import Testing

@testable import Spreadsheet

/// Reads a sheet that a test writes down, with semicolons.
struct SheetReading {
    static let head = "Tgl Lapor;Nama Korban;Kronologi;Jenis Kekerasan;Layanan\n"

    struct Read {
        let rows: [SheetRow]
        let passedOver: Int
        let monthFirst: [Int]
    }

    private let spellings: Spellings
    private let today: Day

    init() throws {
        spellings = try .shipped()
        today = try #require(Day(year: 2026, month: 11, day: 24))
    }

    func found(_ text: String) throws -> Columns? {
        HeadingFinder.find(try RecordReaderTests.records(Array(text.utf8), .semicolon), spellings)
    }

    func rows(
        _ text: String, fills: [SheetField: String] = [:], _ change: (inout Columns) -> Void = { _ in }
    ) throws -> Read {
        var columns = try #require(try found(text))
        change(&columns)
        var chunks = [Array(text.utf8)]
        let reader = RecordReader(.semicolon, .utf8) { chunks.popLast() ?? [] }
        var reading = SheetRows(reader, columns, spellings, fills: fills, today: today)
        var rows: [SheetRow] = []
        while let row = try reading.next() { rows.append(row) }
        return Read(rows: rows, passedOver: reading.passedOver, monthFirst: reading.monthFirst)
    }
}
