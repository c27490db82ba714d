import Foundation
import Vault

/// Where a request comes from, as far as the sign-in needs to know it.
package struct Caller: Sendable {
    /// The network address; nil where there is none.
    package let address: String?
    /// What the browser calls itself.
    package let agent: String
    /// What the browser shows of earlier sign-ins.
    private let shown: KnownDevices?

    package init(address: String? = nil, agent: String = "", devices: String? = nil) {
        // A network hands a whole /64 to one customer (RFC 6177): its first half stands for all of it.
        self.address = address.map { $0.contains(":") ? Self.network(ofIPv6: $0) : $0 }
        self.agent = agent
        shown = devices.flatMap(KnownDevices.init)
    }

    /// The same, or that of a browser which shows nothing: made when it is asked for, since most requests sign nobody in.
    var devices: KnownDevices { shown ?? KnownDevices() }

    private static func network(ofIPv6 text: String) -> String {
        var address = in6_addr()
        guard inet_pton(AF_INET6, text, &address) == 1 else { return text }
        return withUnsafeBytes(of: address) { Data($0.prefix(8)) }.map { String($0) }.joined(separator: ":")
    }

    /// The family of the browser and of its system, in their makers' words; empty for what we don't know.
    var browser: String {
        // The order counts: most browsers name those that they are like.
        let families = [
            ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"),
            ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
        ]
        return families.first { agent.contains($0.0) }?.1 ?? ""
    }

    var system: String {
        let families = [
            ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
            ("CrOS", "ChromeOS"), ("Mac OS X", "macOS"), ("Linux", "Linux"),
        ]
        return families.first { agent.contains($0.0) }?.1 ?? ""
    }
}

/// The cookie by which a browser shows that somebody has signed in there with both factors (the OWASP project's "device
/// cookies"). It names nobody: an entry fits one account only, and only who holds the master key can tell which.
struct KnownDevices {
    struct Entry {
        let at: Date
        let mark: String
    }

    /// So many people share a browser at most.
    private static let most = 8
    /// The browser's own secret.
    let browser: String
    let entries: [Entry]

    init(browser: String = Secrets.bytes(16).hex, entries: [Entry] = []) {
        self.browser = browser
        self.entries = entries
    }

    /// Nil for anything that we didn't make.
    init?(_ cookie: String) {
        let parts = cookie.split(separator: "~", maxSplits: Self.most).map(String.init)
        guard let browser = parts.first, Data(hex: browser)?.count == 16 else { return nil }
        self.browser = browser
        entries = parts.dropFirst().compactMap { part in
            let halves = part.split(separator: "-", maxSplits: 1)
            guard halves.count == 2, let seconds = Int64(halves[0]), (0...1 << 40).contains(seconds),
                halves[1].count == 64
            else { return nil }
            return Entry(at: Date(timeIntervalSince1970: TimeInterval(seconds)), mark: String(halves[1]))
        }
    }

    func adding(_ entry: Entry) -> KnownDevices {
        KnownDevices(browser: browser, entries: Array(([entry] + entries).prefix(Self.most)))
    }

    var cookie: String {
        ([browser] + entries.map { "\(Int64($0.at.timeIntervalSince1970))-\($0.mark)" }).joined(separator: "~")
    }
}
