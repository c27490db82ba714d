package import Casework
package import Foundation

/// What one worker saw of a record, or tried to see, by page or by program: a line of its access log.
package struct AccessLine: Hashable, Sendable {
    package enum What: String, CaseIterable, Sendable {
        case opened
        /// An identity number, in clear.
        case revealed
        /// A search told of it.
        case found
        /// It was shown as one that may be of the same people.
        case alike
        /// It stood in another list.
        case listed
        /// Turned away.
        case denied
    }

    package let worker: ID<Worker>
    package let what: What
    package let byProgram: Bool
    package internal(set) var count: Int
    package internal(set) var first: Date
    package internal(set) var last: Date
}

extension Desk {
    /// So long back the access log goes.
    package static let accessLogged: TimeInterval = 365 * 24 * 3600

    /// Who saw a record of the office, the newest first, for who leads it: whoever looks where they have no business is
    /// found by somebody who knows the people. Asking is a look of its own.
    package func access(to record: UUID, by worker: Worker) async throws -> (code: String, lines: [AccessLine]) {
        guard worker.duties.contains(Policy.accessLog) else {
            try await leaveLook(denied: record, by: worker)
            throw NotDone.notPermitted(Policy.accessLog)
        }
        let place = try await index.whereabouts(of: record, for: worker, at: clock.now())
        guard let place, place.kind != Office.kind, Policy.sight(worker, of: place) >= .listed,
            let code = try await index.code(of: record)
        else {
            try await leaveLook(denied: record, by: worker)
            throw NotDone.unknown
        }
        var look = Look(.access, by: worker, at: clock.now())
        look.record = record
        try await leave(look, by: worker)
        return (code, try await lines(of: record, in: worker.lane))
    }

    private func lines(of record: UUID, in lane: Int) async throws -> [AccessLine] {
        struct Key: Hashable {
            let worker: ID<Worker>
            let what: AccessLine.What
            let byProgram: Bool
        }
        var lines: [Key: AccessLine] = [:]
        try await eachLook(since: clock.now() - Self.accessLogged, in: lane, of: record) { look, json in
            guard let what = try AccessLine.What(look, at: record, in: json) else { return }
            let key = Key(worker: look.worker, what: what, byProgram: look.token != nil)
            var line =
                lines[key]
                ?? AccessLine(
                    worker: key.worker, what: what, byProgram: key.byProgram, count: 0, first: look.instant,
                    last: look.instant)
            line.count += 1
            line.first = min(line.first, look.instant)
            line.last = max(line.last, look.instant)
            lines[key] = line
        }
        return lines.values.sorted { ($0.last, $0.worker.description) > ($1.last, $1.worker.description) }
    }
}

extension AccessLine.What {
    /// Nil for a look that showed nothing of this record.
    fileprivate init?(_ look: KeptLook, at record: UUID, in json: Data) throws {
        let kind = Look.Kind(rawValue: look.kind)
        guard look.record != record else {
            switch kind {
            case .open: self = .opened
            case .reveal: self = .revealed
            case .denied: self = .denied
            default: return nil
            }
            return
        }
        let many = try JSONDecoder().decode(KeptLookAtMany.self, from: json)
        guard many.shown?.contains(record) == true else { return nil }
        switch (kind, many.listName) {
        case (.list, "search"): self = .found
        case (.list, "alike"), (.lookup, _): self = .alike
        case (.list, _), (.dues, _): self = .listed
        default: return nil
        }
    }
}
