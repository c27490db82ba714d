import Casework

/// The questions of a form as a JSON Schema (2020-12): the same declarations that the pages ask.
struct FormSchema {
    enum Side {
        /// What a program sends.
        case asked
        /// What entries tell: old ones answered what was asked then, and an identity number is masked.
        case told
    }

    let action: ActionName
    let side: Side
    let lists: CodeLists
    let words: Words
    /// Whose questions the form's sheet asks.
    var instrument: Instrument?

    /// - Parameter prefix: the names of what the fields stand in, each with a dot.
    func schema(_ fields: [Field], in prefix: String = "") -> JSON {
        let required = side == .told ? [] : fields.filter(\.required).map { JSON($0.name) }
        return .object([
            ("type", "object"), ("properties", .object(fields.map { ($0.name, schema($0, in: prefix)) })),
            ("required", required.isEmpty ? nil : .array(required)), ("additionalProperties", false),
        ])
    }

    private func schema(_ field: Field, in prefix: String) -> JSON {
        let name = prefix + field.name
        let title = words.byKey["\(action).\(name)"].map { JSON($0) }
        return .object([("title", title), ("description", description(field, name))] + members(field, name))
    }

    /// What stands at the question on a page, and, where it is asked only in some cases, what is said where it is missing
    /// in one of them.
    private func description(_ field: Field, _ name: String) -> JSON? {
        guard side == .asked else { return nil }
        let keys = ["hint"] + (field.required ? [] : ["missing"])
        let told = keys.compactMap { words.byKey["\(action).\(name).\($0)"] }
        return told.isEmpty ? nil : JSON(told.joined(separator: " "))
    }

    private func members(_ field: Field, _ name: String) -> [(String, JSON?)] {
        switch field.kind {
        case .line: text(field, most: Line.limit)
        case .longText: text(field, most: LongText.limit)
        case .phone: pattern(#"^\+?[0-9][0-9 .()-]{1,24}$"#)
        case .moment:
            pattern(
                #"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})?$"#)
        case .partialDay: pattern(#"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"#)
        case .day: pattern(#"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"#)
        case .time: pattern(#"^([01][0-9]|2[0-3]):[0-5][0-9]$"#)
        case .nik: pattern(side == .told ? #"^[0-9]{4}\*{8}[0-9]{4}$"# : "^[0-9]{16}$")
        case .choice(let list, let codes): members(of: lists.schema(list, codes, words))
        case .several(let list, let codes):
            [
                ("type", "array"), ("items", lists.schema(list, codes, words)),
                ("uniqueItems", side == .asked ? true : nil),
            ]
        case .yesNo: members(of: lists.schema(YesNo.list, YesNo.codes, words))
        case .number(let bounds), .years(let bounds):
            [("type", "integer"), ("minimum", JSON(bounds.lowerBound)), ("maximum", JSON(bounds.upperBound))]
        case .group(let fields): members(of: schema(fields, in: name + "."))
        case .rows(let fields):
            [("type", "array"), ("items", schema(fields, in: name + ".")), ("maxItems", JSON(Posted.mostRows))]
        case .worker, .person, .item, .partner, .record, .entry: [("type", "string"), ("format", "uuid")]
        case .personElsewhere: pattern("^[0-9a-f-]{36}/[0-9a-f-]{36}$")
        case .due: pattern("^R-[A-Z0-9-]+$")
        case .given: [("const", given(field.name))]
        }
    }

    private func members(of schema: JSON) -> [(String, JSON?)] { [("allOf", [schema])] }

    private func pattern(_ pattern: String) -> [(String, JSON?)] { [("type", "string"), ("pattern", JSON(pattern))] }

    private func text(_ field: Field, most: Int) -> [(String, JSON?)] {
        [("type", "string"), ("minLength", field.required ? 1 : 0), ("maxLength", JSON(most))]
    }

    /// Which of the office's forms a sheet is of: the one thing about it that its own form answers.
    private func given(_ name: String) -> JSON {
        name == "version" ? JSON(instrument?.version ?? 0) : JSON(instrument?.id ?? "")
    }
}
