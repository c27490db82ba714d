import Casework

/// The code lists of the API, each a schema of its own: its codes, and what people read for them.
struct CodeLists {
    private let codes: [String: [String]]

    /// Every list that a question of these actions is answered from.
    init(of actions: [any Action.Type]) throws {
        var codes = [YesNo.list: YesNo.codes]
        for action in actions where action.hasForm {
            for field in try FormReader.fields(of: action) { field.kind.lists.forEach { codes[$0] = $1 } }
        }
        self.codes = codes
    }

    static func ref(_ list: String) -> JSON { APISchemas.ref("codes.\(list)") }

    func schemas(_ words: Words) -> [(String, JSON?)] {
        codes.sorted { $0.key < $1.key }.map { ("codes.\($0.key)", told($0.key, $0.value, words)) }
    }

    /// One of its codes. The answers of one question of an assessment form are no list of the office's: they stand there.
    func schema(_ list: String, _ codes: [String], _ words: Words) -> JSON {
        self.codes[list] == codes ? Self.ref(list) : told(list, codes, words)
    }

    private func told(_ list: String, _ codes: [String], _ words: Words) -> JSON {
        ["oneOf": .array(codes.map { ["const": JSON($0), "title": JSON(words.code(list, $0))] })]
    }
}

extension Field.Kind {
    /// The code lists that it is answered from.
    fileprivate var lists: [(String, [String])] {
        switch self {
        case .choice(let list, let codes), .several(let list, let codes): [(list, codes)]
        case .group(let fields), .rows(let fields): fields.flatMap(\.kind.lists)
        default: []
        }
    }
}
