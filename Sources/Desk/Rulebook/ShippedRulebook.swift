package import Casework
import Yams

extension Rulebook {
    /// The rules that travel with the program.
    package static func shipped() throws -> Rulebook {
        let text = String(decoding: PackageResources.rulebook_yaml, as: UTF8.self)
        return Rulebook(try YAMLDecoder().decode([Rule].self, from: text))
    }
}
