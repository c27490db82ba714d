import Casework
package import Spreadsheet
import Yams

extension Vocabulary {
    /// The headings and spellings that travel with the program, and beside them the words that the pages use for codes.
    package static func shipped() throws -> Vocabulary {
        let yaml = String(decoding: PackageResources.vocabulary_yaml, as: UTF8.self)
        var vocabulary = try YAMLDecoder().decode(Vocabulary.self, from: yaml)
        for words in try Locales.load().values {
            for (list, codes) in Self.lists {
                for code in codes {
                    vocabulary.values[list, default: [:]][code, default: []].append(words.code(list, code))
                }
            }
        }
        return vocabulary
    }

    private static let lists: [(String, [String])] = [
        list(Channel.self), list(Sex.self), list(IncidentPlace.self), list(District.self), list(ReporterRelation.self),
        list(Relation.self), list(ViolenceForm.self), list(YesNo.self), list(Risk.self), list(Service.self),
        list(FormerOutcome.self),
    ]

    private static func list<C: Choice>(_ type: C.Type) -> (String, [String]) { (C.list, C.codes) }
}

extension Spellings {
    package static func shipped() throws -> Spellings { Spellings(try .shipped()) }
}
