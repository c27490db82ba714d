import Casework
import Foundation

/// A day as sheets have it: `5/3/2023` is the fifth of March, `5 Maret 2023`, `05-Mar-23`, ISO with or without a time, and
/// the number that Excel shows for a day whose cell lost its format. In part too: `2023`, `Maret 2023`, `3/2023`.
struct DayReader {
    let spellings: Spellings
    /// No year of two digits lies after it.
    let today: Day

    func read(_ text: String) throws(Problem) -> PartialDay {
        if let day = day(text[...]) { return day }
        // "Senin, 5 Maret 2023" and "Batam, 3 Mei 2010".
        if let comma = text.firstIndex(of: ","), let day = day(text[text.index(after: comma)...]) { return day }
        throw .notADay
    }

    private func day(_ text: Substring) -> PartialDay? {
        let parts = parts(text)
        if parts.count == 1, let serial = serial(parts[0]) { return serial }
        var numbers = parts.map { spellings.months[$0] ?? Int($0) }
        guard (1...3).contains(parts.count), numbers.allSatisfy({ $0 != nil }) else { return nil }
        // "March 5, 2023" and "Mar-05-2023".
        let named = parts.map { Int($0) == nil }
        guard named.count(where: { $0 }) <= 1 else { return nil }
        if parts.count == 3, named[0] { numbers.swapAt(0, 1) }
        if parts.count == 3, named[2] { return nil }
        let isYearFirst = parts[0].count == 4 && !named[0]
        let year = isYearFirst ? numbers[0] : fullYear(parts[parts.count - 1], alone: parts.count == 1)
        guard let year else { return nil }
        let rest = isYearFirst ? Array(numbers.dropFirst()) : Array(numbers.dropLast().reversed())
        let texts = ([year.padded(4)] + rest.compactMap { $0?.padded() }).joined(separator: "-")
        return try? PartialDay.read([texts])
    }

    /// Words and numbers, without the time that an export puts after a day. A letter next to a digit begins anew.
    private func parts(_ text: Substring) -> [String] {
        var bare = text
        if let time = bare.range(
            of: #"[T ]\d{1,2}[:.]\d{2}([:.]\d{2})?(\.\d+)?Z?( ?[AP]M)?$"#, options: .regularExpression)
        {
            bare = bare[..<time.lowerBound]
        }
        return String(bare).key.split(separator: " ").map(String.init)
    }

    /// A year of two digits is the latest that has been.
    private func fullYear(_ text: String, alone: Bool) -> Int? {
        guard let number = Int(text) else { return nil }
        if text.count == 4 { return number }
        guard text.count == 2, !alone else { return nil }
        let century = today.year / 100 * 100
        return century + number > today.year ? century - 100 + number : century + number
    }

    /// Days since the last of 1899, as Excel counts them; from 1954 on, so that no year is taken for one.
    private func serial(_ text: String) -> PartialDay? {
        guard text.count == 5, let number = Int(text), (20_000...80_000).contains(number),
            let first = Day(year: 1899, month: 12, day: 30)
        else { return nil }
        return PartialDay(first.adding(number).text)
    }
}
