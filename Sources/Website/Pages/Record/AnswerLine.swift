import Casework

/// One answer as people read it: the question's words and the answer's.
struct AnswerLine: Hashable {
    let label: String
    let value: String

    /// Every answer that an action gives, in the order of its questions.
    /// - Parameter people: the names of the file's people by id.
    static func all(
        of action: any Action, _ words: Words, _ when: When, people: [String: String] = [:]
    ) throws -> [AnswerLine] {
        let type = type(of: action)
        var posted = try FormWriter.answers(of: action)
        posted.values = posted.values.mapValues { $0.map { people[$0] ?? $0 } }
        return try FormReader.fields(of: type).flatMap { lines($0, "", type.name, posted, words, when) }
    }

    private static func lines(
        _ field: Field, _ prefix: String, _ action: ActionName, _ posted: Posted, _ words: Words, _ when: When
    ) -> [AnswerLine] {
        let name = prefix + field.name
        switch field.kind {
        // Which record is told by the page, not by an id.
        case .entry, .record: return []
        case .group(let fields):
            return fields.flatMap { lines($0, name + ".", action, posted, words, when) }
        case .rows(let fields):
            let rows = posted.rows(of: name).map { row in
                fields.flatMap { lines($0, "\(name).\(row).", action, posted, words, when) }.map(\.value)
                    .joined(separator: ", ")
            }
            return rows.isEmpty
                ? [] : [AnswerLine(label: words.label(action, name), value: rows.joined(separator: "; "))]
        default:
            let values = posted[name].map { text($0, field.kind, words, when) }
            return values.isEmpty
                ? [] : [AnswerLine(label: words.label(action, name), value: values.joined(separator: ", "))]
        }
    }

    private static func text(_ raw: String, _ kind: Field.Kind, _ words: Words, _ when: When) -> String {
        switch kind {
        case .choice(let list, _), .several(let list, _): words.code(list, raw)
        case .yesNo: words.code(YesNo.list, raw)
        case .moment: (try? Moment.read([raw])).map { when.dayAndTime($0.instant) } ?? raw
        case .number: words("form.years", ["n": raw])
        case .nik: NIK(raw).masked
        default: raw
        }
    }
}
