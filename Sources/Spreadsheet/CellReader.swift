import Casework

/// Reads a cell as an answer to its question: the texts that a form would have posted.
struct CellReader: Sendable {
    let spellings: Spellings
    let today: Day

    /// Empty where the cell says that nobody knows.
    func read(_ cell: String, as field: SheetField) throws(Problem) -> [String] {
        if let choice = field.choice {
            if let codes = codes(cell, of: choice.list) { return field.takesSeveral ? codes : Array(codes.prefix(1)) }
            if spellings.isNothing(cell) { return [] }
            throw .notInList
        }
        if spellings.isNothing(cell) { return [] }
        switch field {
        case .received, .ended:
            guard let day = try days.read(cell).whole else { throw .notAWholeDay }
            return [day.text]
        case .served: return try served(cell)
        case .born, .day: return [try days.read(cell).text]
        case .age: return [try age(cell)]
        case .nik, .phone:
            guard let digits = Digits.restored(cell) else { throw .digitsLost }
            return [digits]
        case .client, .reporter, .alleged: return [cell.replacing("\n", with: " ").withoutShouting]
        case .number: return [cell.replacing("\n", with: " ")]
        default: return [cell]
        }
    }

    private var days: DayReader { DayReader(spellings: spellings, today: today) }

    private func age(_ cell: String) throws(Problem) -> String {
        // "7 th", "17 tahun 3 bulan", "± 30 thn", "8bln", "7,5".
        let words = cell.prefix { $0 != "," && $0 != "." }.description.key
        let number = words.prefix(while: \.isNumber)
        let unit = words.dropFirst(number.count).split(separator: " ").first.map(String.init) ?? ""
        let isInMonths = spellings.inMonths.contains(unit)
        guard let years = Int(number), unit.isEmpty || isInMonths || spellings.inYears.contains(unit),
            Years.bounds.contains(years)
        else { throw .notANumber(Years.bounds) }
        return "\(isInMonths ? years / 12 : years)"
    }

    /// One day or several.
    private func served(_ cell: String) throws(Problem) -> [String] {
        if let day = (try? days.read(cell))?.whole { return [day.text] }
        var texts: [String] = []
        for part in Self.parts(cell) {
            guard let day = try days.read(part).whole else { throw .notAWholeDay }
            texts.append(day.text)
        }
        return texts
    }

    /// Each with the words in which the sheet says it; the whole cell may be one. Nil for a word that nobody knows.
    func codes(_ cell: String, of list: String) -> [String]? {
        guard let coded = coded(cell, of: list) else { return nil }
        return coded.map(\.code)
    }

    func coded(_ cell: String, of list: String) -> [(code: String, said: String)]? {
        if let code = spellings.code(cell, of: list) { return [(code, cell)] }
        var found: [(code: String, said: String)] = []
        for part in Self.parts(cell) {
            if let code = spellings.code(part, of: list) {
                found.append((code, part))
                continue
            }
            let smaller = Self.smaller(part).map { ($0, spellings.code($0, of: list)) }
            for (said, code) in smaller {
                guard let code else { return nil }
                found.append((code, said))
            }
        }
        var seen: Set<String> = []
        return found.isEmpty ? nil : found.filter { seen.insert($0.code).inserted }
    }

    /// What a comma, a semicolon or a new line sets apart, without the numbers and dashes of a list.
    private static func parts(_ cell: String) -> [String] {
        cell.split(whereSeparator: { ",;\n|".contains($0) }).map(bare).filter { !$0.isEmpty }
    }

    /// And what `/`, `&`, `+` or "dan" does, which may stand within a word that is known.
    private static func smaller(_ part: String) -> [String] {
        var text = part
        for word in [" dan ", " and ", " serta "] { text = text.replacing(word, with: "/") }
        return text.split(whereSeparator: { "/&+".contains($0) }).map(bare).filter { !$0.isEmpty }
    }

    private static func bare(_ part: Substring) -> String {
        var rest = part.drop { $0.isWhitespace || "-–•*·".contains($0) }
        let number = rest.prefix(while: \.isNumber)
        let after = rest.dropFirst(number.count)
        if !number.isEmpty, let mark = after.first, ".)".contains(mark) { rest = after.dropFirst() }
        return String(rest).cellText
    }
}
