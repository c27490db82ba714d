import Casework
import Desk
import Foundation

/// What a form's address stands for, with its types forgotten: a blank form, what is shown again, and the act itself.
struct Form: Sendable {
    /// The empty form, or filled in with what is suggested.
    let blank: @Sendable () throws -> FormModel
    /// The form with what was typed.
    let model: @Sendable (SentForm) -> FormModel
    /// The one-time secret that it made, where it makes one.
    let perform: @Sendable (SentForm) async throws -> String?
    /// The form with what others did meanwhile, ready to be sent again.
    let conflict: @Sendable (SentForm) async throws -> FormModel
    /// Throws what is in the way, and does nothing.
    let check: @Sendable (SentForm) async throws -> Void
    /// What stands in the way, with what it was refused for, if it was.
    let obstacles: @Sendable (Refusal?) -> [Obstacle]
    let record: UUID
    /// Where one goes when it is done.
    let done: Path

    /// - Parameter id: the record that the form carried, for an action that opens one.
    /// - Throws: `Trouble.notFound`, `Trouble.notPermitted`, or what opening the record throws.
    static func of(_ path: Path, id: UUID?, _ site: Site, _ visit: Visit) async throws -> Form {
        switch path {
        case .opening(let kind, let action):
            try await of(kind) { try await opening($0, action, id ?? .random(), path, site, visit) }
        case .acting(let kind, let record, let action):
            try await of(kind) { try await acting($0, action, record, nil, path, site, visit) }
        case .filling(let kind, let record, let action, let choice):
            try await of(kind) { try await acting($0, action, record, choice, path, site, visit) }
        case .mending(let kind, let record, let entry, let action):
            try await of(kind) { try await mending($0, action, record, EntryID(entry), path, site, visit) }
        default: throw Trouble.notFound
        }
    }

    private static func of(
        _ kind: RecordKind, _ make: (any Record.Type) async throws -> Form
    ) async throws -> Form {
        guard let type = Records[kind] else { throw Trouble.notFound }
        return try await make(type)
    }

    private static func opening<R: Record>(
        _ type: R.Type, _ name: ActionName, _ id: UUID, _ path: Path, _ site: Site, _ visit: Visit
    ) async throws -> Form {
        guard let action = R.actions[name] else { throw Trouble.notFound }
        guard let duty = action.duty, try visit.worker().duties.contains(duty) else { throw Trouble.notPermitted }
        let worker = try visit.worker()
        let record = R.onlyID(in: worker.lane) ?? ID<R>(id)
        if R.onlyID(in: worker.lane) != nil, try await site.workspace.desk.mayOpen(record.value, by: worker) {
            throw Trouble.refused
        }
        let up: Path = R.self is Complaint.Type ? .inbox : .work
        return try await ActionForm(R.self, fold: nil, id: record, path, up: up, site, visit).form(action)
    }

    private static func acting<R: Record>(
        _ type: R.Type, _ name: ActionName, _ id: UUID, _ choice: String?, _ path: Path, _ site: Site, _ visit: Visit
    ) async throws -> Form {
        guard let action = R.actions[name] else { throw Trouble.notFound }
        let worker = try visit.worker()
        let sight = try await site.workspace.desk.sight(of: id, by: worker)
        if [.listed, .readable].contains(sight) {
            guard action.duty(seeing: sight).map(worker.duties.contains) == true else {
                throw try await turnedAway(worker, from: id, site)
            }
        }
        // Of a record that is not open to them they see its stub, as on the list that led here.
        if let stub = try await site.workspace.desk.stub(of: ID<R>(id), by: worker) {
            let form = try await ActionForm(R.self, fold: nil, id: ID(id), path, up: .cases(own: false), site, visit)
            let manager = stub.card.manager
            let names = try site.workspace.accounts.names(Set([manager].compactMap(\.self)))
            let called = [stub.code, manager.flatMap { names[$0] }].compactMap(\.self).joined(separator: " · ")
            return try await form.about(called).form(action)
        }
        let fold = try await site.workspace.desk.open(R.self, ID(id), by: worker)
        let up = Path.record(R.kind, id)
        let form = try await ActionForm(R.self, fold: fold, id: ID(id), path, up: up, site, visit)
        guard let choice else { return try await form.form(action) }
        if let changing = action as? any ChangingAction<R>.Type { return try await form.form(changing, of: choice) }
        if let begun = action as? any BegunAction<R>.Type { return try await form.form(begun, beginning: choice) }
        let sheet = site.workspace.desk.instruments.current(for: action).first { $0.id == choice }
        guard let sheet else { throw Trouble.notFound }
        return try await form.form(action, asking: sheet)
    }

    /// Who asks for a form that is not theirs is on record, as at any other door.
    private static func turnedAway(_ worker: Worker, from record: UUID, _ site: Site) async throws -> NotDone {
        try await site.workspace.desk.leaveLook(denied: record, by: worker)
        return .unknown
    }

    private static func mending<R: Record>(
        _ type: R.Type, _ name: ActionName, _ id: UUID, _ entry: EntryID, _ path: Path, _ site: Site, _ visit: Visit
    ) async throws -> Form {
        let worker = try visit.worker()
        // Whoever only reads it mends nothing.
        guard try await site.workspace.desk.sight(of: id, by: worker) != .readable else {
            throw try await turnedAway(worker, from: id, site)
        }
        let fold = try await site.workspace.desk.open(R.self, ID(id), by: worker)
        guard let happened = fold.happened(entry) else { throw Trouble.notFound }
        let form = try await ActionForm(R.self, fold: fold, id: ID(id), path, up: .record(R.kind, id), site, visit)
        let fixed = ["entry": entry.raw]
        if name == DecideMending<R>.name { return try form.form(DecideMending<R>.self, fixed: fixed) }
        guard !happened.isMend else { throw Trouble.notFound }
        return name == CorrectEntry<R>.name
            ? try await form.correction(of: happened) : try form.form(WithdrawEntry<R>.self, fixed: fixed)
    }
}
