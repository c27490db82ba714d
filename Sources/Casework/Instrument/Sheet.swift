/// An instrument's questions, answered: a group of questions that is data and not a struct. It keeps the version that
/// it answered.
package struct Sheet: Codable, Hashable, Sendable {
    package let instrument: String
    package let version: Int
    /// The answer's code by the item's id; what was not asked is not there.
    package let answers: [String: String]

    package init(_ instrument: String, version: Int, _ answers: [String: String]) {
        self.instrument = instrument
        self.version = version
        self.answers = answers
    }
}

/// What an answered sheet says.
package struct Score: Hashable, Sendable {
    package let total: Int
    package let band: Risk
    /// The items whose answer alone means the highest band.
    package let redFlags: [String]
    /// How many questions have no answer, or "not known".
    package let unanswered: Int
}

extension Instrument {
    /// The sum of the points of the answers, and the band that it falls into; a red flag overrides it.
    package func score(_ sheet: Sheet) -> Score {
        let answered = items.map { ($0, sheet.answers[$0.id]) }
        let total = answered.map { item, answer in answer.flatMap { item.points[$0] } ?? 0 }.reduce(0, +)
        let flags = answered.filter { $0.redFlag != nil && $0.redFlag == $1 }.map(\.0.id)
        let ordered = bands.sorted { $0.from < $1.from }
        let band = ordered.last { $0.from <= total }?.risk ?? .low
        let highest = ordered.map(\.risk).max { $0.urgency < $1.urgency } ?? band
        return Score(
            total: total, band: flags.isEmpty ? band : highest, redFlags: flags,
            unanswered: answered.count { $0.1 == nil || $0.1 == YesNo.unknown.rawValue })
    }
}

// MARK: as a form

extension Instrument {
    /// What its blank form answers itself, in an action whose sheet is named so.
    package var given: [String: [String]] { ["sheet.instrument": [id], "sheet.version": ["\(version)"]] }
}

extension Sheet {
    /// What is asked: which instrument it is, which the form itself answers, and its items.
    static func fields(_ instrument: Instrument?) -> [Field] {
        let given = ["instrument", "version"].map { Field(name: $0, kind: .given, required: true) }
        return given
            + (instrument?.items ?? []).map { item in
                let name = "\(instrument?.tag ?? "")-\(item.id)"
                let codes = item.answers?.map(\.id)
                return Field(name: name, kind: codes.map { .choice(of: name, $0) } ?? .yesNo, required: true)
            }
    }

    /// The posted names of this sheet's answers, as a form would have posted them.
    var raw: [String: [String]] {
        var raw = ["instrument": [instrument], "version": ["\(version)"]]
        for (item, answer) in answers { raw["\(instrument)-\(version)-\(item)"] = [answer] }
        return raw
    }
}
