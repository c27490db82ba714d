package import Casework
package import Foundation
import Storage
import Vault

/// Where a worker is signed in.
package struct Device: Sendable {
    package let id: UUID
    /// The makers' words; empty for what we don't know.
    package let browser: String
    package let system: String
    package let began: Date
    package let seen: Date
    /// Whether it is the one that asks.
    package let isThis: Bool
}

extension Accounts {
    /// What a session's row keeps sealed, bound to its mark.
    struct KeptDevice: Codable {
        let id: UUID
        let browser: String
        let system: String
        let mark: Data

        init(_ caller: Caller, _ mark: Data) {
            id = UUID.random()
            browser = caller.browser
            system = caller.system
            self.mark = mark
        }
    }

    /// A browser is known for so long after the last sign-in with both factors.
    package static let deviceLife: TimeInterval = 90 * 24 * 3600

    /// The devices on which this worker is signed in, the last seen first.
    package func devices(of session: Session) throws -> [Device] {
        let own = vault.sessionMark(session.token)
        return try kept(session.worker.id).compactMap { row, kept in
            guard row.isOpen, isAlive(row, session.worker) else { return nil }
            return Device(
                id: kept.id, browser: kept.browser, system: kept.system, began: row.began,
                seen: max(row.seen, sightings.last(row.mark) ?? row.seen), isThis: row.mark == own)
        }.sorted { $0.seen > $1.seen }
    }

    /// Signs one device of this worker out; one that is not this worker's is left alone.
    package func endDevice(_ id: UUID, of worker: Worker) async throws {
        for (row, kept) in try kept(worker.id) where kept.id == id { try await end(row.mark) }
    }

    /// Signs the worker out everywhere, programs too; each browser asks for both factors again.
    package func signOutEverywhere(_ worker: Worker) async throws {
        // The new version of the rights makes every browser a stranger, and no token is made under the old one.
        try await change(worker.id, and: [withoutTokens(worker.id)]) { _ in }
    }

    private func kept(_ id: ID<Worker>) throws -> [(SessionRow, KeptDevice)] {
        guard let key = try keys.key(of: id.value) else { return [] }
        let rows = try store.find("SELECT \(SessionRow.columns) FROM sessions WHERE account = \(id.value)")
        return try rows.map { row in
            let session = try SessionRow(row)
            return (session, try Self.device(session, key))
        }
    }

    func sealDevice(_ device: KeptDevice, of id: ID<Worker>) async throws -> Data {
        let key = try await keys.makeKey(of: id.value)
        return try key.seal(JSONEncoder.sorted.encode(device), at: Self.devicePlace(id.value))
    }

    static func device(_ row: SessionRow, _ key: DataKey) throws -> KeptDevice {
        let json = try key.unseal(row.device, at: devicePlace(row.account))
        let kept = try JSONDecoder().decode(KeptDevice.self, from: json)
        guard kept.mark == row.mark else { throw Broken() }
        return kept
    }

    private static func devicePlace(_ account: UUID) -> Place { Place(table: "sessions", lane: 0, owner: account) }

    // MARK: - Browsers that were here before

    /// Whether both factors were shown in this browser of late, so that the password is enough: a shared laptop changes
    /// hands quickly, and no longer than a session may last.
    func trusts(_ caller: Caller, _ handle: Data, _ rights: Int) -> Bool {
        guard let entry = entry(of: caller, handle, rights) else { return false }
        return clock.now() < entry.at + Self.longest
    }

    /// What is tried where nobody has signed in before. Only a password that somebody chose is a stranger's to try and to
    /// use up: a one-time secret and, for who has shown either, the code are counted apart, and anew with each secret.
    enum Trying { case password, secret, code }

    /// What is counted when this caller tries to sign in by this name; the account's own meter comes first.
    func meters(_ handle: Data, _ rights: Int?, _ caller: Caller, at step: Trying = .password) -> [Tries.Meter] {
        if let rights, entry(of: caller, handle, rights) != nil {
            return [.account(vault.meterMark("device", handle.hex, caller.devices.browser))]
        }
        let own: Tries.Meter =
            switch step {
            case .password: .account(vault.meterMark("account", handle.hex))
            case .code: .account(vault.meterMark("code", handle.hex, "\(rights ?? 0)"))
            case .secret: .secret(vault.meterMark("secret", handle.hex, "\(rights ?? 0)"))
            }
        return [own]
            + [caller.address.map { Tries.Meter.address(vault.meterMark("address", $0)) }].compactMap(\.self)
    }

    /// The cookie for a browser in which both factors were shown.
    func remembering(_ caller: Caller, _ handle: Data, _ rights: Int) -> String {
        remembering(caller, handle, rights, at: clock.now())
    }

    /// The cookie for a browser whose worker has signed out: it is known, and asks for the code again. Nil where it was not
    /// known.
    package func leaving(_ worker: Worker, from caller: Caller) async throws -> String? {
        let handle = vault.handleMark(try account(worker.id).1.handle)
        guard entry(of: caller, handle, worker.rights) != nil else { return nil }
        return remembering(caller, handle, worker.rights, at: clock.now() - Self.longest)
    }

    /// What the browser showed of this account before is gone.
    private func remembering(_ caller: Caller, _ handle: Data, _ rights: Int, at instant: Date) -> String {
        let known = caller.devices
        let others = known.entries.filter { !isOf(handle, rights, $0, known.browser) }
        let mark = vault.deviceMark(parts(known.browser, handle, rights, instant)).hex
        return KnownDevices(browser: known.browser, entries: others).adding(.init(at: instant, mark: mark)).cookie
    }

    private func entry(of caller: Caller, _ handle: Data, _ rights: Int) -> KnownDevices.Entry? {
        let known = caller.devices
        return known.entries.first { entry in
            clock.now() < entry.at + Self.deviceLife && isOf(handle, rights, entry, known.browser)
        }
    }

    private func isOf(_ handle: Data, _ rights: Int, _ entry: KnownDevices.Entry, _ browser: String) -> Bool {
        guard let mark = Data(hex: entry.mark) else { return false }
        return vault.isDeviceMark(mark, of: parts(browser, handle, rights, entry.at))
    }

    private func parts(_ browser: String, _ handle: Data, _ rights: Int, _ at: Date) -> [String] {
        [browser, handle.hex, "\(rights)", "\(Int64(at.timeIntervalSince1970))"]
    }
}
