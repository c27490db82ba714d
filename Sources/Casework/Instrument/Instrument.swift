/// An assessment form that is data: its questions, how answers score, and what a score says. A score supports the
/// worker's judgement and never replaces it; one red flag overrides a low total (`docs/sources.md`). One whose bands are
/// risks assesses how safe somebody is (``RecordAssessment``); any other one screens for something else
/// (``RecordScreening``, `docs/adr/0030-screening.md`).
package struct Instrument: Codable, Hashable, Sendable {
    package let id: String
    /// Grows with every change; an answered sheet keeps the version that it answered.
    package let version: Int
    /// By language, as all texts here.
    package let title: [String: String]
    package let source: String
    package let items: [Item]
    /// What must be found one by one, such as act, means and purpose; nil where the points of all items add up.
    package let parts: [Part]?
    /// What totals say, by the least total of each band. The total of one with parts is how many of them were found.
    package let bands: [Band]

    package struct Item: Codable, Hashable, Sendable {
        package let id: String
        package let text: [String: String]
        package let hint: [String: String]?
        /// Points by answer: `yes`, `no`, `unknown`, or the answers of its own. An answer without points scores none.
        package let points: [String: Int]
        /// The answer that alone means the highest band.
        package let redFlag: String?
        /// Answers of its own, in their order; nil for yes, no, not known, or a number.
        package let answers: [Option]?
        /// Where a number is asked, which may be given; it is its own points.
        package let number: Bounds?
        /// To which part it belongs; nil where it only describes.
        package let part: String?
        /// Whether it may be left without an answer, as the part of a result that nobody was given.
        package let optional: Bool?
    }

    package struct Bounds: Codable, Hashable, Sendable {
        package let least: Int
        package let most: Int
    }

    package struct Part: Codable, Hashable, Sendable {
        package let id: String
        package let text: [String: String]
        /// From so many points of its items on it is found.
        package let least: Int
        /// The item whose yes makes it unnecessary: it counts as found once another part is.
        package let excusedBy: String?
    }

    package struct Option: Codable, Hashable, Sendable {
        package let id: String
        package let text: [String: String]
    }

    package struct Band: Codable, Hashable, Sendable {
        package let from: Int
        /// How great the risk is; nil where it says something else.
        package let risk: Risk?
        /// What it says where that is no risk.
        package let text: [String: String]?
    }

    /// A short name that is different for every version; it begins the names of its questions.
    package var tag: String { "\(id)-\(version)" }

    /// What records its answers.
    package var action: ActionName {
        bands.contains { $0.risk != nil } ? RecordAssessment.name : RecordScreening.name
    }

    /// The locale key of what a band says.
    package func key(of band: Band) -> String { "instrument.\(tag).from-\(band.from)" }
    package func key(of part: Part) -> String { "instrument.\(tag).\(part.id)" }

    /// The part whose several items begin with this one.
    fileprivate func heading(_ item: Item) -> Part? {
        let items = items.filter { $0.part == item.part }
        return items.count > 1 && items.first == item ? parts?.first { $0.id == item.part } : nil
    }
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

    /// Those whose questions an action of this type may answer.
    package func of(_ type: any Action.Type) -> Instruments { Instruments(all.filter { $0.action == type.name }) }

    /// Those that such an action is offered.
    package func current(for type: any Action.Type) -> [Instrument] { current.filter { $0.action == type.name } }

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
            for band in instrument.bands { words[instrument.key(of: band)] = band.text.map(text) }
            for part in instrument.parts ?? [] { words[instrument.key(of: part)] = text(part.text) }
            for item in instrument.items {
                let label = "\(instrument.action).sheet.\(instrument.tag)-\(item.id)"
                words[label] = text(item.text)
                words["\(label).hint"] = item.hint.map(text)
                words["\(label).part"] = instrument.heading(item).map { text($0.text) }
                for option in item.answers ?? [] {
                    words["\(instrument.tag)-\(item.id).\(option.id)"] = text(option.text)
                }
            }
        }
        return words
    }
}
