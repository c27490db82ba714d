import ArgumentParser
import Foundation
import Vault

/// The few environment variables.
struct Settings {
    /// Where a server listens.
    struct Address: Equatable {
        let host: String
        let port: Int

        /// Nil for anything but a loopback host and a port.
        init?(loopback text: String) {
            let parts = text.split(separator: ":")
            guard parts.count == 2, parts[0] == "localhost" || parts[0].hasPrefix("127."), let port = Int(parts[1]),
                (1...65535).contains(port)
            else { return nil }
            host = String(parts[0])
            self.port = port
        }
    }

    let home: URL
    let keyFile: KeyFile
    let address: Address

    init(_ environment: [String: String] = ProcessInfo.processInfo.environment) throws {
        home = URL(filePath: environment["LINDUNG_HOME"] ?? "lindung-demo")
        keyFile = KeyFile(environment["LINDUNG_KEY"].map { URL(filePath: $0) } ?? URL(filePath: home.path + ".key"))
        guard let address = Address(loopback: environment["LINDUNG_ADDRESS"] ?? "127.0.0.1:8080") else {
            throw ValidationError("LINDUNG_ADDRESS must be a loopback address and a port, such as 127.0.0.1:8080.")
        }
        self.address = address
    }
}
