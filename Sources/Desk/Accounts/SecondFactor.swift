package import Casework
import Foundation
import Storage
import Vault

/// What an authenticator app has to know.
package struct OfferedAuthenticator {
    /// To type.
    package let secret: String
    /// To scan or to follow: the address that the apps' makers agreed on.
    package let link: String

    init(seed: AuthenticatorSeed, handle: String) {
        secret = seed.base32
        let label = handle.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        link = "otpauth://totp/Lindung:\(label)?secret=\(secret)&issuer=Lindung"
    }
}

/// The authenticator of a worker, beside the password (OWASP ASVS 5.0 V6.5).
extension Accounts {
    /// What the account keeps of it, sealed.
    struct SecondFactor: Codable {
        let seed: AuthenticatorSeed
        /// The marks of the backup codes that were not used yet.
        var backupCodes: [Data]
    }

    /// So many codes a worker gets for the day on which the phone is lost.
    package static let backupCodeCount = 8

    /// What this session is asked to put into an app; it waits for the first right code.
    package func offeredAuthenticator(_ session: Session) async throws -> OfferedAuthenticator {
        OfferedAuthenticator(seed: try offeredSeed(session), handle: try account(session.worker.id).1.handle)
    }

    private func offeredSeed(_ session: Session) throws -> AuthenticatorSeed {
        guard let seed = vault.offeredSeed(session.token) else { throw Broken() }
        return seed
    }

    /// The offered authenticator becomes the worker's, once it shows a right code. Every session of this worker ends and
    /// one begins; the backup codes are told once and kept nowhere. Nil for a wrong code, and for a session that is not asked
    /// for one.
    package func takeAuthenticator(
        _ code: String, for session: Session, from caller: Caller = Caller()
    ) async throws -> (session: Session, backupCodes: [String])? {
        guard session.step == .authenticator else { return nil }
        let seed = try offeredSeed(session)
        let id = session.worker.id
        guard let step = step(of: code, seed) else { return nil }
        // Codes of another authenticator count no more, nor those of a clock that was wrong.
        try await store.write("DELETE FROM codes WHERE account = \(id.value)")
        guard try await spend(step, of: id.value) else { return nil }
        let codes = (0..<Self.backupCodeCount).map { _ in Secrets.backupCode() }
        let marks = codes.map { vault.backupCodeMark(Self.plain($0), of: id.value) }
        try await change(id) { $0.secondFactor = SecondFactor(seed: seed, backupCodes: marks) }
        return (try await begin(again: id, from: caller), codes)
    }

    /// The right code lets a session go on that the password began, as another session; nil for a wrong one.
    /// - Throws: ``TooManyTries``
    package func enter(_ code: String, for session: Session, from caller: Caller = Caller()) async throws -> Session? {
        guard session.step == .code else { return nil }
        let (worker, profile) = try account(session.worker.id)
        let meters = meters(vault.handleMark(profile.handle), worker.rights, caller, at: .code)
        try await tries.count(meters)
        guard try await accepts(code, profile, worker.id) else { return nil }
        try await tries.forgive(meters)
        // Both factors were right: the password's count ends, too.
        try await tries.forgive(Array(self.meters(vault.handleMark(profile.handle), worker.rights, caller).prefix(1)))
        try await signOut(session.token)
        return try await begin(again: worker.id, from: caller)
    }

    /// Who is signed in shows both factors again, and goes on to choose another password or authenticator; nil when one
    /// is wrong.
    /// - Throws: ``TooManyTries``
    package func confirm(
        _ password: String, _ code: String, for session: Session, then step: Session.Step,
        from caller: Caller = Caller()
    ) async throws -> Session? {
        guard session.step == .open,
            try await proves(session.worker, password, code, takesBackupCode: true, from: caller)
        else { return nil }
        try await signOut(session.token)
        // A backup code changed the account.
        return try await begin(try account(session.worker.id).0, step, from: caller)
    }

    /// Whether who is signed in shows both factors again: an unlocked laptop is not enough for what outlives its session.
    /// - Parameter takesBackupCode: whether a backup code will do; it ends every session.
    /// - Throws: ``TooManyTries``
    package func proves(
        _ worker: Worker, _ password: String, _ code: String, takesBackupCode: Bool = false,
        from caller: Caller = Caller()
    ) async throws -> Bool {
        let (worker, profile) = try account(worker.id)
        let meters = meters(vault.handleMark(profile.handle), worker.rights, caller)
        try passwords.expectRoom()
        try await tries.count(meters)
        guard try await passwords.matches(password, profile.password) else { return false }
        if let factor = profile.secondFactor {
            let isBackupCode = step(of: code, factor.seed) == nil
            guard takesBackupCode || !isBackupCode, try await accepts(code, profile, worker.id) else { return false }
        }
        try await tries.forgive(meters)
        return true
    }

    /// Whether this worker has an authenticator.
    package func hasSecondFactor(_ worker: Worker) async throws -> Bool {
        try account(worker.id).1.secondFactor != nil
    }

    /// A code of the app, or a backup code, which no session of before outlives.
    private func accepts(_ code: String, _ profile: AccountProfile, _ id: ID<Worker>) async throws -> Bool {
        guard let factor = profile.secondFactor else { return false }
        if let step = step(of: code, factor.seed) { return try await spend(step, of: id.value) }
        let mark = vault.backupCodeMark(Self.plain(code), of: id.value)
        guard factor.backupCodes.contains(mark) else { return false }
        var isFresh = false
        try await change(id) { profile in
            isFresh = profile.secondFactor?.backupCodes.contains(mark) ?? false
            profile.secondFactor?.backupCodes.removeAll { $0 == mark }
        }
        return isFresh
    }

    /// The period that a code is of: now, the one before or the one after; nil for a wrong one.
    private func step(of code: String, _ seed: AuthenticatorSeed) -> Int? {
        let typed = Self.plain(code)
        guard typed.count == AuthenticatorSeed.digits else { return nil }
        let now = AuthenticatorSeed.step(at: clock.now())
        return [now, now - 1, now + 1].first { seed.code(at: $0) == typed }
    }

    /// A code works once: the period must be later than the last one. False when it is not.
    private func spend(_ step: Int, of account: UUID) async throws -> Bool {
        let proof = Self.codeProof(account, step, vault)
        return try await store.change(
            """
            INSERT INTO codes (account, step, proof) VALUES (\(account), \(step), \(proof))
            ON CONFLICT (account) DO UPDATE SET step = excluded.step, proof = excluded.proof
            WHERE step < excluded.step
            """) == 1
    }

    static func codeProof(_ account: UUID, _ step: Int, _ vault: Vault) -> Data {
        vault.proof("codes", account.uuidString, "\(step)")
    }

    /// Without what people put between groups.
    private static func plain(_ code: String) -> String { code.lowercased().filter { $0.isLetter || $0.isNumber } }
}
