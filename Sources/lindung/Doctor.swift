import ArgumentParser
import Casework
import Desk
import Foundation
import Vault

struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Looks at what the office stands on, and says how to mend what is wrong; also while it is served.",
        discussion: "Exit code 0: nothing is wrong; 1: something is, and its remedy is told.")

    @Option(help: "The folder in which backups of the data are kept.", completion: .directory)
    var backups: String?

    func run() async throws {
        let settings = try Settings.ofAnyHome()
        var checks = MachineChecks(settings: settings).all
        if let backups { checks.append(BackupCheck(folder: URL(filePath: backups)).check) }
        try await Failure.explained(settings) { checks += try await HomeChecks(settings: settings).all() }
        for check in checks { Console.say("\(check.fault == nil ? "ok   " : "FAULT")  \(check.name): \(check.told)") }
        if checks.contains(where: { $0.fault != nil }) { throw ExitCode(1) }
    }
}

/// One thing that was looked at.
struct Check {
    let name: String
    /// What was seen.
    let seen: String
    /// What is wrong and how to mend it.
    var fault: String?

    var told: String { fault.map { "\(seen). \($0)" } ?? seen }
}

/// What a home itself shows.
struct HomeChecks {
    let settings: Settings

    func all() async throws -> [Check] {
        let workspace = try await Workspace.reading(home: settings.home, key: try settings.keyFile.read())
        defer { try? workspace.close() }
        let now = Date()
        let key = Check(name: "key", seen: "\(settings.keyFile.url.path) opens the home, and others can't read it")
        return [key, try await clock(workspace, now), calendar(workspace, now), versions]
    }

    /// Nothing was ever written later than now.
    private func clock(_ workspace: Workspace, _ now: Date) async throws -> Check {
        let last = try await workspace.lastEntry() ?? .distantPast
        let isBehind = last > now + 60
        return Check(
            name: "clock", seen: "it is \(now.formatted(.iso8601))",
            fault: isBehind
                ? "The last entry was written at \(last.formatted(.iso8601)), which is later: set the clock, and run chrony or systemd-timesyncd."
                : nil)
    }

    /// Working days can be counted this year, and from October on in the next.
    private func calendar(_ workspace: Workspace, _ now: Date) -> Check {
        let today = Day(now)
        let wanted = today.month >= 10 ? [today.year, today.year + 1] : [today.year]
        let missing = wanted.filter { !workspace.calendarYears.contains($0) }.map(String.init)
        return Check(
            name: "calendar", seen: "holidays of \(workspace.calendarYears.map(String.init).joined(separator: ", "))",
            fault: missing.isEmpty
                ? nil
                : "\(missing.joined(separator: " and ")) is not loaded, so no working day of it is counted: declare its holidays (lindung office apply, or the office's page)."
        )
    }

    private var versions: Check {
        Check(name: "versions", seen: "lindung \(Lindung.configuration.version), tables \(Workspace.tables)")
    }
}
