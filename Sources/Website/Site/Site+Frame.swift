import Casework
import Desk

extension Site {
    func frame(_ visit: Visit) async throws -> Frame {
        let secret = visit.session?.token ?? visit.visitor
        let words = words(visit)
        var inbox: Int?
        if let worker = visit.session?.worker { inbox = try await workspace.desk.inboxCount(by: worker) }
        return Frame(
            words: words, when: When(words: words, now: workspace.now), path: visit.path ?? .root,
            worker: visit.session?.worker, formToken: secret.map { workspace.accounts.formToken($0) }, inbox: inbox,
            done: visit.session == nil ? nil : visit.done)
    }
}
