import Casework
import Desk
import Foundation

extension Bench {
    /// Durable acts and opens against bare durable one-row inserts, and acts again on a slow disk.
    static func writing(_ office: Office, _ folder: URL) async throws {
        let writing = try await Writing(office, BareSQLite(folder.appending(path: "bare.sqlite").path))
        let ceiling = try await writing.act([1, 16])
        try await writing.open(8, ceiling)
        print("every sync 2 ms slower:")
        try await Disk.slowed(by: 2_000) { _ = try await writing.act([16]) }
    }
}

private struct Writing: Sendable {
    let office: Bench.Office
    let bare: BareSQLite
    /// As many as an office's hour has: the words of a case are indexed anew with each of its notes, so that hundreds of
    /// notes on one say more about that than about an act.
    let cases: [ID<CaseFile>]
    private let acts = 400

    init(_ office: Bench.Office, _ bare: BareSQLite) async throws {
        self.office = office
        self.bare = bare
        cases = try await Bench.cases(office, most: 100)
    }

    /// Each act with its card and its receipt.
    /// - Returns: how many bare inserts a second there were meanwhile.
    func act(_ writers: [Int]) async throws -> Double {
        var (ceiling, rows): ([Double], [Double]) = ([], [])
        var opening: [Int: [Double]] = [:]
        var noting: [Int: [Double]] = [:]
        for _ in 0..<Bench.rounds {
            ceiling.append(try Bench.perSecond(acts) { for _ in 0..<acts { try bare.insert() } })
            rows.append(try Bench.perSecond(acts) { for _ in 0..<acts { try bare.insertAct() } })
            for writers in writers {
                opening[writers, default: []].append(
                    try await rate(writers) { try await Bench.receive($0, office) })
                noting[writers, default: []].append(try await rate(writers) { try await note($0) })
            }
        }
        let inserts = Bench.median(ceiling)
        print("bare durable inserts: \(Int(inserts))/s")
        Bench.report("the rows of an act and nothing else, 1 writer", Bench.median(rows), inserts)
        for writers in writers {
            // What opens a record makes its key durable first: two syncs.
            let who = "\(writers) writer\(writers == 1 ? "" : "s")"
            Bench.report("perform that opens a record, \(who)", Bench.median(opening[writers] ?? []), inserts)
            Bench.report("perform on a case, \(who)", Bench.median(noting[writers] ?? []), inserts)
        }
        return inserts
    }

    func open(_ readers: Int, _ ceiling: Double) async throws {
        let id = try await Bench.firstRecord(office)
        let opens = try await rate(readers) { _ in
            try await office.workspace.desk.open(Complaint.self, id, by: office.officer)
        }
        Bench.report("open with a committed look, \(readers) readers", opens, ceiling)
    }

    private func note(_ number: Int) async throws {
        let note = RecordNote(note: LongText("Kunjungan rumah \(number)."))
        try await office.workspace.desk.perform(note, on: cases[number % cases.count], by: office.officer)
    }

    /// So many at a time, each of them one act after the other.
    private func rate<Done>(
        _ together: Int, _ act: @Sendable @escaping (Int) async throws -> Done
    ) async throws -> Double {
        try await Bench.perSecond(acts) { [acts] in
            try await Bench.atOnce(together) { first in
                for number in stride(from: first, to: acts, by: together) { _ = try await act(number) }
            }
        }
    }
}
