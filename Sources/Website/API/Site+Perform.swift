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

    private func of<Answer>(
        _ kind: RecordKind, _ work: (any Record.Type) async throws -> Answer
    ) async throws -> Answer {
        guard let type = Records[kind] else { throw Trouble.notFound }
        return try await work(type)
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
        let telling = telling(call, try await workspace.accounts.names(Set(theirs.map(\.stamp.worker))))
        let entries = try theirs.map { try ToldEntry($0, in: fold, telling.law.instruments) }
        var problem = APIProblem(.conflict(refusal), of: A.name, call.words)
        problem.more += [
            ("version", JSON(fold.version)), ("theirs", entries.json(telling)),
            ("mine", try AnswersJSON(instruments: workspace.desk.instruments).of(mine)),
        ]
        return problem
    }

    /// One record as it stands, with its whole history.
    func record(_ kind: RecordKind, _ id: UUID, _ call: APICall) async throws -> Response {
        try await of(kind) { try await record($0, id, call) }
    }

    private func record<R: Record>(_ type: R.Type, _ id: UUID, _ call: APICall) async throws -> Response {
        let fold = try await workspace.desk.open(type, ID(id), by: call.worker)
        let tag = "\"\(fold.version)\""
        if call.headers[.ifNoneMatch] == tag { return Response(status: .notModified, headers: [.eTag: tag]) }
        var people = Set(fold.history.map { $0.stamp.worker })
        if let file = fold.record as? CaseFile {
            people.formUnion([file.manager].compactMap(\.self) + file.team.map(\.worker) + file.conflicts)
        }
        if let office = fold.record as? Office {
            people.formUnion(office.manyOpened.map(\.worker) + office.erased.map(\.askedBy))
            people.formUnion(office.accessGiven.flatMap { [$0.worker, $0.by] })
        }
        let telling = telling(call, try await workspace.accounts.names(people))
        let context = Context(now: workspace.now, worker: call.worker, law: telling.law)
        // What only people do, and what this token may not, is not offered.
        let actions =
            call.bearer.mayPerform ? fold.actions(for: context).filter { R.actions[$0]?.isForPeople != true } : []
        let duties = call.bearer.mayPerform ? call.worker.duties : []
        return .json(try ToldRecord(fold, actions, by: duties, telling).json(telling), headers: [.eTag: tag])
    }
}
