package import Foundation

/// A record's code for people, such as LP-2026-0731: unique in its lane and never reused. It tells the office's year
/// in which the record was opened and the lane's running number of that entry, so numbers have gaps.
package struct Code: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    /// As it was printed.
    package init(_ printed: String) { description = printed }

    package init(_ prefix: String, opened: Date, number: Int) {
        description = "\(prefix)-\(Day(opened).year)-\(number.padded(4))"
    }
}
