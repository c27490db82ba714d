import ArgumentParser
import Casework
import DemoCity
import Desk
import Foundation
import Storage
import Vault

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes a made-up city and serves it on this machine, with sign-ins made at random.")

    @Flag(help: "Make the city and end.")
    var noServe = false

    @Option(help: "How many cases there are beside those of 2023.")
    var cases = DemoCity.defaultCases

    @Option(help: "Varies the people and their stories, never the figures of 2023.")
    var seed: UInt64 = 1

    func run() async throws {
        let settings = try Settings(home: .demo)
        guard settings.address.isLoopback else {
            throw ValidationError("A demo is served on loopback only; set LINDUNG_ADDRESS to 127.0.0.1 and a port.")
        }
        guard (0...10_000).contains(cases) else { throw ValidationError("--cases must be 0 to 10000.") }
        try await Failure.explained(settings) {
            let city = try await make(settings)
            let workspace = try await Workspace(
                home: settings.home, key: city.key, purpose: .demo, opensPerHour: settings.opensPerHour)
            let signIns = try await DemoCity.signIns(workspace, password: Secrets.password)
            Console.say(summary(settings, complaints: city.made, signIns))
            if noServe { try workspace.close() } else { try await Server.run(workspace, settings) }
        }
    }

    /// The city is performed with a clock that runs through the last days; one that is there stays. It is made beside its
    /// place and moved there when it is whole, and its key after it: one that was interrupted is made anew, or takes
    /// its key at the next start.
    private func make(_ settings: Settings) async throws -> (key: MasterKey, made: Int) {
        if settings.hasHome {
            if !settings.keyFile.isThere, settings.keyFile.next.isThere { try settings.keyFile.takeNext() }
            return (try settings.keyFile.read(), 0)
        }
        guard !settings.keyFile.isThere else { throw KeyFile.Trouble.exists }
        // An empty folder may be there; anything else is somebody's.
        if FileManager.default.fileExists(atPath: settings.home.path) {
            guard try FileManager.default.contentsOfDirectory(atPath: settings.home.path).isEmpty else {
                throw ValidationError(
                    "\(settings.home.path) is there and holds no demo; set LINDUNG_HOME to another place.")
            }
            try FileManager.default.removeItem(at: settings.home)
        }
        let place = URL(filePath: settings.home.path + ".making")
        try? FileManager.default.removeItem(at: place)
        let (key, now) = (try settings.keyFile.next.readOrCreate(), Date())
        let clock = SettableClock(now)
        // What is hashed meanwhile is nobody's: the sign-ins that are told are made afterwards.
        let workspace = try await Workspace(home: place, key: key, purpose: .demo, clock: clock.clock, cost: .tiny)
        clock.set(DemoCity.beginning)
        _ = try await DemoCity.signIns(workspace, password: Secrets.password)
        let made = try await DemoCity.make(workspace, clock: clock, now: now, cases: cases, seed: seed)
        try workspace.close()
        try FileManager.default.moveItem(at: place, to: settings.home)
        try settings.keyFile.takeNext()
        try Store.settle(settings.home.deletingLastPathComponent())
        return (key, made)
    }

    private func summary(_ settings: Settings, complaints: Int, _ signIns: [DemoCity.SignIn]) -> String {
        let made =
            complaints > 0
            ? "A made-up city with \(complaints) complaints in \(settings.home.path)."
            : "The made-up city in \(settings.home.path) is there already; its sign-ins are new."
        let lines = signIns.map { signIn in
            "  \(signIn.handle.padding(toLength: 8, withPad: " ", startingAt: 0))"
                + "\(signIn.password)  \(signIn.name), \(signIn.post.rawValue)"
        }
        return ([made, "Sign in as:"] + lines).joined(separator: "\n")
    }
}
