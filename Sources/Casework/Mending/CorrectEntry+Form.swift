/// A correction as it is sent: the answers of the entry's action, and one question more.
extension CorrectEntry {
    /// The name of that question; no action asks anything by this name.
    package static var reasonName: String { "correction-reason" }
    package static var reasonField: Field { Field(name: reasonName, kind: .longText, required: true) }

    /// Reads a correction of an entry of this type, to its end whatever is wrong on the way.
    package static func read<A: Action<Subject>>(
        _ entry: EntryID, of type: A.Type, _ posted: Posted, _ instruments: Instruments
    ) throws -> Reading<CorrectEntry> {
        let reading = try FormReader.read(type, posted.without([reasonName]), instruments)
        var because = LongText.blank
        var faults = reading.faults
        do throws(Problem) {
            guard !posted.notText.contains(reasonName) else { throw .notText }
            guard !posted[reasonName].allSatisfy(\.isBlank) else { throw .missing }
            because = try LongText.read(posted[reasonName])
        } catch { faults.append(Fault(reasonName, error)) }
        let correction = try CorrectEntry(entry, to: reading.action, because: because)
        return Reading(correction, faults: faults, asked: reading.asked + [reasonName])
    }
}
