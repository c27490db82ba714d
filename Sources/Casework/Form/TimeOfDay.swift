/// A time of day in WIB: `08:00` or `08.00`.
package struct TimeOfDay: TextAnswer {
    package let text: String
    package init(_ text: String) { self.text = text }
    package static var kind: Field.Kind { .time }

    package static func read(_ raw: [String]) throws(Problem) -> TimeOfDay {
        let parts = (raw.first ?? "").split(whereSeparator: { ":.".contains($0) }).map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0..<24).contains(hour),
            (0..<60).contains(minute)
        else { throw .notATime }
        return TimeOfDay("\(hour.padded()):\(minute.padded())")
    }

    /// Since midnight.
    package var minutes: Int {
        let parts = text.split(separator: ":").compactMap { Int($0) }
        return parts.count == 2 ? parts[0] * 60 + parts[1] : 0
    }
}
