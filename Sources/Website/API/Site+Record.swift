import Casework
import Desk
import Foundation
import HTTPTypes
import Hummingbird

extension Site {
    /// One record as it stands, with its whole history.
    func record(_ kind: RecordKind, _ id: UUID, _ call: APICall) async throws -> Response {
        try await of(kind) { try await record($0, id, call) }
    }

    private func record<R: Record>(_ type: R.Type, _ id: UUID, _ call: APICall) async throws -> Response {
        let fold = try await workspace.desk.open(type, ID(id), by: call.worker)
        let tag = "\"\(fold.version)\""
        if call.headers[.ifNoneMatch] == tag { return Response(status: .notModified, headers: [.eTag: tag]) }
        var people = Set(fold.history.map { $0.stamp.worker })
        if let file = fold.record as? CaseFile { people.formUnion(file.wholeTeam + file.conflicts) }
        if let office = fold.record as? Office {
            people.formUnion(office.manyOpened.map(\.worker) + office.erased.map(\.askedBy))
            people.formUnion(office.accessGiven.flatMap { [$0.worker, $0.by] })
        }
        let telling = telling(call, try workspace.accounts.names(people))
        let context = Context(now: workspace.now, worker: call.worker, law: telling.law)
        // What only people do, and what this token may not, is not offered.
        let actions =
            call.bearer.mayPerform ? fold.actions(for: context).filter { R.actions[$0]?.isForPeople != true } : []
        let duties = call.bearer.mayPerform ? call.worker.duties : []
        return .json(try ToldRecord(fold, actions, by: duties, telling).json(telling), headers: [.eTag: tag])
    }

    /// The same for a record of any kind.
    func of<Answer>(
        _ kind: RecordKind, _ work: (any Record.Type) async throws -> Answer
    ) async throws -> Answer {
        guard let type = Records[kind] else { throw Trouble.notFound }
        return try await work(type)
    }
}
