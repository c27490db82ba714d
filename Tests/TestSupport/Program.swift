package import Casework
import Desk
package import Foundation

/// A program that comes with a token and speaks JSON.
package struct Program: Sendable {
    package let browser: Browser
    package let token: String

    package init(_ site: TestSite, _ worker: Worker, _ duties: Set<Duty>, mayPerform: Bool = true) async throws {
        browser = site.browser()
        let made = try await site.world.accounts.makeToken(
            "Uji", duties: duties, mayPerform: mayPerform, days: 30, for: worker)
        token = made?.secret ?? ""
    }

    package func get(_ path: String, headers: [String: String] = [:]) async throws -> Browser.Page {
        try await browser.send("GET", "/api/v1/\(path)", headers: known(headers))
    }

    /// - Parameter key: makes sending it twice the same as once; nil for a program that forgot it.
    @discardableResult
    package func post(
        _ path: String, _ json: String, headers: [String: String] = [:], key: UUID? = UUID()
    ) async throws -> Browser.Page {
        var sent = ["Content-Type": "application/json"]
        sent["Idempotency-Key"] = key?.uuidString
        return try await browser.send(
            "POST", "/api/v1/\(path)", body: Data(json.utf8), headers: known(sent.merging(headers) { $1 }))
    }

    /// The school's call about a girl of 14, as a program sends it.
    package static let school = """
        {"answers": {"channel": "S1T", "what": "Siswi bercerita kepada guru.", "danger": "yes",
            "affected": [{"who": "Melati", "sex": "P", "age": 14}], "phone": "0812 3456 7890"}}
        """

    /// Sends it; the id of the complaint.
    package func receive() async throws -> String {
        let done = try await post("complaints/receive-complaint", Self.school)
        guard done.status == 201, let id = done.json["record"] as? String else { throw CocoaError(.fileReadUnknown) }
        return id
    }

    private func known(_ headers: [String: String]) -> [String: String] {
        ["Authorization": "Bearer \(token)"].merging(headers) { $1 }
    }
}

extension Browser.Page {
    /// The answer as a JSON object; empty for anything else.
    package var json: [String: Any] {
        (try? JSONSerialization.jsonObject(with: body)) as? [String: Any] ?? [:]
    }
}
