import Crypto
package import Foundation

/// The root over a list that only grows (RFC 6962, section 2.1): whoever keeps a root and its size can be shown later
/// that the list still begins as it did.
package struct MerkleTree: Sendable {
    package private(set) var size = 0
    /// The roots of the whole trees in it, the largest first.
    private var peaks: [Data] = []

    package init() {}

    package mutating func add(_ leaf: Data) {
        peaks.append(Self.hash(0, leaf))
        size += 1
        var whole = size
        while whole.isMultiple(of: 2) {
            let right = peaks.removeLast()
            peaks.append(Self.hash(1, peaks.removeLast() + right))
            whole /= 2
        }
    }

    package var root: Data {
        guard var root = peaks.last else { return Data(SHA256.hash(data: Data())) }
        for left in peaks.dropLast().reversed() { root = Self.hash(1, left + root) }
        return root
    }

    /// Leaves and nodes are told apart by their first byte.
    private static func hash(_ kind: UInt8, _ bytes: Data) -> Data { Data(SHA256.hash(data: Data([kind]) + bytes)) }
}
