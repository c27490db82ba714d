import Casework
import Foundation

/// Above all the ids of the things that later actions name.
extension CaseFile: ToldAsObject {
    static let members: [Member<CaseFile>] = [
        .may("manager") { $0.manager.map(ToldWorker.init) }, .may("risk") { $0.risk.map(Coded.init) },
        .must("team", \.team), .may("restriction") { $0.restriction.map { Coded($0.ground) } },
        .must("conflicts") { $0.conflicts.map(ToldWorker.init) },
        .must("emergencies", \.emergencies),
        .must("forms") { $0.forms.map(Coded.init) }, .must("contact", \.toldContact),
        .must("clients") { file in file.clients.map { ToldClient(file: file, id: $0.id) } },
        .must("complaints", \.complaints), .must("people", \.people), .must("told", \.toldOnly),
        .must("needs") { $0.needs.map(Coded.init) }, .may("needsNote") { $0.needsNote?.text },
        .must("links", \.links), .must("consents", \.consents),
        .must("assessments", \.assessments), .must("screenings", \.screenings),
        .may("planApproval") { $0.plan?.approval },
        .must("steps") { $0.plan?.steps ?? [] }, .may("nextPlanApproval") { $0.nextPlan?.approval },
        .may("nextSteps") { $0.nextPlan?.steps }, .must("mediations", \.mediations),
        .must("referrals", \.referrals), .must("proceedings", \.proceedings), .must("orders", \.orders),
        .must("dues", \.namedTriggers),
        .must("waivable") { file, telling in file.waivable(by: telling.law.rulebook).map(\.text).sorted() },
        .must("waivers") { $0.openWaivers.map(ToldWaiver.init).sorted { $0.place < $1.place } },
        .may("nextStep") { $0.nextStep?.text },
    ]
}

extension CaseFile {
    /// Of several clients only what nobody said whom it reaches: nobody is called on it before somebody made sure.
    fileprivate var toldContact: SafeContact {
        clients.count > 1 ? contactOfNobody ?? SafeContact() : reached.first?.contact ?? contact
    }
}

/// How soon one client must be served, whether they are safe, and how they are reached.
private struct ToldClient: ToldAsObject {
    let file: CaseFile
    let id: ID<Person>

    static let members: [Member<ToldClient>] = [
        .must("client", \.id), .may("risk") { $0.file.risk(of: $0.id).map(Coded.init) },
        .may("unsafeSince") { $0.file.isClosed ? nil : $0.file.unsafeSince($0.id) },
        .must("isToAssess") { $0.file.isToAssess($0.id) }, .may("contact") { $0.file.contact(of: $0.id) },
    ]
}

/// What the office asked to be let off, and nobody has decided.
private struct ToldWaiver: ToldAsObject {
    let due: WaivedDue
    let waiver: CaseFile.Waiver

    var place: (String, Date) { (due.rule.text, waiver.asked) }

    static let members: [Member<ToldWaiver>] = [
        .must("rule") { $0.due.rule.text }, .may("about", \.due.about), .must("by") { ToldWorker(id: $0.waiver.by) },
        .must("at", \.waiver.asked),
        .must("reason") { $0.waiver.reason.text },
    ]
}

/// Who works on it beside the manager.
extension TeamMember: ToldAsObject {
    static let members: [Member<TeamMember>] = [
        .must("worker") { ToldWorker(id: $0.worker) }, .must("role") { Coded($0.role) },
    ]
}

extension EmergencyAccess: ToldAsObject {
    static let members: [Member<EmergencyAccess>] = [
        .must("id", \.id), .must("by") { ToldWorker(id: $0.by) }, .must("at", \.at), .must("until", \.until),
        .must("reason") { Coded($0.told.reason) }, .must("explanation") { $0.told.explanation.text },
        .may("finding") { $0.review.map { Coded($0.finding) } },
    ]
}

/// An identity number is masked: to read it is a look of its own.
extension Person: ToldAsObject {
    static let members: [Member<Person>] = [
        .must("id", \.id), .must("name") { $0.name.text }, .must("role") { Coded($0.role) },
        .must("otherNames") { $0.otherNames.map(\.text) },
        .may("relation") { $0.relation.map(Coded.init) }, .may("sex") { $0.sex.map(Coded.init) },
        .may("born") { $0.born?.text }, .may("age") { $0.age.map(EstimatedAge.init) }, .may("nik") { $0.nik?.masked },
        .may("phone") { $0.phone?.text }, .may("address") { $0.address?.text }, .must("background", \.background),
    ]
}

extension Background: ToldAsObject {
    static let members: [Member<Background>] = [
        .may("education") { $0.education.map(Coded.init) }, .may("occupation") { $0.occupation.map(Coded.init) },
        .may("marital") { $0.marital.map(Coded.init) }, .may("disability") { $0.disability.map(Coded.init) },
    ]
}

/// Whom a joined complaint told of and who is not in the file.
extension ToldPerson: ToldAsObject {
    static let members: [Member<ToldPerson>] = [
        .must("id", \.id), .must("complaint", \.complaint), .must("name") { $0.who.text },
        .must("role") { Coded($0.role) }, .may("sex") { $0.sex.map(Coded.init) }, .may("age") { $0.age?.value },
        .may("phone") { $0.phone?.text },
    ]
}

/// How old somebody seemed to be, and when.
private struct EstimatedAge: ToldAsObject {
    let years: Years
    let on: Day

    static let members: [Member<EstimatedAge>] = [.must("years") { $0.years.value }, .must("on") { $0.on.text }]
}

extension PersonLink: ToldAsObject {
    static let members: [Member<PersonLink>] = [
        .must("id", \.id), .must("person", \.person), .must("elsewhere", \.elsewhere),
    ]
}

extension PersonElsewhere: ToldAsObject {
    static let members: [Member<PersonElsewhere>] = [.must("case", \.file), .must("person", \.person)]
}

extension Consent: ToldAsObject {
    static let members: [Member<Consent>] = [
        .must("id", \.id), .must("client", \.told.client), .must("purpose") { Coded($0.told.purpose) },
        .must("decision") { Coded($0.told.decision) }, .may("partner", \.told.partner),
        .may("parts") { $0.told.parts?.map(Coded.init) }, .may("until") { $0.told.until?.text },
        .may("withdrawn", \.withdrawn),
    ]
}

/// The score supports the worker's judgement; the risk is what the worker set.
extension Assessment: ToldAsObject {
    static let members: [Member<Assessment>] = [
        .must("client", \.told.client), .must("at", \.at), .must("instrument", \.told.sheet.instrument),
        .must("version", \.told.sheet.version), .must("risk") { Coded($0.told.risk) },
        .may("score") { assessment, telling in
            let sheet = assessment.told.sheet
            return telling.law.instruments[sheet.instrument, sheet.version]?.score(sheet)
        },
    ]
}

extension Score: ToldAsObject {
    static let members: [Member<Score>] = [
        .may("total") { $0.found == nil ? $0.total : nil }, .may("band") { $0.risk.map(Coded.init) },
        .may("from") { $0.band?.from },
        .may("found") { $0.found?.map(\.id) }, .must("isUndecided", \.isUndecided), .must("redFlags", \.redFlags),
        .must("unanswered", \.unanswered),
    ]
}

/// What a checklist or a test said; nothing of it is a risk.
extension Screening: ToldAsObject {
    static let members: [Member<Screening>] = [
        .must("client", \.told.client), .must("at", \.at), .must("instrument", \.told.sheet.instrument),
        .must("version", \.told.sheet.version),
        .may("score") { screening, telling in
            let sheet = screening.told.sheet
            return telling.law.instruments[sheet.instrument, sheet.version]?.score(sheet)
        },
    ]
}

extension Plan.Step: ToldAsObject {
    static let members: [Member<Plan.Step>] = [
        .must("id", \.id), .must("goal", \.goal), .must("what") { $0.told.what.text }, .may("by") { $0.told.by?.text },
        .may("outcome") { $0.outcome.map(Coded.init) },
    ]
}

extension Referral: ToldAsObject {
    static let members: [Member<Referral>] = [
        .must("id", \.id), .must("client", \.asked.client), .must("partner", \.asked.partner),
        .must("service") { Coded($0.asked.service) }, .must("parts") { $0.asked.parts.map(Coded.init) },
        .must("at", \.since), .must("isOpen", \.isOpen), .may("answer") { $0.answer.map { Coded($0.answer) } },
        .may("outcome") { $0.outcome.map { Coded($0.outcome) } },
    ]
}

extension Mediation: ToldAsObject {
    static let members: [Member<Mediation>] = [
        .must("id", \.id), .must("dispute") { Coded($0.offered.dispute) }, .must("session", \.offered.session.instant),
        .may("outcome") { $0.outcome.map { Coded($0.outcome) } },
    ]
}

/// A report to the police has no `event`.
extension LegalStep: ToldAsObject {
    static let members: [Member<LegalStep>] = [
        .may("event") { $0.told.map { Coded($0.event) } }, .may("client", \.client), .must("at", \.at),
        .may("until") { $0.told?.until?.text }, .may("next") { $0.told?.next?.instant },
        .may("body") { $0.told?.body?.text ?? $0.report?.unit.text },
        .may("number") { $0.told?.number?.text ?? $0.report?.number?.text },
        .may("note") { $0.told?.note?.text },
    ]
}

/// The last of each kind that nobody said has ended; it is in force to the end of `until`.
extension CourtOrder: ToldAsObject {
    static let members: [Member<CourtOrder>] = [
        .must("kind", \.kind), .may("client", \.client), .must("since") { $0.since.text },
        .must("until") { $0.until.text },
    ]
}

extension CourtOrder.Kind: Told {}

extension Trigger: ToldAsObject {
    static let members: [Member<Trigger>] = [
        .must("rule") { $0.rule.text }, .may("basis") { $1.law.rulebook[$0.rule]?.basis },
        .may("sentence") { $1.law.rulebook[$0.rule]?.sentence[$1.words.language.rawValue] },
        .may("bound") { $1.law.rulebook[$0.rule]?.bound }, .may("who") { $1.law.rulebook[$0.rule]?.who },
        .may("about", \.about), .may("what", \.what), .may("service", \.service),
        .must("from", \.start), .may("due") { $1.law.rulebook[$0.rule]?.due($0, $1.law.office.reckoning) },
        .may("met", \.met), .may("waived", \.waived),
    ]
}
