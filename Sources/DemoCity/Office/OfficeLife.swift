import Casework
import Desk
import Foundation

/// Something that the administrator does.
struct OfficeAct: Sendable {
    let at: Date
    let perform: @Sendable (City) async throws -> Void
}

/// The made-up office: how it begins, and what its administrator does in three years.
struct OfficeLife: Sendable {
    let workspace: Workspace
    let shipped: OfficeFolder
    let id = Office.id(in: 1)

    init(_ workspace: Workspace) throws {
        self.workspace = workspace
        shipped = try .shipped()
    }

    /// It helps until 2025; no case asks it for anything.
    private static let ending: Line = "Rumah Singgah Teluk Tering"

    /// A second case manager, and somebody who leaves.
    private static let staff = [
        AddWorker("yusuf", "Yusuf Hidayat", [.caseManager]), AddWorker("nurul", "Nurul Hikmah", [.intakeOfficer]),
    ]

    /// - Returns: the partners that cases may ask.
    func begin(_ clock: SettableClock) async throws -> [Partner] {
        clock.set(Self.at(2023, 1, 2))
        let description = DescribeOffice(
            "UPTD PPA Kota Batam", address: "Jalan Contoh 1, Batam Kota", opens: "08:00", closes: "15:00")
        try await perform(description)
        clock.advance(600)
        var right = description
        right.closes = "16:00"
        let told = try await fold().history.last { $0.action is DescribeOffice }
        if let told { try await perform(CorrectEntry<Office>(told.id, to: right, because: "Salah jam tutup.")) }
        // Whatever stopped before its first complaint begins again: what is there already stays.
        let known = Set(try await fold().record.directory.map(\.name))
        let own = PartnerDetails(Self.ending, .ngo, services: [.socialRehabilitation])
        for partner in shipped.partners + [own] where !known.contains(partner.name) {
            clock.advance(120)
            try await perform(AddPartner(partner))
        }
        let handles = Set(try workspace.accounts.all().map(\.handle))
        for worker in Self.staff where !handles.contains(worker.handle.text) {
            clock.advance(120)
            try await perform(worker)
        }
        return try await fold().record.directory.filter { $0.name != Self.ending }
    }

    func acts(until now: Date) -> [OfficeAct] {
        [
            act(2023, 1, 4) { try await perform(IssueSecret(try await worker("nurul"))) },
            act(2023, 3, 6) {
                try await perform(GivePosts(try await worker("nurul"), [.intakeOfficer, .caseManager]))
            },
            act(2023, 5, 8) { try await addPartnerTwice() },
            act(2024, 1, 8) { try await readManyFiles() },
            act(2024, 2, 5) { try await changePartner() },
            act(2024, 6, 28) {
                try await perform(
                    EndWorker(
                        try await worker("nurul"), handsTo: try await worker("rina"), because: "Pindah ke Tanjungpinang"
                    ))
            },
            act(2025, 3, 3) { try await endPartner() },
            OfficeAct(at: min(Self.at(2025, 10, 20), now - 6 * 86_400)) { city in try await declareHolidays(city.clock)
            },
            OfficeAct(at: now - 5 * 86_400) { city in try await slip(city) },
        ]
    }

    private static func at(_ year: Int, _ month: Int, _ day: Int) -> Date {
        (Day(year: year, month: month, day: day)?.start ?? .distantPast) + 8 * 3600
    }

    private func act(
        _ year: Int, _ month: Int, _ day: Int, _ perform: @escaping @Sendable () async throws -> Void
    ) -> OfficeAct {
        OfficeAct(at: Self.at(year, month, day)) { _ in try await perform() }
    }

    private func perform(_ action: some Action<Office>) async throws {
        try await workspace.desk.perform(action, on: id, by: workspace.accounts.operator(in: 1))
    }

    private func fold() async throws -> Fold<Office> {
        try await workspace.desk.open(Office.self, id, by: workspace.accounts.operator(in: 1))
    }

    private func worker(_ handle: String) async throws -> ID<Worker> {
        guard let known = try workspace.accounts.all().first(where: { $0.handle == handle })
        else { throw NotDone.unknown }
        return known.worker.id
    }
}

extension OfficeLife {
    private func changePartner() async throws {
        guard let hospital = try await fold().record.directory.first(where: { $0.details.kind == .hospital })
        else { return }
        var details = hospital.details
        details.contact = "Perawat jaga IGD, tanyakan ruang PPT"
        try await perform(ChangePartner(hospital.id, to: details))
    }

    /// For the year's report a case manager reads one file after the other; the office's head is told.
    private func readManyFiles() async throws {
        guard let rina = try workspace.accounts.all().first(where: { $0.handle == "rina" })?.worker else {
            return
        }
        var after: Cursor?
        repeat {
            let listing = try await workspace.desk.list(.closed, by: rina, PageOfList(after: after))
            for row in listing.rows { _ = try await workspace.desk.open(CaseFile.self, ID(row.card.record), by: rina) }
            after = listing.next
        } while after != nil
    }

    private func endPartner() async throws {
        guard let partner = try await fold().record.directory.first(where: { $0.name == Self.ending }) else { return }
        try await perform(EndPartner(partner.id, because: "Tidak menerima klien lagi"))
    }

    /// The same under another name: taken back at once.
    private func addPartnerTwice() async throws {
        try await perform(AddPartner(PartnerDetails("RSBT Teluk Tering", .ngo)))
        guard let added = try await fold().history.last(where: { $0.action is AddPartner }) else { return }
        try await perform(WithdrawEntry<Office>(added.id, because: "Sama dengan rumah singgah yang sudah ada."))
    }

    /// The decree's days; one of them was read wrongly.
    private func declareHolidays(_ clock: SettableClock) async throws {
        for holiday in shipped.holidays {
            try await perform(holiday)
            clock.advance(30)
        }
        guard let wrong = Day(year: 2026, month: 12, day: 31) else { return }
        try await perform(DeclareHoliday(wrong, .jointLeave, source: "Salinan tanpa nomor"))
        try await perform(DropHoliday(wrong, because: "Tidak ada dalam SKB"))
        guard let since = Day(year: 2026, month: 1, day: 1) else { return }
        try await perform(CorrectRule(.partnerAnswers, .init(4), .workingDays, from: since, source: "SOP UPTD PPA"))
    }

    /// The administrator wanted to take a partner's first entry back, long after; the head says no.
    private func slip(_ city: City) async throws {
        guard let yohana = try workspace.accounts.all().first(where: { $0.handle == "yohana" })?.worker,
            let partner = try await fold().history.first(where: { $0.action is AddPartner })
        else { return }
        let withdrawal = WithdrawEntry<Office>(partner.id, because: "Maksudnya mitra yang lain.")
        try await workspace.desk.perform(withdrawal, on: id, by: yohana)
        guard let proposal = try await fold().history.last(where: { $0.approval == .asked }) else { return }
        let no = DecideMending<Office>(proposal.id, .refused, because: "Mitra ini masih menerima klien.")
        try await workspace.desk.perform(no, on: id, by: city.staff.head)
    }
}
