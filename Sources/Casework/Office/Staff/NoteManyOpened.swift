package import Foundation

/// The door saw a worker open many more records in an hour than is usual, or search out the names of many. It may be a
/// hard day; it may be somebody who carries files away. Whoever leads the office asks.
package struct NoteManyOpened: Action, Hashable {
    package static let name: ActionName = "note-many-opened"
    package static let mending: MendingTraits = .final
    package static let duty: Duty? = .administer
    package static let hasForm = false

    package let worker: ID<Worker>
    package let count: Count
    /// In an ordinary hour of the worker's; nil where that is not known yet.
    package let usually: Count?
    /// Whether searches told them, and they were not opened. Nil in entries of before that was counted.
    private let searched: YesNo?

    package init(_ worker: ID<Worker>, _ count: Int, usually: Int?, searched: Bool = false) {
        self.searched = searched ? .yes : nil
        self.worker = worker
        self.count = Count(min(count, Count.bounds.upperBound))
        self.usually = usually.map { Count(min($0, Count.bounds.upperBound)) }
    }

    package var topic: Topic? { nil }

    package func apply(to office: inout Office, _ stamp: Stamp) {
        office.manyOpened.append(
            ManyOpened(
                worker: worker, count: count.value, usually: usually?.value, isSearched: searched == .yes,
                at: stamp.instant))
    }
}

/// Somebody opened many records in an hour, or was told of them by searches.
package struct ManyOpened: Hashable, Sendable {
    package let worker: ID<Worker>
    package let count: Int
    package let usually: Int?
    package let isSearched: Bool
    package let at: Date
}
