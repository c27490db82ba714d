package import Casework
import Yams

extension Rulebook {
    /// The rules that travel with the program.
    package static func shipped() throws -> Rulebook { try read.get() }

    /// Once a process.
    private static let read = Result {
        let decode = YAMLDecoder()
        let text = { (bytes: [UInt8]) in String(decoding: bytes, as: UTF8.self) }
        return Rulebook(
            try decode.decode([Rule].self, from: text(PackageResources.rulebook_yaml)),
            bars: try decode.decode([Bar].self, from: text(PackageResources.bars_yaml)))
    }
}
