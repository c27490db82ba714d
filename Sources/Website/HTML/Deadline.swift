import Casework
import Foundation

/// An instant by which something must be done, as people read it.
struct Deadline {
    enum State { case late, today, later }

    let state: State
    /// Whether others are bound: what is late then is no failure of the unit's.
    private let isOthers: Bool
    /// What is bold: `Terlambat 2 jam`, `Sekarang`, `Hari ini 11.15`, `27 November 08.10`.
    let title: String
    /// What stands below: `jatuh tempo 07.30`, `sisa 1 jam 43 menit`.
    let note: String

    init(_ due: Date, _ when: When, isOthers: Bool = false) {
        self.isOthers = isOthers
        let words = when.words
        let left = due.timeIntervalSince(when.now)
        if left <= 0 {
            state = .late
            let late = isOthers ? "deadline.others-late" : "deadline.late"
            title = left > -60 ? words["deadline.now"] : words(late, ["time": when.roughly(-left)])
            let day = due == Day(due).end ? when.nearDay(due) : when.short(due)
            note = words("deadline.was-due", ["time": day])
        } else {
            state = when.isToday(due) ? .today : .later
            let isWholeDay = due == Day(due).end
            title =
                switch (state == .today, isWholeDay) {
                case (true, true): words["when.today-title"]
                case (true, false): "\(words["when.today-title"]) \(when.time(due))"
                case (false, true): when.day(due)
                case (false, false): when.dayAndTime(due)
                }
            note = words("deadline.left", ["time": when.duration(left)])
        }
    }

    /// The class of its colour; the words say the same.
    private var look: HTML {
        switch state {
        case .late: isOthers ? "clock clock-warn" : "clock clock-danger"
        case .today: "clock clock-warn"
        case .later: "clock"
        }
    }

    /// For a column of them.
    var short: HTML {
        switch state {
        case .late: isOthers ? #"<span class="soon">\#(title)</span>"# : #"<span class="late">\#(title)</span>"#
        case .today: #"<span class="soon">\#(title)</span>"#
        case .later: "\(title)"
        }
    }

    var html: HTML { #"<p class="\#(look)"><b>\#(title)</b> <span class="clock-note">\#(note)</span></p>"# }
}

extension Deadline {
    /// A due that runs into a year whose calendar is not loaded says so, in red.
    static func unknown(_ words: Words) -> HTML {
        """
        <p class="clock clock-danger"><b>\(words["deadline.unknown"])</b> \
        <span class="clock-note">\(words["deadline.no-calendar"])</span></p>
        """
    }
}

extension Words {
    /// What is due, by its rule's sentence: for what service, and whom or what it is about.
    func due(_ sentence: String, _ service: Service?, _ what: String?) -> String {
        let told = [service.map { code(Service.list, $0.rawValue) }, what].compactMap { $0 }
        return told.isEmpty ? sentence : "\(sentence): \(told.joined(separator: ", "))"
    }
}

extension Rule.Bound {
    /// Who is bound, and by what; what we agreed ourselves has no article.
    func said(_ words: Words, by basis: String, of party: Rule.Party? = nil) -> String {
        let whose = party.map { words["deadline.who.\($0.rawValue)"] } ?? words[key]
        return basis.isEmpty ? whose : "\(whose) · \(basis)"
    }

    /// Who is bound, as the locale says it.
    var key: String {
        switch self {
        case .unit: "deadline.unit"
        case .others: "deadline.others"
        case .agreed: "deadline.agreed"
        }
    }
}
