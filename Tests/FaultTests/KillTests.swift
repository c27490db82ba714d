import Casework
import Desk
import Foundation
import Synchronization
import TestSupport
import Testing
import Vault

/// kill -9 at random instants while complaints come in over HTTP: what was acknowledged is there, nothing is half there.
@Suite(.serialized) struct KillTests {
    private static let rounds = 50
    private static let writers = 3

    @Test func everyAcknowledgedComplaintSurvives() async throws {
        let folder = try TemporaryFolder()
        let home = folder.url.appending(path: "home")
        var acknowledged: Set<UUID> = []
        var sent = 0
        for _ in 0..<Self.rounds {
            let server = try ServerProcess(home: home)
            let round = try await writeUntilKilled(server)
            acknowledged.formUnion(round.acknowledged)
            sent += round.sent
        }

        let workspace = try await Workspace(
            home: home, key: try KeyFile(URL(filePath: home.path + ".key")).read(), purpose: .demo, cost: .tiny,
            opensPerHour: 100_000)
        #expect(try await workspace.verify() == [])
        let officer = try #require(try workspace.accounts.all().first).worker
        for id in acknowledged {
            let fold = try await workspace.desk.open(Complaint.self, ID(id), by: officer)
            #expect(fold.version == 1 && fold.record.received?.what.text == "Laporan \(id)")
        }
        let stored = try await workspace.desk.inboxCount(by: officer)
        #expect(acknowledged.count <= stored && stored <= sent)
        // A test that never interrupted anybody would prove nothing.
        #expect(acknowledged.count > Self.rounds && sent > acknowledged.count)
        print("\(Self.rounds) kills: \(sent) sent, \(acknowledged.count) acknowledged, \(stored) stored, 0 lost")
    }

    /// Several clients write as fast as they can until the server dies; the ledger is what it answered.
    private func writeUntilKilled(_ server: ServerProcess) async throws -> (acknowledged: Set<UUID>, sent: Int) {
        let ledger = Ledger()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<Self.writers {
                group.addTask {
                    while true {
                        let id = UUID()
                        ledger.sends()
                        let fields = [
                            ("csrf", server.formToken), ("record", "\(id)"), ("key", "\(UUID())"), ("channel", "S1T"),
                            ("what", "Laporan \(id)"),
                        ].map { (key: $0, value: $1) }
                        let answer = try? await server.browser.post("/kerja/complaints/receive-complaint", fields)
                        guard let answer, answer.status == 303 else { return }
                        ledger.wasAnswered(id)
                    }
                }
            }
            group.addTask {
                try? await Task.sleep(for: .milliseconds(.random(in: 30...300)))
                server.kill()
            }
        }
        return ledger.all
    }
}

/// What the clients of one round sent, and what was acknowledged to them.
private final class Ledger: Sendable {
    private let state = Mutex((acknowledged: Set<UUID>(), sent: 0))

    func sends() { state.withLock { $0.sent += 1 } }
    func wasAnswered(_ id: UUID) { state.withLock { _ = $0.acknowledged.insert(id) } }
    var all: (acknowledged: Set<UUID>, sent: Int) { state.withLock { $0 } }
}
