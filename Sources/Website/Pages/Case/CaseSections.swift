import Casework
import Foundation

/// The parts of a case file below its timeline, in their order.
enum CaseSection: String, CaseIterable {
    case plan, assessments, services, referrals, proceedings, people, incidents

    /// The locale key of its title.
    var title: String {
        switch self {
        case .plan: "case.plan"
        case .assessments: "case.assessments"
        case .services: "case.services"
        case .referrals: "case.referrals"
        case .proceedings: "case.proceedings"
        case .people: "case.people"
        case .incidents: "case.incidents"
        }
    }
}

/// Each part: what there is, and what can be added to it.
struct CaseSections {
    /// A part as the page shows it, and the number beside its name.
    struct Part {
        let section: CaseSection
        let count: HTML?
        let html: HTML
    }

    let frame: Frame
    let model: CaseModel
    private var words: Words { frame.words }
    private var file: CaseFile { model.file }
    private var labels: CaseLabels { model.labels }

    var parts: [Part] { CaseSection.allCases.compactMap(part) }

    /// Nil for a part with nothing in it and nothing to add.
    private func part(_ section: CaseSection) -> Part? {
        let (rows, actions) = content(section)
        let may = actions.filter(model.may)
        guard !rows.isEmpty || !may.isEmpty else { return nil }
        // A plan is counted by its goals.
        let goals = [file.plan, file.nextPlan].compactMap { $0?.agreed.goals.count }.reduce(0, +)
        let number = section == .plan ? goals : rows.count
        let count: HTML? = number == 0 ? nil : #" <span class="meta">\#(number)</span>"#
        let links = may.map { #"<a href="\#(model.path($0))">\#(words["\($0).title"])</a>"# as HTML }
        return Part(
            section: section, count: count,
            html: """
                <section class="card\(rows.isEmpty ? " off-paper" : nil)" aria-labelledby="\(section.rawValue)">
                <h2 class="list-note" id="\(section.rawValue)">\(words[section.title])\(count)</h2>
                \(rows.isEmpty ? nil : #"<ul class="rows">\#(each: rows)</ul>"# as HTML)
                \(links.isEmpty ? nil : #"<p class="list-note section-links off-paper">\#(each: links)</p>"# as HTML)
                </section>
                """)
    }

    private func content(_ section: CaseSection) -> (rows: [HTML], actions: [ActionName]) {
        switch section {
        case .plan: (plans, [AgreePlan.name, FinishStep.name])
        case .assessments: (assessments, [RecordAssessment.name, RecordScreening.name, RecordBiopsychosocial.name])
        case .services: (services, [GiveService.name, RecordFollowUp.name, OfferMediation.name, RecordMediation.name])
        case .referrals: (referrals, [ReferClient.name, AnswerReferral.name, RecordReferralOutcome.name])
        case .proceedings: (CaseProceedings(frame: frame, model: model).rows, [RecordProceeding.name])
        case .people:
            (
                people,
                [
                    AddPerson.name, DescribePerson.name, ChangeRole.name, RecognisePerson.name, SetNeeds.name,
                    RelatePeople.name, LinkPeople.name, UnlinkPeople.name,
                ]
            )
        case .incidents: (incidents, [RecordIncident.name])
        }
    }

    func row(
        _ title: String, _ facts: [String?], _ text: String? = nil, tag: HTML? = nil, below: HTML? = nil
    ) -> HTML {
        """
        <li class="row"><p><b>\(title)</b> \(tag)</p>\
        \(text.map { "<p>\($0)</p>" as HTML })\
        <p class="meta">\(facts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · "))</p>\(below)</li>
        """
    }

    // MARK: the parts

    /// Where there are two, the one that is to come first: it waits for somebody.
    private var plans: [HTML] {
        guard let next = file.nextPlan else { return file.plan.map { plan($0) } ?? [] }
        return plan(next, words["plan.next"]) + (file.plan.map { plan($0, words["plan.in-force"]) } ?? [])
    }

    /// - Parameter title: which of two it is.
    private func plan(_ plan: Plan, _ title: String? = nil) -> [HTML] {
        let state =
            switch plan.approval {
            case .asked: words["plan.asked"]
            case .granted: words["plan.granted"]
            case .refused: words["plan.refused"]
            }
        let agreement = words.code(PlanAgreement.list, plan.agreed.agreement.rawValue)
        let head = row(
            title ?? agreement,
            [
                title.map { _ in agreement },
                AnswerLine(
                    label: words.label(AgreePlan.name, "review"), value: frame.when.day(plan.agreed.review.end)
                ).sentence,
            ],
            plan.agreed.agreementNote?.text, tag: tag(state, plan.approval == .granted ? .ok : .plain))
        let goals = plan.agreed.goals.enumerated().map { place, goal -> HTML in
            let steps = plan.steps.filter { $0.goal == place }.map(step)
            return #"<li class="row"><p><b>\#(goal.aim.text)</b></p><ul class="steps">\#(each: steps)</ul></li>"#
        }
        return [head] + goals
    }

    private func step(_ step: Plan.Step) -> HTML {
        let facts = [
            words.code(StepDoer.list, step.told.who.rawValue), step.told.by.map { frame.when.day($0.end) },
        ].compactMap { $0 }.joined(separator: " · ")
        let outcome = step.outcome.map { words.code(StepOutcome.list, $0.rawValue) }
        return """
            <li>\((step.isFinished ? Icon.check : .clock).html)<div><p>\(step.told.what.text) \
            \(outcome.map { tag($0, step.outcome == .done ? .ok : .plain) })</p><p class="meta">\(facts)</p></div></li>
            """
    }

    private var assessments: [HTML] {
        let biopsychosocials = file.biopsychosocials.reversed().map { assessment in
            let told = assessment.told
            return row(
                words["\(RecordBiopsychosocial.name).done"],
                [labels.person(told.client), frame.when.day(assessment.at), told.assessor?.text], told.conclusion.text)
        }
        return biopsychosocials + byForms + screenings
    }

    private var screenings: [HTML] {
        file.screenings.reversed().map { screening in
            let told = screening.told
            return row(
                model.instruments.line(told.sheet, words),
                [labels.person(told.client), frame.when.day(screening.at), told.assessor?.text], told.note?.text)
        }
    }

    private var byForms: [HTML] {
        file.assessments.reversed().map { assessment in
            let told = assessment.told
            return row(
                model.instruments.line(told.sheet, words),
                [
                    labels.person(told.client), frame.when.day(assessment.at),
                    "\(words.label(RecordAssessment.name, "risk")): \(words.code(Risk.list, told.risk.rawValue))",
                ],
                told.riskReason?.text)
        }
    }

    private var services: [HTML] {
        let services = file.services.reversed().map { service in
            row(
                words.code(Service.list, service.service.rawValue),
                [
                    labels.person(service.client), service.provider?.text,
                    service.at.map { frame.when.dayAndTime($0.instant) },
                ], service.note.text)
        }
        return services + file.mediations.reversed().map(mediation)
    }

    private func mediation(_ mediation: Mediation) -> HTML {
        let (offered, outcome) = (mediation.offered, mediation.outcome)
        let state = outcome.map { words.code(MediationOutcome.list, $0.outcome.rawValue) }
        return row(
            words.code(Service.list, Service.mediation.rawValue),
            [
                words.code(MediationDispute.list, offered.dispute.rawValue),
                frame.when.dayAndTime((outcome?.at ?? offered.session).instant), outcome?.mediator?.text,
            ], outcome?.agreement?.text ?? outcome?.note?.text,
            tag: tag(
                state ?? words["\(OfferMediation.name).done"], outcome?.outcome == .agreed ? .ok : .plain))
    }

    private var referrals: [HTML] {
        file.referrals.reversed().map { referral in
            let asked = referral.asked
            let state =
                referral.outcome.map { words.code(ReferralOutcome.list, $0.outcome.rawValue) }
                ?? referral.answer.map { words.code(ReferralAnswer.list, $0.answer.rawValue) }
                ?? words["referral.asked"]
            return row(
                labels.referral(referral),
                [
                    labels.person(asked.client), frame.when.day(referral.since),
                    AnswerLine(
                        label: words.label(ReferClient.name, "parts"),
                        value: asked.parts.map { words.code(CasePart.list, $0.rawValue) }.joined(separator: ", ")
                    ).sentence,
                ],
                asked.reason.text, tag: tag(state, referral.outcome?.outcome == .served ? .ok : .plain))
        }
    }

    private var people: [HTML] {
        file.people.map { person in
            let relations = file.relations.filter { $0.person == person.id }.map { told in
                let relation = words.code(Relation.list, told.relation.rawValue)
                return words("case.relation", ["relation": relation, "other": labels.person(told.other)])
            }
            let links = file.links.filter { $0.person == person.id }.map { link -> HTML in
                guard model.openFiles.contains(link.elsewhere.file.value) else {
                    return "<p>\(words["case.same-person"])</p>"
                }
                return #"<p><a href="\#(Path.record(link.elsewhere.file))">\#(words["case.same-person"])</a></p>"#
            }
            let isClient = person.role == .client
            return row(
                person.name.text,
                [
                    words.code(PersonRole.list, person.role.rawValue),
                    person.relation.map { words.code(Relation.list, $0.rawValue) },
                    person.age(on: Day(frame.when.now)).map { words("form.years", ["n": "\($0)"]) },
                    person.sex.map { words.code(Sex.list, $0.rawValue).lowercased() },
                ] + background(person.background) + relations,
                tag: "\(isClient ? safety(of: person) : nil) \(change(person))",
                below: """
                    \(otherNames(person))\(isClient ? contact(of: person) : nil)\(address(person))\(nik(person))\
                    \(each: links)
                    """)
        }
    }

    /// How soon a client must be served, and whether they are safe.
    private func safety(of client: Person) -> HTML {
        let isUnsafe = file.unsafeClients.contains(client)
        let unsafe: HTML = #"<span class="tag tag-danger">\#(Icon.warning.html)\#(words["case.unsafe"])</span>"#
        return "\(file.risk(of: client.id).map { RiskTag(words: words, risk: $0).html }) \(isUnsafe ? unsafe : nil)"
    }

    /// In a glance; all of it stands at the head of the page. A number alone is told only where nothing speaks against it.
    private func contact(of client: Person) -> HTML {
        let contact = file.contact(of: client.id)
        let warnings = contact?.warnings(words) ?? []
        let number = warnings.isEmpty && contact?.heard.isEmpty != false ? contact?.callable?.national : nil
        let told = (contact?.how?.text ?? number).map {
            AnswerLine(label: words["complaint.safe-contact"], value: $0).sentence
        }
        let line = told ?? (contact?.isUnknown ?? true ? words["contact.none"] : "")
        return #"<p class="meta off-paper">\#(each: warnings)\#(line)</p>"#
    }

    private func change(_ person: Person) -> HTML? {
        guard model.may(DescribePerson.name) else { return nil }
        let path = Path.filling(CaseFile.kind, file.id.value, DescribePerson.name, choice: person.id.description)
        let title: HTML = #"\#(words["case.change"])<span class="unseen"> \#(person.name.text)</span>"#
        return #"<span class="off-paper"><a href="\#(path)">\#(title)</a></span>"#
    }

    private func address(_ person: Person) -> HTML? {
        person.address.map { #"<p class="meta off-paper">\#(words("case.address", ["address": $0.text]))</p>"# }
    }

    /// What they were called before, or in a joined complaint.
    private func otherNames(_ person: Person) -> HTML? {
        guard !person.otherNames.isEmpty else { return nil }
        let names = person.otherNames.map(\.text).joined(separator: ", ")
        return #"<p class="meta">\#(words("case.other-names", ["names": names]))</p>"#
    }

    /// What the official report asks of them, as far as it is known.
    private func background(_ known: Background) -> [String?] {
        [
            known.education.flatMap { told($0, unknown: .unknown) },
            known.occupation.flatMap { told($0, unknown: .unknown) }, known.marital.flatMap { told($0) },
            known.disability.flatMap { told($0, unknown: .absent) },
        ]
    }

    /// - Parameter unknown: the code that says nothing of somebody.
    private func told<List: Choice>(_ code: List, unknown: List? = nil) -> String? {
        code == unknown ? nil : words.code(List.list, code.rawValue)
    }

    /// Masked until somebody asks to see it, which is a look of its own.
    private func nik(_ person: Person) -> HTML? {
        guard let nik = person.nik, model.isReaders else { return nil }
        let path = Path.nik(file.id.value, person: person.id.value)
        return """
            <form class="reveal" method="post" action="\(path)">\(frame.token)<span class="meta">NIK \(nik.masked)</span> \
            <button class="link">\(words["case.show-nik"])<span class="unseen"> \(person.name.text)</span></button></form>
            """
    }

    private var incidents: [HTML] {
        file.incidents.map { incident in
            let harms = incident.harms.map { harm in
                let forms = (harm.forms ?? []).map { words.code(ViolenceForm.list, $0.rawValue) }
                let told = forms.isEmpty ? words["case.unharmed"] : forms.joined(separator: ", ")
                return "\(labels.person(harm.client)): \(told)"
            }
            let alleged = (incident.alleged ?? []).map { labels.person($0.person) }.joined(separator: ", ")
            return row(
                harms.joined(separator: "; "),
                [
                    incident.day.map { frame.when.day($0) },
                    words.code(IncidentPlace.list, incident.place.rawValue),
                    alleged.isEmpty
                        ? nil : AnswerLine(label: words.label(RecordIncident.name, "alleged"), value: alleged).sentence,
                ], incident.what.text)
        }
    }

    // MARK: tags

    private enum Look { case plain, ok }

    private func tag(_ text: String, _ look: Look) -> HTML {
        look == .ok ? #"<span class="tag tag-ok">\#(text)</span>"# : #"<span class="tag">\#(text)</span>"#
    }
}
