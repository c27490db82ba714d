import Casework
import Desk
import HTTPTypes

/// Why there is no page: a status and a sentence, never an error's own words.
enum Trouble: Error, Hashable, CaseIterable {
    case notFound
    /// What a form was about is not this worker's any more.
    case gone
    case wrongMethod
    case signedOut
    case forged
    case notPermitted
    case tooLarge
    case notAForm
    case stale
    case keyUsed
    case refused
    case rightsChanged
    case tooManyOpened
    case busy
    case notRecorded
    case broken

    var status: HTTPResponse.Status {
        switch self {
        case .notFound, .gone: .notFound
        case .wrongMethod: .methodNotAllowed
        case .signedOut: .unauthorized
        case .forged, .notPermitted: .forbidden
        case .tooLarge: .contentTooLarge
        case .notAForm: .badRequest
        case .stale: .preconditionFailed
        case .keyUsed, .refused, .rightsChanged: .conflict
        case .tooManyOpened: .tooManyRequests
        case .busy, .notRecorded: .serviceUnavailable
        case .broken: .internalServerError
        }
    }

    /// The locale key under `trouble.`.
    var key: String {
        switch self {
        case .notFound: "not-found"
        case .gone: "gone"
        case .wrongMethod: "wrong-method"
        case .signedOut: "signed-out"
        case .forged: "forged"
        case .notPermitted: "not-permitted"
        case .tooLarge: "too-large"
        case .notAForm: "not-a-form"
        case .stale: "stale"
        case .keyUsed: "key-used"
        case .refused: "refused"
        case .rightsChanged: "rights-changed"
        case .tooManyOpened: "too-many-opened"
        case .busy: "busy"
        case .notRecorded: "not-recorded"
        case .broken: "broken"
        }
    }

    init(_ notDone: NotDone) {
        switch notDone {
        case .unknown: self = .notFound
        case .notPermitted: self = .notPermitted
        case .refused, .faulty, .cautioned, .conflict: self = .refused
        case .stale: self = .stale
        case .rightsChanged: self = .rightsChanged
        case .keyUsed: self = .keyUsed
        case .tooManyOpened: self = .tooManyOpened
        case .busy: self = .busy
        case .notRecorded: self = .notRecorded
        }
    }
}
