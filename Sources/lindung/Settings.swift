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
            guard parts.count == 2, parts[0] == "localhost" || Self.isLoopback(String(parts[0])),
                let port = Int(parts[1]), (1...65535).contains(port)
            else { return nil }
            host = String(parts[0])
            self.port = port
        }

        /// 127.0.0.0/8, as an address and not as a name that begins like one.
        private static func isLoopback(_ host: String) -> Bool {
            var address = in_addr()
            return inet_pton(AF_INET, host, &address) == 1 && UInt32(bigEndian: address.s_addr) >> 24 == 127
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
