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

    /// Performs every complaint, oldest first, each at its time: the last a few minutes before `now`, the others at
    /// growing distances before it.
    package static func receiveComplaints(
        _ workspace: Workspace, clock: SettableClock, now: Date
    ) async throws -> Int {
        guard let officer = try await workspace.accounts.all().first(where: { $0.worker.posts == [.intakeOfficer] })
        else { return 0 }
        for (index, complaint) in Stories.all.enumerated().reversed() {
            clock.set(now - arrival(index))
            try await workspace.desk.perform(complaint, on: ID(), by: officer.worker)
        }
        clock.set(now)
        return Stories.all.count
    }

    /// How long ago the complaint at this place of the list came in: the newest 7 minutes, the thirtieth four days.
    private static func arrival(_ index: Int) -> TimeInterval {
        let place = Double(index + 1)
        return (place * place * 6 + 1) * 60
    }
}
