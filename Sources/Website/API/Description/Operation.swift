import Desk

/// One operation of the OpenAPI document.
enum Operation {
    /// - Parameter answer: the schema of what is answered when it is done.
    static func json(
        _ id: String, _ summary: String, description: String? = nil, parameters: [JSON] = [], answer schema: String,
        body: JSON? = nil, headers: [(String, JSON)] = [], others: [(String, JSON?)] = []
    ) -> JSON {
        let done: (String, JSON?) = ("200", response(schema, "application/json", "Done.", headers: headers))
        let requestBody: JSON? = body.map { ["required": true, "content": ["application/json": ["schema": $0]]] }
        return .object([
            ("operationId", JSON(id)), ("summary", JSON(summary)), ("description", description.map { JSON($0) }),
            ("parameters", parameters.isEmpty ? nil : .array(parameters)), ("requestBody", requestBody),
            ("responses", .object([done] + others + problems)),
        ])
    }

    private static let problems: [(String, JSON?)] =
        ["400", "401", "403", "404", "405", "409", "412", "413", "415", "422", "503"].map {
            ($0, ["$ref": "#/components/responses/Problem"])
        } + [("429", ["$ref": "#/components/responses/Wait"])]

    static func response(
        _ schema: String, _ type: String, _ description: String, headers: [(String, JSON)] = []
    ) -> JSON {
        let told = headers.map { ($0, ["schema": $1] as JSON?) }
        return .object([
            ("description", JSON(description)), ("headers", told.isEmpty ? nil : .object(told)),
            ("content", .object([(type, ["schema": APISchemas.ref(schema)] as JSON)])),
        ])
    }

    static func id(_ name: String) -> JSON {
        ["name": JSON(name), "in": "path", "required": true, "schema": APISchemas.id]
    }

    static func header(_ name: String, _ pattern: String) -> JSON {
        ["name": JSON(name), "in": "header", "schema": ["type": "string", "pattern": JSON(pattern)]]
    }

    /// What every act must be sent with.
    static let key: JSON = [
        "name": JSON(APICall.key), "in": "header", "required": true, "schema": APISchemas.id,
        "description": "An id that the program makes for this act, and sends again with it.",
    ]

    /// The version of a record, as it stands in `ETag` and `If-Match`.
    static let tag = #"^"[0-9]+"$"#

    static let paging: [JSON] = [
        [
            "name": "cursor", "in": "query", "schema": ["type": "string"],
            "description": "The `next` of this list's page before.",
        ],
        ["name": "limit", "in": "query", "schema": ["type": "integer", "minimum": 1, "maximum": JSON(List.most)]],
    ]
}
