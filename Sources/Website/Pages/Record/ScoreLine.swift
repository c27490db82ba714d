import Casework

extension Instruments {
    /// What an answered sheet says: `Triase risiko: 12, risiko tinggi`, or `Unsur TPPO: ada tanda (Proses, Cara)`.
    func line(_ sheet: Sheet, _ words: Words) -> String {
        guard let instrument = self[sheet.instrument, sheet.version] else { return "" }
        let (score, form) = (instrument.score(sheet), words["instrument.\(instrument.tag)"])
        if let risk = score.risk {
            return words(
                score.redFlags.isEmpty ? "assessment.score" : "assessment.score-flag",
                ["form": form, "total": "\(score.total)", "risk": words.code(Risk.list, risk.rawValue)])
        }
        let finding = score.band.map { words[instrument.key(of: $0)] } ?? ""
        return words(
            score.redFlags.isEmpty ? "screening.finding" : "screening.finding-flag",
            ["form": form, "finding": finding, "told": told(score, of: instrument, words)])
    }

    /// What was found one by one; or the sum, and the number of one that asks for no more.
    private func told(_ score: Score, of instrument: Instrument, _ words: Words) -> String {
        guard let found = score.found else { return "\(score.total)" }
        return found.isEmpty ? "-" : found.map { words[instrument.key(of: $0)] }.joined(separator: ", ")
    }
}
