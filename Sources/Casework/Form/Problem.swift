/// What is wrong with one answer. Its sentence is in the locale under `problem.` and the name.
package enum Problem: Error, Hashable, Sendable {
    case missing
    case notAsked
    case notInList
    case notAPhone
    case notAMoment
    case inTheFuture
    case tooLong(limit: Int)
    /// Bytes that are no text, or characters that nobody can see or type.
    case notText

    package var name: String {
        switch self {
        case .missing: "missing"
        case .notAsked: "not-asked"
        case .notInList: "not-in-list"
        case .notAPhone: "not-a-phone"
        case .notAMoment: "not-a-moment"
        case .inTheFuture: "in-the-future"
        case .tooLong: "too-long"
        case .notText: "not-text"
        }
    }

    package var limit: Int? {
        if case .tooLong(let limit) = self { limit } else { nil }
    }

    /// One of each, for the test that every problem has its sentence.
    package static let samples: [Problem] = [
        .missing, .notAsked, .notInList, .notAPhone, .notAMoment, .inTheFuture, .tooLong(limit: 1), .notText,
    ]
}
