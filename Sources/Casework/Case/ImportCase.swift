import Foundation

/// Opens a case as an office wrote it down before it had this program. Bringing in its complaint entails it; nobody fills
/// it in.
package struct ImportCase: Action, Hashable {
    package static let name: ActionName = "import-case"
    package static let duty: Duty? = .takeComplaints
    package static let opens = true
    package static let hasForm = false

    package let complaint: ID<Complaint>
    package let told: ImportComplaint
    package let manager: ID<Worker>

    package init(complaint: ID<Complaint>, told: ImportComplaint, manager: ID<Worker>) {
        self.complaint = complaint
        self.told = told
        self.manager = manager
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        let people = people(stamp)
        file.brought = told
        file.broughtEnd = told.outcome?.end
        file.opening = OpenCase(complaint: complaint, told: told, manager: manager)
        file.people = people
        file.manager = manager
        file.complained = Set(file.clients.map(\.id))
        file.complaints = [complaint]
        file.tell(told.risk)
        file.stage = told.risk == .high ? .intervention : .assessment
        guard let client = people.first(where: { $0.role == .client })?.id else { return }
        let forms = told.forms ?? []
        // An incident has a place; a day alone still counts for the client's age. Without violence there was none.
        if let place = told.place, !forms.isEmpty {
            file.incidents = [
                RecordIncident(
                    day: told.day, place: place, district: told.district, harms: [.init(client, forms)],
                    alleged: people.filter { $0.role == .alleged }.map { .init($0.id) }, domestic: told.domestic,
                    bullying: told.bullying, what: told.what)
            ]
        }
        file.services = (told.services ?? []).map { given in
            GiveService(
                given.service, to: client, note: LongText(given.said?.text ?? ""),
                at: given.at.map { Moment($0.start) })
        }
        file.meetings = file.services.map { Meeting(client: client, at: $0.at?.instant ?? told.arrived, serves: true) }
        // What ended long ago owes nothing; opened again, its clocks begin with what is new.
        if file.broughtEnd == nil { file.startClocks(forms, from: told.arrived) }
    }

    /// Their ids are the entry's.
    private func people(_ stamp: Stamp) -> [Person] {
        let client = told.client.map { name in
            Person(
                id: .ofClient(0, stamp), name: name, role: .client, sex: told.sex, born: told.born,
                age: told.age.map { ($0, told.received) }, nik: told.nik)
        }
        let alleged = told.alleged.map { name in
            Person(id: .ofAlleged(stamp), name: name, role: .alleged, relation: told.allegedIs)
        }
        let reporter = told.relation == .oneself ? nil : told.reporter
        let teller = reporter.map { name in
            Person(id: .ofReporter(stamp), name: name, role: .reporter, phone: told.phone)
        }
        return [client, alleged, teller].compactMap { $0 }
    }
}
