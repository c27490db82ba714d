import Casework

/// The questions of a form as a JSON Schema (2020-12): the same declarations that the pages ask.
extension Field {
    /// - Parameter label: what people read at the question.
    static func schema(_ fields: [Field], label: (Field) -> String) -> JSON {
        .object([
            ("type", "object"), ("properties", .object(fields.map { ($0.name, $0.schema(label($0), label)) })),
            ("required", .array(fields.filter(\.required).map { JSON($0.name) })), ("additionalProperties", false),
        ])
    }

    private func schema(_ title: String, _ label: (Field) -> String) -> JSON {
        .object([("title", title.isEmpty ? nil : JSON(title))] + kind.members(isRequired: required))
    }
}

extension Field.Kind {
    fileprivate func members(isRequired: Bool) -> [(String, JSON?)] {
        let least: (String, JSON?) = ("minLength", isRequired ? 1 : 0)
        switch self {
        case .line: return [("type", "string"), least, ("maxLength", JSON(Line.limit))]
        case .longText: return [("type", "string"), least, ("maxLength", JSON(LongText.limit))]
        case .phone: return text(#"^\+?[0-9][0-9 .()-]{1,24}$"#)
        case .moment: return text(#"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}Z)?$"#)
        case .partialDay: return text(#"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"#)
        case .day: return text(#"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"#)
        case .time: return text(#"^([01][0-9]|2[0-3]):[0-5][0-9]$"#)
        case .nik: return text(#"^[0-9]{16}$"#)
        case .choice(_, let codes): return [("type", "string"), ("enum", .array(codes.map { JSON($0) }))]
        case .several(_, let codes):
            let items: JSON = ["type": "string", "enum": .array(codes.map { JSON($0) })]
            return [("type", "array"), ("items", items), ("uniqueItems", true)]
        case .yesNo: return [("type", "string"), ("enum", .array(YesNo.codes.map { JSON($0) }))]
        case .number(let bounds), .years(let bounds):
            return [
                ("type", "integer"), ("minimum", JSON(bounds.lowerBound)), ("maximum", JSON(bounds.upperBound)),
            ]
        case .group(let fields): return [("allOf", [Field.schema(fields) { _ in "" }])]
        case .rows(let fields):
            return [
                ("type", "array"), ("items", Field.schema(fields) { _ in "" }), ("maxItems", JSON(Posted.mostRows)),
            ]
        case .worker, .person, .item, .partner, .record, .entry: return [("type", "string"), ("format", "uuid")]
        case .personElsewhere: return text("^[0-9a-f-]{36}/[0-9a-f-]{36}$")
        case .due: return text("^R-[A-Z0-9-]+$")
        case .given: return [("type", ["string", "integer"])]
        }
    }

    private func text(_ pattern: String) -> [(String, JSON?)] { [("type", "string"), ("pattern", JSON(pattern))] }
}
