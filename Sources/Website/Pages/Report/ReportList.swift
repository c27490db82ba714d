import Casework
import Statistics

/// The numbers of the official list, each with the address of its first table.
struct ReportList {
    let words: Words
    let tables: [Table]
    /// The one that is shown.
    let number: Int
    let path: (TableName) -> Path

    /// At the left on a desk, folded on a phone.
    var html: HTML {
        """
        <nav class="card report-list" aria-label="\(words["report.list"])">\(list)</nav>
        <details class="card report-list-short"><summary>\(chosen)</summary>\(list)</details>
        """
    }

    private var chosen: String {
        words("report.of-list", ["n": "\(number)", "all": "\(Table.numbers.count)"])
    }

    private var list: HTML {
        let rows = Table.numbers.compactMap { number in tables.first { $0.number == number } }.map { table -> HTML in
            let current: HTML? = table.number == number ? #" aria-current="page""# : nil
            let name = words["report-number.\(table.number)"]
            return """
                <li><a href="\(path(table.name))"\(current)>\
                <span class="report-number">\(table.number)</span><span>\(name)</span></a></li>
                """
        }
        return #"<ul class="report-numbers">\#(each: rows)</ul>"#
    }
}

/// Whether the report is the office's or the public's: the switch between them.
struct ReportSwitch {
    let frame: Frame
    let name: TableName
    let year: Int
    let isPublic: Bool
    private var words: Words { frame.words }

    var html: HTML {
        """
        <nav aria-label="\(words["report.for-whom"])"><ul class="chips">\
        \(chip(words["report.for-office"], Period.year(year).map { .report(name, $0) }, isCurrent: !isPublic))\
        \(chip(words["report.for-public"], published, isCurrent: isPublic))</ul></nav>
        """
    }

    /// The year that is shown, or the last that is over.
    private var published: Path? {
        Period.year(min(year, Day(frame.when.now).year - 1)).map {
            .publicReport(name.isPublic ? name : .cases, $0)
        }
    }

    private func chip(_ word: String, _ path: Path?, isCurrent: Bool) -> HTML? {
        guard let path else { return nil }
        let current: HTML? = isCurrent ? #" aria-current="true""# : nil
        return #"<li><a class="chip" href="\#(path)"\#(current)>\#(word)</a></li>"#
    }
}

/// Whole years, each by one touch.
struct YearChips {
    let words: Words
    let years: Set<Int>
    /// The one that is shown; of a part of it the year is what it lies in.
    let shown: Int?
    let isWhole: Bool
    let path: (Period) -> Path

    var html: HTML {
        """
        <nav aria-label="\(words["report.years"])"><ul class="chips">\
        \(each: years.sorted(by: >).compactMap(Period.year).map(chip))</ul></nav>
        """
    }

    private func chip(_ period: Period) -> HTML {
        let year = period.last.year
        let current: HTML? =
            year != shown ? nil : isWhole ? #" aria-current="page""# : #" aria-current="true""#
        return #"<li><a class="chip" href="\#(path(period))"\#(current)>\#("\(year)")</a></li>"#
    }
}
