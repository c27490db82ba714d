import Casework
import Foundation

struct ComplaintModel {
    let id: ID<Complaint>
    let code: String
    let received: ReceiveComplaint?
    let at: Date
    /// Newest first.
    let history: [HistoryModel]

    init(_ fold: Fold<Complaint>, authors: [ID<Worker>: String], reader: ID<Worker>) {
        id = fold.record.id
        code = fold.code?.description ?? ""
        received = fold.record.received
        at = fold.record.at
        history = fold.history.reversed().map { happened in
            HistoryModel(
                action: type(of: happened.action).name, instant: happened.stamp.instant,
                author: authors[happened.stamp.worker] ?? "", isReader: happened.stamp.worker == reader)
        }
    }
}

/// One line of a record's history.
struct HistoryModel {
    let action: ActionName
    let instant: Date
    let author: String
    /// Whether it was the reader of this page.
    let isReader: Bool
}
