import Casework
import Foundation
import Statistics

/// Table 3 of the official report: victims by form of violence.
struct ViolenceView {
    let frame: Frame
    let table: ViolenceTable
    private var words: Words { frame.words }

    var html: HTML {
        Layout(frame: frame).page(
            words["report.title"],
            """
            <div class="head"><h1>\(words["report.title"])</h1></div>
            <nav aria-label="\(words["report.years"])"><ul class="chips">\(each: years.map(chip))</ul></nav>
            <div class="card">
            <div class="card-body">
            <h2 id="violence">\(words["report.violence"])</h2>
            <p class="meta">\(caption)</p>
            </div>
            <div class="table-scroll" role="region" aria-labelledby="violence" tabindex="0">
            <table class="table table-figures" aria-labelledby="violence">
            <thead><tr><th scope="col">\(words["report.form"])</th>\(each: main.map(head))\(each: parts.map(partHead))<td class="bar-cell"></td></tr></thead>
            <tbody>\(each: table.rows.map(row))</tbody>
            <tfoot>\(total)</tfoot>
            </table>
            </div>
            <p class="list-note">\(words["report.note"])</p>
            </div>
            """)
    }

    /// The year that is shown, and those around it up to now.
    private var years: [Int] {
        let now = Day(frame.when.now).year
        return Set([table.year] + Array(now - 3...now)).sorted(by: >)
    }

    private func chip(_ year: Int) -> HTML {
        let current: HTML? = year == table.year ? #" aria-current="page""# : nil
        return #"<li><a class="chip" href="\#(Path.violence(year: year))"\#(current)>\#("\(year)")</a></li>"#
    }

    private var caption: String {
        let time = "\(frame.when.day(frame.when.now)) \(frame.when.time(frame.when.now)) WIB"
        return words(
            "report.caption",
            ["year": "\(table.year)", "time": time, "victims": "\(table.victims)", "cases": "\(table.cases)"])
    }

    private var main: [String] { [words["report.total"], words["report.percent"]] }

    /// What the victims are told apart by. On a phone they stand below the row's name, each with its own.
    private var parts: [String] {
        [
            words.code(Sex.list, Sex.female.rawValue), words.code(Sex.list, Sex.male.rawValue),
            words["report.sex-unknown"], words["report.child"], words["report.adult"], words["report.age-unknown"],
        ]
    }

    private func head(_ name: String) -> HTML { #"<th scope="col" class="number">\#(name)</th>"# }
    private func partHead(_ name: String) -> HTML { #"<th scope="col" class="number part">\#(name)</th>"# }

    private func row(_ row: ViolenceTable.Row) -> HTML {
        let name = words.code(ViolenceForm.list, row.code.rawValue)
        return """
            <tr><th scope="row">\(name)</th>\(each: cells(row.total, columns.map { row[keyPath: $0] }))\
            <td class="bar-cell"><svg width="100%" height="12" aria-hidden="true">\
            <rect class="bar" width="\(share(row.total, of: largest))%" height="12"/></svg></td></tr>
            """
    }

    private var largest: Int { table.rows.map(\.total).max() ?? 0 }

    private func share(_ number: Int, of all: Int) -> String {
        String(format: "%.1f", all == 0 ? 0 : Double(number) / Double(all) * 100)
    }

    private func percent(_ number: Int) -> String {
        share(number, of: table.total).replacing(".", with: words["report.decimal"])
    }

    private var columns: [KeyPath<ViolenceTable.Row, Int>] {
        [\.female, \.male, \.sexUnknown, \.child, \.adult, \.ageUnknown]
    }

    private func cells(_ total: Int, _ numbers: [Int]) -> [HTML] {
        ["\(total)", percent(total)].map { #"<td class="number">\#($0)</td>"# as HTML }
            + zip(parts, numbers).map { name, number in
                """
                <td class="number part\(number == 0 ? " part-none" : nil)" data-label="\(name)">\("\(number)")</td>
                """
            }
    }

    private var total: HTML {
        let sums = columns.map { column in table.rows.reduce(0) { $0 + $1[keyPath: column] } }
        return """
            <tr><th scope="row">\(words["report.sum"])</th>\(each: cells(table.total, sums))\
            <td class="bar-cell"></td></tr>
            """
    }
}
