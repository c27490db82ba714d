import Casework
import Statistics

/// The official report as it may be published: the year on top, what is hidden and why, the list and one number of it.
struct PublicReportView {
    let frame: Frame
    let model: PublicReportModel
    private var words: Words { frame.words }

    var html: HTML {
        Layout(frame: frame).page(
            words["report.public-title"],
            """
            <div class="head"><h1>\(words["report.public-title"])</h1>\(model.publication == nil ? nil : download)</div>
            <div class="card report-period"><div class="card-body">
            \(ReportSwitch(frame: frame, name: model.name, year: year, isPublic: true).html)
            \(years)
            </div></div>
            \(model.publication == nil ? notOver : report)
            """)
    }

    private var year: Int { model.period.last.year }

    private var download: HTML {
        #"<a class="button" href="\#(Path.publicReportFile(model.period))" download>\#(words["report.download"])</a>"#
    }

    /// The year that is shown, and those before this one.
    private var years: HTML {
        let now = Day(frame.when.now).year
        return YearChips(words: words, years: Set([year] + Array(now - 4..<now)), shown: year, isWhole: true) {
            .publicReport(model.name, $0)
        }.html
    }

    private var notOver: HTML {
        #"<div class="card empty">\#(Icon.clock.html)<p>\#(words("report.not-over", ["year": "\(year)"]))</p></div>"#
    }

    private var report: HTML {
        """
        <div class="report">
        \(ReportList(words: words, tables: model.tables, number: model.number) { .publicReport($0, model.period) }.html)
        <div class="stack">
        \(each: model.figures.map(table))
        <section class="card" aria-labelledby="quality">
        <h2 class="list-note" id="quality">\(words["report.publishing"])</h2>
        <ul class="rows">\(item(.lock, "hidden"))\(item(.warning, "once"))\(item(.info, "left-out"))</ul>
        </section>
        </div>
        </div>
        """
    }

    private func table(_ figures: PublicFigures) -> HTML {
        FiguresView(frame: frame, period: model.period, printed: PrintedTable(figures, words)).html
    }

    private func item(_ icon: Icon, _ what: String) -> HTML {
        """
        <li class="row report-check">\(icon.html)<div><p><b>\(words["report.\(what)"])</b></p>\
        <p class="meta">\(words["report.\(what)-hint"])</p></div></li>
        """
    }
}
