/// What is wrong with one answer. Its sentence is in the locale under `problem.` and the name.
package enum Problem: Error, Hashable, Sendable {
    case missing
    case notAsked
    /// Not a text, a number, a list or an object as the question asks it: what a program sent.
    case wrongType
    case notInList
    case notAPhone
    case notAMoment
    case notADay
    /// A day of which the day or the month is missing.
    case notAWholeDay
    case notATime
    case notANIK
    case notANumber(ClosedRange<Int>)
    case inTheFuture
    case inThePast
    case beforeItHappened
    /// Somebody or something else has this name.
    case taken
    case tooLong(limit: Int)
    case tooShort(limit: Int)
    case tooMany(limit: Int)
    /// A password that is guessed early (`Desk.Guessable`).
    case guessable
    /// A number that a spreadsheet kept rounded: nobody knows its digits any more.
    case digitsLost
    /// Bytes that are no text, or characters that nobody can see or type.
    case notText

    package var name: String {
        switch self {
        case .missing: "missing"
        case .notAsked: "not-asked"
        case .wrongType: "wrong-type"
        case .notInList: "not-in-list"
        case .notAPhone: "not-a-phone"
        case .notAMoment: "not-a-moment"
        case .notADay: "not-a-day"
        case .notAWholeDay: "not-a-whole-day"
        case .notATime: "not-a-time"
        case .notANIK: "not-a-nik"
        case .notANumber: "not-a-number"
        case .inTheFuture: "in-the-future"
        case .inThePast: "in-the-past"
        case .beforeItHappened: "before-it-happened"
        case .taken: "taken"
        case .tooLong: "too-long"
        case .tooShort: "too-short"
        case .tooMany: "too-many"
        case .guessable: "guessable"
        case .digitsLost: "digits-lost"
        case .notText: "not-text"
        }
    }

    /// What its sentence names.
    package var values: [String: String] {
        switch self {
        case .tooLong(let limit), .tooShort(let limit), .tooMany(let limit): ["limit": "\(limit)"]
        case .notANumber(let bounds): ["least": "\(bounds.lowerBound)", "most": "\(bounds.upperBound)"]
        default: [:]
        }
    }

    /// One of each: the API's description tells their names, and a test finds the sentence of each.
    package static let all: [Problem] = [
        .missing, .notAsked, .wrongType, .notInList, .notAPhone, .notAMoment, .notADay, .notAWholeDay, .notATime,
        .notANIK, .notANumber(0...1), .inTheFuture, .inThePast, .beforeItHappened, .taken,
        .tooLong(limit: 1), .tooShort(limit: 1), .tooMany(limit: 1), .guessable, .digitsLost, .notText,
    ]
}
