package import Casework
package import Desk
package import Foundation

/// A made-up city, performed through the door: for the demo, tests and benchmarks.
package struct DemoCity: Sendable {
    /// A person on its staff, with the password that was made for this demo.
    package struct SignIn: Sendable {
        package let handle: String
        package let name: String
        package let post: Post
        package let password: String
    }

    /// The staff of the made-up office.
    static let staff: [(handle: String, name: String, post: Post)] = [
        ("dewi", "Dewi Anggraini", .intakeOfficer),
        ("rina", "Rina Siregar", .caseManager),
        ("hasan", "Hasan Basri", .head),
        ("yohana", "Yohana Wea", .administrator),
    ]

    /// Makes the staff where they are not there yet, and gives each a password of their own, made at random.
    package static func signIns(_ accounts: Accounts, password: () -> String) async throws -> [SignIn] {
        let known = try await accounts.all()
        var signIns: [SignIn] = []
        for person in staff {
            let signIn = SignIn(
                handle: person.handle, name: person.name, post: person.post, password: password())
            if let account = known.first(where: { $0.handle == person.handle }) {
                try await accounts.setPassword(signIn.password, of: account.worker.id)
            } else {
                try await accounts.add(
                    handle: person.handle, name: person.name, posts: [person.post], password: signIn.password)
            }
            signIns.append(signIn)
        }
        return signIns
    }

    /// Whether the city was never made. It is made anew only where nothing at all happened yet.
    package static func isMissing(_ workspace: Workspace) async throws -> Bool {
        try await workspace.desk.isEmpty()
    }

    /// Performs every complaint, oldest first, each at its time, and triages those that have waited longest.
    /// - Returns: how many complaints it made.
    package static func make(_ workspace: Workspace, clock: SettableClock, now: Date) async throws -> Int {
        guard let dewi = try await worker("dewi", workspace), let rina = try await worker("rina", workspace)
        else { return 0 }
        var received: [(id: ID<Complaint>, story: ReceiveComplaint)] = []
        for (index, story) in Stories.all.enumerated().reversed() {
            clock.set(now - arrival(index))
            received.append((try await workspace.desk.perform(story, on: ID(), by: dewi).record, story))
        }
        for (place, complaint) in received.prefix(Triages.all.count).enumerated() {
            clock.advance(60)
            let triage = Triages.all[place](rina.id)
            try await workspace.desk.perform(triage, on: complaint.id, by: dewi)
            let file = try await workspace.desk.open(Complaint.self, complaint.id, by: dewi).record.caseFile
            guard let file, place < Casefiles.all.count else { continue }
            for work in Casefiles.all[place] {
                clock.advance(1800)
                let record = try await workspace.desk.open(CaseFile.self, file, by: rina).record
                try await workspace.desk.perform(work(record), on: file, by: rina)
            }
        }
        clock.set(now)
        return received.count
    }

    private static func worker(_ handle: String, _ workspace: Workspace) async throws -> Worker? {
        try await workspace.accounts.all().first { $0.handle == handle }?.worker
    }

    /// How long ago the complaint at this place of the list came in: the newest 7 minutes, the thirtieth four days.
    private static func arrival(_ index: Int) -> TimeInterval {
        let place = Double(index + 1)
        return (place * place * 6 + 1) * 60
    }
}
