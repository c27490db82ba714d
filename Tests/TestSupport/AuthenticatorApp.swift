package import Foundation
import Vault

/// What a phone does with the key that it was given.
package struct AuthenticatorApp: Sendable {
    private let seed: AuthenticatorSeed

    /// - Parameter secret: in base32, with or without spaces.
    package init(_ secret: String) throws {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var bits: [UInt8] = []
        for letter in secret where letter != " " {
            guard let value = letters.firstIndex(of: letter) else { throw CocoaError(.coderReadCorrupt) }
            bits += (0..<5).map { UInt8(value >> (4 - $0) & 1) }
        }
        let bytes = stride(from: 0, to: bits.count - bits.count % 8, by: 8).map { first in
            bits[first..<first + 8].reduce(UInt8(0)) { $0 << 1 | $1 }
        }
        guard let seed = AuthenticatorSeed(Data(bytes)) else { throw CocoaError(.coderReadCorrupt) }
        self.seed = seed
    }

    /// - Parameter steps: of half a minute, from `instant` on.
    package func code(at instant: Date, later steps: Int = 0) -> String {
        seed.code(at: AuthenticatorSeed.step(at: instant) + steps)
    }
}
