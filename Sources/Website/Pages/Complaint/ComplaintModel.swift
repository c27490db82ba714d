import Casework
import Desk
import Foundation

struct ComplaintModel {
    let complaint: Complaint
    let code: String
    let isVoid: Bool
    /// Whether the reader may open the case that it became.
    let mayOpenCase: Bool
    /// Who manages that case; empty where it became none.
    let manager: String
    /// Cases in which its people may be known already, as long as nobody has triaged it.
    let known: [Listed]
    /// What the reader may do to it, the likeliest first.
    let actions: [ActionName]
    /// Newest first.
    let history: [HistoryModel]

    var id: ID<Complaint> { complaint.id }

    init(
        _ fold: Fold<Complaint>, mayOpenCase: Bool, known: [Listed], authors: [ID<Worker>: String], reader: Worker,
        instruments: Instruments, words: Words, when: When
    ) throws {
        complaint = fold.record
        code = fold.code?.description ?? ""
        manager = (fold.record.triage?.manager ?? fold.record.brought?.manager).flatMap { authors[$0] } ?? ""
        isVoid = fold.voided != nil
        self.mayOpenCase = mayOpenCase
        self.known = known
        actions = fold.actions(for: Context(now: when.now, worker: reader))
        let names = PointedNames { Dictionary(uniqueKeysWithValues: authors.map { ($0.description, $1) }) }
        let history = HistoryReader(
            fold: fold, authors: authors, reader: reader, words: words, when: when, instruments: instruments,
            names: names)
        self.history = try history.lines()
    }
}
