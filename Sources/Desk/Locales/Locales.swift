package import Casework
import Yams

/// The words that travel with the program.
package enum Locales {
    /// The file of a language is not what it should be: a mistake that the tests find.
    package struct Malformed: Error { let language: Language }

    package static func load() throws -> [Language: Words] {
        try Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, try words($0)) })
    }

    package static func words(_ language: Language) throws -> Words {
        let bytes =
            switch language {
            case .indonesian: PackageResources.id_yaml
            case .english: PackageResources.en_yaml
            }
        guard let tree = try Yams.load(yaml: String(decoding: bytes, as: UTF8.self)) as? [String: Any]
        else { throw Malformed(language: language) }
        var words: [String: String] = [:]
        flatten(tree, under: "", into: &words)
        return Words(language, words)
    }

    /// `a: {b: c}` is `a.b: c`; `a: {_: c}` is `a: c`, for a key that has both words and keys below it.
    private static func flatten(_ tree: [String: Any], under path: String, into words: inout [String: String]) {
        for (name, value) in tree {
            let key = name == "_" ? String(path.dropLast()) : path + name
            if let branch = value as? [String: Any] {
                flatten(branch, under: key + ".", into: &words)
            } else {
                words[key] = "\(value)"
            }
        }
    }
}
