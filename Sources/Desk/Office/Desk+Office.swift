package import Casework

/// What applying a folder did.
package struct Applied: Hashable, Sendable {
    package var holidays = 0
    package var partners = 0
    package var changed = 0
    package var rules = 0
    package var isDescribed = false
    /// How many workers have other posts now.
    package var posts = 0
    /// The one-time secrets of the workers who were added, by user name: told once, kept nowhere.
    package var secrets: [String: String] = [:]
}

extension Desk {
    /// Makes an office's record say what a folder says, by the actions that it takes and no others: what is so already
    /// is passed over, and what the folder does not mention stays.
    ///
    /// - Throws: ``OfficeFolder/Malformed`` before anything is written.
    @discardableResult
    package func apply(_ folder: OfficeFolder, by worker: Worker) async throws -> Applied {
        let id = Office.id(in: worker.lane)
        if let far = folder.holidays.first(where: { !$0.isNear(Day(clock.now())) }) {
            throw OfficeFolder.Malformed(file: "holidays.yaml", problem: "\(far.day.text) is too far from this year")
        }
        let book = law(in: worker.lane).rulebook
        if let place = folder.corrections.firstIndex(where: { !book.correctable.contains($0.rule) }) {
            throw OfficeFolder.Malformed(file: "rules.yaml", problem: "rule \(place + 1) is none that gives time")
        }
        if let far = folder.corrections.first(where: { !$0.isNear(Day(clock.now())) }) {
            throw OfficeFolder.Malformed(file: "rules.yaml", problem: "\(far.from.text) is too far from this year")
        }
        var applied = Applied()
        let office = law(in: worker.lane).office
        if office.name == nil {
            try await tick(SetUpOffice(folder.description?.office ?? "Kantor"), on: id, by: worker)
        }
        if let description = folder.description, description != office.description {
            try await tick(description, on: id, by: worker)
            applied.isDescribed = true
        }
        for holiday in folder.holidays
        where office.holidays[holiday.day] != Holiday(kind: holiday.kind, source: holiday.source) {
            try await tick(holiday, on: id, by: worker)
            applied.holidays += 1
        }
        for correction in folder.corrections where !office.corrections.contains(correction) {
            try await tick(correction, on: id, by: worker)
            applied.rules += 1
        }
        for details in folder.partners {
            let known = office.directory.first { $0.name == details.name }
            if known?.details == details { continue }
            if let known {
                try await tick(ChangePartner(known.id, to: details), on: id, by: worker)
                applied.changed += 1
            } else {
                try await tick(AddPartner(details), on: id, by: worker)
                applied.partners += 1
            }
        }
        for adding in folder.workers { try await apply(adding, to: office, by: worker, &applied) }
        return applied
    }

    /// Who is on the staff already gets the posts that the folder gives; who is not is added.
    private func apply(
        _ adding: AddWorker, to office: Office, by worker: Worker, _ applied: inout Applied
    ) async throws {
        let handle = StaffMember.normal(adding.handle.text)
        let known = office.staff.first { $0.value.until == nil && StaffMember.normal($0.value.handle.text) == handle }
        guard let known else {
            applied.secrets[handle] = try await tick(adding, on: office.id, by: worker).secret
            return
        }
        guard Set(known.value.posts) != Set(adding.posts) else { return }
        try await tick(GivePosts(known.key, adding.posts), on: office.id, by: worker)
        applied.posts += 1
    }

    /// Goes on whatever the cautions say: who wrote the folder meant it.
    @discardableResult
    private func tick(
        _ action: some Action<Office>, on id: ID<Office>, by worker: Worker
    ) async throws -> Performed<Office> {
        try await perform(Reading(action), on: id, by: worker) { _ in true }
    }
}
