import Crypto
package import Foundation

/// Signs notes that outsiders keep (C2SP `signed-note`, Ed25519).
package struct NoteSigner: Sendable {
    private let key: Curve25519.Signing.PrivateKey
    package let verifier: NoteVerifier

    /// - Parameter key: one that seals nothing.
    package init(_ key: DataKey, name: String) throws {
        self.key = try Curve25519.Signing.PrivateKey(rawRepresentation: key.key.withUnsafeBytes { Data($0) })
        verifier = NoteVerifier(name: name, key: self.key.publicKey.rawRepresentation)
    }

    /// - Parameter text: whole lines.
    package func sign(_ text: String) throws -> String {
        let signature = verifier.id + (try key.signature(for: Data(text.utf8)))
        return "\(text)\n— \(verifier.name) \(signature.base64EncodedString())\n"
    }
}

/// What anybody checks a signed note by; it is no secret.
package struct NoteVerifier: Hashable, Sendable, CustomStringConvertible {
    package let name: String
    private let key: Data
    /// Ed25519 among the kinds of signatures.
    private static let kind: UInt8 = 1

    fileprivate init(name: String, key: Data) {
        self.name = name
        self.key = key
    }

    /// Nil for a text that is no verifier key.
    package init?(_ text: String) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let typed = Data(base64Encoded: parts[2]), typed.count == 33, typed.first == Self.kind
        else { return nil }
        self.init(name: parts[0], key: Data(typed.dropFirst()))
        guard id.hex == parts[1] else { return nil }
    }

    package var description: String { "\(name)+\(id.hex)+\((Data([Self.kind]) + key).base64EncodedString())" }

    /// Which key of the name it is.
    fileprivate var id: Data {
        Data(SHA256.hash(data: Data("\(name)\n".utf8) + Data([Self.kind]) + key).prefix(4))
    }

    /// The text of a note; nil for one that this key did not sign as it stands.
    package func text(of note: String) -> String? {
        guard let end = note.range(of: "\n\n", options: .backwards) else { return nil }
        let text = String(note[..<end.lowerBound]) + "\n"
        for line in note[end.upperBound...].split(separator: "\n") {
            let parts = line.split(separator: " ")
            guard parts.count == 3, parts[0] == "—", parts[1] == name,
                let signature = Data(base64Encoded: String(parts[2])),
                signature.prefix(4) == id, let key = try? Curve25519.Signing.PublicKey(rawRepresentation: key)
            else { continue }
            if key.isValidSignature(signature.dropFirst(4), for: Data(text.utf8)) { return text }
        }
        return nil
    }
}

/// The head of a log at one size (C2SP `tlog-checkpoint`).
package struct Checkpoint: Hashable, Sendable {
    /// Which log it is.
    package let origin: String
    package let size: Int
    /// RFC 6962's root over the log's first `size` leaves.
    package let root: Data

    package init(origin: String, size: Int, root: Data) {
        self.origin = origin
        self.size = size
        self.root = root
    }

    /// Nil for a text that is no checkpoint.
    package init?(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count >= 4, let size = Int(lines[1]), size >= 0, lines[1] == "\(size)",
            let root = Data(base64Encoded: lines[2]), root.count == 32
        else { return nil }
        self.init(origin: lines[0], size: size, root: root)
    }

    package var text: String { "\(origin)\n\(size)\n\(root.base64EncodedString())\n" }
}
