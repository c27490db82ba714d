import ArgumentParser
import Casework
import Desk
import Foundation
import Vault

/// What a home itself shows.
struct HomeChecks {
    let settings: Settings

    func all() async throws -> [Check] {
        let workspace = try await Workspace.reading(home: settings.home, key: try settings.keyFile.read())
        defer { try? workspace.close() }
        let now = Date()
        let key = Check(name: "key", seen: "\(settings.keyFile.url.path) opens the home, and others can't read it")
        return [
            key, try await clock(workspace, now), calendar(workspace, now), try await keeper(workspace), versions,
        ]
    }

    /// What the server said of the backups that it makes itself.
    private func keeper(_ workspace: Workspace) async throws -> Check {
        let kept = try workspace.kept()
        guard kept.isKept else {
            return Check(name: "server's backups", seen: "it makes none", warning: withoutBackups)
        }
        let often = try workspace.isCopiedAtNightOnly ? "every night; the home is too large for more" : "all day"
        return Check(
            name: "server's backups", seen: "it makes them \(often)", fault: Self.fault(kept))
    }

    private var withoutBackups: String {
        settings.backups == nil
            ? "Set LINDUNG_BACKUP_DATA and LINDUNG_BACKUP_KEYS and start it anew, or run lindung backup every night."
            : "Start it: the folders are set."
    }

    private static func fault(_ kept: Kept) -> String? {
        if kept.fails { return "The last one failed; the service's log says why." }
        return kept.findsChanges ? "The last trial found changed tables, which lindung verify names." : nil
    }

    /// Nothing was ever written later than now.
    private func clock(_ workspace: Workspace, _ now: Date) async throws -> Check {
        let last = try workspace.lastEntry() ?? .distantPast
        return Check(
            name: "clock", seen: "it is \(now.formatted(.iso8601))",
            fault: try await workspace.isClockBehind(now)
                ? "The last entry was written at \(last.formatted(.iso8601)), which is later: set the clock, and run chrony or systemd-timesyncd."
                : nil)
    }

    /// Working days can be counted.
    private func calendar(_ workspace: Workspace, _ now: Date) -> Check {
        let office = workspace.desk.law(in: 1).office
        let years = Set(office.holidays.keys.map(\.year)).sorted().map(String.init)
        let missing = office.missingYears(on: Day(now)).map(String.init)
        return Check(
            name: "calendar", seen: years.isEmpty ? "no holidays" : "holidays of \(years.joined(separator: ", "))",
            fault: missing.isEmpty
                ? nil
                : """
                \(missing.joined(separator: " and ")) is not loaded, so no working day of it is counted: declare its \
                holidays (lindung office apply, or the office's page).
                """)
    }

    private var versions: Check {
        Check(name: "versions", seen: "lindung \(Lindung.configuration.version), tables \(Workspace.tables)")
    }
}
