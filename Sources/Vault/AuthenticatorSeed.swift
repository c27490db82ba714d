import Crypto
package import Foundation

/// What an authenticator app and the office both know: time-based one-time codes come from it (RFC 6238 over RFC 4226,
/// HMAC-SHA-1, six digits, 30 seconds: the one set of choices that every app knows).
package struct AuthenticatorSeed: Codable, Hashable, Sendable {
    package let bytes: Data

    /// 160 bits, as RFC 4226 4 recommends.
    package static let length = 20
    package static let period: TimeInterval = 30
    package static let digits = 6

    /// Nil for any other length.
    package init?(_ bytes: Data) {
        guard bytes.count == Self.length else { return nil }
        self.bytes = bytes
    }

    /// The number of the period that an instant lies in.
    package static func step(at instant: Date) -> Int { Int((instant.timeIntervalSince1970 / period).rounded(.down)) }

    /// The code of a period.
    package func code(at step: Int) -> String {
        let counter = withUnsafeBytes(of: UInt64(bitPattern: Int64(step)).bigEndian) { Data($0) }
        let digest = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: bytes)))
        // Dynamic truncation (RFC 4226, 5.3): the last four bits say where to read 31 bits.
        let start = Int(digest[digest.count - 1] & 0x0f)
        let number = digest[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7fff_ffff
        let text = String(number % 1_000_000)
        return String(repeating: "0", count: Self.digits - text.count) + text
    }

    /// For people to type into an app (RFC 4648, 6); 160 bits need no padding.
    package var base32: String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        let bits = bytes.flatMap { byte in (0..<8).map { byte >> (7 - $0) & 1 } }
        return String(
            stride(from: 0, to: bits.count, by: 5).map { first in
                letters[bits[first..<first + 5].reduce(0) { $0 << 1 | Int($1) }]
            })
    }
}
