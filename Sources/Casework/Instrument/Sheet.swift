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
    /// Into which band the total falls.
    package let band: Instrument.Band?
    /// How great the risk is; nil where the form says something else.
    package let risk: Risk?
    /// Which parts were found; nil where the form has none.
    package let found: [Instrument.Part]?
    /// The items whose answer alone means the highest band.
    package let redFlags: [String]
    /// How many questions have no answer, or "not known".
    package let unanswered: Int
    /// Whether no part was found, and an answer that is not known could find one: it says nothing yet.
    package let isUndecided: Bool
}

extension Instrument {
    /// The sum of the points of the answers, or how many parts they tell of, and the band that it falls into; a red flag
    /// overrides how great a risk it says.
    package func score(_ sheet: Sheet) -> Score {
        let answered = items.map { ($0, sheet.answers[$0.id]) }
        let points = answered.map { item, answer in (item, points: answer.map(item.points(of:)) ?? 0) }
        let shown = (parts ?? []).filter { part in
            points.reduce(0) { $0 + ($1.0.part == part.id ? $1.points : 0) } >= part.least
        }
        let found = parts?.filter { part in
            shown.contains(part) || !shown.isEmpty && part.excusedBy.map { sheet.answers[$0] } == YesNo.yes.rawValue
        }
        let total = found?.count ?? points.reduce(0) { $0 + $1.points }
        let flags = answered.filter { $0.redFlag != nil && $0.redFlag == $1 }.map(\.0.id)
        let unanswered = answered.filter { $0.1 == nil || $0.1 == YesNo.unknown.rawValue }.map(\.0)
        let band = bands.filter { $0.from <= total }.max { $0.from < $1.from }
        let highest = bands.compactMap(\.risk).max { $0.urgency < $1.urgency }
        return Score(
            total: total, band: band, risk: flags.isEmpty ? band?.risk : highest, found: found, redFlags: flags,
            unanswered: unanswered.count,
            isUndecided: found?.isEmpty == true && unanswered.contains { $0.part != nil && $0.hasPoints })
    }
}

extension Instrument.Item {
    package func points(of answer: String) -> Int { number == nil ? points[answer] ?? 0 : Int(answer) ?? 0 }

    fileprivate var hasPoints: Bool { number != nil || points.values.contains { $0 > 0 } }

    /// How it is asked, under the name of its question.
    fileprivate func kind(of name: String) -> Field.Kind {
        if let number { return .number(number.least...number.most) }
        return answers.map { .choice(of: name, $0.map(\.id)) } ?? .yesNo
    }

    /// - Throws: what is wrong with an answer.
    func read(_ raw: String) throws(Problem) -> String {
        if let number {
            let bounds = number.least...number.most
            guard let value = Int(raw.filter { $0 != " " }), bounds.contains(value) else { throw .notANumber(bounds) }
            return "\(value)"
        }
        guard (answers?.map(\.id) ?? YesNo.codes).contains(raw) else { throw .notInList }
        return raw
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
                return Field(name: name, kind: item.kind(of: name), required: item.optional != true)
            }
    }

    /// The posted names of this sheet's answers, as a form would have posted them.
    var raw: [String: [String]] {
        var raw = ["instrument": [instrument], "version": ["\(version)"]]
        for (item, answer) in answers { raw["\(instrument)-\(version)-\(item)"] = [answer] }
        return raw
    }
}
