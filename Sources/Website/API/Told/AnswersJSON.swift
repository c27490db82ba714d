import Casework
import Foundation

/// An action's answers in the shape in which they are sent, except that an identity number is masked: to read one is a
/// look of its own.
struct AnswersJSON {
    let instruments: Instruments
    /// Whether how somebody is reached is left out: the record's case knows better by now.
    var withoutContact = false

    /// Nil for what nobody answered: what other actions made happen.
    func of(_ action: any Action) throws -> JSON? {
        guard type(of: action).hasForm else { return nil }
        let fields = try FormReader.knownFields(of: type(of: action), instruments.asked(by: action))
        let posted = try FormWriter.answers(of: action)
        return JSON { write(fields, "", posted, to: &$0) }
    }

    private func write(_ fields: [Field], _ prefix: String, _ posted: Posted, to json: inout JSON) {
        json.object { json in
            for field in fields { write(field, prefix + field.name, posted, to: &json) }
        }
    }

    /// Nothing where it was not answered.
    private func write(_ field: Field, _ name: String, _ posted: Posted, to json: inout JSON) {
        if withoutContact, field.isContact(named: name) { return }
        let label = JSON(field.name)
        switch field.kind {
        case .group(let fields):
            guard posted.values.contains(where: { $0.key.hasPrefix(name + ".") }) else { return }
            json.member(label)
            write(fields, name + ".", posted, to: &json)
        case .rows(let fields):
            let rows = posted.rows(of: name)
            guard !rows.isEmpty else { return }
            json.member(label)
            json.list(rows) { write(fields, "\(name).\($0).", posted, to: &$1) }
        case .several:
            guard !posted[name].isEmpty else { return }
            json.member(label)
            json.list(posted[name]) { $1.write($0) }
        default:
            guard let raw = posted[name].first else { return }
            json.member(label)
            write(raw, field.kind, to: &json)
        }
    }

    private func write(_ raw: String, _ kind: Field.Kind, to json: inout JSON) {
        switch kind {
        case .number, .years, .given: if let number = Int(raw) { json.write(number) } else { json.write(raw) }
        case .nik: json.write(NIK(raw).masked)
        case .moment: if let moment = try? Moment.read([raw]) { json.write(moment.instant) } else { json.write(raw) }
        default: json.write(raw)
        }
    }
}
