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

    /// The key of that name (HKDF, RFC 5869). What one key serves is told apart by what is put through it (``Vault``).
    func derived(_ purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: Data("lindung/1/\(purpose)".utf8), outputByteCount: 32)
    }
}
