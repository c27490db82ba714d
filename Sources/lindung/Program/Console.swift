import Foundation
import Synchronization

/// What the command line says, at once, whether or not a terminal listens.
enum Console {
    private static let failed = Atomic(false)

    /// Whether all that was said could be written down. Half a report on a full disk is no success.
    static var isHeard: Bool { !failed.load(ordering: .relaxed) }

    /// - Parameter lost: what is told once where it can't be said: what is lost, and how it is had anew.
    static func say(_ text: String, orElse lost: String = "The output can't be written.") {
        do { try FileHandle.standardOutput.write(contentsOf: Data("\(text)\n".utf8)) } catch {
            if !failed.exchange(true, ordering: .relaxed) { complain(lost) }
        }
    }
    /// What a worker who is new, or forgot the password, is handed.
    static func say(_ handle: String, signsInWith secret: String, orElse lost: String? = nil) {
        say(
            "\(handle) signs in with this temporary password within 24 hours: \(secret)",
            orElse: lost
                ?? "The output can't be written: the temporary password is lost; run: lindung worker reset \(handle)")
    }
    static func complain(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data("\(text)\n".utf8)) }
}
