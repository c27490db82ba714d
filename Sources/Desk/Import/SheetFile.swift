package import Casework
package import Foundation
package import Spreadsheet

/// A sheet that can be read from its beginning as often as one likes, in bounded memory: a file, or bytes.
package struct SheetFile: Sendable {
    package enum Trouble: Error, Hashable, Sendable {
        /// Another format than text: a workbook.
        case noText
        /// What Excel calls Unicode text: two bytes for each letter.
        case utf16
        /// No row looks like headings.
        case noHeadings
        /// Wider than any register; every column is a line of the page.
        case tooManyColumns
    }

    /// So many columns a sheet may have.
    package static let mostColumns = 200

    package let charset: Charset
    package let delimiter: Delimiter
    package let bytes: Int
    private let open: @Sendable () throws -> Chunks

    /// The next bytes; none at the end.
    private typealias Chunks = () throws -> [UInt8]

    static let chunk = 1 << 16

    package init(_ file: URL, charset: Charset? = nil, delimiter: Delimiter? = nil) throws {
        try self.init(charset: charset, delimiter: delimiter) {
            let handle = try FileHandle(forReadingFrom: file)
            return { try handle.read(upToCount: Self.chunk).map { Array($0) } ?? [] }
        }
    }

    package init(_ workbook: Workbook) throws { try self.init(try workbook.csv(), .utf8, .comma) }

    package init(_ data: Data, _ charset: Charset? = nil, _ delimiter: Delimiter? = nil) throws {
        try self.init(charset: charset, delimiter: delimiter) {
            var rest = data[...]
            return {
                defer { rest = rest.dropFirst(Self.chunk) }
                return Array(rest.prefix(Self.chunk))
            }
        }
    }

    private init(
        charset: Charset?, delimiter: Delimiter?, _ open: @escaping @Sendable () throws -> Chunks
    ) throws {
        self.open = open
        let next = try open()
        var guess = CharsetGuess()
        var sample: [UInt8] = []
        var bytes = 0
        while case let chunk = try next(), !chunk.isEmpty {
            guess.read(chunk)
            bytes += chunk.count
            if sample.count < Delimiter.sample { sample += chunk.prefix(Delimiter.sample - sample.count) }
        }
        guard !guess.isUTF16 else { throw Trouble.utf16 }
        guard !guess.isNoText else { throw Trouble.noText }
        self.charset = charset ?? guess.charset
        self.delimiter = try delimiter ?? .guess(sample)
        self.bytes = bytes
    }

    private func records() throws -> RecordReader { RecordReader(delimiter, charset, try open()) }

    /// - Throws: ``Trouble/noHeadings``, ``Trouble/tooManyColumns``.
    package func columns(_ spellings: Spellings) throws -> Columns {
        var reader = try records()
        var first: [SheetRecord] = []
        while first.count <= HeadingFinder.most, let record = try reader.next() { first.append(record) }
        let widest = first.compactMap { $0.cells.lastIndex { !$0.isEmpty } }.max() ?? 0
        guard widest < Self.mostColumns else { throw Trouble.tooManyColumns }
        guard let columns = HeadingFinder.find(first, spellings) else { throw Trouble.noHeadings }
        return columns
    }

    /// Whether there are more records than so many, titles and blank lines among them; nothing in them is looked at.
    package func holds(moreThan limit: Int) throws -> Bool {
        var reader = try records()
        var count = 0
        while try count <= limit && reader.next() != nil { count += 1 }
        return count > limit
    }

    package func rows(
        _ columns: Columns, _ spellings: Spellings, fills: [SheetField: String], today: Day
    ) throws -> SheetRows {
        SheetRows(try records(), columns, spellings, fills: fills, today: today)
    }
}
