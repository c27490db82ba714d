import Casework
import Desk
import Foundation

/// What is the same for all cases: the door, the clock, who works there and who helps.
struct City: Sendable {
    let workspace: Workspace
    let clock: SettableClock
    let staff: Staff
    /// The office's directory, without those who end.
    let partners: [Partner]

    var desk: Desk { workspace.desk }
    var now: Date { workspace.now }
    var today: Day { Day(now) }

    /// The first of a kind; some directory may have none of it.
    func partner(_ kind: PartnerKind) throws -> Partner {
        guard let partner = partners.first(where: { $0.details.kind == kind }) ?? partners.first
        else { throw NotDone.unknown }
        return partner
    }
}

/// Who does what in the made-up office.
struct Staff: Sendable {
    let intake: Worker
    /// Who manages cases; the first is the demo's case manager.
    let managers: [Worker]
    let head: Worker

    init(_ accounts: Accounts) async throws {
        let workers = try Dictionary(uniqueKeysWithValues: accounts.all().map { ($0.handle, $0.worker) })
        guard let dewi = workers["dewi"], let rina = workers["rina"], let yusuf = workers["yusuf"],
            let hasan = workers["hasan"]
        else { throw NotDone.unknown }
        intake = dewi
        managers = [rina, yusuf]
        head = hasan
    }

    func colleague(of manager: Worker) -> Worker { managers.first { $0.id != manager.id } ?? manager }
}
