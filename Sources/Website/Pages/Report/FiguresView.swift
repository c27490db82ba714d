import Casework
import Foundation
import Statistics

/// One table: what is counted by which day as of when, its rows, and their sum.
struct FiguresView {
    let frame: Frame
    let period: Period
    let figures: Figures
    private var words: Words { frame.words }
    private var table: Table { figures.table }

    var html: HTML {
        """
        <div class="card">
        <div class="card-body">
        <h2 id="\(id)">\(words("report.table", ["n": "\(table.number)", "title": table.title(words)]))</h2>
        <p class="meta">\(caption)</p>
        </div>
        <div class="table-scroll" role="region" aria-labelledby="\(id)" tabindex="0">
        <table class="table table-figures" aria-labelledby="\(id)">
        <thead><tr><th scope="col">\(table.head(words))</th>\(each: main.map(head))\(each: parts.map(partHead))\
        \(noBar)</tr></thead>
        <tbody>\(each: rows.map(row))</tbody>
        <tfoot>\(foot)</tfoot>
        </table>
        </div>
        <p class="list-note">\(notes.joined(separator: " "))</p>
        </div>
        """
    }

    private var id: String { "table-\(table.name.rawValue)" }
    private var rows: [Figures.Row] { figures.rows }
    private var sum: Figures.Row { figures.sum }

    private var caption: String {
        let time = "\(frame.when.day(frame.when.now)) \(frame.when.time(frame.when.now)) WIB"
        let basis = words["report-basis.\(table.basis.rawValue)"]
        return words(
            "report.caption",
            ["period": period.word(frame.when), "basis": basis, "counted": figures.told(words), "time": time])
    }

    private var notes: [String] {
        let own = words.byKey["report-note.\(table.name.rawValue)"]
        let isByAge = table.columns.contains(.child) || table.name == .childhood
        return [
            own, table.rows.mayRepeat ? words["report.note-repeats"] : nil, words["report.note-rounded"],
            isByAge ? words["report.note-child"] : nil,
        ].compactMap { $0 }
    }

    private var main: [String] { [words["report.total"], words["report.percent"]] }

    /// What the units are told apart by. On a phone they stand below the row's name, each with its own.
    private var parts: [String] { table.columns.map { $0.word(words) } }

    private func head(_ name: String) -> HTML { #"<th scope="col" class="number">\#(name)</th>"# }
    private func partHead(_ name: String) -> HTML { #"<th scope="col" class="number part">\#(name)</th>"# }

    private func row(_ row: Figures.Row) -> HTML {
        """
        <tr><th scope="row">\(table.word(row.code, words))</th>\(each: cells(row))\(bar(row))</tr>
        """
    }

    /// Where many columns stand beside the total there is no room for it.
    private var hasBars: Bool { table.columns.count <= 3 }

    private var noBar: HTML? { hasBars ? #"<td class="bar-cell"></td>"# : nil }

    private func bar(_ row: Figures.Row) -> HTML? {
        guard hasBars else { return nil }
        return """
            <td class="bar-cell"><svg width="100%" height="12" aria-hidden="true">\
            <rect class="bar" width="\(share(row.total, of: largest))%" height="12"/></svg></td>
            """
    }

    private var largest: Int { rows.map(\.total).max() ?? 0 }

    private func share(_ number: Int, of all: Int) -> String {
        String(format: "%.1f", all == 0 ? 0 : Double(number) / Double(all) * 100)
    }

    private func cells(_ row: Figures.Row) -> [HTML] {
        let percent = share(row.total, of: sum.total).replacing(".", with: words["report.decimal"])
        return ["\(row.total)", percent].map { #"<td class="number">\#($0)</td>"# as HTML }
            + zip(parts, row.parts).map { name, number in
                """
                <td class="number part\(number == 0 ? " part-none" : nil)" data-label="\(name)">\("\(number)")</td>
                """
            }
    }

    private var foot: HTML {
        """
        <tr><th scope="row">\(words[table.rows.mayRepeat ? "report.sum-repeats" : "report.sum"])</th>\(each: cells(sum))\(noBar)</tr>
        """
    }
}
