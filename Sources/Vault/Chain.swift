import Crypto
package import Foundation

/// The digest chain of a lane's book: each entry's digest covers the one before it, so that nothing can be changed,
/// moved or taken out of the middle unnoticed.
package enum Chain {
    /// Before the first entry.
    package static let start = Data(count: 32)

    /// SHA-256 over the previous digest, the record, its version and the hash of what was sealed.
    package static func digest(_ previous: Data, _ record: UUID, _ version: Int, _ sealed: Data) -> Data {
        var hash = SHA256()
        hash.update(data: previous)
        hash.update(data: Data(record.capitals.utf8))
        // A damaged row may say anything: what it says is told from every other, and is named.
        withUnsafeBytes(of: UInt64(bitPattern: Int64(version)).bigEndian) { hash.update(bufferPointer: $0) }
        hash.update(data: Data(SHA256.hash(data: sealed)))
        return Data(hash.finalize())
    }
}
