package import Foundation

/// An id that knows what it identifies.
package struct ID<Of>: Hashable, Sendable, Codable, CustomStringConvertible {
    package let value: UUID

    package init(_ value: UUID = .random()) { self.value = value }

    package init?(_ text: some StringProtocol) {
        guard let value = UUID(text: String(text)) else { return nil }
        self.value = value
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = UUID(text: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no id")
        }
        self.value = value
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }

    package var description: String { value.text }
}

/// Foundation makes an id from a file of the kernel's that it opens each time, and reads and writes one by the C library's
/// `scanf` and `printf`. A page of links and a journal of entries spend more on that than on their words.
extension UUID {
    /// A random one (version 4, RFC 9562).
    package static func random() -> UUID {
        var generator = SystemRandomNumberGenerator()
        var bytes = (generator.next(), generator.next())
        return withUnsafeMutableBytes(of: &bytes) { bytes in
            bytes[6] = bytes[6] & 0x0F | 0x40
            bytes[8] = bytes[8] & 0x3F | 0x80
            return UUID(uuid: bytes.loadUnaligned(as: uuid_t.self))
        }
    }

    /// Reads what ``text`` and `uuidString` say, and nothing else.
    package init?(text: String) {
        var text = text
        guard let id = text.withUTF8({ UUID(utf8: $0) }) else { return nil }
        self = id
    }

    init?(utf8: some RandomAccessCollection<UInt8>) {
        guard utf8.count == 36 else { return nil }
        var id: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        let isOne = withUnsafeMutableBytes(of: &id) { bytes in
            var digits = 0
            for (place, letter) in utf8.enumerated() {
                if Self.dashes.contains(place) {
                    guard letter == UInt8(ascii: "-") else { return false }
                    continue
                }
                guard let digit = Self.digit(letter) else { return false }
                bytes[digits / 2] = bytes[digits / 2] << 4 | digit
                digits += 1
            }
            return true
        }
        guard isOne else { return nil }
        self.init(uuid: id)
    }

    private static let dashes = [8, 13, 18, 23]

    private static func digit(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): letter - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): letter - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): letter - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// In lower case, as addresses, JSON and answers name it.
    package var text: String {
        let digits: StaticString = "0123456789abcdef"
        return withUnsafeBytes(of: uuid) { bytes in
            String(unsafeUninitializedCapacity: 36) { text in
                var place = 0
                for (index, byte) in bytes.enumerated() {
                    if [4, 6, 8, 10].contains(index) {
                        text[place] = UInt8(ascii: "-")
                        place += 1
                    }
                    text[place] = digits.utf8Start[Int(byte >> 4)]
                    text[place + 1] = digits.utf8Start[Int(byte & 15)]
                    place += 2
                }
                return place
            }
        }
    }
}
