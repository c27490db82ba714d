import Crypto
package import Foundation

/// The one key of an installation: 32 bytes from which every other key derives or by which it is wrapped.
package struct MasterKey: Sendable {
    private let key: SymmetricKey

    package init() { key = SymmetricKey(size: .bits256) }

    package init?(bytes: some ContiguousBytes) {
        let key = SymmetricKey(data: bytes)
        guard key.bitCount == 256 else { return nil }
        self.key = key
    }

    package var bytes: Data { key.withUnsafeBytes { Data($0) } }

    /// A key for one purpose (HKDF, RFC 5869); two purposes never share one.
    func derived(_ purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: Data("lindung/1/\(purpose)".utf8), outputByteCount: 32)
    }
}
