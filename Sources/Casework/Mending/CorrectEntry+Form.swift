/// A correction as it is sent: the answers of the entry's action, and one question more.
extension CorrectEntry {
    /// The name of that question; no action asks anything by this name.
    package static var reasonName: String { "correction-reason" }
    package static var reasonField: Field { Field(name: reasonName, kind: .longText, required: true) }

    /// What the form of a correction is filled in with. An identity number is masked: to read one is a look of its own.
    package static func suggestion(_ current: some Action<Subject>) throws -> Posted {
        var answers = try FormWriter.answers(of: current)
        for name in try niks(type(of: current)) {
            answers.values[name] = answers[name].map { NIK($0).masked }
        }
        return answers
    }

    /// Reads a correction of an entry that says `current` now, to its end whatever is wrong on the way. An identity number
    /// that came back masked stays as it was.
    package static func read<A: Action<Subject>>(
        _ entry: EntryID, saying current: A, _ posted: Posted, _ instruments: Instruments
    ) throws -> Reading<CorrectEntry> {
        var answers = posted.without([reasonName])
        let known = try FormWriter.answers(of: current)
        for name in try niks(A.self) where answers[name] == known[name].map({ NIK($0).masked }) {
            answers.values[name] = known[name]
        }
        let reading = try FormReader.read(A.self, answers, instruments)
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

    /// The same from what a program sent.
    package static func read<A: Action<Subject>>(
        _ entry: EntryID, saying current: A, _ sent: SentAnswers, _ instruments: Instruments
    ) throws -> Reading<CorrectEntry> {
        let asked = try FormReader.fields(of: A.self, sent.instrument(among: instruments)) + [reasonField]
        let (answers, faults) = sent.posted(asking: asked)
        return try read(entry, saying: current, answers, instruments).adding(faults)
    }

    private static func niks(_ type: any Action<Subject>.Type) throws -> [String] {
        try FormReader.fields(of: type).filter { $0.kind == .nik }.map(\.name)
    }
}
