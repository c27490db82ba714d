import Casework
import Foundation

/// A day as sheets have it: `5/3/2023` is the fifth of March, `5 Maret 2023`, `05-Mar-23`, `20230305`, ISO with or without a
/// time, and the number that Excel shows for a day whose cell lost its format. In part too: `2023`, `Maret 2023`, `3/2023`.
struct DayReader {
    let spellings: Spellings
    /// No year of two digits lies after it.
    let today: Day

    func read(_ text: String) throws(Problem) -> PartialDay {
        if let day = day(text[...]) { return day }
        // "Batam, 3 Mei 2010". What has a number or a month before its comma is another day, not a place.
        if let comma = text.firstIndex(of: ","), isWords(text[..<comma]),
            let day = day(text[text.index(after: comma)...])
        {
            return day
        }
        throw .notADay
    }

    /// Whether only a reader who puts the month first understands it: `5/13/2023`.
    func isMonthFirst(_ text: String) -> Bool {
        let numbers = parts(text[...]).map { Int($0) }
        guard numbers.count == 3, let month = numbers[0], let day = numbers[1], let year = numbers[2] else {
            return false
        }
        return (1...12).contains(month) && (13...31).contains(day) && (year > 31 || String(year).count <= 2)
    }

    /// Whether a place stands before it, as above a signature.
    func isBelowAPlace(_ text: String) -> Bool { day(text[...]) == nil && (try? read(text)) != nil }

    /// Whether it is the name of a day of the week and no more.
    func isWeekday(_ text: String) -> Bool { spellings.weekdays.contains(text.key) }

    private func isWords(_ text: Substring) -> Bool {
        let words = text.description.key.split(separator: " ").map(String.init)
        return !words.isEmpty && words.allSatisfy { !$0.contains(where: \.isNumber) && spellings.months[$0] == nil }
    }

    private func day(_ text: Substring) -> PartialDay? {
        let parts = parts(text)
        if parts.count == 1, let found = serial(parts[0]) ?? solid(parts[0]) { return found }
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

    /// Words and numbers, without the weekday before a day and the time that an export puts after it. A letter next to a
    /// digit begins anew.
    private func parts(_ text: Substring) -> [String] {
        // A day that lost its format keeps its hour as a fraction.
        if text.utf8.count > 6, text.prefix(5).allSatisfy(\.isNumber),
            let number = text.firstMatch(of: #/^\s*(\d{5})[.,]\d+\s*$/#)
        {
            return [String(number.1)]
        }
        var words = withoutTime(text).apart
        while let count = [2, 1].first(where: { $0 < words.count && isWeekday(words.prefix($0).joined(separator: " ")) }
        ) {
            words.removeFirst(count)
        }
        return words
    }

    private func withoutTime(_ text: Substring) -> String {
        guard text.utf8.contains(UInt8(ascii: ":")) || text.utf8.contains(UInt8(ascii: ".")) && text.contains(" "),
            let time = text.firstMatch(
                of: #/[T ]\s*(\p{L}*)\.?\s*\d{1,2}[:.]\d{2}([:.]\d{2})?(\.\d+)?\s*([+-]\d{2}:?\d{2}|\p{L}*)\.?\s*$/#)
        else { return String(text) }
        let isClock = { (word: Substring) in word.isEmpty || spellings.clock.contains(String(word).key) }
        let after = time.4.first?.isLetter == true ? time.4 : ""
        return isClock(time.1) && isClock(after) ? String(text[..<time.range.lowerBound]) : String(text)
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

    /// `20230305`: year, month and day without anything between them.
    private func solid(_ text: String) -> PartialDay? {
        guard text.count == 8, let number = Int(text), (1900...2100).contains(number / 10_000),
            let day = Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
        else { return nil }
        return PartialDay(day.text)
    }
}

extension String {
    /// The words and numbers of its key, also where nothing stands between a number and a word.
    var apart: [String] {
        var words: [String] = []
        for word in key.split(separator: " ") {
            var rest = word[...]
            while let first = rest.first {
                let isNumber = first.isNumber
                let part = rest.prefix { $0.isNumber == isNumber }
                words.append(String(part))
                rest = rest.dropFirst(part.count)
            }
        }
        return words
    }
}
