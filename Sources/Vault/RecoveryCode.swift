import Crypto
import Foundation

/// The master key as people can print it and type it again: eight lines of hexadecimal digits, each with two check
/// digits, so that a slip is found in its line.
package struct RecoveryCode {
    package let lines: [String]

    package init(_ key: MasterKey) {
        let bytes = key.bytes
        lines = (0..<8).map { line in
            let part = bytes[bytes.startIndex + line * 4..<bytes.startIndex + line * 4 + 4]
            let digits = Data(part).hex
            return "\(line + 1)  \(digits.prefix(4)) \(digits.suffix(4))  \(Self.check(line, Data(part)))"
        }
    }

    /// Why what was typed is no recovery code.
    package enum Slip: Error, Equatable {
        /// So many lines and not eight.
        case lines(Int)
        /// This line, counted from 1, does not agree with its number or its check digits.
        case line(Int)
    }

    /// Reads eight lines that agree with their check digits; spaces, empty lines and case don't matter.
    package static func key(_ typed: String) throws(Slip) -> MasterKey {
        let lines = typed.split(whereSeparator: \.isNewline).map { $0.lowercased().filter { !$0.isWhitespace } }
            .filter { !$0.isEmpty }
        guard lines.count == 8 else { throw .lines(lines.count) }
        var bytes = Data()
        for (number, line) in lines.enumerated() {
            guard line.count == 11, line.first == Character("\(number + 1)"),
                let part = Data(hex: String(line.dropFirst().prefix(8))), check(number, part) == line.suffix(2)
            else { throw .line(number + 1) }
            bytes += part
        }
        guard let key = MasterKey(bytes: bytes) else { throw .lines(lines.count) }
        return key
    }

    private static func check(_ line: Int, _ part: Data) -> String {
        Data(SHA256.hash(data: Data([UInt8(line)]) + part).prefix(1)).hex
    }
}
