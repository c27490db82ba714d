import Casework
import Foundation

/// An action's answers in the shape in which they are sent, except that an identity number is masked: to read one is a
/// look of its own.
struct AnswersJSON {
    let instruments: Instruments

    /// Nil for what nobody answered: what other actions made happen.
    func of(_ action: any Action) throws -> JSON? {
        guard type(of: action).hasForm else { return nil }
        let fields = try FormReader.knownFields(of: type(of: action), instruments.asked(by: action))
        return object(fields, "", try FormWriter.answers(of: action))
    }

    private func object(_ fields: [Field], _ prefix: String, _ posted: Posted) -> JSON {
        .object(fields.map { ($0.name, value($0, prefix + $0.name, posted)) })
    }

    private func value(_ field: Field, _ name: String, _ posted: Posted) -> JSON? {
        switch field.kind {
        case .group(let fields):
            let isAnswered = posted.values.contains { $0.key.hasPrefix(name + ".") }
            return isAnswered ? object(fields, name + ".", posted) : nil
        case .rows(let fields):
            let rows = posted.rows(of: name)
            return rows.isEmpty ? nil : .array(rows.map { object(fields, "\(name).\($0).", posted) })
        case .several: return posted[name].isEmpty ? nil : .array(posted[name].map { JSON($0) })
        default: return posted[name].first.map { value($0, field.kind) }
        }
    }

    private func value(_ raw: String, _ kind: Field.Kind) -> JSON {
        switch kind {
        case .number, .years, .given: Int(raw).map { JSON($0) } ?? JSON(raw)
        case .nik: JSON(NIK(raw).masked)
        case .moment: (try? Moment.read([raw])).map { JSON($0.instant) } ?? JSON(raw)
        default: JSON(raw)
        }
    }
}
