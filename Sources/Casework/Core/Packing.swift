import Foundation

/// Values as bytes, one after the other, in an order that both sides know: no names and no gaps, so that a hundred
/// thousand of them are read in a breath. What is kept so can be made again from the journal.
///
/// Numbers are as short as they are small (LEB128, the sign last); a text has its length before it, a list its count.
struct Packing {
    private(set) var bytes: [UInt8] = []

    mutating func put(_ number: Int) {
        var rest = UInt(bitPattern: number << 1 ^ number >> (Int.bitWidth - 1))
        while rest > 0x7f {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func put(_ text: String) {
        put(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func put(_ id: UUID) { withUnsafeBytes(of: id.uuid) { bytes.append(contentsOf: $0) } }

    /// To the last bit, since equal cards are equal bytes.
    mutating func put(_ instant: Date) {
        let bits = instant.timeIntervalSinceReferenceDate.bitPattern
        withUnsafeBytes(of: bits.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func put(_ code: some RawRepresentable<String>) { put(code.rawValue) }
    mutating func put(_ isSo: Bool) { bytes.append(isSo ? 1 : 0) }

    mutating func put<Value>(_ value: Value?, _ put: (inout Packing, Value) -> Void) {
        self.put(value != nil)
        if let value { put(&self, value) }
    }

    mutating func put<Value>(_ values: some Collection<Value>, _ put: (inout Packing, Value) -> Void) {
        self.put(values.count)
        for value in values { put(&self, value) }
    }
}

/// Reads what ``Packing`` wrote. Bytes that it did not write throw and never trap.
struct Unpacking {
    struct Broken: Error {}

    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: Data) { self.bytes = [UInt8](bytes) }

    var isAtEnd: Bool { place == bytes.count }

    private mutating func next(_ count: Int) throws -> Range<Int> {
        guard count >= 0, count <= bytes.count - place else { throw Broken() }
        defer { place += count }
        return place..<place + count
    }

    mutating func number() throws -> Int {
        var (rest, shift): (UInt, UInt) = (0, 0)
        while true {
            let byte = UInt(bytes[try next(1).lowerBound])
            guard shift < UInt(UInt.bitWidth) else { throw Broken() }
            rest |= (byte & 0x7f) << shift
            shift += 7
            if byte < 0x80 { return Int(bitPattern: rest >> 1) ^ -Int(rest & 1) }
        }
    }

    mutating func text() throws -> String {
        let count = try number()
        return String(decoding: bytes[try next(count)], as: UTF8.self)
    }

    mutating func id() throws -> UUID {
        let range = try next(16)
        return bytes[range].withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
    }

    mutating func instant() throws -> Date {
        let range = try next(8)
        let bits = bytes[range].withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)) }
        return Date(timeIntervalSinceReferenceDate: Double(bitPattern: bits))
    }

    mutating func code<Code: RawRepresentable<String>>() throws -> Code {
        guard let code = Code(rawValue: try text()) else { throw Broken() }
        return code
    }

    mutating func flag() throws -> Bool {
        switch bytes[try next(1).lowerBound] {
        case 0: false
        case 1: true
        default: throw Broken()
        }
    }

    mutating func optional<Value>(_ read: (inout Unpacking) throws -> Value) throws -> Value? {
        try flag() ? try read(&self) : nil
    }

    mutating func list<Value>(_ read: (inout Unpacking) throws -> Value) throws -> [Value] {
        let count = try number()
        guard count >= 0, count <= bytes.count - place else { throw Broken() }
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try read(&self)) }
        return values
    }
}
