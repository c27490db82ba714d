import Casework
import Desk
import Foundation
import Hummingbird

/// The form of any action on any record: shown, sent, and shown again with what is wrong.
extension Site {
    func formPage(_ path: Path, _ visit: Visit) async throws -> Response {
        if let there = try await opened(at: path, by: try visit.worker()) { return .seeOther(there) }
        var model = try await Form.of(path, id: nil, self, visit).blank()
        model.left = try await leftForm(at: path, of: try visit.worker())
        return try await self.form(path, model, visit)
    }

    /// Whoever can read what the form would open for them needs no form.
    private func opened(at path: Path, by worker: Worker) async throws -> Path? {
        guard case .acting(let kind, let record, OpenInEmergency.name) = path,
            try await workspace.desk.mayOpen(record, by: worker)
        else { return nil }
        return .record(kind, record)
    }

    private func proof(_ notice: SignInNotice?, _ visit: Visit) async throws -> FactorFields {
        FactorFields(
            words: words(visit), notice: notice,
            hasSecondFactor: try await workspace.accounts.hasSecondFactor(try visit.worker()), takesBackupCode: false)
    }

    /// Why who sends it has not shown what they sign in with; nil where they have. A code works once, so it is asked for
    /// nothing that would be refused.
    private func unproven(_ form: Form, _ sent: SentForm, _ visit: Visit) async throws -> SignInNotice? {
        // Sent twice it is done once, and the code was good for the first.
        if try workspace.desk.isPerformed(sent.key) { return nil }
        try await form.check(sent)
        do {
            let isShown = try await workspace.accounts.proves(
                try visit.worker(), visit.posted.first("password") ?? "", visit.posted.first("code") ?? "",
                from: visit.caller)
            return isShown ? nil : .wrong
        } catch let tooMany as TooManyTries {
            return .wait(until: tooMany.until)
        }
    }

    /// Performs the action, or shows the form again with all that is in the way and all that was typed.
    func sendForm(_ path: Path, _ visit: Visit) async throws -> Response {
        guard let sent = SentForm(visit.posted) else { throw Trouble.notAForm }
        let form: Form
        do { form = try await Form.of(path, id: sent.record, self, visit) } catch NotDone.unknown {
            // It was there when the form was opened. Sent twice, it may have been closed by the first; or else it was
            // decided, handed on or erased meanwhile.
            guard let action = path.action, try workspace.desk.isPerformed(sent.key) else { throw Trouble.gone }
            return .seeOther(.work).setting(Cookies.header(Cookies.done, Done(action, sent.key).text))
        }
        var model = form.model(sent)
        if let rows = sent.add {
            model.moreRows = [rows]
            return try await self.form(path, model, visit)
        }
        if let row = sent.remove {
            model.typed = model.typed.without(below: row + ".")
            return try await self.form(path, model, visit)
        }
        do {
            if model.needsProof, let notice = try await unproven(form, sent, visit) {
                model.proof = try await proof(notice, visit)
                return try await self.form(path, model, visit)
            }
            let secret = try await form.perform(sent)
            // It is done; a draft that can't be dropped must not say otherwise.
            try? await workspace.accounts.dropDraft(sent.key, of: try visit.worker())
            if let secret { return try await secretPage(secret, of: model.worker, back: form.done, visit) }
            // Who decided a request, or handed a case on, may have closed it to themselves.
            let mayOpen = try await workspace.desk.mayOpen(form.record, by: try visit.worker())
            let done = Done(model.notice == nil ? model.action : nil, sent.key)
            return .seeOther(mayOpen ? form.done : .work).setting(Cookies.header(Cookies.done, done.text))
        } catch NotDone.faulty(let faults) {
            model.faults = faults.all
        } catch NotDone.cautioned(let cautions) {
            model.cautions = cautions
        } catch NotDone.refused(let refusal) {
            model.refusal = refusal
        } catch NotDone.conflict(let refusal) {
            model = try await form.conflict(sent)
            model.refusal = refusal
        }
        model.obstacles = model.refusal.map(form.obstacles) ?? []
        // Whoever goes to mend what is in the way finds it again.
        if let draft = FormDraft(path, visit.posted) {
            model.isKept = (try? await workspace.accounts.keep(draft, of: try visit.worker())) != nil
        }
        return try await self.form(path, model, visit)
    }

    func form(_ path: Path, _ model: FormModel, _ visit: Visit) async throws -> Response {
        var (visit, model) = (visit, model)
        visit.path = path
        if model.needsProof, model.proof == nil { model.proof = try await proof(nil, visit) }
        return .page(FormView(frame: try await frame(visit), model: model).html, status: model.status)
    }
}

extension FormModel {
    /// The worker who is added or chosen, with the name that they sign in by.
    fileprivate var worker: String {
        if let chosen = typed.first("worker") { return options["worker"]?.first { $0.value == chosen }?.label ?? "" }
        return [typed.first("who"), typed.first("handle").map { "(\($0))" }].compactMap { $0 }.joined(separator: " ")
    }

    fileprivate var status: HTTPResponse.Status {
        if case .wait = proof?.notice { return .tooManyRequests }
        if proof?.notice != nil { return .unprocessableContent }
        if conflict != nil || refusal != nil { return .conflict }
        return faults.isEmpty && cautions.isEmpty ? .ok : .unprocessableContent
    }
}
