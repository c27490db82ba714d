import Casework
import Foundation

extension Office: ToldAsObject {
    static let members: [Member<Office>] = [
        .may("name") { $0.name?.text },
        .must("staff") { office in
            office.staff.map(Employed.init).sorted { $0.member.handle.text < $1.member.handle.text }
        },
        .must("partners", \.partners), .must("holidays") { $0.holidays.keys.sorted().map(\.text) },
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

extension Partner: ToldAsObject {
    static let members: [Member<Partner>] = [
        .must("id", \.id), .must("name") { $0.name.text }, .must("kind") { Coded($0.details.kind) },
        .must("services") { ($0.details.services ?? []).map(Coded.init) }, .must("isActive", \.isActive),
    ]
}

extension ManyOpened: ToldAsObject {
    static let members: [Member<ManyOpened>] = [
        .must("worker") { ToldWorker(id: $0.worker) }, .must("count", \.count), .may("usually", \.usually),
        .must("at", \.at),
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
