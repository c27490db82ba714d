import ArgumentParser
import Foundation
import Vault
import Website

/// The few environment variables.
struct Settings {
    /// Where a server listens.
    struct Address: Equatable {
        let host: String
        let port: Int

        /// Nil for anything but a host and a port.
        init?(_ text: String) {
            let parts = text.split(separator: ":")
            guard parts.count == 2, let port = Int(parts[1]), (1...65535).contains(port) else { return nil }
            host = String(parts[0])
            self.port = port
        }

        /// Whether something listens there.
        var isTaken: Bool {
            let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = UInt16(port).bigEndian
            guard inet_pton(AF_INET, host == "localhost" ? "127.0.0.1" : host, &address.sin_addr) == 1 else {
                return false
            }
            let connected = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    connect(handle.fileDescriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
            return connected == 0
        }

        /// `localhost` or 127.0.0.0/8, as an address and not as a name that begins like one.
        var isLoopback: Bool {
            var address = in_addr()
            return host == "localhost"
                || inet_pton(AF_INET, host, &address) == 1 && UInt32(bigEndian: address.s_addr) >> 24 == 127
        }
    }

    let home: URL
    let keyFile: KeyFile
    let address: Address
    /// Where browsers reach the server.
    let origin: Origin
    /// Where the server keeps backups, if it does.
    let backups: (data: URL, keys: URL)?
    /// So many different records a worker opens in an hour without waiting.
    let opensPerHour: Int
    /// So many calls of one worker's programs are answered in a minute.
    let callsPerMinute: Int

    /// The folder that is meant where `LINDUNG_HOME` is not set.
    enum UsualHome: String {
        case office = "lindung-office"
        case demo = "lindung-demo"
    }

    init(
        home: UsualHome = .office, _ environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws {
        // Foundation takes an empty path for the folder in which the program was started.
        for name in ["LINDUNG_HOME", "LINDUNG_KEY"] where environment[name] == "" {
            throw ValidationError("\(name) is empty; set it to a path, or not at all.")
        }
        self.home = URL(filePath: environment["LINDUNG_HOME"] ?? home.rawValue)
        keyFile = KeyFile(
            environment["LINDUNG_KEY"].map { URL(filePath: $0) } ?? URL(filePath: self.home.path + ".key"))
        guard let address = Address(environment["LINDUNG_ADDRESS"] ?? "127.0.0.1:8080") else {
            throw ValidationError("LINDUNG_ADDRESS must be an address and a port, such as 127.0.0.1:8080.")
        }
        self.address = address
        backups = try Self.backups(environment)
        opensPerHour = try Self.number("LINDUNG_OPENS_PER_HOUR", 30, 10...10_000, environment)
        callsPerMinute = try Self.number("LINDUNG_CALLS_PER_MINUTE", 600, 10...100_000, environment)
        if let text = environment["LINDUNG_ORIGIN"] {
            guard let origin = Origin(https: text) else {
                throw ValidationError("LINDUNG_ORIGIN must be https:// and a host, such as https://lindung.example.")
            }
            self.origin = origin
        } else {
            guard address.isLoopback else {
                throw ValidationError(
                    "LINDUNG_ADDRESS is not loopback; set LINDUNG_ORIGIN to the https origin as well.")
            }
            origin = Origin(loopback: address.host, port: address.port)
        }
    }

    private static func number(
        _ name: String, _ usual: Int, _ allowed: ClosedRange<Int>, _ environment: [String: String]
    ) throws -> Int {
        guard let text = environment[name] else { return usual }
        guard let number = Int(text), allowed.contains(number) else {
            throw ValidationError("\(name) must be a number from \(allowed.lowerBound) to \(allowed.upperBound).")
        }
        return number
    }

    /// Both folders or none: who finds one must not have the other.
    private static func backups(_ environment: [String: String]) throws -> (data: URL, keys: URL)? {
        let folders = ["LINDUNG_BACKUP_DATA", "LINDUNG_BACKUP_KEYS"].map { environment[$0] ?? "" }
        if folders == ["", ""] { return nil }
        guard !folders.contains(""), areApart(URL(filePath: folders[0]), URL(filePath: folders[1])) else {
            throw ValidationError("LINDUNG_BACKUP_DATA and LINDUNG_BACKUP_KEYS must be two different folders.")
        }
        return (URL(filePath: folders[0]), URL(filePath: folders[1]))
    }

    /// Neither is the other or lies in it, wherever links lead.
    static func areApart(_ one: URL, _ other: URL) -> Bool {
        let paths = [one, other].map { $0.resolvingSymlinksInPath().standardizedFileURL.pathComponents }
        return !paths[0].starts(with: paths[1]) && !paths[1].starts(with: paths[0])
    }

    /// The home that is there: an office's and a demo's have their own default.
    static func ofAnyHome() throws -> Settings {
        let office = try Settings()
        let settings = office.hasHome ? office : try Settings(home: .demo)
        guard settings.hasHome else {
            throw ValidationError(office.absence("set LINDUNG_HOME."))
        }
        return settings
    }

    /// Why there is no home, in a sentence: for another user than the service's there seems to be none.
    func absence(_ remedy: String) -> String {
        let isThere = FileManager.default.fileExists(atPath: home.path)
        return isThere && !FileManager.default.isExecutableFile(atPath: home.path)
            ? "\(home.path) can't be read by this user; run it as the service's: sudo lindung-office"
            : "There is no office in \(home.path); \(remedy)"
    }

    /// Whether a home was made here, as one of its files shows: what became of the other is told when it is opened.
    var hasHome: Bool {
        ["data.sqlite", "keys.sqlite"].contains {
            FileManager.default.fileExists(atPath: home.appending(path: $0).path)
        }
    }
}
