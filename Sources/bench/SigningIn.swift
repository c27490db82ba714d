import Casework
import Desk
import Foundation
import Vault

extension Bench {
    /// Whether an unknown name and a wrong password can be told apart by the time that the answer takes (OWASP ASVS 5.0
    /// V6.3.8). With a hash that costs next to nothing, since the real one would drown what differs; each try is a day
    /// after the last one, so that none waits.
    static func signingIn(_ folder: URL) async throws {
        let clock = SettableClock(Date())
        let workspace = try await Workspace(
            home: folder.appending(path: "signing-in"), key: MasterKey(), purpose: .demo, clock: clock.clock,
            cost: .tiny)
        try await workspace.accounts.add(handle: "known", name: "Known", posts: [.head], password: Secrets.password())
        var times: [String: [Double]] = [:]
        for _ in 0..<400 {
            for name in ["known", "nobody"] {
                clock.advance(24 * 3600 + 1)
                let time = try await ContinuousClock().measure {
                    guard try await workspace.accounts.signIn(name, "wrong") == nil else {
                        throw CocoaError(.fileReadUnknown)
                    }
                }
                times[name, default: []].append(time.milliseconds)
            }
        }
        try workspace.close()
        let (known, unknown) = (median(times["known"] ?? []), median(times["nobody"] ?? []))
        let ratio = (unknown / known * 100).rounded() / 100
        print("signing in, 400 tries each: wrong password \(known) ms, unknown name \(unknown) ms, \(ratio) of it")
    }
}
