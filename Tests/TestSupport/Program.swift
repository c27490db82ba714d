package import Casework
import Desk
import Foundation

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

    @discardableResult
    package func post(
        _ path: String, _ json: String, headers: [String: String] = [:]
    ) async throws -> Browser.Page {
        let type = ["Content-Type": "application/json"]
        return try await browser.send(
            "POST", "/api/v1/\(path)", body: Data(json.utf8), headers: known(type.merging(headers) { $1 }))
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
