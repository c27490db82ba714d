/// What is wrong with one answer. Its sentence is in the locale under `problem.` and the name.
package enum Problem: Error, Hashable, Sendable {
    case missing
    case notAsked
    case notInList
    case notAPhone
    case notAMoment
    case notADay
    case notATime
    case notANIK
    case notANumber(ClosedRange<Int>)
    case inTheFuture
    case beforeItHappened
    case tooLong(limit: Int)
    case tooShort(limit: Int)
    /// A password that has its owner's name in it.
    case guessable
    /// Bytes that are no text, or characters that nobody can see or type.
    case notText

    package var name: String {
        switch self {
        case .missing: "missing"
        case .notAsked: "not-asked"
        case .notInList: "not-in-list"
        case .notAPhone: "not-a-phone"
        case .notAMoment: "not-a-moment"
        case .notADay: "not-a-day"
        case .notATime: "not-a-time"
        case .notANIK: "not-a-nik"
        case .notANumber: "not-a-number"
        case .inTheFuture: "in-the-future"
        case .beforeItHappened: "before-it-happened"
        case .tooLong: "too-long"
        case .tooShort: "too-short"
        case .guessable: "guessable"
        case .notText: "not-text"
        }
    }

    /// What its sentence names.
    package var values: [String: String] {
        switch self {
        case .tooLong(let limit), .tooShort(let limit): ["limit": "\(limit)"]
        case .notANumber(let bounds): ["least": "\(bounds.lowerBound)", "most": "\(bounds.upperBound)"]
        default: [:]
        }
    }

    /// One of each, for the test that every problem has its sentence.
    package static let samples: [Problem] = [
        .missing, .notAsked, .notInList, .notAPhone, .notAMoment, .notADay, .notATime, .notANIK, .notANumber(0...1),
        .inTheFuture,
        .beforeItHappened,
        .tooLong(limit: 1), .tooShort(limit: 1), .guessable, .notText,
    ]
}
