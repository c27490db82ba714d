import ArgumentParser
import Casework
import Desk

/// The office's record under the command line's hands: what it changes is journaled under the operator's name.
struct OfficeByOperator {
    let workspace: Workspace
    private let `operator`: Worker

    init(_ workspace: Workspace) async throws {
        self.workspace = workspace
        self.operator = try await workspace.accounts.operator()
    }

    /// Needs the home for itself: while it is served, the service is stopped first.
    static func change(_ work: (OfficeByOperator) async throws -> Void) async throws {
        let settings = try Settings()
        try await Failure.explained(settings) {
            let workspace = try await Home.open(settings)
            defer { try? workspace.close() }
            try await work(try await OfficeByOperator(workspace))
        }
    }

    /// Reads the answers as a form would, and says in a form's words what is wrong with them.
    /// - Parameter ticks: whether it goes on whatever this caution says; by default it does.
    @discardableResult
    func perform<A: Action<Office>>(
        _ action: A, ticks: (Caution) -> Bool = { _ in true }
    ) async throws -> Performed<Office> {
        do {
            let reading = try Self.read(action)
            return try await workspace.desk.perform(reading, on: Office.id(in: 1), by: `operator`, ticking: ticks)
        } catch NotDone.faulty(let faults) {
            throw try Self.error(faults.all, of: A.name)
        }
    }

    /// What is wrong with an action's answers by themselves, before anything is made.
    static func check<A: Action<Office>>(_ action: A) throws {
        let faults = try read(action).faults
        guard faults.isEmpty else { throw try error(faults, of: A.name) }
    }

    private static func read<A: Action<Office>>(_ action: A) throws -> Reading<A> {
        try FormReader.read(A.self, FormWriter.answers(of: action), Instruments([]))
    }

    private static func error(_ faults: [Fault], of action: ActionName) throws -> ValidationError {
        let words = try Locales.words(.english)
        let sentences = faults.map { "\(words.label(action, $0.field)): \(words.problem($0, of: action))" }
        return ValidationError(sentences.joined(separator: " "))
    }

    @discardableResult
    func apply(_ folder: OfficeFolder) async throws -> Applied {
        try await workspace.desk.apply(folder, by: `operator`)
    }

    func worker(_ handle: String) async throws -> ID<Worker> { try await workspace.worker(handle).id }
}

extension Workspace {
    /// - Throws: `ValidationError` where nobody has this user name.
    func worker(_ handle: String) async throws -> Worker {
        let known = try accounts.all().first { $0.handle == StaffMember.normal(handle) }
        guard let known else { throw ValidationError("There is no worker \(handle); see: lindung worker list") }
        return known.worker
    }
}
