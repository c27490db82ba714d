import Casework
import Desk
import Foundation
import HTTPTypes
import Hummingbird

/// Every action on every record, as a program sends it.
extension Site {
    func perform(_ call: APICall) async throws -> Response {
        let sent = call.body.isEmpty ? SentAction() : try call.sent(SentAction.self)
        switch call.path {
        case .opening(let kind, let action):
            return try await of(kind) { try await open($0, action, sent, call) }
        case .acting(let kind, let id, let action):
            return try await of(kind) { try await act($0, id, action, sent, call) }
        case .mending(let kind, let id, let entry, let action):
            return try await of(kind) { try await mend($0, id, EntryID(entry), action, sent, call) }
        default: throw Trouble.notFound
        }
    }

    private func open<R: Record>(
        _ type: R.Type, _ name: ActionName, _ sent: SentAction, _ call: APICall
    ) async throws -> Response {
        guard let action = R.actions[name] else { throw Trouble.notFound }
        let key = try call.key()
        // Sent again with the same key, it must be the same record: without an id of its own it has the key's.
        let id = R.onlyID(in: call.worker.lane) ?? ID<R>(sent.record ?? key)
        return try await perform(action, on: id, sent, call, key: key)
    }

    private func act<R: Record>(
        _ type: R.Type, _ id: UUID, _ name: ActionName, _ sent: SentAction, _ call: APICall
    ) async throws -> Response {
        guard let action = R.actions[name] else { throw Trouble.notFound }
        return try await perform(action, on: ID<R>(id), sent, call, key: try call.key())
    }

    private func mend<R: Record>(
        _ type: R.Type, _ id: UUID, _ entry: EntryID, _ name: ActionName, _ sent: SentAction, _ call: APICall
    ) async throws -> Response {
        let key = try call.key()
        guard name == CorrectEntry<R>.name else {
            guard let action = R.actions[name] else { throw Trouble.notFound }
            return try await perform(action, on: ID<R>(id), sent, given: ["entry": entry.raw], call, key: key)
        }
        let fold = try await workspace.desk.open(R.self, ID(id), by: call.worker)
        guard let happened = fold.happened(entry), !happened.isMend else { throw Trouble.notFound }
        // What nobody filled in has no answers that anybody could send.
        guard Swift.type(of: happened.action).hasForm else { throw NotDone.refused(MendingRules.entailedByOthers) }
        return try await correct(happened.current, entry, on: ID<R>(id), sent, call, key: key)
    }

    private func correct<A: Action>(
        _ current: A, _ entry: EntryID, on id: ID<A.Subject>, _ sent: SentAction, _ call: APICall, key: UUID
    ) async throws -> Response {
        let instruments = workspace.desk.instruments
        let reading = try CorrectEntry<A.Subject>.read(entry, saying: current, sent.answers, instruments)
        do { return try await perform(reading, on: id, sent, call, key: key) } catch let notDone as NotDone {
            throw APIProblem(notDone, of: A.name, call.words)
        }
    }

    private func perform<A: Action>(
        _ type: A.Type, on id: ID<A.Subject>, _ sent: SentAction, given: [String: [String]] = [:], _ call: APICall,
        key: UUID
    ) async throws -> Response {
        let reading = try FormReader.read(type, sent.answers, given: given, workspace.desk.instruments)
        return try await perform(reading, on: id, sent, call, key: key)
    }

    private func perform<A: Action>(
        _ reading: Reading<A>, on id: ID<A.Subject>, _ sent: SentAction, _ call: APICall, key: UUID
    ) async throws -> Response {
        let asking = Asking(key: key, seen: sent.seen, exactly: try call.exactly(), ticked: sent.ticked)
        do {
            let done = try await workspace.desk.perform(reading, on: id, by: call.worker, asking)
            return answer(done, call)
        } catch NotDone.conflict(let refusal) {
            throw try await conflict(reading.action, refusal, on: id, sent, call)
        }
    }

    private func answer<R: Record>(_ done: Performed<R>, _ call: APICall) -> Response {
        let path = APIPath.record(R.kind, done.record.value)
        return .json(
            ToldPerformed(done).json(telling(call)), status: done.version == 1 ? .created : .ok,
            headers: [.location: path.description, .eTag: "\"\(done.version)\""])
    }

    /// Both sides: what others recorded since, and what was sent.
    private func conflict<A: Action>(
        _ mine: A, _ refusal: Refusal?, on id: ID<A.Subject>, _ sent: SentAction, _ call: APICall
    ) async throws -> APIProblem {
        let fold = try await workspace.desk.open(A.Subject.self, id, by: call.worker)
        let theirs = fold.unseen(mine.topic, since: sent.seen ?? 0)
        let telling = telling(call, try workspace.accounts.names(Set(theirs.map(\.stamp.worker))))
        let entries = try theirs.map { try ToldEntry($0, in: fold, telling.law.instruments) }
        var problem = APIProblem(.conflict(refusal), of: A.name, call.words)
        problem.more += [
            ("version", JSON(fold.version)), ("theirs", entries.json(telling)),
            ("mine", try AnswersJSON(instruments: workspace.desk.instruments).of(mine)),
        ]
        return problem
    }
}
