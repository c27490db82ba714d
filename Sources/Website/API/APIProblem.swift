import Casework
import Desk
import HTTPTypes
import Hummingbird

/// Why the API did not do what was asked (RFC 9457): one entry for each faulty answer, in the reader's language, never
/// an error's own words.
struct APIProblem: Error {
    let status: HTTPResponse.Status
    /// What kind of problem it is, for programs.
    let name: String
    let title: String
    var detail: String?
    /// In so many seconds it may be sent again.
    var retryAfter: Int?
    /// More members, by the kind of problem.
    var more: [(String, JSON?)] = []

    var json: JSON {
        .object(
            [
                ("type", JSON(Self.type + name)), ("title", JSON(title)), ("status", JSON(status.code)),
                ("detail", detail.map { JSON($0) }),
            ] + more)
    }

    var response: Response {
        var response = Response.json(json, status: status)
        response.headers[.contentType] = "application/problem+json"
        if status == .unauthorized { response.headers[.wwwAuthenticate] = "Bearer" }
        response.headers[.retryAfter] = retryAfter.map { "\($0)" }
        return response
    }
}

extension APIProblem {
    static let type = "urn:lindung:problem:"

    /// Every kind of problem, by its name.
    static let names: [String] =
        Trouble.allCases.map(\.key) + BadRequest.allCases.map(\.rawValue)
        + ["faulty", "cautioned", "conflict", "too-many-calls", "read-only", "no-token", "not-json"]

    /// What is wrong with the request itself.
    enum BadRequest: String, CaseIterable {
        case badHeader = "bad-header"
        /// A header without which nothing is done.
        case noKey = "no-key"
        case badQuery = "bad-query"
        case badBody = "bad-body"
    }

    /// - Parameter member: which part of the request it is: a header, a name of the query, a member of the body.
    init(_ bad: BadRequest, at member: String? = nil, _ words: Words) {
        let detail =
            switch bad {
            case .badHeader: words["api.bad-header"]
            case .noKey: words["api.no-key"]
            case .badQuery: words["api.bad-query"]
            case .badBody: words["api.bad-body"]
            }
        self.init(
            status: .badRequest, name: bad.rawValue, title: words["trouble.not-a-form.title"], detail: detail,
            more: [("at", member.map { JSON(String($0.prefix(100))) })])
    }

    /// What a page tells people to do in a browser is told to programs in their own terms.
    init(_ trouble: Trouble, _ words: Words) {
        let (title, text) = ("trouble.\(trouble.key).title", "trouble.\(trouble.key).text")
        let told =
            switch trouble {
            case .notFound, .gone: (words["api.not-found"], words["api.not-found-text"])
            case .wrongMethod: (words["api.wrong-method"], words["api.wrong-method-text"])
            case .signedOut: (words[title], words["api.no-token"])
            case .notAForm: (words[title], words["api.bad-body"])
            case .stale: (words[title], words["api.stale"])
            case .keyUsed: (words["api.key-used"], words["api.key-used-text"])
            case .forged: (words[title], words["api.bad-body"])
            case .rightsChanged: (words[title], words["api.again"])
            default: (words[title], words[text])
            }
        self.init(status: trouble.status, name: trouble.key, title: told.0, detail: told.1)
        if trouble == .tooManyOpened { retryAfter = Int(NotDone.longestWait) }
    }

    /// So many faults are told at once.
    private static let mostErrors = 50

    /// - Parameter action: whose questions the faults are about.
    init(_ notDone: NotDone, of action: ActionName?, _ words: Words) {
        switch notDone {
        case .faulty(let faults):
            self.init(
                status: .unprocessableContent, name: "faulty",
                title: words("form.faults", ["n": "\(faults.all.count)"]),
                more: [("errors", .array(faults.all.prefix(Self.mostErrors).map { Self.error($0, action, words) }))])
        case .cautioned(let cautions):
            self.init(
                status: .unprocessableContent, name: "cautioned", title: words["form.cautions"],
                detail: words["api.cautioned"],
                more: [
                    ("cautions", .array(cautions.map { ["mark": JSON($0.mark), "detail": JSON(words.caution($0))] }))
                ])
        case .refused(let refusal):
            self.init(
                status: .conflict, name: "refused", title: words["form.refused"], detail: words.refusal(refusal),
                more: Self.why(refusal))
        case .conflict(let refusal):
            self.init(
                status: .conflict, name: "conflict", title: words["conflict.title"],
                detail: refusal.map { words.refusal($0) } ?? words["api.conflict"],
                more: refusal.map(Self.why) ?? [])
        default: self.init(Trouble(notDone), words)
        }
    }

    private static func why(_ refusal: Refusal) -> [(String, JSON?)] {
        [
            ("reason", JSON(refusal.reason)), ("law", refusal.law.map { JSON($0) }),
            ("remedy", refusal.remedy.map { JSON($0.text) }),
        ]
    }

    /// A correction asks what the mended action asks, and why.
    private static func error(_ fault: Fault, _ action: ActionName?, _ words: Words) -> JSON {
        let isReason = fault.field == CorrectEntry<Complaint>.reasonName
        let asking = isReason ? CorrectEntry<Complaint>.name : action ?? ""
        return [
            "field": JSON(fault.field), "problem": JSON(fault.problem.name),
            "detail": JSON(words.problem(fault, of: asking)),
        ]
    }
}
