import Casework
import Desk

/// The shapes of the API's answers, as JSON Schemas by name.
struct APISchemas {
    static func ref(_ name: String) -> JSON { ["$ref": JSON("#/components/schemas/\(name)")] }

    static var all: [(String, JSON?)] {
        [
            (
                "Me",
                object(
                    [
                        "id": id, "name": text, "posts": codes(Post.allCases.map(\.rawValue)), "duties": list(text),
                        "mayPerform": flag, "office": id,
                    ], optional: [])
            ),
            (
                "Directory",
                object(
                    [
                        "managers": list(object(["id": id, "name": text], optional: [])),
                        "partners": list(
                            object(
                                [
                                    "id": id, "name": text, "kind": code(PartnerKind.codes),
                                    "services": codes(Service.codes),
                                ], optional: [])),
                    ], optional: [])
            ),
            ("Listed", listed),
            (
                "Listing",
                object(
                    ["total": count, "rows": list(ref("Listed")), "next": text], optional: ["next"])
            ),
            ("Found", object(["total": count, "rows": list(ref("Listed"))], optional: [])),
            (
                "Due",
                object(
                    [
                        "rule": text, "basis": text, "sentence": text, "bound": bound, "due": instant,
                        "count": count, "what": text, "record": ref("Listed"),
                    ], optional: ["sentence", "bound", "due", "what"])
            ),
            ("Dues", object(["rows": list(ref("Due"))], optional: [])), ("ViolenceTable", violence),
            ("NIK", object(["nik": text], optional: [])),
            (
                "Performed",
                object(
                    ["kind": text, "record": id, "version": count], optional: [])
            ),
            ("Worker", object(["id": id, "name": text], optional: ["name"])),
            ("Mended", object(["by": ref("Worker"), "at": instant, "reason": text], optional: [])),
            ("Entry", entry), ("Record", record), ("Problem", problem),
        ]
    }

    // MARK: words of schemas

    static let text: JSON = ["type": "string"]
    static let id: JSON = ["type": "string", "format": "uuid"]
    static let instant: JSON = ["type": "string", "format": "date-time"]
    static let count: JSON = ["type": "integer", "minimum": 0]
    static let flag: JSON = ["type": "boolean"]
    static let any: JSON = ["type": "object"]
    private static let bound: JSON = ["type": "string", "enum": ["U", "T", "K"]]

    static func list(_ items: JSON) -> JSON { ["type": "array", "items": items] }
    static func codes(_ codes: [String]) -> JSON { list(code(codes)) }
    static func code(_ codes: [String]) -> JSON { ["type": "string", "enum": .array(codes.map { JSON($0) })] }

    /// Every member that is not optional is always there, and no other ever.
    static func object(_ members: KeyValuePairs<String, JSON>, optional: Set<String>) -> JSON {
        [
            "type": "object", "properties": .object(members.map { ($0.key, $0.value) }),
            "required": .array(members.map(\.key).filter { !optional.contains($0) }.map { JSON($0) }),
            "additionalProperties": false,
        ]
    }

    // MARK: the larger ones

    private static var listed: JSON {
        object(
            [
                "kind": text, "id": id, "code": text, "sight": code(["open", "listed"]),
                "status": code(Status.allCases.map(\.rawValue)), "title": text, "at": instant,
                "codes": ["type": "object", "additionalProperties": text],
                "clues": codes(Clue.allCases.map(\.rawValue)), "found": text,
            ], optional: ["title", "clues", "found"])
    }

    private static var violence: JSON {
        let row = object(
            [
                "code": code(ViolenceForm.codes), "total": count, "female": count, "male": count, "sexUnknown": count,
                "child": count, "adult": count, "ageUnknown": count,
            ], optional: [])
        return object(
            [
                "year": count, "unit": text, "basis": text, "victims": count, "cases": count, "rows": list(row),
            ], optional: [])
    }

    private static var entry: JSON {
        object(
            [
                "entry": id, "version": count, "action": text, "at": instant, "happened": instant,
                "by": ref("Worker"), "because": id, "ticked": list(text), "answers": any, "mends": id,
                "before": list(object(["answers": any, "corrected": ref("Mended")], optional: ["answers"])),
                "withdrawn": ref("Mended"), "approval": code(["asked", "granted", "refused"]),
                "decided": ref("Mended"),
            ],
            optional: [
                "happened", "because", "ticked", "answers", "mends", "before", "withdrawn", "approval", "decided",
            ])
    }

    private static var record: JSON {
        object(
            [
                "kind": code(Records.all.map { $0.kind.text }), "id": id, "code": text, "version": count,
                "status": code(Status.allCases.map(\.rawValue)), "actions": list(text), "state": any,
                "history": list(ref("Entry")),
            ], optional: ["code"])
    }

    private static var problem: JSON {
        let error = object(["field": text, "problem": text, "detail": text], optional: [])
        let caution = object(["mark": text, "detail": text], optional: [])
        return object(
            [
                "type": text, "title": text, "status": count, "detail": text, "errors": list(error),
                "cautions": list(caution), "reason": text, "law": text, "version": count,
                "theirs": list(ref("Entry")), "mine": any,
            ],
            optional: ["detail", "errors", "cautions", "reason", "law", "version", "theirs", "mine"])
    }
}
