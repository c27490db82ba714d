import Casework
import Foundation
import Statistics

/// One table: what is counted by which day as of when, its rows, and their sum.
struct FiguresView {
    let frame: Frame
    let period: Period
    let printed: PrintedTable
    private var words: Words { frame.words }
    private var table: Table { printed.table }

    var html: HTML {
        """
        <div class="card">
        <div class="card-body">
        <h2 id="\(id)">\(words("report.table", ["n": "\(table.number)", "title": table.title(words)]))</h2>
        <p class="meta">\(caption)</p>
        </div>
        \(printed.rows.isEmpty ? nil : body)
        <p class="list-note">\(printed.notes.joined(separator: " "))</p>
        </div>
        """
    }

    private var body: HTML {
        """
        <div class="table-scroll" role="region" aria-labelledby="\(id)" tabindex="0">
        <table class="table table-figures" aria-labelledby="\(id)">
        <thead><tr><th scope="col">\(table.head(words))</th>\(each: main.map(head))\
        \(each: printed.columns.map(partHead))\(noBar)</tr></thead>
        <tbody>\(each: printed.rows.map(row))</tbody>
        <tfoot>\(printed.sum.map(foot))</tfoot>
        </table>
        </div>
        """
    }

    private var id: String { "table-\(table.name.rawValue)" }

    private var caption: String {
        let time = "\(frame.when.day(frame.when.now)) \(frame.when.time(frame.when.now)) WIB"
        let basis = words["report-basis.\(table.basis.rawValue)"]
        return words(
            "report.caption",
            ["period": period.word(frame.when), "basis": basis, "counted": printed.counted, "time": time])
    }

    private var main: [String] { [words["report.total"], words["report.percent"]] }

    private func head(_ name: String) -> HTML { #"<th scope="col" class="number">\#(name)</th>"# }
    private func partHead(_ name: String) -> HTML { #"<th scope="col" class="number part">\#(name)</th>"# }

    private func row(_ row: PrintedTable.Row) -> HTML {
        """
        <tr><th scope="row">\(row.name)</th>\(each: cells(row))\(bar(row))</tr>
        """
    }

    /// Where many columns stand beside the total there is no room for it.
    private var hasBars: Bool { printed.columns.count <= 3 }

    private var noBar: HTML? { hasBars ? #"<td class="bar-cell"></td>"# : nil }

    private func bar(_ row: PrintedTable.Row) -> HTML? {
        guard hasBars else { return nil }
        return """
            <td class="bar-cell"><svg width="100%" height="12" aria-hidden="true">\
            <rect class="bar" width="\(row.bar)%" height="12"/></svg></td>
            """
    }

    private func cells(_ row: PrintedTable.Row) -> [HTML] {
        [row.total.text, row.percent ?? "–"].map { #"<td class="number">\#($0)</td>"# as HTML }
            + zip(printed.columns, row.parts).map { name, figure in
                """
                <td class="number part\(figure.isNone ? " part-none" : nil)" data-label="\(name)">\(figure.text)</td>
                """
            }
    }

    private func foot(_ sum: PrintedTable.Row) -> HTML {
        """
        <tr><th scope="row">\(sum.name)</th>\(each: cells(sum))\(noBar)</tr>
        """
    }
}
