import Casework
import Desk
import Foundation
import Statistics
import Synchronization

extension Bench {
    /// Lists and searches one after the other, alone and then beside a year's statistic and a writer that never rest.
    static func reading(_ office: Office) async throws {
        try await lists(office)
        print("beside a running statistic and a writer:")
        let files = try await cases(office, most: 1_000)
        let isOver = Flag()
        guard let year = Period.year(Day(Date()).year) else { return }
        let report = Report(year)
        async let statistic: Void = {
            while !isOver.isUp {
                _ = try await office.workspace.desk.figures(
                    from: .distantPast, until: .distantFuture, by: office.officer,
                    into: report
                ) { $0.count($1) }
            }
        }()
        async let writer: Void = {
            for number in 0... {
                guard !isOver.isUp, !files.isEmpty else { return }
                let note = RecordNote(note: LongText("Telepon \(number)."))
                try await office.workspace.desk.perform(note, on: files[number % files.count], by: office.officer)
            }
        }()
        try await lists(office)
        isOver.raise()
        _ = try await (statistic, writer)
    }

    private final class Flag: Sendable {
        private let state = Atomic(false)
        var isUp: Bool { state.load(ordering: .relaxed) }
        func raise() { state.store(true, ordering: .relaxed) }
    }

    /// The median and the slowest of a hundred; of those that answer at once a thousand are asked, since each of the
    /// index's readers is cold once.
    private static func lists(_ office: Office) async throws {
        for (name, list, count) in [
            ("inbox", List.inbox, 1_000), ("the office's cases", .cases(own: false), 1_000),
            ("search by a name", .search("Patimah Salim"), 1_000),
            ("search by words", .search("tetangga batam"), 100),
        ] {
            try await time(name, count) { _ = try await office.workspace.desk.list(list, by: office.officer) }
        }
        try await time("the dashboard", 100) { _ = try await office.workspace.desk.supervision(by: office.officer) }
    }

    private static func time(_ name: String, _ count: Int, _ read: () async throws -> Void) async throws {
        var times: [Double] = []
        for _ in 0..<count { times.append(try await ContinuousClock().measure(read).milliseconds) }
        times.sort()
        print("\(name): median \(times[count / 2]) ms, p99 \(times[count * 99 / 100 - 1]) ms")
    }
}
