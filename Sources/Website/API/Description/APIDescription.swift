import Casework
import Desk
import Foundation
import Statistics

/// The API as an OpenAPI 3.1 document, made from the same lists that the doors, the pages and the journal read: a new
/// action is described as soon as it is there.
struct APIDescription {
    let words: Words
    let instruments: Instruments

    var json: JSON {
        get throws {
            let lists = try CodeLists(of: Records.all.flatMap { $0.allActions })
            var schemas = APISchemas.all + lists.schemas(words)
            var paths = fixed
            for type in Records.all {
                let told = try described(type, lists)
                schemas += told.schemas
                paths += told.operations
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
                    "responses": [
                        "Problem": Operation.response("Problem", "application/problem+json", "Not done."),
                        "Wait": Operation.response(
                            "Problem", "application/problem+json", "Too many calls: wait so many seconds.",
                            headers: [("Retry-After", APISchemas.count)]),
                    ],
                ],
            ]
        }
    }

    /// What holds for all calls, in the language of the API.
    private static let manual = """
        What the pages do, by the same actions. A worker makes a token under the account's menu; a call does what its owner \
        may do, within the duties that the token was given, for reading as for acting. Texts come \
        in Indonesian or English, by Accept-Language.

        Ids that an answer needs: `/directory` tells who manages cases and which partners may be asked; a record's `state` \
        tells its people, consents, steps and referrals; its `actions` tell what may be done now, and `may` of an entry \
        how that is mended or decided about: at the address of that entry. Codes are the lists \
        `codes.…` below, each code with what people read for it; with `Accept-Language: id` this document has the Indonesian \
        words.

        `seen` is the version of the record that was read: where somebody did the same since then, the call is answered \
        409 with both sides, and nothing is overwritten. Without it the call acts on whatever there is. If-Match insists \
        on exactly one version. `record` is the id that a new record is to have. Every act is sent with an Idempotency-Key, \
        a UUID that the program makes for it, so that it is safe to send it again: the same call is answered as before. \
        Under another one the same call is done once more; without one it is answered 400.

        An action that sets something says all of it anew, such as how contact is safe, or what the directory says of a \
        partner: what is left out is gone. One that adds to something, such as to what is known of a person, leaves the \
        rest. Some questions are asked only in some cases: their descriptions say in which. The risk of a case is the \
        highest of its clients' newest assessments.

        An answer 422 of type `cautioned` asks first: send the call again with the `mark` of each caution in `ticked`, if \
        what it says is so. A correction, a withdrawal or a voiding that somebody else must approve is answered with \
        `approval: asked` and changes nothing until then. What an action opened beside its own record stands in \
        `opened`: a triage, the case.

        Instants come in UTC. One that is sent without a zone is the office's local time. `bound` tells whom a time \
        binds: U the unit, T others, K what the client agreed to. A record that may not be opened stands in lists as a \
        stub, `sight: listed`: its code, and in `codes` age band, district, risk and manager. To who supervises it also tells where \
        the case stands, whether a deadline that binds the office has passed, for how many hours, and whether nothing was \
        written down for thirty days. Whoever opens many records in an hour is let wait before each further one, programs and \
        pages together, and the office is told. Who decides about a file reads it until it is decided; afterwards it is \
        not there for them.
        """

    private func described<R: Record>(
        _ type: R.Type, _ lists: CodeLists
    ) throws -> (schemas: [(String, JSON?)], operations: [(String, JSON?)]) {
        let described = RecordDescription<R>(words: words, instruments: instruments, lists: lists)
        return (try described.schemas, described.operations)
    }

    // MARK: what is not an action

    private var fixed: [(String, JSON?)] {
        let period: JSON = [
            "name": "period", "in": "path", "required": true,
            "schema": ["type": "string", "pattern": JSON(Self.period)],
            "description": "A year, a quarter, a month, or from one day until another, both counted.",
            "examples": ["year": ["value": "2023"], "quarter": ["value": "2023-Q2"], "month": ["value": "2023-05"]],
        ]
        let year: JSON = [
            "name": "year", "in": "path", "required": true,
            "schema": ["type": "string", "pattern": "^(19|[2-9][0-9])[0-9]{2}$"],
            "description": "A whole year. Of one that is not over nothing is published.",
            "examples": ["year": ["value": "2023"]],
        ]
        let publicTable: JSON = [
            "name": "table", "in": "path", "required": true,
            "schema": APISchemas.code(TableName.allCases.filter(\.isPublic).map(\.rawValue)),
        ]
        let table: JSON = ["name": "table", "in": "path", "required": true, "schema": TableName.schema]
        let itself: JSON = ["200": ["description": "This document.", "content": ["application/json": [:] as JSON]]]
        let base = APIPath.base
        let read = [
            get(.me, "me", "Me", "Who asks, and what the token may do."),
            get(.directory, "directory", "Directory", "Who manages cases, and which partners may be asked."),
            get(.dues, "dues", "Dues", "What is due on the caller's records, the earliest first."),
            get(
                .supervision, "supervision", "Supervision",
                "How the office's work stands, in numbers, and how soon it answered in the last ninety days."),
        ]
        let lists = APIList.allCases.map { list in
            get(
                .list(list), "list-\(list.rawValue.replacing("/", with: "-"))", "Listing", list.summary,
                Operation.paging)
        }
        let text: JSON = ["type": "string", "minLength": 1, "maxLength": JSON(List.longestSearch)]
        let others: [(String, JSON?)] = [
            (
                "\(base)/openapi.json",
                ["get": ["operationId": "openapi", "security": [] as JSON, "responses": itself]]
            ),
            (
                APIPath.search.description,
                [
                    "post": Operation.json(
                        "search", "Records in which all of these words stand, or this code or phone number.",
                        parameters: Operation.paging, answer: "Listing", body: APISchemas.object(["text": text]))
                ]
            ),
            (
                APIPath.alike.description,
                [
                    "post": Operation.json(
                        "alike", "Cases in which somebody of this complaint may be known already.", answer: "Listing",
                        body: APISchemas.object(["complaint": APISchemas.id]))
                ]
            ),
            (
                "\(base)/reports/all/{period}",
                [
                    "get": Operation.json(
                        "reports", "All tables of the official report, of cases that came in during a period.",
                        parameters: [period], answer: "Report")
                ]
            ),
            (
                "\(base)/reports/{table}/{period}",
                [
                    "get": Operation.json(
                        "report", "One table of the official report, such as victims by form of violence.",
                        parameters: [table, period], answer: "Figures")
                ]
            ),
            (
                "\(base)/reports/public/all/{year}",
                [
                    "get": Operation.json(
                        "public-reports", "The tables of a year that may be published, with what is hidden.",
                        parameters: [year], answer: "Publication")
                ]
            ),
            (
                "\(base)/reports/public/{table}/{year}",
                [
                    "get": Operation.json(
                        "public-report", "One table of a year as it may be published, with what is hidden.",
                        parameters: [publicTable, year], answer: "PublicFigures")
                ]
            ),
            ("\(base)/supervision/{concern}", supervised("supervised", [concern])),
            (
                "\(base)/supervision/{concern}/{manager}",
                supervised("supervised-of-one", [concern, Operation.id("manager")])
            ),
            (
                "\(base)/\(CaseFile.kind)/{id}/people/{person}/nik",
                [
                    "post": Operation.json(
                        "nik", "Somebody's identity number. That it was read is put on record.",
                        parameters: [Operation.id("id"), Operation.id("person")], answer: "NIK")
                ]
            ),
        ]
        return read + lists + others
    }

    /// As ``Period`` prints itself. Which days are none, and how far they may be apart, it does not say.
    private static let period = #"^(19|[2-9][0-9])[0-9]{2}(-Q[1-4]|-(0[1-9]|1[0-2]))?$|^[0-9-]{10}--[0-9-]{10}$"#
    private let concern: JSON = [
        "name": "concern", "in": "path", "required": true,
        "schema": APISchemas.code(Concern.allCases.map(\.rawValue)),
    ]

    private func supervised(_ id: String, _ parameters: [JSON]) -> JSON {
        [
            "get": Operation.json(
                id, "The open cases that this number counts; those that the caller may not open as stubs.",
                parameters: parameters + Operation.paging, answer: "Listing")
        ]
    }

    private func get(
        _ path: APIPath, _ id: String, _ schema: String, _ summary: String, _ parameters: [JSON] = []
    ) -> (String, JSON?) {
        (path.description, ["get": Operation.json(id, summary, parameters: parameters, answer: schema)])
    }
}

extension APIList {
    fileprivate var summary: String {
        switch self {
        case .inbox: "Complaints that nobody has triaged, the most urgent first."
        case .ownCases: "The caller's open cases, the most urgent first."
        case .officeCases: "All open cases of the office; those that the caller may not open as stubs."
        case .closedCases: "Closed cases that the caller may open, the newest first."
        case .endedComplaints:
            "Complaints that ended without a case and the caller may open, what was dangerous first."
        case .emergencies: "Cases of the caller's team that somebody else read in an emergency in the last seven days."
        case .voided: "Records that were voided and the caller may open, the newest first."
        case .approvals: "Records in which something waits for approval, the longest waiting first."
        case .decidedAlone: "Records in which somebody decided what they had asked for."
        }
    }
}

extension Record {
    fileprivate static var allActions: [any Action.Type] { actions.all }
}
