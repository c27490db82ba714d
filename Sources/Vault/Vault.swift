import Crypto
package import Foundation

/// What the master key can do. It never hands out a derived key.
///
/// One key serves several purposes; none can be taken for another, since the first line of what is marked says which:
/// - `wrapping` seals data keys and the carried keys under `keys` and their owner, and places in lists under `place`.
/// - `browsers` marks `session`, `device`, `form`, and makes the `seed` of an authenticator. `rows` marks `token`, `row`
///   and `tally`. Both are the key "sessions", the one of the present master key and the other of the first: until the
///   master key is changed they are the same key.
/// - `receipts` marks requests, whose first line is a record's kind, `row` of a sheet, and marked `backup` once.
/// - `handles` marks `meter` and `backup code`, and user names, which have no such line. A kept user name is one line, so
///   it is never one of those; whatever else is typed at a sign-in is looked for among these and not found.
/// - `backups` marks `backup` alone, and `pepper` hashes of passwords alone.
package struct Vault: Sendable {
    private let wrapping: SymmetricKey
    private let backups: SymmetricKey
    /// What browsers hold, sessions, known devices and forms, is this master key's alone: who knows an earlier one can't
    /// make any.
    private let browsers: SymmetricKey
    private let marking: Marking

    /// The keys of what can't be made anew when the master key changes: nobody knows the passwords, the user names'
    /// owners can't be asked, a program's token is shown once, and rows stand under their proofs. They are those of an
    /// installation's first master key.
    private struct Marking {
        let rows: SymmetricKey
        let receipts: SymmetricKey
        let handles: SymmetricKey
        let pepper: SymmetricKey

        init(_ master: MasterKey) {
            rows = master.derived("sessions")
            receipts = master.derived("receipts")
            handles = master.derived("handles")
            pepper = master.derived("pepper")
        }

        init?(_ bytes: Data) {
            guard bytes.count == 128 else { return nil }
            let keys = (0..<4).map { SymmetricKey(data: bytes.dropFirst($0 * 32).prefix(32)) }
            (rows, receipts, handles, pepper) = (keys[0], keys[1], keys[2], keys[3])
        }

        var bytes: Data {
            [rows, receipts, handles, pepper].reduce(Data()) { $0 + $1.withUnsafeBytes { Data($0) } }
        }
    }

    package init(_ master: MasterKey) {
        wrapping = master.derived("wrapping")
        backups = master.derived("backups")
        browsers = master.derived("sessions")
        marking = Marking(master)
    }

    /// - Parameter carried: what an earlier master key of the installation left (``carried(to:)``).
    package init(_ master: MasterKey, carried: Data) throws(Broken) {
        wrapping = master.derived("wrapping")
        backups = master.derived("backups")
        browsers = master.derived("sessions")
        do {
            let bytes = try AES.GCM.open(
                .init(combined: carried), using: wrapping, authenticating: Self.place(Self.carriedOwner))
            guard let marking = Marking(bytes) else { throw Broken() }
            self.marking = marking
        } catch { throw Broken() }
    }

    /// What another master key needs to take this one's place, sealed under it.
    package func carried(to master: MasterKey) throws -> Data {
        guard
            let sealed = try AES.GCM.seal(
                marking.bytes, using: master.derived("wrapping"), authenticating: Self.place(Self.carriedOwner)
            ).combined
        else { throw Broken() }
        return sealed
    }

    /// Under whose name the carried keys stand among the wrapped ones: "carried keys", which no record's id spells.
    package static let carriedOwner = UUID(
        uuid: (0x63, 0x61, 0x72, 0x72, 0x69, 0x65, 0x64, 0x20, 0x6b, 0x65, 0x79, 0x73, 0, 0, 0, 0))

    private var rows: SymmetricKey { marking.rows }
    private var receipts: SymmetricKey { marking.receipts }
    private var handles: SymmetricKey { marking.handles }
    private var pepper: SymmetricKey { marking.pepper }

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

    private static func place(_ owner: UUID) -> Data { Data("keys\n\(owner.capitals)".utf8) }

    /// A place in a list as it may stand in an address: it tells nothing, and opens for that list alone.
    package func sealed(place: Data, in list: String) throws -> Data {
        guard
            let sealed = try AES.GCM.seal(place, using: wrapping, authenticating: Data("place\n\(list)".utf8)).combined
        else { throw Broken() }
        return sealed
    }

    /// Nil for what was never sealed for this list.
    package func opened(place sealed: Data, in list: String) -> Data? {
        guard let box = try? AES.GCM.SealedBox(combined: sealed) else { return nil }
        return try? AES.GCM.open(box, using: wrapping, authenticating: Data("place\n\(list)".utf8))
    }

    /// What a receipt remembers of the request that it answers.
    package func receiptMark(_ request: Data) -> Data { Self.mark(request, receipts) }
    /// The key under which a row of a sheet is brought in once (UUID version 8, RFC 9562): nobody can tell the row from it.
    package func rowKey(_ identity: Data) -> UUID {
        var bytes = Array(Self.mark(Data("row\n".utf8) + identity, receipts).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        return bytes.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
    }
    /// How a user name stands on disk.
    package func handleMark(_ handle: String) -> Data { Self.mark(Data(handle.utf8), handles) }
    /// How a session's token stands on disk.
    package func sessionMark(_ token: String) -> Data { Self.mark(Data("session\n\(token)".utf8), browsers) }
    /// What shows that a backup is as it was made.
    package func backupMark(_ manifest: Data) -> Data { Self.mark(Data("backup\n".utf8) + manifest, backups) }
    package func isBackupMark(_ mark: Data, of manifest: Data) -> Bool {
        // Versions before key rotation marked with another key.
        [backups, receipts].contains {
            HMAC<SHA256>.isValidAuthenticationCode(mark, authenticating: Data("backup\n".utf8) + manifest, using: $0)
        }
    }
    /// How a program's token stands on disk.
    package func tokenMark(_ secret: String) -> Data { Self.mark(Data("token\n\(secret)".utf8), rows) }
    /// What shows that a row is as it was written: one that was changed proves nothing.
    package func proof(_ table: String, _ columns: String...) -> Data {
        Self.mark(Data((["row", table] + columns).joined(separator: "\n").utf8), rows)
    }
    /// What a row adds to its table's sum.
    package func rowMark(_ row: Data) -> Data { Self.mark(Data("tally\n".utf8) + row, rows) }
    /// How what is counted of attempts to sign in is named on disk: nobody reads from it who tried, or from where.
    package func meterMark(_ parts: String...) -> Data {
        Self.mark(Data((["meter"] + parts).joined(separator: "\n").utf8), handles)
    }
    /// What a browser shows of an earlier sign-in.
    package func deviceMark(_ parts: [String]) -> Data { Self.mark(Self.device(parts), browsers) }
    /// Whether it is that; compares in constant time.
    package func isDeviceMark(_ mark: Data, of parts: [String]) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(mark, authenticating: Self.device(parts), using: browsers)
    }
    private static func device(_ parts: [String]) -> Data { Data((["device"] + parts).joined(separator: "\n").utf8) }
    /// The authenticator that a session is offered: as long as the session lives it is the same, and it rests nowhere.
    package func offeredSeed(_ token: String) -> AuthenticatorSeed? {
        AuthenticatorSeed(Self.mark(Data("seed\n\(token)".utf8), browsers).prefix(AuthenticatorSeed.length))
    }
    /// How a backup code of an account stands on disk.
    package func backupCodeMark(_ code: String, of account: UUID) -> Data {
        Self.mark(Data("backup code\n\(account.uuidString)\n\(code)".utf8), handles)
    }
    /// The token that a form of this session carries against forged requests.
    package func formToken(_ token: String) -> String { Self.mark(Data("form\n\(token)".utf8), browsers).hex }

    /// Whether a form's token belongs to this session; compares in constant time.
    package func isFormToken(_ given: String, of token: String) -> Bool {
        guard let given = Data(hex: given) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(
            given, authenticating: Data("form\n\(token)".utf8), using: browsers)
    }

    /// The hash of a password, peppered so that a stolen database can't be guessed at without the master key.
    package func password(_ password: String, salt: Data, cost: PasswordCost) throws -> Data {
        Self.mark(try cost.stretch(password, salt: salt), pepper)
    }

    private static func mark(_ data: Data, _ key: SymmetricKey) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: data, using: key))
    }
}
