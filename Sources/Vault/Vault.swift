import Crypto
package import Foundation

/// What the master key can do. It never hands out a derived key.
package struct Vault: Sendable {
    private let wrapping: SymmetricKey
    private let sessions: SymmetricKey
    private let receipts: SymmetricKey
    private let handles: SymmetricKey
    private let pepper: SymmetricKey

    package init(_ master: MasterKey) {
        wrapping = master.derived("wrapping")
        sessions = master.derived("sessions")
        receipts = master.derived("receipts")
        handles = master.derived("handles")
        pepper = master.derived("pepper")
    }

    /// A data key as it may rest on disk: it opens for its owner alone.
    package func wrap(_ key: DataKey, for owner: UUID) throws -> Data {
        let bytes = key.key.withUnsafeBytes { Data($0) }
        guard let wrapped = try AES.GCM.seal(bytes, using: wrapping, authenticating: Self.place(owner)).combined
        else { throw Broken() }
        return wrapped
    }

    package func unwrap(_ wrapped: Data, for owner: UUID) throws(Broken) -> DataKey {
        do {
            let bytes = try AES.GCM.open(.init(combined: wrapped), using: wrapping, authenticating: Self.place(owner))
            return DataKey(SymmetricKey(data: bytes))
        } catch {
            throw Broken()
        }
    }

    private static func place(_ owner: UUID) -> Data { Data("keys\n\(owner.uuidString)".utf8) }

    /// What a receipt remembers of the request that it answers.
    package func receiptMark(_ request: Data) -> Data { Self.mark(request, receipts) }
    /// How a user name stands on disk.
    package func handleMark(_ handle: String) -> Data { Self.mark(Data(handle.utf8), handles) }
    /// How a session's token stands on disk.
    package func sessionMark(_ token: String) -> Data { Self.mark(Data("session\n\(token)".utf8), sessions) }
    /// What shows that a backup is as it was made.
    package func backupMark(_ manifest: Data) -> Data { Self.mark(Data("backup\n".utf8) + manifest, receipts) }
    package func isBackupMark(_ mark: Data, of manifest: Data) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(mark, authenticating: Data("backup\n".utf8) + manifest, using: receipts)
    }
    /// How a program's token stands on disk.
    package func tokenMark(_ secret: String) -> Data { Self.mark(Data("token\n\(secret)".utf8), sessions) }
    /// What shows that a row is as it was written: one that was changed proves nothing.
    package func proof(_ table: String, _ columns: String...) -> Data {
        Self.mark(Data((["row", table] + columns).joined(separator: "\n").utf8), sessions)
    }
    /// How what is counted of attempts to sign in is named on disk: nobody reads from it who tried, or from where.
    package func meterMark(_ parts: String...) -> Data {
        Self.mark(Data((["meter"] + parts).joined(separator: "\n").utf8), handles)
    }
    /// What a browser shows of an earlier sign-in.
    package func deviceMark(_ parts: String...) -> String {
        Self.mark(Data((["device"] + parts).joined(separator: "\n").utf8), sessions).hex
    }
    /// The authenticator that a session is offered: as long as the session lives it is the same, and it rests nowhere.
    package func offeredSeed(_ token: String) -> AuthenticatorSeed? {
        AuthenticatorSeed(Self.mark(Data("seed\n\(token)".utf8), sessions).prefix(AuthenticatorSeed.length))
    }
    /// How a backup code of an account stands on disk.
    package func backupCodeMark(_ code: String, of account: UUID) -> Data {
        Self.mark(Data("backup code\n\(account.uuidString)\n\(code)".utf8), handles)
    }
    /// The token that a form of this session carries against forged requests.
    package func formToken(_ token: String) -> String { Self.mark(Data("form\n\(token)".utf8), sessions).hex }

    /// Whether a form's token belongs to this session; compares in constant time.
    package func isFormToken(_ given: String, of token: String) -> Bool {
        guard let given = Data(hex: given) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(
            given, authenticating: Data("form\n\(token)".utf8), using: sessions)
    }

    /// The hash of a password, peppered so that a stolen database can't be guessed at without the master key.
    package func password(_ password: String, salt: Data, cost: PasswordCost) throws -> Data {
        Self.mark(try cost.stretch(password, salt: salt), pepper)
    }

    private static func mark(_ data: Data, _ key: SymmetricKey) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: data, using: key))
    }
}
