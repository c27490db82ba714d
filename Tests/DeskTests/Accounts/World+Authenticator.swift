import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

extension World {
    /// The code that an app shows that was given this key.
    func code(_ secret: String, later steps: Int = 0) throws -> String {
        try AuthenticatorApp(secret).code(at: workspace.now, later: steps)
    }

    /// Dewi with an authenticator; what the app was given, and the backup codes.
    func enrol() async throws -> (secret: String, backupCodes: [String], session: Session) {
        let first = try #require(try await accounts.signIn("dewi", World.password))
        let secret = try await accounts.offeredAuthenticator(first).secret
        let taken = try #require(try await accounts.takeAuthenticator(code(secret), for: first))
        clock.advance(60)
        return (secret, taken.backupCodes, taken.session)
    }
}
