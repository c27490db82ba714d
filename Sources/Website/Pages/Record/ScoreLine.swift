import Casework

extension Instruments {
    /// What an answered sheet says: `Triase risiko: 12, risiko tinggi`, or `Unsur TPPO: sebagian ada (2/3, Proses, Cara)`.
    func line(_ sheet: Sheet, _ words: Words) -> String {
        guard let instrument = self[sheet.instrument, sheet.version] else { return "" }
        let (score, form) = (instrument.score(sheet), words["instrument.\(instrument.tag)"])
        if let risk = score.risk {
            return words(
                score.redFlags.isEmpty ? "assessment.score" : "assessment.score-flag",
                ["form": form, "total": "\(score.total)", "risk": words.code(Risk.list, risk.rawValue)])
        }
        let finding = score.band.map { words[instrument.key(of: $0)] } ?? ""
        let unknown = score.unanswered == 0 ? nil : words("screening.unknown", ["n": "\(score.unanswered)"])
        return words(
            score.redFlags.isEmpty ? "screening.finding" : "screening.finding-flag",
            [
                "form": form, "finding": score.isUndecided ? words["screening.undecided"] : finding,
                "told": (told(sheet, score, of: instrument, words) + [unknown].compactMap { $0 })
                    .joined(separator: ", "),
            ])
    }

    /// The numbers that were told; or what was found one by one.
    private func told(_ sheet: Sheet, _ score: Score, of instrument: Instrument, _ words: Words) -> [String] {
        let numbers = instrument.items.filter { $0.number != nil }.compactMap { item in
            sheet.answers[item.id].map { value in
                let part = instrument.parts?.first { $0.id == item.part }
                return [part.map { words[instrument.key(of: $0)] }, value].compactMap { $0 }.joined(separator: " ")
            }
        }
        guard numbers.isEmpty, let found = score.found else { return numbers }
        let names = found.map { words[instrument.key(of: $0)] }
        return ["\(found.count)/\(instrument.parts?.count ?? 0)"] + names
    }
}
