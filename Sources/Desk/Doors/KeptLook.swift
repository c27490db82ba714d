import Casework
import Foundation
import Storage
import Vault

/// What is asked of a look that is on record; the rest of it may be an older version's.
struct KeptLook: Decodable {
    let kind: String
    let worker: ID<Worker>
    let instant: Date
    let record: UUID?
    let token: UUID?

    var isOpening: Bool { kind == Look.Kind.open.rawValue }
}

/// What a look at many tells besides: only who asks about one of them needs it.
struct KeptLookAtMany: Decodable {
    let shown: [UUID]?
    private let list: ListName?

    /// Which list it was; what was searched for is left alone.
    var listName: String? { list?.name }

    private struct ListName: Decodable {
        let name: String?

        init(from decoder: any Decoder) throws {
            name = try decoder.container(keyedBy: AnyName.self).allKeys.first?.stringValue
        }
    }
}

extension Desk {
    /// Reads a lane's looks since an instant, the newest first.
    /// - Parameter visit: is given each with the JSON that it was read from.
    /// - Parameters:
    ///   - id: only looks that tell of it are needed. Whether one does is seen without decoding it.
    ///   - parts: no more than so many times five hundred looks are read.
    func eachLook(
        since instant: Date, in lane: Int, of id: UUID? = nil, parts: Int = .max,
        _ visit: (KeptLook, _ json: Data) throws -> Void
    ) async throws {
        guard let key = try keys.key(of: .lane(lane)) else { return }
        let told = id.map { Data($0.uuidString.utf8) }
        var (before, olderParts, read) = (Int.max, 0, 0)
        while read < parts, olderParts < (id == nil ? 1 : Self.mostOlderParts) {
            let rows = try await store.rows(
                """
                SELECT seq, id, sealed FROM looks WHERE lane = \(lane) AND seq < \(before) ORDER BY seq DESC LIMIT 500
                """)
            try Task.checkCancellation()
            read += 1
            var isOlder = true
            for (place, row) in rows.enumerated() {
                let json = try key.unseal(try row.data("sealed"), at: Look.place(try row.id("id"), lane: lane))
                // The last of a part is read in any case: it says whether the part is too old.
                if let told, place < rows.count - 1, json.range(of: told) == nil { continue }
                let look = try JSONDecoder().decode(KeptLook.self, from: json)
                guard look.instant >= instant else { continue }
                isOlder = false
                try visit(look, json)
            }
            guard let last = rows.last else { return }
            before = try last.int("seq")
            olderParts = isOlder ? olderParts + 1 : 0
        }
    }

    /// So many parts in a row must be too old before the rest is taken to be: looks stand in the order of writing, and for
    /// a time the clock may have been wrong. Who counts what the last hour had does without.
    private static var mostOlderParts: Int { 10 }
}
