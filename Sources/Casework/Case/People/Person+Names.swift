/// How somebody is called, and by what else they are known.
extension Person {
    package var names: [Line] { [name] + otherNames }

    /// Two spellings of one name within one file are rarely two people. "Adik Melati" is Melati's sister: each word counts,
    /// as it sounds.
    func isCalled(_ name: Line) -> Bool {
        let sounds = Self.sounds(name)
        return names.contains { Self.sounds($0) == sounds }
    }

    private static func sounds(_ name: Line) -> [String] {
        name.text.lowercased().split(whereSeparator: \.isWhitespace).map { word in
            let sound = NameKey.phonetic(String(word))
            return sound.isEmpty ? String(word) : sound
        }
    }

    /// One more name, unless it is theirs already.
    mutating func hear(_ other: Line) {
        otherNames.removeAll { $0 == name }
        if !names.contains(other) { otherNames.append(other) }
    }

    /// What a joined complaint told of them; what was known stays.
    mutating func hear(_ told: ToldPerson) {
        hear(told.who)
        sex = sex ?? told.sex
        if born == nil, age == nil { age = told.age.map { ($0, told.on) } }
        phone = phone ?? told.phone
    }
}
