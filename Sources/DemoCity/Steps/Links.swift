import Casework
import Desk

extension Step {
    /// What the alleged is to somebody else of the family in the file.
    static let relate = Step { work in
        let file = try await work.record()
        guard let alleged = file.people.first(where: { $0.role == .alleged }), let client = file.client else { return }
        try await work.perform(RelatePeople(alleged.id, is: alleged.relation ?? .unknown, of: client.id))
    }

    /// The client turns out to be somebody whom the manager knows from another file.
    static let linkToAnother = Step { work in
        let others = try await work.city.desk.list(.cases(own: true), by: work.manager).rows
        guard let other = others.first(where: { $0.card.record != work.file?.value && !$0.card.isRestricted }) else {
            return
        }
        let file = ID<CaseFile>(other.card.record)
        guard let person = try await work.city.desk.open(CaseFile.self, file, by: work.manager).record.client
        else { return }
        let elsewhere = PersonElsewhere(person.id, in: file)
        try await work.perform(
            LinkPeople(try await work.client(), with: elsewhere, because: "Nama panggilan dan sekolah sama."))
        work.lookAgain()
    }

    /// It was somebody else after all.
    static let unlink = Step { work in
        guard let link = try await work.record().links.first else { return }
        try await work.perform(UnlinkPeople(link.id, because: "Tanggal lahirnya lain; orang lain."))
    }
}
