import Casework
import Desk
import Statistics

/// The shapes of the API's answers, as JSON Schemas by name.
struct APISchemas {
    static func ref(_ name: String) -> JSON { ["$ref": JSON("#/components/schemas/\(name)")] }

    static var all: [(String, JSON?)] {
        [
            ("Me", ToldCaller.schema), ("Directory", ToldDirectory.schema), ("Listed", Listed.schema),
            ("Listing", Listing.schema(["rows": list(ref("Listed"))])),
            ("Dues", ToldDues.schema(["rows": list(Due.schema(["record": ref("Listed")]))])),
            ("Report", ToldReport.schema(["tables": list(ref("Figures"))])), ("Figures", ToldFigures.schema),
            ("Publication", ToldPublication.schema(["tables": list(ref("PublicFigures"))])),
            ("PublicFigures", ToldPublicFigures.schema),
            ("Supervision", Supervision.schema), ("NIK", ToldNIK.schema), ("Access", ToldAccessLog.schema),
            ("Performed", ToldPerformed.schema),
            ("Problem", problem),
        ]
    }

    // MARK: words of schemas

    static let text: JSON = ["type": "string"]
    static let id: JSON = ["type": "string", "format": "uuid"]
    static let instant: JSON = ["type": "string", "format": "date-time"]
    static let count: JSON = ["type": "integer", "minimum": 0]
    static let flag: JSON = ["type": "boolean"]
    static let any: JSON = ["type": "object"]

    static func list(_ items: JSON) -> JSON { ["type": "array", "items": items] }
    static func code(_ codes: [String]) -> JSON { ["type": "string", "enum": .array(codes.map { JSON($0) })] }

    /// Every member that is not optional is always there, and no other ever.
    static func object(_ members: KeyValuePairs<String, JSON>, optional: Set<String> = []) -> JSON {
        [
            "type": "object", "properties": .object(members.map { ($0.key, $0.value) }),
            "required": .array(members.map(\.key).filter { !optional.contains($0) }.map { JSON($0) }),
            "additionalProperties": false,
        ]
    }

    /// What may be done to records of all kinds.
    private static var actions: [String] {
        func names<R: Record>(_ type: R.Type) -> [String] { R.actions.all.filter { $0.hasForm }.map { $0.name.text } }
        return Set(Records.all.flatMap { names($0) }).sorted()
    }

    /// `theirs` are entries of the record, whatever its kind: what others recorded since.
    private static var problem: JSON {
        let entry: JSON = ["anyOf": .array(Records.all.map { ref("\($0.kind).entry") })]
        let error = object(["field": text, "problem": code(Problem.all.map(\.name)), "detail": text])
        let caution = object(["mark": text, "detail": text])
        return object(
            [
                "type": code(APIProblem.names.map { APIProblem.type + $0 }), "title": text, "status": count,
                "detail": text, "at": text, "errors": list(error),
                "cautions": list(caution), "reason": text, "law": text, "remedy": code(actions), "version": count,
                "theirs": list(entry), "mine": any,
            ],
            optional: ["detail", "at", "errors", "cautions", "reason", "law", "remedy", "version", "theirs", "mine"])
    }
}
