package import Casework
package import Desk

extension DemoCity {
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

    /// Makes the office and its staff where they are not there yet, and gives each a password of their own, made at random.
    package static func signIns(_ workspace: Workspace, password: () -> String) async throws -> [SignIn] {
        let (desk, accounts, office) = (workspace.desk, workspace.accounts, Office.id(in: 1))
        let `operator` = try await accounts.operator()
        if desk.law(in: 1).office.name == nil {
            try await desk.perform(SetUpOffice("UPTD PPA Kota Batam"), on: office, by: `operator`)
        }
        var signIns: [SignIn] = []
        for person in staff {
            if try accounts.all().allSatisfy({ $0.handle != person.handle }) {
                let action = AddWorker(Line(person.handle), Line(person.name), [person.post])
                try await desk.perform(action, on: office, by: `operator`)
            }
            guard let worker = try accounts.all().first(where: { $0.handle == person.handle })?.worker
            else { continue }
            let signIn = SignIn(handle: person.handle, name: person.name, post: person.post, password: password())
            try await accounts.setPassword(signIn.password, of: worker.id)
            signIns.append(signIn)
        }
        return signIns
    }
}
