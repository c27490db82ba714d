import Casework

/// One answer as people read it: the question's words and the answer's.
struct AnswerLine: Hashable {
    /// How it reads where there is little room.
    enum Weight {
        /// Says what it is by itself: a choice, a name.
        case fact
        /// Says nothing without its question: yes, a day, a number.
        case answer
        /// Somebody's own words.
        case text
    }

    let label: String
    let value: String
    var weight = Weight.answer
    /// How somebody is reached: it is not printed.
    var isContact = false

    /// The question and the answer in one breath.
    var sentence: String { label.hasSuffix("?") ? "\(label) \(value)" : "\(label): \(value)" }
}

/// The names of what answers may point at, by id. Found out when the first is asked for: most pages ask for none.
final class PointedNames {
    private let find: () -> [String: String]
    private lazy var byID = find()

    init(_ find: @escaping () -> [String: String] = { [:] }) { self.find = find }

    subscript(id: String) -> String? { byID[id] }
}

/// Reads an action's answers as people do.
struct AnswerReader {
    let words: Words
    let when: When
    var names = PointedNames()
    let instruments: Instruments

    /// Every answer that an action gives, in the order of its questions; those of a sheet stand apart.
    func lines(of action: any Action) throws -> [AnswerLine] {
        try lines(of: action, inSheet: false)
    }

    /// What was answered to some of an action's questions.
    func lines(_ posted: Posted, to fields: [Field], of action: ActionName) -> [AnswerLine] {
        fields.flatMap { lines($0, "", action, posted) }
    }

    /// What a sheet answers.
    func sheet(of action: any Action) throws -> [AnswerLine] {
        action is any SheetAction ? try lines(of: action, inSheet: true) : []
    }

    private func lines(of action: any Action, inSheet: Bool) throws -> [AnswerLine] {
        let type = type(of: action)
        let posted = try FormWriter.answers(of: action)
        let fields = try FormReader.knownFields(of: type, instruments.asked(by: action))
        return fields.filter { !(action is any SheetAction) || ($0.name == "sheet") == inSheet }
            .flatMap { lines($0, "", type.name, posted) }
    }

    private func lines(_ field: Field, _ prefix: String, _ action: ActionName, _ posted: Posted) -> [AnswerLine] {
        let name = prefix + field.name
        let isContact = field.isContact(named: name)
        switch field.kind {
        // Which record is told by the page, not by an id.
        case .entry, .record, .personElsewhere, .given: return []
        case .group(let fields):
            return fields.flatMap { lines($0, name + ".", action, posted) }
        case .rows(let fields):
            let rows = rows(fields, name, action, posted)
            guard !fields.contains(where: \.kind.hasRows), let first = rows.first else { return rows }
            let value = rows.map(\.value).joined(separator: "; ")
            return [AnswerLine(label: words.label(action, name), value: value, weight: first.weight)]
        default:
            let values = posted[name].map { text($0, field.kind) }
            return values.isEmpty
                ? []
                : [
                    AnswerLine(
                        label: words.label(action, name), value: values.joined(separator: ", "),
                        weight: weight(field, action), isContact: isContact)
                ]
        }
    }

    /// Each row, and below it the rows that stand in it: a goal, and its steps.
    private func rows(_ fields: [Field], _ name: String, _ action: ActionName, _ posted: Posted) -> [AnswerLine] {
        let own = fields.filter { !$0.kind.hasRows }
        // Names alone don't say what somebody has to do with it.
        let weight: AnswerLine.Weight = own.contains { $0.kind == .longText } ? .text : .answer
        return posted.rows(of: name).flatMap { row in
            let prefix = "\(name).\(row)."
            let told = own.flatMap { lines($0, prefix, action, posted) }.map(\.value).joined(separator: ", ")
            let below = fields.flatMap { field -> [AnswerLine] in
                guard case .rows(let inner) = field.kind else { return [] }
                return rows(inner, prefix + field.name, action, posted)
            }
            return [AnswerLine(label: label(action, "\(name).\(row)"), value: told, weight: weight)] + below
        }
    }

    /// What a row is called where rows stand apart: by its number, and before that the number of what it stands in.
    private func label(_ action: ActionName, _ row: String) -> String {
        let number = row.split(separator: ".").compactMap { Int($0) }.map { "\($0 + 1)" }.joined(separator: ".")
        return (words.byKey[Words.key(action, row) + ".row"] ?? words.label(action, row)) + " " + number
    }

    /// A name beside a name says nothing without its question.
    private func weight(_ field: Field, _ action: ActionName) -> AnswerLine.Weight {
        if action == DescribePerson.name, field.kind == .line { return .answer }
        return switch field.kind {
        case .longText: .text
        case .choice(Risk.list, _), .several(CasePart.list, _), .several(PersonDetail.list, _): .answer
        case .choice, .several, .person, .worker, .partner, .item, .due, .line, .years: .fact
        default: .answer
        }
    }

    private func text(_ raw: String, _ kind: Field.Kind) -> String {
        switch kind {
        case .choice(let list, _), .several(let list, _): words.code(list, raw)
        case .yesNo: words.code(YesNo.list, raw)
        case .moment: (try? Moment.read([raw])).map { when.dayAndTime($0.instant) } ?? raw
        case .day: (try? Day.read([raw])).map { when.day($0.end) } ?? raw
        case .partialDay: when.day(PartialDay(raw))
        case .years: words("form.years", ["n": raw])
        case .nik: NIK(raw).masked
        // What has no name any more has no words; an id is none.
        case .person, .worker, .partner, .item: names[raw] ?? "–"
        case .due: names[raw] ?? raw
        default: raw
        }
    }
}

extension Field.Kind {
    fileprivate var hasRows: Bool { if case .rows = self { true } else { false } }
}
