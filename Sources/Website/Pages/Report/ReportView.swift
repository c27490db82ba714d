import Casework
import Statistics

/// The official report: the period on top, the list of its tables, and one number of it.
struct ReportView {
    let frame: Frame
    let model: ReportModel
    private var words: Words { frame.words }

    var html: HTML {
        Layout(frame: frame).page(
            (model.wrong == nil ? "" : words["form.error-title"]) + words["report.title"],
            """
            <div class="head"><h1>\(words["report.title"])</h1>
            <a class="button" href="\(Path.reportFile(model.period))" download>\(words["report.download"])</a></div>
            \(PeriodForm(frame: frame, model: model).html)
            <div class="report">
            \(list)
            <div class="stack">
            \(each: model.report.figures.map(table))
            \(quality)
            </div>
            </div>
            """)
    }

    private var list: HTML {
        ReportList(words: words, tables: model.tables, number: model.number) { .report($0, model.period) }.html
    }

    private func table(_ figures: Figures) -> HTML {
        FiguresView(frame: frame, period: model.period, printed: PrintedTable(figures, words)).html
    }

    // MARK: what to look at before it is sent

    private var quality: HTML {
        let gaps = model.report.figures.compactMap { figures -> HTML? in
            guard let unknown = figures.unknown else { return nil }
            let said = words(
                "report.unknown", ["n": "\(unknown)", "all": "\(figures.counted)"])
            let hint = unknown == 0 ? words["report.unknown-none"] : words("report.unknown-hint", filledIn)
            return item(unknown == 0 ? .check : .warning, said, "\(figures.table.title(words)). \(hint)")
        }
        let others = model.report.figures.compactMap { figures -> HTML? in
            guard let other = figures.other, other > 0 || figures.unknown == nil else { return nil }
            return item(
                other == 0 ? .check : .info, words("report.other", ["n": "\(other)"]),
                "\(figures.table.title(words)). \(words[other == 0 ? "report.unknown-none" : "report.other-hint"])")
        }
        let unharmed: HTML? =
            model.report.unharmed == 0
            ? nil
            : item(
                .warning, words("report.unharmed", ["n": "\(model.report.unharmed)"]), words["report.unharmed-hint"])
        return """
            <section class="card" aria-labelledby="quality">
            <h2 class="list-note" id="quality">\(words["report.quality"])</h2>
            <ul class="rows">\(each: gaps + others)\(unharmed)\
            \(item(.lock, words["report.inside"], words["report.inside-hint"]))</ul>
            </section>
            """
    }

    /// The forms in which what is not known yet is told.
    private var filledIn: KeyValuePairs<String, String> {
        ["person": words["\(DescribePerson.name).title"], "incident": words["\(RecordIncident.name).title"]]
    }

    private func item(_ icon: Icon, _ title: String, _ text: String) -> HTML {
        """
        <li class="row report-check">\(icon.html)<div><p><b>\(title)</b></p><p class="meta">\(text)</p></div></li>
        """
    }
}

/// Which time the report is of: a year by one touch, a part of it, or from one day until another.
struct PeriodForm {
    let frame: Frame
    let model: ReportModel
    private var words: Words { frame.words }

    var html: HTML {
        """
        <div class="card report-period"><div class="card-body">
        \(ReportSwitch(frame: frame, name: model.name, year: model.year, isPublic: false).html)
        \(years)
        <form method="get" action="\(Path.reports)">\(table)
        <label class="label" for="\(names.part)">\(words("report.part", ["year": "\(model.year)"]))</label>
        <div class="report-choice"><select class="input" id="\(names.part)" name="\(names.part)">\
        \(each: model.parts.map(option))</select>
        <button class="button button-secondary">\(words["report.apply"])</button></div>
        </form>
        <details class="report-days"\(model.isOfDays || model.wrong != nil ? " open" : nil)>
        <summary>\(words["report.other-days"])</summary>
        <form method="get" action="\(Path.reports)" novalidate>\(table)
        <input type="hidden" name="\(names.shown)" value="\(model.period.description)">
        <div class="fields">\(day(names.from, model.period.first))\(day(names.until, model.period.last))</div>
        <button class="button button-secondary">\(words["report.apply-days"])</button>
        </form>
        </details>
        </div></div>
        """
    }

    private var names: (table: String, shown: String, part: String, from: String, until: String) { AskedPeriod.names }

    private var table: HTML { #"<input type="hidden" name="\#(names.table)" value="\#(model.name.rawValue)">"# }

    /// The year that is shown, and those around it up to now.
    private var years: HTML {
        let now = Day(frame.when.now).year
        return YearChips(
            words: words, years: Set([model.year] + Array(now - 3...now)), shown: model.isOfDays ? nil : model.year,
            isWhole: Period.year(model.year) == model.period
        ) { .report(model.name, $0) }.html
    }

    /// What is shown is chosen; of a period of days nothing is.
    private func option(_ period: Period) -> HTML {
        let isChosen = period == model.period
        return """
            <option value="\(period.description)"\(isChosen ? " selected" : nil)>\(period.word(frame.when))</option>
            """
    }

    private func day(_ name: String, _ day: Day) -> HTML {
        let label = words["report.\(name)"]
        let problem = model.wrong?.problems[name].map { sentence($0, label) }
        let typed = model.wrong?.typed[name] ?? (model.isOfDays ? day.text : "")
        let state: HTML? = problem == nil ? nil : #" aria-invalid="true" aria-describedby="\#(name)-error""#
        let error = problem.map { sentence -> HTML in
            """
            <p class="error" id="\(name)-error">\(Icon.warning.html)<span><span class="unseen">\
            \(words["form.error-title"])</span>\(sentence)</span></p>
            """
        }
        return """
            <div class="field\(problem == nil ? nil : " field-error")"><label class="label" for="\(name)">\(label)</label>
            \(error)<input class="input" type="date" id="\(name)" name="\(name)" value="\(typed)"\(state)></div>
            """
    }

    private func sentence(_ wrong: AskedPeriod.Wrong.What, _ label: String) -> String {
        switch wrong {
        case .answer(let problem): words.problem(problem, of: label)
        case .period(.endsBeforeItBegins): words["report.ends-before"]
        case .period(.noSuchYear): words["report.no-such-year"]
        case .period(.tooLong): words("report.too-long", ["n": "\(Period.longest)"])
        }
    }
}

extension Period {
    /// As people call it.
    func word(_ when: When) -> String {
        let words = when.words
        return switch kind {
        case .year(let year): words("report.year", ["year": "\(year)"])
        case .quarter(let quarter, let year): words("report.quarter", ["n": "\(quarter)", "year": "\(year)"])
        case .month(let month, let year): "\(words["when.month.\(month)"]) \(year)"
        case .days: words("report.days", ["from": when.day(first.end), "until": when.day(last.end)])
        }
    }
}
