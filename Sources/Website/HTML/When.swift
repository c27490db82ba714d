import Casework
import Foundation

/// Instants as people read them, in WIB and in the reader's language.
struct When: Sendable {
    let words: Words
    let now: Date

    /// `09.32` in Indonesian, `09:32` in English.
    func time(_ instant: Date) -> String {
        let minute = Day.place(of: instant).minute
        return (minute / 60).padded() + words["when.time-separator"] + (minute % 60).padded()
    }

    /// `24 November 2026`
    func day(_ instant: Date) -> String {
        let day = Day(instant)
        return "\(day.day) \(words["when.month.\(day.month)"]) \(day.year)"
    }

    /// As much of a day as is known: `24 November 2026`, `November 2026`, `2026`.
    func day(_ partial: PartialDay) -> String {
        if let whole = partial.whole { return day(whole.end) }
        guard let earliest = partial.earliest, partial.text.contains("-") else { return partial.text }
        return "\(words["when.month.\(earliest.month)"]) \(earliest.year)"
    }

    /// `24 November 2026 09.32`
    func dayAndTime(_ instant: Date) -> String { "\(day(instant)) \(time(instant))" }

    /// The day, and what people call it while it is near.
    func nearDay(_ instant: Date) -> String {
        switch daysAgo(instant) {
        case 0: words["when.today"]
        case 1: words["when.yesterday"]
        default: day(instant)
        }
    }

    /// `hari ini 09.18, 14 menit lalu`; older than a day, the day and the time alone.
    func full(_ instant: Date) -> String {
        let text = "\(nearDay(instant)) \(time(instant))"
        guard let ago = ago(instant) else { return text }
        return "\(text), \(ago)"
    }

    /// The time of today, or the day as well.
    func short(_ instant: Date) -> String {
        daysAgo(instant) == 0 ? time(instant) : "\(nearDay(instant)) \(time(instant))"
    }

    /// `<time>`'s machine-readable attribute.
    func stamp(_ instant: Date) -> String { Self.machine.format(instant) }

    private static let machine = Date.ISO8601FormatStyle(timeZone: Day.zone)

    private func ago(_ instant: Date) -> String? {
        let minutes = Int(now.timeIntervalSince(instant) / 60)
        return switch minutes {
        case ..<1: words["when.just-now"]
        case ..<60: words(minutes == 1 ? "when.minute-ago" : "when.minutes-ago", ["n": "\(minutes)"])
        case ..<1440: words(minutes < 120 ? "when.hour-ago" : "when.hours-ago", ["n": "\(minutes / 60)"])
        default: nil
        }
    }

    private func daysAgo(_ instant: Date) -> Int { Day.place(of: now).day - Day.place(of: instant).day }

    func isToday(_ instant: Date) -> Bool { Day(instant) == Day(now) }

    /// The largest unit alone: `2 hari`, `1 jam`.
    func roughly(_ seconds: TimeInterval) -> String {
        let minutes = Int(seconds / 60)
        if minutes >= 1440 { return words("when.days", ["n": "\(minutes / 1440)"]) }
        if minutes >= 60 { return words("when.hours", ["n": "\(minutes / 60)"]) }
        return words("when.minutes", ["n": "\(minutes)"])
    }

    /// Whole hours as `2 hari`, `5 jam`, `kurang dari 1 jam`.
    func lateness(_ hours: Int) -> String {
        hours == 0 ? words["when.under-an-hour"] : roughly(Double(hours) * 3600)
    }

    /// `2 hari 22 jam`, `1 jam 43 menit`, `12 menit`
    func duration(_ seconds: TimeInterval) -> String {
        let minutes = Int(seconds / 60)
        let (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60)
        let parts = [(days, "when.days"), (hours, "when.hours"), (days > 0 ? 0 : rest, "when.minutes")]
        let texts = parts.filter { $0.0 > 0 }.map { words($0.1, ["n": "\($0.0)"]) }
        return texts.isEmpty ? words("when.minutes", ["n": "0"]) : texts.joined(separator: " ")
    }
}
