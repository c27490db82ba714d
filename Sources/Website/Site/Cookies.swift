import Casework
import Desk
import HTTPTypes
import Hummingbird

/// The five cookies. `__Host-` binds each to this very host; browsers take it on plain http from loopback only.
enum Cookies {
    static let session = "__Host-session"
    static let visitor = "__Host-visitor"
    static let language = "__Host-language"
    static let devices = "__Host-devices"
    /// What was recorded a moment ago, for the next page.
    static let done = "__Host-done"

    /// Lives as long as the browser; no script reads it, no other site's request carries it.
    static func header(_ name: String, _ value: String) -> String {
        "\(name)=\(value); Path=/; Secure; HttpOnly; SameSite=Strict"
    }

    /// The session's own cookie, and what the browser keeps to be known by later.
    static func session(_ session: Session) -> [String] {
        [header(self.session, session.token)] + (session.devices.map { [known($0)] } ?? [])
    }

    /// Outlives the browser's end.
    static func known(_ devices: String) -> String {
        header(self.devices, devices) + "; Max-Age=\(Int(Accounts.deviceLife))"
    }

    static func cleared(_ name: String) -> String { header(name, "") + "; Max-Age=0" }
}

extension Request {
    /// The value of a cookie; the first that is sent by this name.
    func cookie(_ name: String) -> String? {
        let wanted = "\(name)=".utf8
        for line in headers[values: .cookie] {
            for pair in line.utf8.split(separator: UInt8(ascii: ";")) {
                let told = pair.drop { $0 == UInt8(ascii: " ") }
                if told.count > wanted.count, told.starts(with: wanted) {
                    return String(Substring(told.dropFirst(wanted.count)))
                }
            }
        }
        return nil
    }
}

extension Response {
    mutating func set(_ cookie: String) { headers.append(HTTPField(name: .setCookie, value: cookie)) }

    func setting(_ cookies: String...) -> Response { setting(cookies) }

    func setting(_ cookies: [String]) -> Response {
        var response = self
        for cookie in cookies { response.set(cookie) }
        return response
    }
}
