import Foundation

/// Where browsers reach this server, and so what the `Origin` of a form of ours is.
package struct Origin: Hashable, Sendable {
    package let text: String

    /// For a server that only this machine reaches; otherwise an https origin is needed.
    package init(loopback host: String, port: Int) { text = "http://\(host):\(port)" }

    /// Nil for anything but `https://` and a host, with or without a port.
    package init?(https text: String) {
        guard let url = URL(string: text), url.scheme == "https", let host = url.host(), url.path().isEmpty
        else { return nil }
        self.text = "https://\(host)" + (url.port.map { ":\($0)" } ?? "")
    }
}
