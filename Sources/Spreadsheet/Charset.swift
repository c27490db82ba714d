/// How the bytes of a sheet are letters. Both have ASCII in common, so a sheet is cut into cells before it is read.
package enum Charset: String, CaseIterable, Sendable {
    case utf8 = "utf-8"
    case windows1252 = "windows-1252"

    /// What Excel puts before UTF-8, and only then.
    static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Nil for bytes that are no text: broken UTF-8, and the five bytes that Windows-1252 leaves undefined (WHATWG
    /// Encoding makes control characters of them; a sheet that has them was not written in it).
    func text(_ bytes: some Collection<UInt8>) -> String? {
        switch self {
        case .utf8: return String(validating: bytes, as: UTF8.self)
        case .windows1252:
            var text = String.UnicodeScalarView()
            for byte in bytes {
                guard let scalar = Self.scalar(byte) else { return nil }
                text.append(scalar)
            }
            return String(text)
        }
    }

    private static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
        guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
        return high[Int(byte) - 0x80].flatMap { Unicode.Scalar($0) }
    }

    private static let high: [UInt32?] = [
        0x20AC, nil, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, nil,
        0x017D, nil, nil, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, nil, 0x017E, 0x0178,
    ]
}

/// Finds out how a sheet is written, chunk by chunk: what begins with the mark is UTF-8, and what is UTF-8 throughout;
/// anything else is Windows-1252, as Excel saves where nobody asks. A stray byte or two in what is else UTF-8 makes no
/// Windows-1252 of it: its row is bad, the others stay what they are.
package struct CharsetGuess: Sendable {
    private var head: [UInt8] = []
    private var letters = 0
    private var strays = 0
    /// How many more bytes the letter has.
    private var awaited = 0

    package init() {}

    package mutating func read(_ chunk: some Sequence<UInt8>) {
        for byte in chunk {
            if head.count < 4 { head.append(byte) }
            if byte < 0x80, awaited == 0 { continue }
            read(byte)
        }
    }

    private mutating func read(_ byte: UInt8) {
        if awaited > 0, byte & 0xC0 == 0x80 {
            awaited -= 1
            if awaited == 0 { letters += 1 }
            return
        }
        if awaited > 0 { strays += 1 }
        switch byte {
        case 0xC2...0xDF: awaited = 1
        case 0xE0...0xEF: awaited = 2
        case 0xF0...0xF4: awaited = 3
        default:
            awaited = 0
            if byte >= 0x80 { strays += 1 }
        }
    }

    package var charset: Charset {
        if head.starts(with: Charset.mark) { return .utf8 }
        return strays + min(awaited, 1) > letters ? .windows1252 : .utf8
    }

    /// What Excel calls Unicode text, with its mark or without: every other byte is nought.
    package var isUTF16: Bool {
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return true }
        let noughts = head.map { $0 == 0 }
        return noughts == [false, true, false, true] || noughts == [true, false, true, false]
    }

    /// A workbook, of today or of old.
    package var isNoText: Bool {
        head.starts(with: Array("PK".utf8) + [3]) || head.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    }
}
