import Casework
import Desk
import Foundation

/// One kind of record in the OpenAPI document: what it is told as, and everything that can be done to it.
struct RecordDescription<R: Record> {
    let words: Words
    let instruments: Instruments
    let lists: CodeLists

    // MARK: schemas

    /// `cases` is a record, `cases.state` where it stands, `cases.entry` any entry, `cases.add-person` what that action is
    /// sent with, `cases.add-person.entry` an entry of it, `cases.add-person.told` what that tells.
    var schemas: [(String, JSON?)] {
        get throws {
            let entry = name("entry")
            let record = ToldRecord.schema([
                "kind": APISchemas.code([R.kind.text]), "actions": APISchemas.list(APISchemas.code(called)),
                "state": APISchemas.ref(name("state")), "history": APISchemas.list(APISchemas.ref(entry)),
            ])
            let state = (R.self as? any Told.Type)?.schema ?? APISchemas.any
            let told = R.actions.all.filter { $0.hasForm || $0 is CorrectEntry<R>.Type }
            let common: [(String, JSON?)] = [(R.kind.text, record), (name("state"), state), (entry, anyEntry)]
            let actions = try told.flatMap { [(name($0.name.text), try asked($0)), (toldName($0), try self.told($0))] }
            let entries = R.actions.all.map { action in
                let isTold = told.contains { $0 == action }
                let answers = isTold ? APISchemas.ref(toldName(action)) : APISchemas.any
                return (entryName(action), ToldEntry.schema(of: action.name, answers: answers))
            }
            return common + actions + entries
        }
    }

    /// Its action tells which.
    private var anyEntry: JSON {
        let names = R.actions.all.map { ($0.name.text, entryName($0)) }
        let mapping = names.map { ($0, JSON?(JSON("#/components/schemas/\($1)"))) }
        return [
            "oneOf": .array(names.map { APISchemas.ref($1) }),
            "discriminator": ["propertyName": "action", "mapping": .object(mapping)],
        ]
    }

    private func name(_ part: String) -> String { "\(R.kind).\(part)" }
    private func entryName(_ action: any Action<R>.Type) -> String { name("\(action.name).entry") }
    private func toldName(_ action: any Action<R>.Type) -> String { name("\(action.name).told") }

    /// The actions that a program may be offered.
    private var called: [String] {
        R.actions.all.filter { !$0.isForPeople && address(of: $0) != nil }.map { $0.name.text }
    }

    private func asked(_ action: any Action<R>.Type) throws -> JSON {
        guard !(action is CorrectEntry<R>.Type) else { return correction }
        return try forms(action, .asked, instruments.current(for: action))
    }

    private func told(_ action: any Action<R>.Type) throws -> JSON {
        guard !(action is CorrectEntry<R>.Type) else {
            let corrected = R.actions.all.filter { $0.hasForm }.map { APISchemas.ref(toldName($0)) }
            return APISchemas.object(
                ["answers": ["anyOf": .array(corrected)], CorrectEntry<R>.reasonName: APISchemas.text],
                optional: ["answers"])
        }
        return try forms(action, .told, instruments.of(action).all)
    }

    /// An action that asks a sheet has as many forms as the office has assessment forms.
    private func forms(
        _ action: any Action<R>.Type, _ side: FormSchema.Side, _ instruments: [Instrument]
    ) throws -> JSON {
        let form = { (instrument: Instrument?) throws -> JSON in
            // The address says which entry.
            let fields = try FormReader.fields(of: action, instrument).filter { side == .told || $0.kind != .entry }
            return FormSchema(
                action: action.name, side: side, lists: lists, words: words, instrument: instrument
            ).schema(fields)
        }
        guard action is any SheetAction.Type else { return try form(nil) }
        return ["anyOf": .array(try instruments.map(form))]
    }

    /// Whatever the corrected action asks, all of it, and why.
    private var correction: JSON {
        let reason: JSON = [
            "type": "string", "minLength": 1, "maxLength": JSON(LongText.limit),
            "title": JSON(words["correct-entry.\(CorrectEntry<R>.reasonName)"]),
        ]
        return [
            "type": "object", "properties": .object([(CorrectEntry<R>.reasonName, reason)]),
            "required": [JSON(CorrectEntry<R>.reasonName)],
            "description": JSON(
                """
                All answers of the entry as they should be, in the shape of its action (`\(R.kind).` and the entry's \
                `action`), and why. An answer that is left out is taken away; an identity number that is sent back masked \
                stays as it is.
                """),
        ]
    }

    // MARK: operations

    var operations: [(String, JSON?)] {
        let read = Operation.json(
            "get-\(R.kind)", "The record, with its history. That it was opened is put on record.",
            parameters: [Operation.id("id"), Operation.header("If-None-Match", Operation.tag)], answer: R.kind.text,
            headers: [("ETag", APISchemas.text)],
            others: [("304", ["description": "Not changed since that version."])])
        let actions = R.actions.all.compactMap { action -> (String, JSON?)? in
            guard let (address, parameters) = address(of: action) else { return nil }
            return (address, ["post": perform(action, parameters)])
        }
        let access = Operation.json(
            "access-\(R.kind)",
            "Who saw the record within a year, for who approves. That it was asked is put on record.",
            parameters: [Operation.id("id")], answer: "Access")
        let log: [(String, JSON?)] =
            R.onlyID(in: 1) == nil ? [("\(base)/{id}/access", ["get": access])] : []
        return [("\(base)/{id}", ["get": read])] + log + actions
    }

    private var base: String { "\(APIPath.base)/\(R.kind)" }

    /// Where an action is performed; nil for one that only another makes happen.
    private func address(of action: any Action<R>.Type) -> (String, [JSON])? {
        if Path.mendsAnEntry(action) {
            return ("\(base)/{id}/entries/{entry}/\(action.name)", [Operation.id("id"), Operation.id("entry")])
        }
        guard action.hasForm else { return nil }
        return action.opens ? ("\(base)/\(action.name)", []) : ("\(base)/{id}/\(action.name)", [Operation.id("id")])
    }

    private func perform(_ action: any Action<R>.Type, _ parameters: [JSON]) -> JSON {
        let body: JSON = .object([
            ("type", "object"),
            (
                "properties",
                .object([
                    ("answers", APISchemas.ref(name(action.name.text))), ("seen", APISchemas.count),
                    ("ticked", APISchemas.list(APISchemas.text)), ("record", action.opens ? APISchemas.id : nil),
                ])
            ),
            ("required", ["answers"]), ("additionalProperties", false),
        ])
        let headers = [Operation.key, Operation.header("If-Match", Operation.tag)]
        let told = [("ETag", APISchemas.text), ("Location", APISchemas.text)]
        return Operation.json(
            "\(R.kind)-\(action.name)", words["\(action.name).title"],
            description: action.isForPeople
                ? "For people only: a program is refused with 409 and `reason: not-by-token`, whatever its token."
                : words.byKey["\(action.name).help"],
            parameters: parameters + headers, answer: "Performed", body: body, headers: told,
            others: [
                (
                    "201",
                    Operation.response("Performed", "application/json", "Done: the record is there.", headers: told)
                )
            ])
    }
}
