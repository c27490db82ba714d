package import Foundation

/// A statement and its values. Interpolation binds: a value can't become a part of the statement.
package struct SQL: ExpressibleByStringInterpolation, Hashable, Sendable {
    package private(set) var text: String
    package private(set) var values: [Value]

    package init(stringLiteral text: String) {
        self.text = text
        values = []
    }

    package init(stringInterpolation parts: Parts) {
        text = parts.text
        values = parts.values
    }

    package struct Parts: StringInterpolationProtocol {
        var text = ""
        var values: [Value] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + 2 * interpolationCount)
            values.reserveCapacity(interpolationCount)
        }
        package mutating func appendLiteral(_ literal: String) { text += literal }

        private mutating func bind(_ value: Value) {
            text += "?"
            values.append(value)
        }

        package mutating func appendInterpolation(_ value: Int) { bind(.integer(Int64(value))) }
        package mutating func appendInterpolation(_ value: String) { bind(.text(value)) }
        package mutating func appendInterpolation(_ value: Data) { bind(.blob(value)) }
        package mutating func appendInterpolation(_ value: UUID) { bind(.blob(value.data)) }
        package mutating func appendInterpolation(_ value: UUID?) { bind(value.map { .blob($0.data) } ?? .null) }
        /// Instants are whole microseconds since 1970.
        package mutating func appendInterpolation(_ value: Date) { bind(.integer(value.microseconds)) }
        package mutating func appendInterpolation(_ value: Date?) {
            bind(value.map { .integer($0.microseconds) } ?? .null)
        }

        package mutating func appendInterpolation(_ statement: SQL) {
            text += statement.text
            values += statement.values
        }

        /// `(?, ?, …)`
        package mutating func appendInterpolation(_ values: [String]) { bind(values.map(Value.text)) }
        package mutating func appendInterpolation(_ values: [UUID]) { bind(values.map { .blob($0.data) }) }

        private mutating func bind(_ values: [Value]) {
            text += "("
            for (index, value) in values.enumerated() {
                if index > 0 { text += ", " }
                bind(value)
            }
            text += ")"
        }
    }
}

extension SQL {
    /// Whether an id's first byte is this one: a range that an index on the column answers.
    static func begins(_ column: SQL, with byte: UInt8) -> SQL {
        let end = byte == .max ? Data(repeating: .max, count: 17) : Data([byte + 1])
        return "\(column) >= \(Data([byte])) AND \(column) < \(end)"
    }
}

/// What a column holds.
package enum Value: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob(Data)
}

/// One row, by column name.
package struct Row: Sendable, Hashable {
    let columns: [String]
    let values: [Value]

    /// The column is not there or holds something else: a mistake in a statement, or a file that somebody changed.
    package struct Unexpected: Error { package let column: String }

    package func int(_ column: String) throws -> Int {
        guard case .integer(let value) = value(column) else { throw Unexpected(column: column) }
        return Int(value)
    }

    package func text(_ column: String) throws -> String {
        guard case .text(let value) = value(column) else { throw Unexpected(column: column) }
        return value
    }

    package func data(_ column: String) throws -> Data {
        guard case .blob(let value) = value(column) else { throw Unexpected(column: column) }
        return value
    }

    package func id(_ column: String) throws -> UUID {
        guard let value = UUID(data: try data(column)) else { throw Unexpected(column: column) }
        return value
    }

    package func instant(_ column: String) throws -> Date { Date(microseconds: Int64(try int(column))) }

    package func isNull(_ column: String) -> Bool { value(column) == .null }

    /// Of two columns with one name the last counts. There are so few that looking through them is quickest.
    private func value(_ column: String) -> Value? { columns.lastIndex(of: column).map { values[$0] } }
}

extension UUID {
    package var data: Data { withUnsafeBytes(of: uuid) { Data($0) } }

    package init?(data: Data) {
        guard data.count == 16 else { return nil }
        var bytes: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        withUnsafeMutableBytes(of: &bytes) { $0.copyBytes(from: data) }
        self.init(uuid: bytes)
    }
}

extension Date {
    /// What lies further away than the column can tell, three hundred thousand years, is as far as it can.
    package var microseconds: Int64 {
        let exact = (timeIntervalSince1970 * 1_000_000).rounded()
        return Int64(exactly: exact) ?? (exact < 0 ? .min : .max)
    }
    package init(microseconds: Int64) { self.init(timeIntervalSince1970: Double(microseconds) / 1_000_000) }
}
