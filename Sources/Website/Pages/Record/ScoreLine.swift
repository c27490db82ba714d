import Casework

extension Instruments {
    /// What an answered sheet says: `Triase risiko: 12, risiko tinggi`.
    func line(_ sheet: Sheet, _ words: Words) -> String {
        guard let instrument = self[sheet.instrument, sheet.version] else { return "" }
        let score = instrument.score(sheet)
        return words(
            score.redFlags.isEmpty ? "assessment.score" : "assessment.score-flag",
            [
                "form": words["instrument.\(instrument.tag)"], "total": "\(score.total)",
                "risk": words.code(Risk.list, score.band.rawValue),
            ])
    }
}
