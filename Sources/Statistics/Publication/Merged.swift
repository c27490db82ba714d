/// The columns of one side as they are published. Two whose sums can't stand beside each other are told as one, so that
/// each sum may be known.
struct Merged: Sendable {
    /// Without those in which nobody is.
    private(set) var groups: [[Column]]
    private(set) var sums: [Int]

    /// - Parameter columns: in their order, with their sums.
    init(_ columns: [(Column, sum: Int)], below threshold: Int) {
        let found = columns.filter { $0.sum > 0 }
        groups = found.map { [$0.0] }
        sums = found.map(\.sum)
        while sums.count > 1, let smallest = sums.min(), smallest < threshold { mergeTwo() }
    }

    /// The two smallest.
    private mutating func mergeTwo() {
        let two = sums.indices.sorted { (sums[$0], $0) < (sums[$1], $1) }.prefix(2).sorted()
        groups[two[0]] += groups[two[1]]
        sums[two[0]] += sums[two[1]]
        groups.remove(at: two[1])
        sums.remove(at: two[1])
    }

    /// One alone tells nothing beside the total.
    var columns: [[Column]] { groups.count > 1 ? groups : [] }
    var columnSums: [Int] { groups.count > 1 ? sums : [] }
}
