import Crypto
import CryptoExtras
import Foundation

/// How dear one guess at a password is (scrypt, RFC 7914). Kept beside each hash, so that it can grow.
package struct PasswordCost: Codable, Hashable, Sendable {
    package let rounds: Int
    package let blockSize: Int
    package let parallelism: Int

    /// 128 MiB and about half a second (OWASP Password Storage Cheat Sheet).
    package static let real = PasswordCost(rounds: 1 << 17, blockSize: 8, parallelism: 1)
    /// For tests.
    package static let tiny = PasswordCost(rounds: 16, blockSize: 1, parallelism: 1)

    func stretch(_ password: String, salt: Data) throws -> Data {
        // Two keyboards may type one accent in two ways (NFKC: NIST SP 800-63B, 3.1.1.2).
        let normal = password.precomposedStringWithCompatibilityMapping
        let key = try KDF.Scrypt.deriveKey(
            from: Data(normal.utf8), salt: salt, outputByteCount: 32,
            rounds: rounds, blockSize: blockSize, parallelism: parallelism
        )
        return key.withUnsafeBytes { Data($0) }
    }
}

/// A password as it rests in an account.
package struct PasswordHash: Codable, Hashable, Sendable {
    private let cost: PasswordCost
    private let salt: Data
    private let hash: Data

    package init(_ password: String, _ vault: Vault, cost: PasswordCost) throws {
        self.cost = cost
        salt = Secrets.bytes(16)
        hash = try vault.password(password, salt: salt, cost: cost)
    }

    package func matches(_ password: String, _ vault: Vault) throws -> Bool {
        let given = try vault.password(password, salt: salt, cost: cost)
        // Comparing the digests of two secrets takes the same time wherever they differ.
        return SHA256.hash(data: given) == SHA256.hash(data: hash)
    }
}
