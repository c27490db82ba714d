package import Casework
package import Foundation

/// Why a door stayed shut, or an action was not performed. Nothing was written.
package enum NotDone: Error, Hashable, Sendable {
    /// There is no such record for this worker: the same for nonsense and for what is another's.
    case unknown
    /// The worker has no post with this duty.
    case notPermitted(Duty)
    /// A rule says no.
    case refused(Refusal)
    /// Answers that the record or the context shows to be wrong.
    case faulty(FormFaults)
    /// Sentences that must be ticked first.
    case cautioned([Caution])
    /// Somebody else did something on the same topic since the version that was seen; and why it can't be done after
    /// that, where a rule says no.
    case conflict(Refusal?)
    /// The record is not in the version that the worker insisted on.
    case stale
    /// The worker's rights changed in this moment: nothing was done or shown; the next request has the new ones.
    case rightsChanged
    /// The look could not be put on record, so nothing was shown.
    case notRecorded
    /// The idempotency key was used for something else.
    case keyUsed
    /// The worker opened so many records within the hour that no more wait for their turn.
    case tooManyOpened
    /// Others were quicker too many times; trying again is safe.
    case busy
}

extension NotDone {
    /// After so many seconds one of those who wait because of ``tooManyOpened`` has had its turn.
    package static var longestWait: TimeInterval { Budget.longestQueue }
}
