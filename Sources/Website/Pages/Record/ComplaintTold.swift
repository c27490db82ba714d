import Casework

/// What a complaint and its triage told a case, under the entry that brought it: nobody leaves the file to learn what
/// happened. Who told it and how they are reached stands elsewhere on the page, by what is known since.
struct ComplaintTold {
    let words: Words
    let when: When

    /// Nothing of an action that brings none.
    func lines(of action: any Action) -> [AnswerLine] {
        switch action {
        case let opening as OpenCase:
            triage(opening.forms, opening.risk) + yes(to: opening) + happened(opening.day, opening.place)
                + [story(opening.what)]
        case let opening as ImportCase: brought(opening.told)
        case let joining as JoinComplaint:
            triage(joining.forms, joining.risk) + happened(joining.day, nil) + [story(joining.what)]
        default: []
        }
    }

    /// Where the register tells of violence and of a place, the story stands among the incidents.
    private func brought(_ told: ImportComplaint) -> [AnswerLine] {
        triage(told.forms ?? [], told.risk)
            + (told.place == nil || (told.forms ?? []).isEmpty ? happened(told.day, nil) + [story(told.what)] : [])
    }

    private func triage(_ forms: [ViolenceForm], _ risk: Risk?) -> [AnswerLine] {
        let told = forms.map { words.code(ViolenceForm.list, $0.rawValue) }.joined(separator: ", ")
        let lines: [AnswerLine?] = [
            told.isEmpty ? nil : line(TriageComplaint.name, "forms", told, .fact),
            risk.map { line(TriageComplaint.name, "risk", words.code(Risk.list, $0.rawValue)) },
        ]
        return lines.compactMap { $0 }
    }

    private func yes(to opening: OpenCase) -> [AnswerLine] {
        let asked = [("domestic", opening.domestic), ("bullying", opening.bullying), ("online", opening.online)]
        return asked.filter { $0.1 == .yes }.map { question, _ in
            line(TriageComplaint.name, question, words.code(YesNo.list, YesNo.yes.rawValue))
        }
    }

    private func happened(_ day: PartialDay?, _ place: IncidentPlace?) -> [AnswerLine] {
        let lines = [
            day.map { line(ReceiveComplaint.name, "day", when.day($0)) },
            place.map { line(ReceiveComplaint.name, "place", words.code(IncidentPlace.list, $0.rawValue)) },
        ]
        return lines.compactMap { $0 }
    }

    private func story(_ what: LongText) -> AnswerLine { line(ReceiveComplaint.name, "what", what.text, .text) }

    private func line(
        _ action: ActionName, _ question: String, _ value: String, _ weight: AnswerLine.Weight = .answer
    ) -> AnswerLine {
        AnswerLine(label: words.label(action, question), value: value, weight: weight)
    }
}
