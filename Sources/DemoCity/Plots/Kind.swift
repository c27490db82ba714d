import Casework

/// One way in which people of the city come to harm, with all that goes together: who, where, by whom, who calls.
///
/// Texts say `{umur}` for the first client's age, `{tempat}` for the quarter, `{waktu}` for since when.
struct Kind: Sendable {
    let form: ViolenceForm
    /// What often comes with it; the published year counts one form each.
    var also: [ViolenceForm] = []
    let sex: Sex
    let ages: ClosedRange<Int>
    /// How many are harmed together.
    var clients = 1
    let place: IncidentPlace
    let alleged: (who: String, relation: Relation, sex: Sex)
    var allegedAges = 21...58
    var domestic: YesNo = .no
    var bullying: YesNo = .no
    var online: YesNo = .no
    var need: Need?
    /// What may be mediated of it, if anything.
    var dispute: MediationDispute?
    /// Who calls, where the text does not tell.
    let reporters: [ReporterRelation]
    /// How often among those of its form.
    var share = 3
    /// As an intake officer types it.
    let tells: [Tell]
    /// As the case manager types it, when more is known.
    let happened: [String]

    /// A text, and who calls in it.
    struct Tell: ExpressibleByStringLiteral, Sendable {
        let text: String
        let by: ReporterRelation?

        init(by relation: ReporterRelation? = nil, _ text: String) {
            self.text = text
            by = relation
        }

        init(stringLiteral text: String) { self.init(text) }
    }

    /// The published year counts exploited and neglected children (`docs/sources.md`).
    var isOfThePublishedYear: Bool {
        switch form {
        case .exploitation, .neglect: ages.upperBound.isChildsAge
        default: form != .other
        }
    }

    static let all: [Kind] = sexualAtHome + sexualElsewhere + physical + psychological + neglect + exploitation + others
}
