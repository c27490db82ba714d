import Casework
import Desk
import Foundation
import Hummingbird
import Vault
import Website

/// A server that a test can kill: it opens the home that it is given with a cheap password cost, begins a session for
/// a worker of its own who may do everything in casework, and says its port, the session, the form token and the
/// worker's id on one line.
///
///     TestServer HOME PORT LOG
@main
struct TestServer {
    static func main() async throws {
        dup2(open(CommandLine.arguments[3], O_WRONLY | O_APPEND | O_CREAT, 0o600), 2)
        let home = URL(filePath: CommandLine.arguments[1])
        let port = Int(CommandLine.arguments[2]) ?? 0
        let file = KeyFile(URL(filePath: home.path + ".key"))
        let key = file.isThere ? try file.read() : try file.create()
        let workspace = try await Workspace(home: home, key: key, purpose: .demo, cost: .tiny)
        if try workspace.accounts.all().isEmpty {
            try await workspace.accounts.add(
                handle: "dewi", name: "Dewi Anggraini", posts: [.head, .administrator], password: Secrets.password())
        }
        guard let officer = try workspace.accounts.all().first else { exit(1) }
        let session = try await workspace.accounts.begin(officer.worker)
        let token = workspace.accounts.formToken(session.token)
        let server = try Website.application(
            workspace, words: try Locales.load(), host: "127.0.0.1", port: port,
            origin: Origin(loopback: "127.0.0.1", port: port),
            onServerRunning: {
                FileHandle.standardOutput.write(Data("\(port) \(session.token) \(token) \(officer.worker.id)\n".utf8))
            })
        try await server.run()
    }
}
