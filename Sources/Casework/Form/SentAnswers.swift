package import Foundation

/// A JSON object of answers as a program sent it: what it means is known once it is known what is asked.
package struct SentAnswers: Decodable, Sendable {
    private let members: [String: SentJSON]

    /// An action that asks nothing.
    package init() { members = [:] }

    package init(json: Data) throws { self = try JSONDecoder().decode(SentAnswers.self, from: json) }

    package init(from decoder: any Decoder) throws {
        members = try decoder.singleValueContainer().decode([String: SentJSON].self)
    }

    /// The assessment form whose questions these answer; nil where they name none of these.
    func instrument(among instruments: Instruments) -> Instrument? {
        guard case .object(let sheet)? = members["sheet"], case .text(let id)? = sheet["instrument"],
            case .number(let version)? = sheet["version"], let version = Int(version)
        else { return nil }
        return instruments[id, version]
    }

    /// The answers as a form would have posted them, and what is not of its question's type. Null is no answer.
    func posted(asking fields: [Field]) -> (answers: Posted, faults: [Fault]) {
        var reading = SentReading()
        reading.read(members, asking: fields, "")
        return (reading.answers, reading.faults)
    }
}

extension FormReader {
    /// Reads an action from what a program sent. Its types are exactly those of the questions.
    /// - Parameter given: answers that the address gives, and nobody may send.
    package static func read<A: Action>(
        _ type: A.Type, _ sent: SentAnswers, given: [String: [String]] = [:], _ instruments: Instruments
    ) throws -> Reading<A> {
        let asked = try fields(of: type, sent.instrument(among: instruments)).filter { given[$0.name] == nil }
        var (answers, faults) = sent.posted(asking: asked)
        answers.values.merge(given) { $1 }
        return try read(type, answers, instruments).adding(faults)
    }
}

extension Reading {
    /// With what was no answer at all: of that, nothing else is said.
    func adding(_ unreadable: [Fault]) -> Reading {
        let fields = Set(unreadable.map(\.field))
        return Reading(action, faults: unreadable + faults.filter { !fields.contains($0.field) }, asked: asked)
    }
}

/// Flattens answers: `{"a": {"b": 1}}` is `a.b`, rows are numbered. Only what is asked is gone into, so that what was sent
/// never grows.
private struct SentReading {
    var answers = Posted()
    var faults: [Fault] = []

    /// So many strangers are named, and no more of a name than this.
    private static let mostStrangers = 20
    private static let longestName = 100

    mutating func read(_ members: [String: SentJSON], asking fields: [Field], _ prefix: String) {
        for field in fields {
            if let value = members[field.name] { read(value, field.kind, prefix + field.name) }
        }
        let strangers = Set(members.keys).subtracting(fields.map(\.name)).sorted()
        for name in strangers.prefix(Self.mostStrangers) {
            faults.append(Fault(prefix + name.prefix(Self.longestName), .notAsked))
        }
    }

    private mutating func read(_ value: SentJSON, _ kind: Field.Kind, _ name: String) {
        switch (kind, value) {
        case (_, .null): break
        case (.group(let fields), .object(let members)): read(members, asking: fields, name + ".")
        case (.rows(let fields), .list(let rows)): read(rows, fields, name)
        case (.several, .list(let codes)):
            let texts = codes.compactMap { if case .text(let text) = $0 { text } else { nil } }
            if texts.count == codes.count { answers.values[name] = texts } else { fault(name) }
        case (.number, .number(let text)), (.years, .number(let text)), (.given, .number(let text)):
            answers.values[name] = [text]
        case (.group, _), (.rows, _), (.several, _), (.number, _), (.years, _): fault(name)
        case (_, .text(let text)): answers.values[name] = [text]
        default: fault(name)
        }
    }

    private mutating func read(_ rows: [SentJSON], _ fields: [Field], _ name: String) {
        guard rows.count <= Posted.mostRows else {
            faults.append(Fault(name, .tooMany(limit: Posted.mostRows)))
            return
        }
        for (place, row) in rows.enumerated() {
            let name = "\(name).\(place)"
            switch row {
            case .object(let members) where members.isEmpty: faults.append(Fault(name, .missing))
            case .object(let members): read(members, asking: fields, name + ".")
            default: fault(name)
            }
        }
    }

    private mutating func fault(_ name: String) { faults.append(Fault(name, .wrongType)) }
}

/// JSON of any shape; a number is its text.
private enum SentJSON: Decodable, Sendable {
    case null, flag
    case text(String)
    case number(String)
    case list([SentJSON])
    case object([String: SentJSON])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if (try? container.decode(Bool.self)) != nil {
            self = .flag
        } else if let number = try? container.decode(Decimal.self) {
            self = .number("\(number)")
        } else if let items = try? container.decode([SentJSON].self) {
            self = .list(items)
        } else {
            self = .object(try container.decode([String: SentJSON].self))
        }
    }
}
