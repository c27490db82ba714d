/// What an action's rules must know beyond its record.
package enum Lookup: Hashable, Sendable {
    /// The codes of other complaints, not voided, from this phone.
    case complaints(from: Phone)
    /// The worker who signs in with this name, if there is one.
    case handle(String)
    /// The ids of the open cases that this worker manages.
    case casesOf(ID<Worker>)
    /// The ids of the active workers with this duty.
    case holders(of: Duty)
    /// Whether only a team knows of the record, or of the case that it belongs to: something, or nothing.
    case restriction
    /// How many restricted cases nobody could open any more without this worker.
    case restricted(keptBy: ID<Worker>)
    /// When the worker who asks read files of others in an emergency that nobody reviewed yet, in seconds since 1970.
    case unreviewedEmergencies
    /// The id of the office's record.
    case office
    /// The code of the record that it happens to.
    case code
}
