package import Foundation

extension Posted {
    /// The answers of a JSON object, flattened as a form would have posted them: `{"a": {"b": 1}}` is `a.b`, rows are
    /// numbered, a list of texts is a field with several values, null is no answer.
    package init(json: Data) throws { self = try JSONDecoder().decode(SentAnswers.self, from: json).posted }

    fileprivate init(_ members: [String: JSON]) {
        self.init()
        for (name, value) in members { flatten(value, name) }
    }

    private mutating func flatten(_ value: JSON, _ name: String) {
        switch value {
        case .null: break
        case .text(let text): values[name, default: []].append(text)
        case .list(let items):
            for (index, item) in items.enumerated() {
                if case .object = item { flatten(item, "\(name).\(index)") } else { flatten(item, name) }
            }
        case .object(let members):
            for (member, value) in members { flatten(value, "\(name).\(member)") }
        }
    }
}

/// Answers as they stand in a larger JSON text: an object of any shape.
package struct SentAnswers: Decodable {
    package let posted: Posted

    package init(from decoder: any Decoder) throws {
        posted = Posted(try decoder.singleValueContainer().decode([String: JSON].self))
    }
}

/// JSON of any shape; a number and a truth value are their texts.
private enum JSON: Decodable {
    case null
    case text(String)
    case list([JSON])
    case object([String: JSON])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let value = try? container.decode(Bool.self) {
            self = .text(String(value))
        } else if let number = try? container.decode(Decimal.self) {
            self = .text("\(number)")
        } else if let items = try? container.decode([JSON].self) {
            self = .list(items)
        } else {
            self = .object(try container.decode([String: JSON].self))
        }
    }
}
