import Casework
import Foundation

extension Office: ToldAsObject {
    static let members: [Member<Office>] = [
        .may("name") { $0.name?.text }, .may("address") { $0.description?.address?.text },
        .may("phone") { $0.description?.phone?.text }, .may("opens") { $0.description?.opens?.text },
        .may("closes") { $0.description?.closes?.text },
        .must("staff") { office in
            office.staff.map(Employed.init).sorted { $0.member.handle.text < $1.member.handle.text }
        },
        .must("partners") { $0.partners.map(DirectoryEntry.init) },
        .must("holidays") { office in office.holidays.sorted { $0.key < $1.key }.map(DeclaredHoliday.init) },
        .must("corrections", \.corrections),
        .must("manyOpened", \.manyOpened), .must("accessGiven", \.accessGiven), .must("erased", \.erased),
    ]
}

/// Somebody who is or was on the staff.
private struct Employed: ToldAsObject {
    let id: ID<Worker>
    let member: StaffMember

    static let members: [Member<Employed>] = [
        .must("id", \.id), .must("handle", \.member.handle.text), .must("name", \.member.name.text),
        .must("posts") { $0.member.posts.map(Coded.init) }, .may("until", \.member.until),
    ]
}

/// All that the directory keeps of a partner.
private struct DirectoryEntry: ToldAsObject {
    let partner: Partner

    static let members: [Member<DirectoryEntry>] = [
        .must("id", \.partner.id), .must("name") { $0.partner.name.text },
        .must("kind") { Coded($0.partner.details.kind) },
        .must("services") { ($0.partner.details.services ?? []).map(Coded.init) },
        .may("phone") { $0.partner.details.phone?.text }, .may("contact") { $0.partner.details.contact?.text },
        .may("answersWithin") { $0.partner.details.answersWithin?.value }, .must("isActive", \.partner.isActive),
    ]
}

private struct DeclaredHoliday: ToldAsObject {
    let day: Day
    let holiday: Holiday

    static let members: [Member<DeclaredHoliday>] = [
        .must("day", \.day.text), .must("kind") { Coded($0.holiday.kind) }, .must("source", \.holiday.source.text),
    ]
}

/// How much time a rule gives here from a day on.
extension CorrectRule: ToldAsObject {
    static let members: [Member<CorrectRule>] = [
        .must("rule", \.rule.text), .must("amount", \.amount.value), .must("unit") { Coded($0.unit) },
        .must("from", \.from.text), .must("source", \.source.text),
    ]
}

extension Partner: ToldAsObject {
    static let members: [Member<Partner>] = [
        .must("id", \.id), .must("name") { $0.name.text }, .must("kind") { Coded($0.details.kind) },
        .must("services") { ($0.details.services ?? []).map(Coded.init) }, .must("isActive", \.isActive),
    ]
}

extension ManyOpened: ToldAsObject {
    static let members: [Member<ManyOpened>] = [
        .must("worker") { ToldWorker(id: $0.worker) }, .must("count", \.count), .may("usually", \.usually),
        .must("searched", \.isSearched), .must("at", \.at),
    ]
}

extension AccessGiven: ToldAsObject {
    static let members: [Member<AccessGiven>] = [
        .must("way", \.way), .must("worker") { ToldWorker(id: $0.worker) }, .must("by") { ToldWorker(id: $0.by) },
        .must("at", \.at),
    ]
}

extension AccessGiven.Way: Told {}

extension Erased: ToldAsObject {
    static let members: [Member<Erased>] = [
        .must("code", \.code), .must("ground") { Coded($0.ground) }, .must("notice") { Coded($0.notice) },
        .must("askedBy") { ToldWorker(id: $0.askedBy) }, .must("decidedBy") { ToldWorker(id: $0.decidedBy) },
        .must("at", \.at), .must("finalFrom", \.finalFrom),
    ]
}
