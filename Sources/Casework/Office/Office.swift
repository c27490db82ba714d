package import Foundation

/// The office itself: how it is reached, its calendar, its staff, its partners. It is a record like any other, so that
/// nobody makes a deadline vanish or gives a post without a trace.
package struct Office: Record {
    package static let kind: RecordKind = "offices"
    package static let codePrefix = "KTR"
    package static let actions: Actions<Office> = [
        SetUpOffice.self, DescribeOffice.self,
        DeclareHoliday.self, DropHoliday.self, CorrectRule.self,
        AddWorker.self, GivePosts.self, IssueSecret.self, EndWorker.self, NoteManyOpened.self,
        NoteErasure.self,
        AddPartner.self, ChangePartner.self, EndPartner.self,
    ]

    package let id: ID<Office>
    package internal(set) var name: Line?
    package internal(set) var description: DescribeOffice?
    package internal(set) var holidays: [Day: Holiday] = [:]
    /// How much time rules give here, by the day from which it counts.
    package internal(set) var corrections: [CorrectRule] = []
    /// Everybody who ever was on the staff.
    package internal(set) var staff: [ID<Worker>: StaffMember] = [:]
    /// Each time that somebody opened many records in an hour.
    package internal(set) var manyOpened: [ManyOpened] = []
    /// Each time that somebody got a way into clients' files.
    package internal(set) var accessGiven: [AccessGiven] = []
    /// What was erased, in the order in which it was.
    package internal(set) var erased: [Erased] = []
    /// Everybody who ever was a partner, in the order in which they came.
    package internal(set) var partners: [Partner] = []

    package init(id: ID<Office>) { self.id = id }

    /// A record of which there is one only is never a wrong one.
    package mutating func void() {}

    /// Each lane has one office, and its id tells the lane.
    package static func onlyID(in lane: Int) -> ID<Office>? { id(in: lane) }

    package static func id(in lane: Int) -> ID<Office> {
        var bytes = UUID(text: "6c696e64-756e-6700-8000-000000000000")?.uuid ?? UUID.random().uuid
        withUnsafeMutableBytes(of: &bytes) {
            $0.storeBytes(of: UInt32(truncatingIfNeeded: lane).bigEndian, toByteOffset: 12, as: UInt32.self)
        }
        return ID(UUID(uuid: bytes))
    }

    package var reckoning: Reckoning {
        let answers = partners.compactMap { partner in partner.details.answersWithin.map { (partner.id, $0.value) } }
        return Reckoning(
            WorkingDays(Set(holidays.keys)), answersWithin: Dictionary(uniqueKeysWithValues: answers),
            corrections: corrections)
    }

    /// The years whose calendar is missing: this one, and from October on, when the decree is out, the next.
    package func missingYears(on day: Day) -> [Int] {
        let wanted = day.month >= 10 ? [day.year, day.year + 1] : [day.year]
        return wanted.filter { !reckoning.workingDays.knows($0) }
    }

    /// Who may be asked for help now.
    package var directory: [Partner] { partners.filter(\.isActive) }

    /// Every record that was erased.
    package var erasedRecords: [UUID] { erased.flatMap(\.records) }

    package func partner(_ id: ID<Partner>) -> Partner? { partners.first { $0.id == id } }

    package var status: Status { .active }

    /// It is reached from its own page only: no list, no search and no figure shows it.
    package func card(_ version: Int) -> Card {
        Card(id, version, status: status, title: "", at: .distantPast)
    }
}
