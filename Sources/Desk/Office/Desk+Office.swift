package import Casework

/// What applying a folder did.
package struct Applied: Hashable, Sendable {
    package var holidays = 0
    package var partners = 0
    package var changed = 0
    package var isDescribed = false
}

extension Desk {
    /// Makes an office's record say what a folder says, by the actions that it takes and no others: what is so already
    /// is passed over, and what the folder does not mention stays.
    @discardableResult
    package func apply(_ folder: OfficeFolder, by worker: Worker) async throws -> Applied {
        let id = Office.id(in: worker.lane)
        var applied = Applied()
        let office = law(in: worker.lane).office
        if office.name == nil {
            try await perform(SetUpOffice(folder.description?.office ?? "Kantor"), on: id, by: worker)
        }
        if let description = folder.description, description != office.description {
            try await perform(description, on: id, by: worker)
            applied.isDescribed = true
        }
        for holiday in folder.holidays
        where office.holidays[holiday.day] != Holiday(kind: holiday.kind, source: holiday.source) {
            try await perform(holiday, on: id, by: worker)
            applied.holidays += 1
        }
        for details in folder.partners {
            let known = office.directory.first { $0.name == details.name }
            if known?.details == details { continue }
            if let known {
                try await perform(ChangePartner(known.id, to: details), on: id, by: worker)
                applied.changed += 1
            } else {
                try await perform(AddPartner(details), on: id, by: worker)
                applied.partners += 1
            }
        }
        return applied
    }
}
