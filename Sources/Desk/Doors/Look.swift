import Casework
import Foundation
import Storage
import Vault

/// One look into the records: who saw what, when. It is durable before anything leaves the building.
struct Look: Codable, Sendable {
    enum Kind: String, Codable, CaseIterable {
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

    /// What an encoder with sorted keys writes, to the byte (a test compares), but sooner: nobody sees a record before its
    /// look is on the disk.
    func json() throws -> Data {
        var members = [#""instant":\#(Self.json(instant))"#, #""kind":"\#(kind.rawValue)""#]
        if let list {
            members.append(#""list":\#(String(decoding: try JSONEncoder.sorted.encode(list), as: UTF8.self))"#)
        }
        if let record { members.append(#""record":\#(Self.json(record))"#) }
        if let shown { members.append(#""shown":[\#(shown.map(Self.json).joined(separator: ","))]"#) }
        if let time { members.append(#""time":[\#(time.map(Self.json).joined(separator: ","))]"#) }
        if let token { members.append(#""token":\#(Self.json(token))"#) }
        members.append(#""worker":\#(Self.json(worker.value))"#)
        return Data("{\(members.joined(separator: ","))}".utf8)
    }

    private static func json(_ id: UUID) -> String { "\"\(id.text.uppercased())\"" }

    private static func json(_ instant: Date) -> String {
        let text = instant.timeIntervalSinceReferenceDate.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    static func place(_ id: UUID, lane: Int) -> Place { Place(table: "looks", lane: lane, owner: id) }
}
