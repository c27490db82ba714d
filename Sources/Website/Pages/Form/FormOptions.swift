import Casework
import Desk
import Foundation

/// What may be chosen where only the page knows: people of this file, workers, partners, dues.
struct FormOptions<R: Record> {
    /// As it stands, or stood before an entry that is corrected; nil for one that is not there yet.
    let record: R?
    let site: Site
    let worker: Worker
    let words: Words
    let when: When
    let law: Law

    private var file: CaseFile? { record as? CaseFile }
    private var office: Office? { record as? Office }

    /// By the names of the questions.
    func all(_ fields: [Field], of type: any Action<R>.Type) async throws -> [String: [Option]] {
        var options: [String: [Option]] = [:]
        for field in fields {
            switch field.kind {
            case .group(let inner), .rows(let inner):
                options.merge(try await all(inner, of: type)) { $1 }
            case .person: options[field.name] = people(field, for: type)
            case .personElsewhere: options[field.name] = try await peopleElsewhere()
            case .item(let list): options[field.name] = items(list, for: type)
            case .partner:
                options[field.name] = (office ?? law.office).directory.map {
                    Option(value: $0.id.description, label: $0.name.text)
                }
            case .worker: options[field.name] = try await workers(for: type)
            case .record: options[field.name] = try await alike()
            case .due: options[field.name] = dues(of: type)
            default: break
            }
        }
        return options
    }

    /// A question named `client` asks for one of the clients, whose a waiver is for one of those for whom alone it may be;
    /// any other for anybody in the file.
    private func people(_ field: Field, for type: any Action<R>.Type) -> [Option] {
        let people: [Person]? =
            switch (field.name, type) {
            case ("client", _): file?.clients
            case (_, is RequestWaiver.Type): file?.waivableClients(by: law.rulebook)
            case (_, is DecideWaiver.Type):
                file.map { file in
                    let asked = file.openWaivers.keys.map(\.about)
                    return file.people.filter { asked.contains($0.id) }
                }
            default: file?.people
            }
        return (people ?? []).map { person in
            let role = words.code(PersonRole.list, person.role.rawValue)
            return Option(value: person.id.description, label: "\(person.name.text) (\(role))")
        }
    }

    private func items(_ list: Field.ItemList, for type: any Action<R>.Type) -> [Option] {
        guard let file else { return [] }
        let labels = CaseLabels(file: file, office: law.office, words: words, when: when)
        switch list {
        case .consents:
            return file.consents.filter(\.canBeWithdrawn).map { Option($0.id.description, labels.consent($0)) }
        case .steps:
            return file.openSteps.map {
                Option($0.id.description, $0.told.what.text)
            }
        case .mediations:
            return file.openMediations.map { Option($0.id.description, labels.mediation($0)) }
        case .emergencies:
            return file.openEmergencies.map { Option($0.id.description, labels.emergency($0)) }
        case .told: return file.toldOnly.map { Option($0.id.description, $0.who.text) }
        case .links: return file.links.map { Option($0.id.description, labels.person($0.person)) }
        case .referrals:
            let isAnswer = type is AnswerReferral.Type
            return file.referrals.filter { isAnswer ? $0.isUnanswered : $0.isOpen }.map {
                Option($0.id.description, labels.referral($0))
            }
        }
    }

    /// People of other files that this worker may open who are likely somebody in this one, the likeliest first. A list
    /// tells so much of them; to choose from it opens none of these files.
    private func peopleElsewhere() async throws -> [Option] {
        guard let file else { return [] }
        let own = file.profiles
        let listing = try await site.workspace.desk.list(.alike(own), by: worker)
        var likely: [(likeness: Likeness, option: Option)] = []
        for listed in listing.rows where listed.sight == .open && listed.card.record != file.id.value {
            let others = Dictionary(grouping: listed.card.people.filter { $0.person != nil }, by: \.person)
            for case (let person?, let called) in others {
                guard let likeness = Likeness.best(own, called), likeness.isLikely, let role = called[0].role
                else { continue }
                let who = "\(called[0].name) (\(words.code(PersonRole.list, role.rawValue)))"
                let label = [who, listed.code, words.clues(likeness.clues)].joined(separator: " · ")
                let elsewhere = PersonElsewhere(person, in: ID(listed.card.record))
                likely.append((likeness, Option(elsewhere.raw[0], label)))
            }
        }
        return likely.sorted { ($1.likeness.weight, $0.option.label) < ($0.likeness.weight, $1.option.label) }.map(
            \.option)
    }

    /// For the office: its whole staff; for a case: who may manage it, without those who can't be meant.
    private func workers(for type: any Action<R>.Type) async throws -> [Option] {
        if let office {
            let active = office.staff.filter { $0.value.until == nil }.sorted {
                $0.value.name.text < $1.value.name.text
            }
            return active.map { Option($0.key.description, "\($0.value.name.text) (\($0.value.handle.text))") }
        }
        let accounts = site.workspace.accounts
        let chosen: [ID<Worker>]? =
            switch type {
            case is RemoveFromTeam.Type: file?.team.map(\.worker) ?? []
            case is EndConflict.Type: file?.conflicts ?? []
            default: nil
            }
        if let chosen {
            let names = try accounts.names(Set(chosen))
            return chosen.map { Option($0.description, names[$0] ?? "") }
        }
        let duty: Duty = type is RecordConflict.Type ? .takeComplaints : .manageCases
        let workers = try await accounts.workers(with: duty, in: worker.lane).filter { worker in
            guard let file, !file.conflicts.contains(worker.id) else { return file == nil }
            switch type {
            case is AddToTeam.Type: return !file.isOfTeam(worker.id)
            case is AssignManager.Type: return file.manager != worker.id
            default: return true
            }
        }
        return workers.map { Option(value: $0.id.description, label: $0.name) }
    }

    /// Cases in which the people of this complaint may be known already.
    private func alike() async throws -> [Option] {
        guard let complaint = record as? Complaint else { return [] }
        let listing = try await site.workspace.desk.list(.alike(complaint.profiles), by: worker)
        let managers = Set(listing.rows.compactMap(\.card.manager))
        let names = try site.workspace.accounts.names(managers)
        return listing.rows.map { listed in
            let isClosed = listed.sight == .open && !CaseFile.openStatuses.contains(listed.card.status)
            let status = !isClosed ? "" : words.code("status", listed.card.status.rawValue)
            let manager = listed.card.manager.flatMap { names[$0] } ?? ""
            let parts = [listed.code, listed.card.title, manager, status, words.clues(listed.clues)].filter {
                !$0.isEmpty
            }
            return Option(value: ID<CaseFile>(listed.card.record).description, label: parts.joined(separator: " · "))
        }
    }

    /// The open dues that bind the office; for who decides, those for which a waiver was asked; for the office, the rules
    /// that give time.
    private func dues(of type: any Action<R>.Type) -> [Option] {
        let rules = file.map { binding($0, for: type) } ?? law.rulebook.correctable
        return rules.sorted { $0.text < $1.text }.map { id in
            Option(value: id.text, label: law.rulebook[id]?.said(in: words.language) ?? id.text)
        }
    }

    private func binding(_ file: CaseFile, for type: any Action<R>.Type) -> Set<RuleID> {
        type is DecideWaiver.Type ? Set(file.openWaivers.keys.map(\.rule)) : file.waivable(by: law.rulebook)
    }
}

extension Option {
    init(_ value: String, _ label: String) { self.init(value: value, label: label) }
}
