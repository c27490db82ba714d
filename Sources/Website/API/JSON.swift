import Casework
import Foundation

/// A JSON text (RFC 8259), written straight into bytes: what a value is said by is what is sent.
struct JSON: Sendable, Hashable {
    private(set) var bytes: [UInt8]

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    static let null = JSON(Array("null".utf8))

    init(_ value: Int) { bytes = Array(String(value).utf8) }
    init(_ value: Bool) { bytes = Array((value ? "true" : "false").utf8) }

    init(_ text: String) {
        bytes = []
        bytes.reserveCapacity(text.utf8.count + 2)
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 { Self.write(byte, to: &bytes) }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Only quotes, backslashes and control characters must be escaped; everything else stands as it is, in UTF-8.
    private static func write(_ byte: UInt8, to bytes: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        case 0..<0x20:
            let digits = Array("0123456789abcdef".utf8)
            bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        default: bytes.append(byte)
        }
    }

    /// In UTC, to the second.
    init(_ instant: Date) { self.init(instant.formatted(.iso8601)) }
    init(_ id: UUID) { self.init(id.text) }

    static func array(_ items: some Sequence<JSON>) -> JSON {
        joined(items.map(\.bytes), between: UInt8(ascii: "["), UInt8(ascii: "]"))
    }

    /// Members in their order; one without a value is left out.
    static func object(_ members: [(String, JSON?)]) -> JSON {
        let written = members.compactMap { name, value in
            value.map { JSON(name).bytes + [UInt8(ascii: ":")] + $0.bytes }
        }
        return joined(written, between: UInt8(ascii: "{"), UInt8(ascii: "}"))
    }

    private static func joined(_ parts: [[UInt8]], between open: UInt8, _ close: UInt8) -> JSON {
        var bytes = [open]
        bytes.reserveCapacity(parts.reduce(parts.count + 2) { $0 + $1.count })
        for (place, part) in parts.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += part
        }
        bytes.append(close)
        return JSON(bytes)
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    init(stringLiteral text: String) { self.init(text) }
    init(integerLiteral value: Int) { self.init(value) }
    init(booleanLiteral value: Bool) { self.init(value) }
}

extension JSON: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    init(arrayLiteral items: JSON...) { self = .array(items) }
    init(dictionaryLiteral members: (String, JSON?)...) { self = .object(members) }
}
