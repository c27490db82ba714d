import Casework
import TestSupport
import Testing

@testable import Desk

extension World {
    /// A complaint with one call-back on it.
    func called() async throws -> (id: ID<Complaint>, entry: EntryID) {
        let id = try await receive()
        try await desk.perform(
            RecordCallback(outcome: .noAnswer, note: "Tidak diangkat."), on: id, by: dewi)
        return (id, try #require(try await open(id).history.last).id)
    }

    func open(_ id: ID<Complaint>) async throws -> Fold<Complaint> {
        try await desk.open(Complaint.self, id, by: hasan)
    }

    /// An action whose kind is not known here.
    func perform(_ action: any Action, on id: ID<Complaint>, by worker: Worker) async throws {
        guard let action = action as? any Action<Complaint> else { throw NotDone.unknown }
        try await desk.perform(action, on: id, by: worker)
    }
}
