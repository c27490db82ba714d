package import Foundation
import Synchronization

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// What a browser does for our pages, and no more: keeps cookies, fills in a form's hidden fields, says where it
/// comes from. It follows no redirect unless it is told to.
package final class Browser: Sendable {
    package struct Page: Sendable {
        package let status: Int
        package let headers: [String: String]
        package let body: Data
        package var text: String { String(decoding: body, as: UTF8.self) }
        package var location: String? { headers["Location"] }

        /// The hidden fields of the first form that is sent to this address.
        package func hidden(_ action: String) -> [String: String] {
            guard let form = text.components(separatedBy: "<form").first(where: { $0.contains("action=\"\(action)\"") })
            else { return [:] }
            var fields: [String: String] = [:]
            for tag in form.components(separatedBy: "<input type=\"hidden\" ").dropFirst() {
                let parts = tag.components(separatedBy: "\"")
                if parts.count > 3 { fields[parts[1]] = parts[3] }
            }
            return fields
        }

        /// What would be sent of the form to this address as it stands: what is hidden, what is filled in or ticked.
        package func standing(_ action: String) -> [(key: String, value: String)] {
            guard let form = text.components(separatedBy: "<form").first(where: { $0.contains("action=\"\(action)\"") })
            else { return [] }
            let filled = form.matches(of: #/<input class="input[^>]*? name="([^"]*)"[^>]*? value="([^"]*)"/#)
            let ticked = form.matches(
                of: #/<input type="(?:checkbox|radio)" id="[^"]*" name="([^"]*)" value="([^"]*)" checked/#)
            let chosen = form.components(separatedBy: "<select").dropFirst().compactMap { select in
                let name = select.firstMatch(of: #/ name="([^"]*)"/#)
                let option = select.prefix(upTo: "</select").firstMatch(of: #/<option value="([^"]*)" selected/#)
                return name.flatMap { name in option.map { (String(name.1), String($0.1)) } }
            }
            return Array(hidden(action)) + (filled + ticked).map { (String($0.1), String($0.2)) } + chosen
        }
    }

    private let port: Int
    private let cookies = Mutex<[String: String]>([:])
    private let session = URLSession(configuration: .withoutCookies, delegate: StayHere(), delegateQueue: nil)

    init(port: Int) { self.port = port }

    package var cookie: [String: String] { cookies.withLock { $0 } }
    package func forgetCookies() { cookies.withLock { $0 = [:] } }
    package func setCookie(_ name: String, _ value: String) { cookies.withLock { $0[name] = value } }

    package func get(_ path: String) async throws -> Page { try await send("GET", path) }

    /// Sends a form as the page showed it, with these answers.
    @discardableResult
    package func post(_ path: String, _ answers: [String: String], from page: Page) async throws -> Page {
        try await post(path, Array(page.hidden(path).merging(answers) { $1 }))
    }

    @discardableResult
    package func post(
        _ path: String, _ fields: [(key: String, value: String)], headers: [String: String] = [:]
    ) async throws -> Page {
        let pairs = fields.map { "\($0.key.formEncoded)=\($0.value.formEncoded)" }
        return try await send("POST", path, body: Data(pairs.joined(separator: "&").utf8), headers: headers)
    }

    /// Posts and then looks where it was sent.
    @discardableResult
    package func follow(_ page: Page) async throws -> Page { try await get(page.location ?? "/") }

    package func send(
        _ method: String, _ path: String, body: Data? = nil, headers: [String: String] = [:]
    ) async throws -> Page {
        guard let url = URL(string: "http://127.0.0.1:\(port)\(path)") else { throw URLError(.badURL) }
        var request = URLRequest(url: url)
        request.httpMethod = method
        request.httpShouldHandleCookies = false
        let cookies = cookie.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        if !cookies.isEmpty { request.setValue(cookies, forHTTPHeaderField: "Cookie") }
        if let body {
            request.httpBody = body
            request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
            request.setValue("same-origin", forHTTPHeaderField: "Sec-Fetch-Site")
        }
        for (name, value) in headers { request.setValue(value.isEmpty ? nil : value, forHTTPHeaderField: name) }
        let (data, response) = try await session.data(for: request)
        guard let response = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
        var fields: [String: String] = [:]
        for (name, value) in response.allHeaderFields { fields["\(name)"] = "\(value)" }
        remember(fields["Set-Cookie"])
        return Page(status: response.statusCode, headers: fields, body: data)
    }

    private func remember(_ header: String?) {
        for part in (header ?? "").components(separatedBy: "__Host-").dropFirst() {
            let pair = part.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2 else { continue }
            cookies.withLock { $0["__Host-\(pair[0])"] = pair[1].isEmpty ? nil : String(pair[1]) }
        }
    }
}

extension URLSessionConfiguration {
    /// The cookies are the browser's own business: `URLSession` would send its own in their place.
    fileprivate static var withoutCookies: URLSessionConfiguration {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        configuration.httpCookieAcceptPolicy = .never
        return configuration
    }
}

private final class StayHere: NSObject, URLSessionTaskDelegate, Sendable {
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @Sendable @escaping (URLRequest?) -> Void
    ) { completionHandler(nil) }
}

extension String {
    fileprivate func prefix(upTo end: String) -> String { components(separatedBy: end)[0] }

    /// As a form encodes it, whatever it is.
    package var formEncoded: String {
        utf8.map { byte in
            let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}
