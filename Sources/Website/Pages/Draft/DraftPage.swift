import Casework
import Desk
import Foundation
import Hummingbird

/// A form that was not sent: kept while it is typed, and when its session had ended meanwhile.
struct FormDraft: Codable {
    let path: String
    let posted: Posted

    /// Nil where there is nothing to keep: no address of a form, or nothing in it.
    init?(_ path: Path?, _ posted: Posted) {
        guard let path, SentForm(posted) != nil else { return nil }
        switch path {
        case .opening, .acting, .filling, .mending: self.path = path.description
        default: return nil
        }
        self.posted = posted.without(FactorFields.names.union([ForgeryGuard.field, "form"]))
    }

    /// The form's own key: what is typed on one form is one draft.
    var id: UUID { SentForm(posted)?.key ?? .random() }
}

/// A form that was left, as a list tells of it.
struct LeftForm {
    let id: UUID
    let at: Date
    let action: ActionName
    /// Of the record that it is about; nil for one that is not there yet, or not open to the worker any more, and where
    /// the page tells it.
    let code: String?
}

extension Site {
    func leftForms(of worker: Worker) async throws -> [LeftForm] {
        var left: [LeftForm] = []
        for (id, at, draft) in try await drafts(of: worker) {
            guard let action = Path(draft.path)?.action, let record = SentForm(draft.posted)?.record else { continue }
            let code = try await workspace.desk.code(of: record, by: worker)
            left.append(LeftForm(id: id, at: at, action: action, code: code))
        }
        return left
    }

    /// The form of this address that the worker left last.
    func leftForm(at path: Path, of worker: Worker) async throws -> LeftForm? {
        let left = try await drafts(of: worker).first { $0.draft.path == path.description }
        return left.flatMap { id, at, _ in path.action.map { LeftForm(id: id, at: at, action: $0, code: nil) } }
    }

    /// The newest first.
    private func drafts(of worker: Worker) async throws -> [(id: UUID, at: Date, draft: FormDraft)] {
        try workspace.accounts.drafts(.form, of: worker).compactMap { id, at, text in
            let draft = try? JSONDecoder().decode(FormDraft.self, from: Data(text.utf8))
            return draft.map { (id, at, $0) }
        }
    }
}

extension Accounts {
    func keep(_ draft: FormDraft, of worker: Worker) async throws {
        let json = String(decoding: try JSONEncoder().encode(draft), as: UTF8.self)
        _ = try await keepDraft(json, .form, id: draft.id, of: worker)
    }
}

extension Site {
    /// What a form's page sends while somebody types.
    func keepDraft(_ visit: Visit) async throws -> Response {
        guard let draft = FormDraft(visit.posted.first("form").flatMap(Path.init), visit.posted)
        else { throw Trouble.notAForm }
        try await workspace.accounts.keep(draft, of: try visit.worker())
        return Response(status: .noContent)
    }

    func discardDraft(_ id: UUID, _ visit: Visit) async throws -> Response {
        try await workspace.accounts.dropDraft(id, of: try visit.worker())
        return .seeOther(.work)
    }

    /// The form as it was left.
    func draftPage(_ id: UUID, _ visit: Visit) async throws -> Response {
        let worker = try visit.worker()
        guard let text = try workspace.accounts.draft(id, .form, of: worker),
            let draft = try? JSONDecoder().decode(FormDraft.self, from: Data(text.utf8)),
            let path = Path(draft.path), let sent = SentForm(draft.posted)
        else { throw Trouble.notFound }
        var model: FormModel
        do {
            let form = try await Form.of(path, id: sent.record, self, visit)
            model = form.model(sent)
            model.obstacles = form.obstacles(nil)
        } catch  where error.isFinal {
            // What it is about is not this worker's any more: it must not stand in the way of every sign-in.
            try await workspace.accounts.dropDraft(id, of: worker)
            return .seeOther(.work)
        }
        (model.isRestored, model.isKept) = (true, true)
        return try await form(path, model, visit)
    }
}

extension Error {
    /// It will be the same the next time: the record or the permission is gone. Anything else may pass.
    fileprivate var isFinal: Bool {
        switch (self as? NotDone).map(Trouble.init) ?? self as? Trouble {
        case .notFound, .notPermitted: true
        default: false
        }
    }
}
