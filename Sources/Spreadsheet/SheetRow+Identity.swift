import Casework

extension SheetRow {
    /// What makes it this row and no other, however the sheet is written or sorted: two rows with the same tell of the
    /// same. Where something else is changed in the sheet later, it is still this row, and is not brought in again.
    ///
    /// A borrowed day is not the row's own, and the columns of a story may change places.
    package var identity: String { identity { told($0, day: isNamed && isDayBorrowed ? "" : nil) } }

    /// As rows were known before days were told apart from borrowed ones, and stories from their headings; nil where that
    /// is the same.
    package var formerIdentity: String? {
        let former = identity { posted[$0.question].joined(separator: "\n").key }
        return former == identity ? nil : former
    }

    /// As it was known while its day was that of the row above; nil where it has none of its own, or could not be known by
    /// the rest.
    package var daylessIdentity: String? {
        guard isNamed, !isDayBorrowed, !posted["received"].isEmpty else { return nil }
        return identity { told($0, day: "") }
    }

    /// What it tells of the client beyond that. Rows of which these contradict each other are not the same.
    package var person: SheetPerson {
        SheetPerson(
            sex: posted.first("sex"), age: posted.first("age"), born: posted.first("born"), nik: posted.first("nik"),
            day: posted.first("received"))
    }

    /// Whether it is the row above once more, but for its forms and services. A blank day is that of the row above.
    func repeats(_ above: SheetRow) -> Bool {
        let isBlank = posted[SheetField.received.rawValue].isEmpty && !unknown.contains(.received) && !isApart
        let day = isBlank ? "" : nil
        return identity { told($0, day: day) } == above.identity { above.told($0, day: day) }
            && !person.contradicts(above.person)
    }

    /// Without its day only a row that says who and what, or its number, is sure to be found again.
    private var isNamed: Bool {
        let isTold = { (field: SheetField) in !posted[field.rawValue].isEmpty }
        return isTold(.number) || isTold(.client) && isTold(.what)
    }

    private func told(_ field: SheetField, day: String?) -> String {
        if field == .received, let day { return day }
        if field == .what, story.count > 1 { return story.map(\.key).sorted().joined(separator: " ") }
        return posted[field.question].joined(separator: "\n").key
    }

    private func identity(_ told: (SheetField) -> String) -> String {
        Self.identifying.map(told).joined(separator: "\u{1f}")
    }

    private static let identifying: [SheetField] = [
        .received, .number, .client, .day, .what, .reporter, .alleged,
    ]
}

/// Sex, age, birth, NIK and the complaint's day in a few bytes, to tell two people apart of whom a sheet says the same else:
/// twins, brother and sister. No word of them is in here; what is not known is nought.
package struct SheetPerson: Hashable, Sendable {
    private var sex: UInt8
    private var age: UInt8
    private var nik: UInt32
    private var day: UInt32
    /// Year, month and day in one number.
    private var born: UInt32

    package init(sex: String? = nil, age: String? = nil, born: String? = nil, nik: String? = nil, day: String? = nil) {
        self.sex = sex?.utf8.first ?? 0
        self.age = age.flatMap { UInt8($0) }.map { $0 &+ 1 } ?? 0
        self.born = born.map(Self.number) ?? 0
        self.day = day.map(Self.number) ?? 0
        // Its end: the birthday, and who of those that were born then.
        self.nik = nik.flatMap { UInt32($0.filter(\.isNumber).suffix(9)) }.map { $0 &+ 1 } ?? 0
    }

    /// Whether both tell something, and not the same.
    package func contradicts(_ other: SheetPerson) -> Bool {
        let differ = { (one: UInt32, other: UInt32) in one != 0 && other != 0 && one != other }
        return differ(UInt32(sex), UInt32(other.sex)) || differ(UInt32(age), UInt32(other.age))
            || differ(nik, other.nik) || differ(day, other.day) || differ(born / 10_000, other.born / 10_000)
            || differ(born / 100 % 100, other.born / 100 % 100) || differ(born % 100, other.born % 100)
    }

    /// Takes over what another row tells of the same person besides.
    package mutating func add(_ other: SheetPerson) {
        if sex == 0 { sex = other.sex }
        if age == 0 { age = other.age }
        if nik == 0 { nik = other.nik }
        if day == 0 { day = other.day }
        if born == 0 { born = other.born }
    }

    private static func number(_ text: String) -> UInt32 {
        let parts = text.split(separator: "-").compactMap { UInt32($0) }
        let part = { (place: Int) in parts.indices.contains(place) ? parts[place] : 0 }
        return part(0) * 10_000 + part(1) * 100 + part(2)
    }
}
