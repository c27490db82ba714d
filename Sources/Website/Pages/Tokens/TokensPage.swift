import Casework
import Desk
import Foundation
import Hummingbird

/// A worker's tokens: what lets programs act in the worker's name. A token can't make another, so the API has no such
/// action.
extension Site {
    func tokensPage(
        _ visit: Visit, _ typed: TypedToken = TypedToken(), _ notice: SignInNotice? = nil
    ) async throws -> Response {
        let worker = try visit.worker()
        let tokens = try workspace.accounts.tokens(of: worker)
        let factors = FactorFields(
            words: words(visit), notice: notice,
            hasSecondFactor: try await workspace.accounts.hasSecondFactor(worker), takesBackupCode: false)
        let view = TokensView(
            frame: try await frame(visit), worker: worker, tokens: tokens, typed: typed, factors: factors)
        if let notice { return .page(view.html, notice: notice) }
        return .page(view.html, status: typed.faults.isEmpty ? .ok : .unprocessableContent)
    }

    func makeToken(_ visit: Visit) async throws -> Response {
        let worker = try visit.worker()
        var typed = TypedToken(visit.posted)
        guard let name = typed.name, let days = typed.days, !typed.duties.isEmpty, typed.faults.isEmpty else {
            return try await tokensPage(visit, typed)
        }
        do {
            let isShown = try await workspace.accounts.proves(
                worker, visit.posted.first("password") ?? "", visit.posted.first("code") ?? "", from: visit.caller)
            guard isShown else { return try await tokensPage(visit, typed, .wrong) }
        } catch let tooMany as TooManyTries {
            return try await tokensPage(visit, typed, .wait(until: tooMany.until))
        }
        let made = try await workspace.accounts.makeToken(
            name, duties: typed.duties, mayPerform: typed.mayPerform, days: days, for: worker)
        guard let made else {
            typed.faults.append(Fault("name", .tooMany(limit: Accounts.mostTokens)))
            return try await tokensPage(visit, typed)
        }
        try await workspace.desk.leaveLook(token: made.token.id, by: worker)
        return .page(TokenView(frame: try await frame(visit), token: made.token, secret: made.secret).html)
    }

    func revokeToken(_ id: UUID, _ visit: Visit) async throws -> Response {
        let worker = try visit.worker()
        try await workspace.accounts.revokeToken(id, of: worker)
        try await workspace.desk.leaveLook(token: id, by: worker)
        return .seeOther(.tokens)
    }
}

/// A token as it was asked for.
struct TypedToken {
    var name: Line?
    var duties: Set<Duty> = []
    var mayPerform = false
    var days: Int? = 90
    var faults: [Fault] = []

    /// For how many days a token may be asked.
    static let lives = [30, 90, Accounts.longestToken]

    init() {}

    init(_ posted: Posted) {
        do throws(Problem) {
            guard let text = posted.first("name"), !text.isBlank else { throw .missing }
            name = try Line.read([text])
        } catch { faults.append(Fault("name", error)) }
        duties = Set(posted["duties"].map { Duty($0) })
        if duties.isEmpty { faults.append(Fault("duties", .missing)) }
        mayPerform = posted.first("may") == "perform"
        days = posted.first("days").flatMap { Int($0) }.flatMap { Self.lives.contains($0) ? $0 : nil }
        if days == nil { faults.append(Fault("days", .notInList)) }
    }
}
