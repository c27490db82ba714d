package import Casework

/// What a column can be taken for: the questions of bringing in a complaint, flat.
package enum SheetField: String, CaseIterable, Codable, Sendable {
    case received, number, channel, what, client, sex, born, age, nik, day, place, district
    case reporter, relation, phone, alleged, allegedIs
    case forms, violence, domestic, bullying, risk, services, served, outcome, ended, note

    /// The name of the question that its cells answer.
    package var question: String { self == .served ? "services.at" : rawValue }

    /// Several columns may tell it: they are put together.
    package var takesSeveral: Bool { [.what, .forms, .services, .note].contains(self) }

    /// The list that its cells must be of; nil where they are no codes.
    package var choice: (any Choice.Type)? { Self.choices[self] }

    private static let choices: [SheetField: any Choice.Type] = [
        .channel: Channel.self, .sex: Sex.self, .place: IncidentPlace.self, .district: District.self,
        .relation: ReporterRelation.self, .allegedIs: Relation.self, .forms: ViolenceForm.self,
        .violence: YesNo.self, .domestic: YesNo.self, .bullying: YesNo.self, .risk: Risk.self, .services: Service.self,
        .outcome: FormerOutcome.self,
    ]

    /// The column's field for a question with something wrong.
    package init?(question: String) {
        if question.hasPrefix("services.") {
            self = question.hasSuffix(".at") ? .served : .services
        } else {
            self.init(rawValue: question)
        }
    }
}
