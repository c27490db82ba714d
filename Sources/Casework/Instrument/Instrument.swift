/// An assessment form that is data: its questions, how answers score, and what a score says. A score supports the
/// worker's judgement and never replaces it; one red flag overrides a low total (`docs/sources.md`).
package struct Instrument: Codable, Hashable, Sendable {
    package let id: String
    /// Grows with every change; an answered sheet keeps the version that it answered.
    package let version: Int
    /// By language, as all texts here.
    package let title: [String: String]
    package let source: String
    package let items: [Item]
    /// What totals say, by the least total of each band.
    package let bands: [Band]

    package struct Item: Codable, Hashable, Sendable {
        package let id: String
        package let text: [String: String]
        package let hint: [String: String]?
        /// Points by answer: `yes`, `no`, `unknown`, or the answers of its own. An answer without points scores none.
        package let points: [String: Int]
        /// The answer that alone means the highest band.
        package let redFlag: String?
        /// Answers of its own, in their order; nil for yes, no, not known.
        package let answers: [Option]?
    }

    package struct Option: Codable, Hashable, Sendable {
        package let id: String
        package let text: [String: String]
    }

    package struct Band: Codable, Hashable, Sendable {
        package let from: Int
        package let risk: Risk
    }

    /// A short name that is different for every version; it begins the names of its questions.
    package var tag: String { "\(id)-\(version)" }
}

/// The assessment forms that an office may use, all versions of them.
package struct Instruments: Hashable, Sendable {
    package let all: [Instrument]

    package init(_ all: [Instrument]) { self.all = all }

    package subscript(id: String, version: Int) -> Instrument? { all.first { $0.id == id && $0.version == version } }

    /// The form whose questions an action answers; nil for one that answers none.
    package func asked(by action: any Action) -> Instrument? {
        (action as? any SheetAction).flatMap { self[$0.sheet.instrument, $0.sheet.version] }
    }

    /// The newest version of each, in their order: those that are offered.
    package var current: [Instrument] {
        all.filter { one in !all.contains { $0.id == one.id && $0.version > one.version } }
    }

    /// The texts of all of them by key, as the locale has those of the other questions.
    package func words(_ language: Language) -> [String: String] {
        var words: [String: String] = [:]
        for instrument in all {
            let text = { (texts: [String: String]) in texts[language.rawValue] ?? texts.values.sorted().first ?? "" }
            words["instrument.\(instrument.tag)"] = text(instrument.title)
            for item in instrument.items {
                let label = "\(RecordAssessment.name).sheet.\(instrument.tag)-\(item.id)"
                words[label] = text(item.text)
                words["\(label).hint"] = item.hint.map(text)
                for option in item.answers ?? [] {
                    words["\(instrument.tag)-\(item.id).\(option.id)"] = text(option.text)
                }
            }
        }
        return words
    }
}
