import Crypto
package import Foundation

/// Seals what belongs to one owner: a record, a lane's looks, the accounts. Destroying it erases them.
package struct DataKey: Sendable {
    let key: SymmetricKey

    package init() { key = SymmetricKey(size: .bits256) }
    init(_ key: SymmetricKey) { self.key = key }

    /// AES-256-GCM with a random nonce over the padded text, bound to its place.
    package func seal(_ text: Data, at place: Place) throws -> Data {
        let box = try AES.GCM.seal(Padding.pad(text), using: key, authenticating: place.bytes)
        guard let sealed = box.combined else { throw Broken() }
        return sealed
    }

    /// Throws ``Broken`` for anything that was changed, moved, renumbered or sealed by another key.
    package func unseal(_ sealed: Data, at place: Place) throws(Broken) -> Data {
        do {
            return try Padding.strip(AES.GCM.open(.init(combined: sealed), using: key, authenticating: place.bytes))
        } catch {
            throw Broken()
        }
    }
}

/// A seal that does not open. It says nothing of what it held.
package struct Broken: Error {
    package init() {}
}

/// Where a sealed text stands: it opens there and nowhere else.
package struct Place: Sendable, Hashable {
    package let table: String
    package let lane: Int
    package let owner: UUID
    package let version: Int

    package init(table: String, lane: Int, owner: UUID, version: Int = 0) {
        self.table = table
        self.lane = lane
        self.owner = owner
        self.version = version
    }

    var bytes: Data { Data("\(table)\n\(lane)\n\(owner.capitals)\n\(version)".utf8) }
}

/// Hides lengths: at least 256 bytes, then to one of few sizes, at most 12 % more (Padmé: Nikitin and others,
/// "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs", PoPETs 2019, section 4).
enum Padding {
    static func pad(_ text: Data) -> Data {
        var padded = withUnsafeBytes(of: UInt32(text.count).bigEndian) { Data($0) }
        padded.append(text)
        padded.append(Data(count: size(for: padded.count) - padded.count))
        return padded
    }

    static func strip(_ padded: Data) throws(Broken) -> Data {
        guard padded.count >= 4 else { throw Broken() }
        let count = padded.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        guard count <= padded.count - 4 else { throw Broken() }
        return Data(padded.dropFirst(4).prefix(count))
    }

    static func size(for length: Int) -> Int {
        guard length > 256 else { return 256 }
        let exponent = Int.bitWidth - 1 - length.leadingZeroBitCount
        let digits = Int.bitWidth - exponent.leadingZeroBitCount
        let mask = (1 << (exponent - digits)) - 1
        return (length + mask) & ~mask
    }
}
