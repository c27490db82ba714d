import Casework
import Foundation
import Storage
import Vault

/// One look into the records: who saw what, when. It is durable before anything leaves the building.
struct Look: Codable, Sendable {
    enum Kind: String, Codable {
        case open, list, dues, figures, denied
        /// An identity number, in clear.
        case reveal
        /// Who saw a record was read.
        case access
        /// What an action's rules asked to know of other records, and its worker was told.
        case lookup
        /// A token was made or taken back; the record is the token.
        case token
        /// The operator believed the tables beside the books as they stood.
        case tallied
    }

    let kind: Kind
    let worker: ID<Worker>
    let instant: Date
    /// The token of the program that looked in the worker's name.
    var token: UUID?
    /// The one record that was opened or denied.
    var record: UUID?
    /// What was listed or searched for.
    var list: List?
    /// From when until when figures were counted.
    var time: [Date]?
    /// The records that the list showed.
    var shown: [UUID]?

    init(_ kind: Kind, by worker: Worker, at instant: Date) {
        self.kind = kind
        self.worker = worker.id
        self.instant = instant
        token = worker.token
    }

    static func place(_ id: UUID, lane: Int) -> Place { Place(table: "looks", lane: lane, owner: id) }
}
