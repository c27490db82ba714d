import Casework
import Desk
import Hummingbird

extension Site {
    func receiveComplaintPage(_ visit: Visit) async throws -> Response {
        guard try visit.worker().duties.contains(ReceiveComplaint.duty) else { throw Trouble.notPermitted }
        return try await receiveComplaint(try FormModel(ReceiveComplaint.self, record: ID()), visit)
    }

    func receiveComplaint(_ visit: Visit) async throws -> Response {
        guard let sent = SentForm<Complaint>(visit.posted) else { throw Trouble.notAForm }
        do {
            let reading = try FormReader.read(ReceiveComplaint.self, sent.answers)
            let done = try await workspace.desk.perform(reading, on: sent.record, by: try visit.worker(), key: sent.key)
            return .seeOther(.complaint(done.record))
        } catch NotDone.faulty(let faults) {
            return try await receiveComplaint(try FormModel(ReceiveComplaint.self, sent, faults: faults.all), visit)
        }
    }

    private func receiveComplaint(_ model: FormModel, _ visit: Visit) async throws -> Response {
        let view = FormView(frame: try await frame(visit), model: model, target: .receiveComplaint, up: .inbox)
        return .page(view.html, status: model.faults.isEmpty ? .ok : .unprocessableContent)
    }
}
