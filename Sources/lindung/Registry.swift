import ArgumentParser
import Casework
import Desk

/// The office's record under the command line's hands: what it changes is journaled under the operator's name.
struct Registry {
    let workspace: Workspace
    private let `operator`: Worker

    init(_ workspace: Workspace) async throws {
        self.workspace = workspace
        self.operator = try await workspace.accounts.operator()
    }

    /// Needs the home for itself: while it is served, the service is stopped first.
    static func change(_ work: (Registry) async throws -> Void) async throws {
        let settings = try Settings(home: "lindung-office")
        try await Failure.explained(settings) {
            let workspace = try await Home.open(settings)
            defer { try? workspace.close() }
            try await work(try await Registry(workspace))
        }
    }

    @discardableResult
    func perform(_ action: some Action<Office>) async throws -> Performed<Office> {
        try await workspace.desk.perform(action, on: Office.id(in: 1), by: `operator`)
    }

    @discardableResult
    func apply(_ folder: OfficeFolder) async throws -> Applied {
        try await workspace.desk.apply(folder, by: `operator`)
    }

    func worker(_ handle: String) async throws -> ID<Worker> {
        let known = try await workspace.accounts.all().first { $0.handle == Accounts.normal(handle) }
        guard let known else { throw ValidationError("There is no worker \(handle); see: lindung worker list") }
        return known.worker.id
    }
}
