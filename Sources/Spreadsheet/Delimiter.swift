/// What stands between two cells.
package enum Delimiter: String, CaseIterable, Sendable {
    case semicolon, comma, tab

    var byte: UInt8 {
        switch self {
        case .semicolon: UInt8(ascii: ";")
        case .comma: UInt8(ascii: ",")
        case .tab: UInt8(ascii: "\t")
        }
    }

    /// How much of a sheet is looked at to tell.
    package static let sample = 1 << 16

    /// The one that cuts the most rows into equally many cells. Commas in a story cut each row otherwise.
    package static func guess(_ sample: [UInt8]) throws -> Delimiter {
        if let said = Self.said(in: sample) { return said }
        return try allCases.max { try weight($0, sample) < weight($1, sample) } ?? .comma
    }

    /// Excel's own word for it, in a first line such as `sep=;`.
    static func said(in sample: [UInt8]) -> Delimiter? {
        let bare = sample.starts(with: Charset.mark) ? sample.dropFirst(Charset.mark.count) : sample[...]
        guard bare.prefix(4).elementsEqual("sep=".utf8), let byte = bare.dropFirst(4).first else { return nil }
        return allCases.first { $0.byte == byte }
    }

    private static func weight(_ delimiter: Delimiter, _ sample: [UInt8]) throws -> Int {
        var chunks = [sample]
        var reader = RecordReader(delimiter, .windows1252) { chunks.popLast() ?? [] }
        var rows: [Int: Int] = [:]
        while let record = try reader.next() {
            rows[record.cells.count, default: 0] += 1
        }
        rows[0] = nil
        rows[1] = nil
        return rows.map { $0.key * $0.value }.max() ?? 0
    }
}
