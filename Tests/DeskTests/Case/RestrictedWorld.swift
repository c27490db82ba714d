import Casework
import Desk
import Foundation
import TestSupport
import Testing

/// A case in which a police officer is named: Rina manages it, and Maya, a second head, is on its team.
struct RestrictedWorld {
    let world: World
    let complaint: ID<Complaint>
    let file: ID<CaseFile>
    let maya: Worker
    /// Manages cases, and not this one.
    let sinta: Worker

    static let restriction = RestrictCase(.police, because: "Terlapor anggota Polsek; ia kenal kepala.")
    static let client = Profile("Melati", phone: "+6281234567890")

    /// - Parameter isRestricted: whether it is already.
    init(isRestricted: Bool = true) async throws {
        world = try await World()
        maya = try await world.maya([.head])
        sinta = try await world.joined("sinta", [.caseManager])
        (complaint, file) = try await world.openCase()
        try await world.act(AddToTeam(maya.id, as: .deputy, because: "Pengesah."), on: file)
        if isRestricted { try await world.desk.perform(Self.restriction, on: file, by: world.rina) }
    }

    /// Whoever is not of the team, whatever their post.
    var others: [Worker] { [world.hasan, world.yohana, world.dewi, sinta, world.other] }
}

extension World {
    /// Another case of Rina's, about another girl.
    func openAnother() async throws -> ID<CaseFile> {
        let complaint = try await receive(
            ReceiveComplaint(channel: .direct, what: "Lain.", affected: [Affected("Kenanga", sex: .female)]))
        try await desk.perform(triage(rina.id), on: complaint, by: dewi)
        return try #require(try await desk.open(Complaint.self, complaint, by: dewi).record.caseFile)
    }

    /// Somebody more on the staff.
    func joined(_ handle: String, _ posts: [Post]) async throws -> Worker {
        let id = try await accounts.add(handle: handle, name: handle, posts: posts, password: Self.password)
        return try #require(try accounts.all().first { $0.worker.id == id }).worker
    }
}
