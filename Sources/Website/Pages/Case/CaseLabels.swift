import Casework
import Foundation

/// How the things within a case are called where they are chosen and listed.
struct CaseLabels {
    let file: CaseFile
    let office: Office
    let words: Words
    let when: When

    func person(_ id: ID<Person>) -> String { file.person(id)?.name.text ?? "" }
    func partner(_ id: ID<Partner>) -> String { office.partner(id)?.name.text ?? "" }

    func consent(_ consent: Consent) -> String {
        let whom = consent.told.partner.map(partner) ?? words.code(ConsentPurpose.list, consent.told.purpose.rawValue)
        return file.clients.count > 1 ? "\(whom) (\(person(consent.told.client)))" : whom
    }

    func referral(_ referral: Referral) -> String {
        "\(partner(referral.asked.partner)): \(words.code(Service.list, referral.asked.service.rawValue))"
    }

    func mediation(_ mediation: Mediation) -> String {
        let dispute = words.code(MediationDispute.list, mediation.offered.dispute.rawValue)
        return "\(dispute), \(when.short(mediation.offered.session.instant))"
    }

    func emergency(_ access: EmergencyAccess) -> String {
        [office.staff[access.by]?.name.text, when.short(access.at)].compactMap { $0 }.joined(separator: ", ")
    }

    /// The names of everything that an answer ever pointed at, by id.
    func names(in fold: Fold<CaseFile>) -> [String: String] {
        var names = Dictionary(office.partners.map { ($0.id.description, $0.name.text) }) { first, _ in first }
        // By the name that was put right since.
        names.merge(file.people.map { ($0.id.description, $0.name.text) }) { first, _ in first }
        for happened in fold.history {
            // As it stood with this entry, also where the entry was withdrawn since.
            var told = CaseFile(id: file.id)
            happened.current.apply(to: &told, happened.stamp)
            names.merge(told.people.map { ($0.id.description, $0.name.text) }) { first, _ in first }
            names.merge((told.plan?.steps ?? []).map { ($0.id.description, $0.told.what.text) }) { first, _ in first }
            names.merge(told.referrals.map { ($0.id.description, referral($0)) }) { first, _ in first }
            names.merge(told.consents.map { ($0.id.description, consent($0)) }) { first, _ in first }
            names.merge(told.mediations.map { ($0.id.description, mediation($0)) }) { first, _ in first }
            names.merge(told.emergencies.map { ($0.id.description, emergency($0)) }) { first, _ in first }
            names.merge(told.toldPeople.map { ($0.id.description, $0.who.text) }) { first, _ in first }
            names.merge(told.links.map { ($0.id.description, person($0.person)) }) { first, _ in first }
        }
        return names
    }
}
