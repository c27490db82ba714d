import Foundation

/// What the command line says, at once, whether or not a terminal listens.
enum Console {
    /// What can't be said ends the command: half a report on a full disk is none, and a recovery copy is told once.
    static func say(_ text: String) {
        do { try FileHandle.standardOutput.write(contentsOf: Data("\(text)\n".utf8)) } catch {
            complain("The output can't be written.")
            exit(2)
        }
    }
    /// What a worker who is new, or forgot the password, is handed.
    static func say(_ handle: String, signsInWith secret: String) {
        say("\(handle) signs in with this temporary password within 24 hours: \(secret)")
    }
    static func complain(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data("\(text)\n".utf8)) }
}
