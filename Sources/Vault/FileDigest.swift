import Crypto
package import Foundation

package enum FileDigest {
    /// SHA-256 of a file, read piece by piece.
    package static func of(_ file: URL) throws -> Data {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        var hash = SHA256()
        while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty { hash.update(data: piece) }
        return Data(hash.finalize())
    }
}
