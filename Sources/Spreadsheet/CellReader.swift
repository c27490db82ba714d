import Casework

/// Reads a cell as an answer to its question: the texts that a form would have posted.
struct CellReader: Sendable {
    let spellings: Spellings
    let today: Day

    /// Empty where the cell says that nobody knows.
    func read(_ cell: String, as field: SheetField) throws(Problem) -> [String] {
        if let choice = field.choice {
            // What the question itself is called means yes there, and nothing elsewhere.
            if let code = spellings.code(cell, of: field.rawValue) { return [code] }
            if let codes = codes(cell, of: choice.list) {
                // Which of several is meant nobody knows but who wrote it.
                guard field.takesSeveral || codes.count == 1 else { throw .tooMany(limit: 1) }
                return codes
            }
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
        case .age: return ["\(try AgeReader(spellings: spellings).read(cell))"]
        case .nik: return [try digits(cell)]
        case .phone: return [try digits(Self.withoutWords(cell))]
        case .client:
            guard !Self.isSeveral(cell) else { throw .tooMany(limit: 1) }
            return [cell.replacing("\n", with: " ").withoutShouting]
        case .reporter, .alleged: return [cell.replacing("\n", with: " ").withoutShouting]
        case .number: return [cell.replacing("\n", with: " ")]
        default: return [cell]
        }
    }

    var days: DayReader { DayReader(spellings: spellings, today: today) }

    private func digits(_ cell: String) throws(Problem) -> String {
        guard let digits = Digits.restored(cell) else { throw .digitsLost }
        return digits
    }

    /// A phone without the words beside it that say whose it is: `0812 3456 7890 (ibu)`.
    private static func withoutWords(_ cell: String) -> String {
        cell.contains("(") ? cell.replacing(#/\([^()0-9]*\)/#, with: " ").cellText : cell
    }

    static func words(beside cell: String) -> String {
        guard cell.contains("(") else { return "" }
        return cell.matches(of: #/\(([^()0-9]*)\)/#).map { String($0.1).cellText }.joined(separator: ", ")
    }

    /// How a name goes on in a second line.
    private static let goesOn = ["(", "bin ", "binti ", "alias ", "als ", "a.k.a"]

    /// Names below each other, or with numbers: several people, of whom a row tells one.
    private static func isSeveral(_ cell: String) -> Bool {
        let further = cell.split(separator: "\n").dropFirst().map { String($0).cellText.lowercased() }
        if further.contains(where: { line in !Self.goesOn.contains { line.hasPrefix($0) } }) { return true }
        guard cell.utf8.contains(where: { (0x30...0x39).contains($0) }),
            cell.utf8.count(where: { [0x29, 0x2E].contains($0) }) > 1
        else { return false }
        return cell.matches(of: #/(?:^|[\s,;])\d+[.)]\s*\p{L}/#).count > 1
    }

    /// One day or several.
    private func served(_ cell: String) throws(Problem) -> [String] {
        if let day = (try? days.read(cell))?.whole { return [day.text] }
        var texts: [String] = []
        let several = [" dan ", " and ", " & "].reduce(cell) { $0.replacing($1, with: ", ") }
        for part in Self.parts(several) where !days.isWeekday(part) {
            guard let day = try days.read(part).whole else { throw .notAWholeDay }
            texts.append(day.text)
        }
        return texts
    }

    /// Each once. Nil where a word is in it that nobody knows.
    func codes(_ cell: String, of list: String) -> [String]? {
        var seen: Set<String> = []
        return coded(cell, of: list).map { $0.map(\.code).filter { seen.insert($0).inserted } }
    }

    /// Each with the words in which the sheet says it, as often as it says it; the whole cell may be one.
    func coded(_ cell: String, of list: String) -> [Coded]? {
        if let code = spellings.code(cell, of: list) { return [Coded(code, cell)] }
        var found: [Coded] = []
        for part in Self.parts(cell) {
            guard let coded = whole(part, of: list) ?? smaller(part, of: list) else { return nil }
            found += coded
        }
        return found.isEmpty ? nil : found
    }

    private func smaller(_ part: String, of list: String) -> [Coded]? {
        var found: [Coded] = []
        for smaller in Self.smaller(part) {
            guard let coded = whole(smaller, of: list) else { return nil }
            found += coded
        }
        return found
    }

    /// `Visum`; `Selesai (damai)`, of which both are known; and, where the words are kept beside the code, what says more
    /// than the code does: `Konseling (bu Ida)`, `Konseling 3x`, `Lainnya (…)`.
    private func whole(_ part: String, of list: String) -> [Coded]? {
        if let code = spellings.code(part, of: list) { return [Coded(code, part)] }
        let isService = list == Service.list
        if part.hasSuffix(")"), let bracket = part.wholeMatch(of: #/([^()]+)\(([^()]+)\)/#),
            let code = spellings.code(String(bracket.1), of: list)
        {
            let inside = spellings.code(String(bracket.2), of: list)
            if let inside, inside != code { return [Coded(code, String(bracket.1)), Coded(inside, String(bracket.2))] }
            if inside != nil || isService || code == ViolenceForm.other.rawValue && list == ViolenceForm.list {
                return [Coded(code, part)]
            }
        }
        let words = part.apart
        guard isService, words.count > 2, spellings.times.contains(words[words.count - 1]),
            Int(words[words.count - 2]) != nil
        else { return nil }
        return spellings.code(words.dropLast(2).joined(separator: " "), of: list).map { [Coded($0, part)] }
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

/// A code with the words in which a sheet says it.
struct Coded: Hashable {
    let code: String
    let said: String

    init(_ code: String, _ said: String) {
        self.code = code
        self.said = said
    }
}
