import Casework
import Desk
import Foundation

/// The API as an OpenAPI 3.1 document, made from the same lists that the doors, the pages and the journal read: a new
/// action is described as soon as it is there.
struct APIDescription {
    let words: Words
    let instruments: Instruments

    var json: JSON {
        get throws {
            var schemas = APISchemas.all
            var paths = fixed
            for type in Records.all {
                schemas += try answers(of: type)
                paths += operations(on: type)
            }
            return [
                "openapi": "3.1.0",
                "info": [
                    "title": "Lindung", "version": "1", "description": JSON(Self.manual),
                    "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
                ],
                "security": [["token": []]],
                "paths": .object(paths),
                "components": [
                    "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]],
                    "schemas": .object(schemas),
                    "responses": ["Problem": Self.response("Problem", "application/problem+json", "Not done.")],
                ],
            ]
        }
    }

    /// What holds for all calls, in the language of the API.
    private static let manual = """
        What the pages do, by the same actions. A worker makes a token under the account's menu; a call does what its owner \
        may do, within the duties that the token was given. Texts come in Indonesian or English, by Accept-Language.

        Ids that an answer needs: `/directory` tells who manages cases and which partners may be asked; a record's `state` \
        tells its people, consents, steps and referrals; its `actions` tell what may be done now.

        `seen` is the version of the record that was read: where somebody did the same since then, the call is answered \
        409 with both sides, and nothing is overwritten. Without it the call acts on whatever there is. If-Match insists \
        on exactly one version. `record` is the id that a new record is to have. An Idempotency-Key makes it safe to send \
        a call again: the same call is answered as before.

        An answer 422 of type `cautioned` asks first: send the call again with the `mark` of each caution in `ticked`, if \
        what it says is so. A correction or withdrawal that needs approval is recorded as asked: the entry says so.

        An instant without a zone is the office's local time. `bound` tells whom a time binds: U the unit, T others, K what \
        the client agreed to. Whoever opens many records in an hour is let wait before each further one, programs and \
        pages together, and the office is told.
        """

    // MARK: what is not an action

    private var fixed: [(String, JSON?)] {
        let read: [(APIPath, String, String, [JSON])] =
            [
                (.me, "me", "Me", []), (.directory, "directory", "Directory", []), (.dues, "dues", "Dues", []),
            ]
            + APIList.allCases.map { list in
                let id = list.rawValue.replacing("/", with: "-")
                return (.list(list), "list-\(id)", "Listing", Self.paging)
            }
        let lists = read.map { path, id, schema, parameters in
            (path.description, ["get": operation(id, parameters: parameters, answer: schema)] as JSON?)
        }
        let year: JSON = [
            "name": "year", "in": "path", "required": true,
            "schema": ["type": "integer", "minimum": 1900, "maximum": 9999],
        ]
        let itself: JSON = ["200": ["description": "This document.", "content": ["application/json": [:] as JSON]]]
        let others: [(String, JSON?)] = [
            (
                "\(APIPath.base)/openapi.json",
                ["get": ["operationId": "openapi", "security": [] as JSON, "responses": itself]]
            ),
            (
                APIPath.search.description,
                [
                    "post": operation(
                        "search", parameters: Self.paging, answer: "Listing",
                        body: APISchemas.object(
                            ["text": ["type": "string", "minLength": 1, "maxLength": JSON(List.longestSearch)]],
                            optional: []))
                ]
            ),
            (
                APIPath.alike.description,
                [
                    "post": operation(
                        "alike", answer: "Found", body: APISchemas.object(["complaint": APISchemas.id], optional: []))
                ]
            ),
            (
                "\(APIPath.base)/reports/violence/{year}",
                ["get": operation("violence", parameters: [year], answer: "ViolenceTable")]
            ),
            (
                "\(APIPath.base)/\(CaseFile.kind)/{id}/people/{person}/nik",
                ["post": operation("nik", parameters: [Self.id("id"), Self.id("person")], answer: "NIK")]
            ),
        ]
        return lists + others
    }

    // MARK: records and their actions

    private func operations<R: Record>(on type: R.Type) -> [(String, JSON?)] {
        let base = "\(APIPath.base)/\(R.kind)"
        let record = [
            (
                "\(base)/{id}",
                [
                    "get": operation(
                        "get-\(R.kind)",
                        parameters: [Self.id("id"), Self.header("If-None-Match", #"^"[0-9]+"$"#)], answer: "Record",
                        others: [("304", ["description": "Not changed since that version."])])
                ] as JSON?
            )
        ]
        let actions = R.actions.all.compactMap { action -> (String, JSON?)? in
            guard let (address, parameters) = address(of: action, base) else { return nil }
            let path = ["post": perform(action, on: type, parameters)] as JSON
            return (address, path)
        }
        return record + actions
    }

    /// Where an action is performed; nil for one that only another makes happen.
    private func address<R: Record>(of action: any Action<R>.Type, _ base: String) -> (String, [JSON])? {
        if Path.mendsAnEntry(action) {
            return ("\(base)/{id}/entries/{entry}/\(action.name)", [Self.id("id"), Self.id("entry")])
        }
        guard action.hasForm else { return nil }
        return action.opens ? ("\(base)/\(action.name)", []) : ("\(base)/{id}/\(action.name)", [Self.id("id")])
    }

    private func perform<R: Record>(_ action: any Action<R>.Type, on type: R.Type, _ parameters: [JSON]) -> JSON {
        let body: JSON = .object([
            ("type", "object"),
            (
                "properties",
                .object([
                    ("answers", APISchemas.ref(Self.name(action))), ("seen", APISchemas.count),
                    ("ticked", APISchemas.list(APISchemas.text)), ("record", action.opens ? APISchemas.id : nil),
                ])
            ),
            ("required", ["answers"]), ("additionalProperties", false),
        ])
        let headers = [
            Self.header("Idempotency-Key", "^[0-9a-fA-F-]{36}$"), Self.header("If-Match", #"^"[0-9]+"$"#),
        ]
        return operation(
            "\(R.kind)-\(action.name)", words["\(action.name).title"], parameters: parameters + headers,
            answer: "Performed",
            body: body, others: [("201", Self.response("Performed", "application/json", "Done: the record is there."))])
    }

    /// What each action's answers are.
    private func answers<R: Record>(of type: R.Type) throws -> [(String, JSON?)] {
        try R.actions.all.compactMap { action in
            guard action.hasForm || action is CorrectEntry<R>.Type else { return nil }
            return (Self.name(action), try answers(of: action))
        }
    }

    private func answers<R: Record>(of action: any Action<R>.Type) throws -> JSON {
        let label = { (field: Field) in words.byKey["\(action.name).\(field.name)"] ?? "" }
        if action is CorrectEntry<R>.Type {
            let reason: JSON = ["type": "string", "minLength": 1, "maxLength": JSON(LongText.limit)]
            return [
                "type": "object", "properties": .object([(CorrectEntry<R>.reasonName, reason)]),
                "required": [JSON(CorrectEntry<R>.reasonName)],
                "description": JSON(words["correct-entry.title"]),
            ]
        }
        guard action is any SheetAction.Type else {
            // The address says which entry.
            let fields = try FormReader.fields(of: action).filter { $0.kind != .entry }
            return Field.schema(fields, label: label)
        }
        let forms = try instruments.current.map { instrument in
            Field.schema(try FormReader.fields(of: action, instrument), label: label)
        }
        return ["anyOf": .array(forms)]
    }

    // MARK: parts of operations

    private static func name<R: Record>(_ action: any Action<R>.Type) -> String { "\(R.kind).\(action.name)" }

    private func operation(
        _ id: String, _ summary: String? = nil, parameters: [JSON] = [], answer schema: String, body: JSON? = nil,
        others: [(String, JSON?)] = []
    ) -> JSON {
        let problems = Self.problems.map { ($0, ["$ref": "#/components/responses/Problem"] as JSON?) }
        let done: (String, JSON?) = ("200", Self.response(schema, "application/json", "Done."))
        let responses = [done] + others + problems
        let requestBody: JSON? = body.map { ["required": true, "content": ["application/json": ["schema": $0]]] }
        return .object([
            ("operationId", JSON(id)), ("summary", summary.map { JSON($0) }),
            ("parameters", parameters.isEmpty ? nil : .array(parameters)), ("requestBody", requestBody),
            ("responses", .object(responses)),
        ])
    }

    private static let problems = ["400", "401", "403", "404", "405", "409", "412", "413", "415", "422", "429", "503"]

    private static func response(_ schema: String, _ type: String, _ description: String) -> JSON {
        [
            "description": JSON(description),
            "content": .object([(type, ["schema": APISchemas.ref(schema)] as JSON)]),
        ]
    }

    private static func id(_ name: String) -> JSON {
        ["name": JSON(name), "in": "path", "required": true, "schema": APISchemas.id]
    }

    private static func header(_ name: String, _ pattern: String) -> JSON {
        ["name": JSON(name), "in": "header", "schema": ["type": "string", "pattern": JSON(pattern)]]
    }

    private static let paging: [JSON] = [
        ["name": "cursor", "in": "query", "schema": ["type": "string"]],
        ["name": "limit", "in": "query", "schema": ["type": "integer", "minimum": 1, "maximum": JSON(List.most)]],
    ]
}
