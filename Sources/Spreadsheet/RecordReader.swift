import Foundation

/// One row of a sheet as it stands there.
package struct SheetRecord: Sendable {
    /// The line of the file on which it begins, from 1.
    package let line: Int
    /// Trimmed; line ends within a cell are `\n`.
    package let cells: [String]
    /// The cells whose bytes are no text.
    package let notText: Set<Int>
    /// A quote that nobody closes or that swallowed cells, or more than any row has.
    package let isBroken: Bool

    var isBlank: Bool { !isBroken && notText.isEmpty && cells.allSatisfy(\.isEmpty) }
}

/// Reads records as RFC 4180 and Excel write them, from chunks of bytes, with memory for one record. What can't be a
/// record is told by its line, and reading goes on at the next.
package struct RecordReader {
    /// So much no row of an office has: a quote was not closed.
    static let longest = 1 << 17
    static let mostLines = 400

    private let delimiter: UInt8
    private let charset: Charset
    private let more: () throws -> [UInt8]
    private var buffer: [UInt8] = []
    /// Where the next record begins.
    private var start = 0
    private var line = 1
    private var isAtEnd = false
    private var hasBegun = false
    /// How many records had so many cells, and how many cells most had.
    private var widths: [Int: Int] = [:]
    private var width = 0
    /// Before so many are alike, the first may be titles.
    private static let enoughAlike = 3

    /// - Parameter more: the next bytes; empty at the end.
    package init(_ delimiter: Delimiter, _ charset: Charset, _ more: @escaping () throws -> [UInt8]) {
        self.delimiter = delimiter.byte
        self.charset = charset
        self.more = more
    }

    /// Nil at the end.
    /// - Throws: what reading the bytes threw.
    package mutating func next() throws -> SheetRecord? {
        if !hasBegun { try begin() }
        if start > Self.longest {
            buffer.removeFirst(start)
            start = 0
        }
        guard try byte(start) != nil else { return nil }
        return try record() ?? broken()
    }

    /// Passes over the mark and over Excel's word for the delimiter.
    private mutating func begin() throws {
        hasBegun = true
        _ = try byte(16)
        if buffer.starts(with: Charset.mark) { start = Charset.mark.count }
        guard Delimiter.said(in: buffer) != nil else { return }
        while let byte = try byte(start), byte != newline, byte != carriage { start += 1 }
        guard try byte(start) != nil else { return }
        start += try lineEnd(start)
        line += 1
    }

    private let quote = UInt8(ascii: "\"")
    private let newline = UInt8(ascii: "\n")
    private let carriage = UInt8(ascii: "\r")

    private mutating func byte(_ place: Int) throws -> UInt8? {
        while place >= buffer.count, !isAtEnd {
            let chunk = try more()
            isAtEnd = chunk.isEmpty
            buffer += chunk
        }
        return place < buffer.count ? buffer[place] : nil
    }

    /// How many bytes end a line here: `\r\n`, `\n` or `\r`.
    private mutating func lineEnd(_ place: Int) throws -> Int {
        try byte(place) == carriage && byte(place + 1) == newline ? 2 : 1
    }

    /// Nil for what is none; nothing was consumed then.
    private mutating func record() throws -> SheetRecord? {
        var (place, line) = (start, self.line)
        var cells: [String] = []
        var notText: Set<Int> = []
        var cell: [UInt8] = []
        var isQuoted = false
        var wasQuoted = false
        var quoted: [QuotedCell] = []
        // Words behind a closing quote: it closed something else, and what it took in were cells.
        var isLoose = false
        var hasWords = false
        func end() {
            if wasQuoted, let found = QuotedCell(cell, delimiter) {
                quoted.append(found)
                isLoose = isLoose || hasWords
            }
            hasWords = false
            if let text = charset.text(cell) {
                cells.append(text.cellText)
            } else {
                notText.insert(cells.count)
                cells.append("")
            }
            cell.removeAll(keepingCapacity: true)
            wasQuoted = false
        }
        while true {
            guard place - start <= Self.longest, line - self.line <= Self.mostLines else { return nil }
            guard let byte = try byte(place) else {
                if isQuoted { return nil }
                break
            }
            if isQuoted {
                if byte == quote {
                    let isDoubled = try self.byte(place + 1) == quote
                    if isDoubled { cell.append(quote) } else { isQuoted = false }
                    place += isDoubled ? 2 : 1
                } else if byte == newline || byte == carriage {
                    cell.append(newline)
                    place += try lineEnd(place)
                    line += 1
                } else {
                    cell.append(byte)
                    place += 1
                }
            } else if byte == delimiter {
                end()
                place += 1
            } else if byte == newline || byte == carriage {
                place += try lineEnd(place)
                line += 1
                break
            } else if byte == quote, cell.isEmpty, !wasQuoted, try !isDitto(place) {
                isQuoted = true
                wasQuoted = true
                place += 1
            } else {
                hasWords = hasWords || wasQuoted && byte != UInt8(ascii: " ")
                cell.append(byte)
                place += 1
            }
        }
        end()
        let known = widths[width, default: 0] < Self.enoughAlike ? nil : width
        guard !isLoose, !quoted.contains(where: { $0.isMelted(cells.count, known) }) else { return nil }
        if cells.count > 1 { count(cells.count) }
        defer { (start, self.line) = (place, line) }
        return SheetRecord(line: self.line, cells: cells, notText: notText, isBroken: false)
    }

    private mutating func count(_ cells: Int) {
        widths[cells, default: 0] += 1
        if widths[cells, default: 0] > widths[width, default: 0] { width = cells }
    }

    /// A quote that is a whole cell, as people write "the same": no cell begins with a tab, so it opens none.
    private mutating func isDitto(_ place: Int) throws -> Bool {
        try delimiter == UInt8(ascii: "\t") && byte(place + 1) == delimiter
    }

    /// Goes on at the next line.
    private mutating func broken() throws -> SheetRecord {
        let record = SheetRecord(line: line, cells: [], notText: [], isBroken: true)
        while let byte = try byte(start), byte != newline, byte != carriage {
            start += 1
            if start > Self.longest {
                buffer.removeFirst(start)
                start = 0
            }
        }
        guard try byte(start) != nil else { return record }
        start += try lineEnd(start)
        line += 1
        return record
    }
}

extension String {
    /// Without what nobody sees at its ends; a no-break space is a space, and what joins or marks is nothing.
    var cellText: String {
        let plain =
            unicodeScalars.contains { $0 == "\u{a0}" || $0 == "\u{200b}" || $0 == "\u{feff}" }
            ? replacing("\u{a0}", with: " ").replacing("\u{200b}", with: "").replacing("\u{feff}", with: "") : self
        return String(plain.trimmed)
    }

    private var trimmed: Substring {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest
    }
}
