import Casework
import Foundation

/// A JSON text (RFC 8259), written straight into bytes: what a value is said by is what is sent.
struct JSON: Sendable, Hashable {
    private(set) var bytes: [UInt8] = []

    static let null = JSON { $0.bytes += "null".utf8 }

    /// What is written by this.
    init(_ write: (inout JSON) throws -> Void) rethrows { try write(&self) }

    init(_ value: Int) { write(value) }
    init(_ value: Bool) { write(value) }
    init(_ text: String) { write(text) }
    /// In UTC, to the second.
    init(_ instant: Date) { write(instant) }
    init(_ id: UUID) { write(id) }

    static func array(_ items: some Sequence<JSON>) -> JSON { JSON { $0.list(items) { $1.write($0) } } }

    /// Members in their order; one without a value is left out.
    static func object(_ members: [(String, JSON?)]) -> JSON {
        JSON { json in
            json.object { json in
                for (name, value) in members {
                    guard let value else { continue }
                    json.member(JSON(name))
                    json.write(value)
                }
            }
        }
    }

    // MARK: writing

    mutating func write(_ value: Int) { bytes += String(value).utf8 }
    mutating func write(_ value: Bool) { bytes += (value ? "true" : "false").utf8 }
    mutating func write(_ instant: Date) { write(instant.formatted(.iso8601)) }
    mutating func write(_ id: UUID) { write(id.text) }
    mutating func write(_ json: JSON) { bytes += json.bytes }

    /// Only quotes, backslashes and control characters must be escaped; everything else stands as it is, in UTF-8.
    mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            var rest = utf8[...]
            // What needs no escape goes in as one piece, and that is nearly everything.
            while let special = rest.firstIndex(where: Self.isSpecial) {
                bytes += rest[..<special]
                escape(rest[special])
                rest = rest[(special + 1)...]
            }
            bytes += rest
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func escape(_ byte: UInt8) {
        guard byte < 0x20 else {
            bytes += [UInt8(ascii: "\\"), byte]
            return
        }
        let digits = Array("0123456789abcdef".utf8)
        bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    mutating func list<Item>(_ items: some Sequence<Item>, _ write: (Item, inout JSON) throws -> Void) rethrows {
        bytes.append(UInt8(ascii: "["))
        for item in items {
            separate()
            try write(item, &self)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    mutating func object(_ members: (inout JSON) throws -> Void) rethrows {
        bytes.append(UInt8(ascii: "{"))
        try members(&self)
        bytes.append(UInt8(ascii: "}"))
    }

    /// The name of a member, whose value is written next.
    mutating func member(_ name: JSON) {
        separate()
        write(name)
        bytes.append(UInt8(ascii: ":"))
    }

    /// Between two of a list, or of an object.
    private mutating func separate() {
        if let last = bytes.last, last != UInt8(ascii: "["), last != UInt8(ascii: "{") {
            bytes.append(UInt8(ascii: ","))
        }
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
