import Casework
package import Foundation
import Storage
import Vault

/// Somebody tried too often; the next try is heard from `until` on.
package struct TooManyTries: Error, Equatable { package let until: Date }

/// Counts attempts to sign in, and makes who goes on wait longer and longer, up to a bound (OWASP ASVS 5.0 V6.3.1).
/// Nothing locks an account: strangers who guess make strangers wait, never a browser that its owner has used before.
struct Tries: Sendable {
    let store: Store
    let vault: Vault
    let clock: Clock

    /// One thing that is counted.
    struct Meter: Equatable {
        let mark: Data
        /// So many attempts cost no wait.
        let free: Int
        /// The longest wait, in seconds.
        let longest: TimeInterval

        /// Twice as long each time.
        func wait(after count: Int) -> TimeInterval {
            count < free ? 0 : min(longest, pow(2, Double(min(count - free, 30))))
        }

        /// Five free ones, ten whose waits double up to 17 minutes, then three an hour: 86 in a day, below the hundred
        /// of NIST SP 800-63B, 3.2.2.
        static func account(_ mark: Data) -> Meter { Meter(mark: mark, free: 5, longest: 20 * 60) }
        /// A one-time secret has 77 bits: nobody guesses it in its day, and a wait would keep out its owner only. The bound
        /// keeps the hashing of passwords from being anybody's to spend.
        static func secret(_ mark: Data) -> Meter { Meter(mark: mark, free: 1_000, longest: 60) }
        /// All of an office may come from one address.
        static func address(_ mark: Data) -> Meter { Meter(mark: mark, free: 30, longest: 5 * 60) }
    }

    /// After so long without an attempt the count begins anew.
    static let memory: TimeInterval = 24 * 3600

    /// Counts an attempt before it is looked at: many at once count as many.
    /// - Throws: ``TooManyTries``, and counts nothing.
    func count(_ meters: [Meter]) async throws {
        // The address first: whoever waits for its sake is not counted against the account.
        for meter in meters.reversed() {
            try await change(meter.mark) { [clock] count, at in
                let now = clock.now()
                let until = at + meter.wait(after: count)
                // An attempt that lies ahead was counted by a wrong clock, for which nobody waits.
                if at <= now, now < until { throw TooManyTries(until: until) }
                return count + 1
            }
        }
    }

    /// The attempt was right: the account's count ends, the address's was not to blame.
    func forgive(_ meters: [Meter]) async throws {
        guard let first = meters.first else { return }
        try await store.write("DELETE FROM tries WHERE mark = \(first.mark) OR at <= \(clock.now() - Self.memory)")
        for meter in meters.dropFirst() {
            try await change(meter.mark) { count, _ in max(0, count - 1) }
        }
    }

    private func change(_ mark: Data, _ change: (Int, Date) throws -> Int) async throws {
        for _ in 0..<Desk.patience {
            let now = clock.now()
            let (count, at) = try read(mark)
            let new = try change(count, at)
            let proof = Self.proof(mark, new, now, vault)
            let changed = try await store.change(
                """
                INSERT INTO tries (mark, count, at, proof) VALUES (\(mark), \(new), \(now), \(proof))
                ON CONFLICT (mark) DO UPDATE SET count = excluded.count, at = excluded.at, proof = excluded.proof
                WHERE tries.at <= \(now - Self.memory) OR (tries.count = \(count) AND tries.at = \(at))
                """)
            if changed == 1 { return }
        }
        throw NotDone.busy
    }

    /// Nothing for what nobody tried of late.
    private func read(_ mark: Data) throws -> (count: Int, at: Date) {
        let rows = try store.find("SELECT count, at FROM tries WHERE mark = \(mark)")
        guard let row = rows.first else { return (0, .distantPast) }
        let at = try row.instant("at")
        return at <= clock.now() - Self.memory ? (0, .distantPast) : (try row.int("count"), at)
    }

    static func proof(_ mark: Data, _ count: Int, _ at: Date, _ vault: Vault) -> Data {
        vault.proof("tries", mark.hex, "\(count)", "\(at.microseconds)")
    }
}
