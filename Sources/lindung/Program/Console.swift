import Foundation

/// What the command line says, at once, whether or not a terminal listens.
enum Console {
    static func say(_ text: String) { try? FileHandle.standardOutput.write(contentsOf: Data("\(text)\n".utf8)) }
    /// What a worker who is new, or forgot the password, is handed.
    static func say(_ handle: String, signsInWith secret: String) {
        say("\(handle) signs in with this secret within 24 hours: \(secret)")
    }
    static func complain(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data("\(text)\n".utf8)) }
}
