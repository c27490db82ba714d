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

    /// - Parameter ticksAll: goes on whatever the cautions say.
    @discardableResult
    func perform(_ action: some Action<Office>, ticksAll: Bool = false) async throws -> Performed<Office> {
        let (desk, id) = (workspace.desk, Office.id(in: 1))
        do { return try await desk.perform(action, on: id, by: `operator`) } catch NotDone.cautioned(let cautions)
            where ticksAll
        {
            let asking = Asking(ticked: Set(cautions.map(\.mark)))
            return try await desk.perform(action, on: id, by: `operator`, asking)
        }
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
