import Casework
import Desk
import Spreadsheet

/// What each column was taken for, which rows are bad, and what would be made of the good ones.
struct SheetView {
    let frame: Frame
    let model: SheetModel
    private var words: Words { frame.words }

    var html: HTML {
        Layout(frame: frame).page(
            (model.problem == nil ? "" : words["form.error-title"]) + words["import.check"],
            """
            <a class="up" href="\(Path.imports)">\(Icon.back.html)\(words["import.another"])</a>
            <div class="head"><h1>\(words["import.check"])</h1></div>
            <p>\(glance)</p>
            \(model.problem.map { SheetAlert(words: words, problem: $0).html })
            <form class="stack" method="post" action="\(Path.sheet(model.id))">\(frame.token)
            \(columns)
            \(fills)
            \(bad)
            \(notes)
            \(sums)
            </form>
            """)
    }

    /// What it comes to, and where to read on: a sheet's columns fill more than a screen.
    private var glance: HTML {
        let counts = model.counts
        let bad: HTML? =
            counts.bad == 0
            ? nil
            : """
             · <a href="\(model.bad.isEmpty ? "#manager" : "#bad")">\(words("import.bad", ["n": "\(counts.bad)"]))</a>
            """
        return """
            <a href="#sums">\(words("import.sum-complaints", ["n": "\(counts.complaints)"]))</a>\(bad)
            """
    }

    // MARK: the columns

    private var columns: HTML {
        """
        <div class="card">
        <div class="card-body"><h2 id="columns">\(words["import.columns"])</h2>
        <p class="meta">\(words("import.columns-text", ["line": "\(model.columns.line)"]))</p></div>
        <div class="table-scroll" role="region" aria-labelledby="columns" tabindex="0">
        <table class="table table-figures" aria-labelledby="columns">
        <thead><tr><th scope="col">\(words["import.heading"])</th><th scope="col">\(words["import.taken"])</th>\
        \(each: counted.map { #"<th scope="col" class="number part">\#($0)</th>"# as HTML })</tr></thead>
        <tbody>\(each: model.columns.all.enumerated().map(column))</tbody>
        </table>
        </div>
        </div>
        """
    }

    private func column(_ place: Int, _ column: Columns.Column) -> HTML {
        let counts = model.counts
        let name = column.heading.isEmpty ? words("import.unnamed", ["n": "\(place + 1)"]) : column.heading
        let numbers = ["\(counts.filled[place])", column.field == nil ? "–" : "\(counts.misread[place])"]
        let id = "column-\(place)"
        return """
            <tr><th scope="row" id="\(id)-name">\(name)</th><td>\
            <select class="input" id="\(id)" name="\(id)" aria-labelledby="\(id)-name">\
            \(each: fields(column.field))</select>\(doubt(place, column))</td>\
            \(each: zip(counted, numbers).map(number))</tr>
            """
    }

    /// What is told of a column beside what it was taken for.
    private func doubt(_ place: Int, _ column: Columns.Column) -> HTML? {
        if let unclear = column.unclear {
            let field = words.label(ImportComplaint.name, unclear.question)
            return #"<p class="hint">\#(words("import.unclear", ["field": field]))</p>"#
        }
        guard let monthFirst = model.counts.monthFirst?[place], monthFirst > 0 else { return nil }
        return #"<p class="hint">\#(words("import.month-first", ["n": "\(monthFirst)"]))</p>"#
    }

    /// What is told of a column: how many of its cells are filled in, and how many of them nobody understood.
    private var counted: [String] { [words["import.filled"], words["import.misread"]] }

    private func number(_ label: String, _ text: String) -> HTML {
        #"<td class="number part" data-label="\#(label)">\#(text)</td>"#
    }

    private func fields(_ chosen: SheetField?) -> [HTML] {
        [option("-", words["import.left-out"], chosen == nil)]
            + SheetField.allCases.map {
                option($0.rawValue, words.label(ImportComplaint.name, $0.question), $0 == chosen)
            }
    }

    private func option(_ value: String, _ label: String, _ isChosen: Bool) -> HTML {
        #"<option value="\#(value)"\#(isChosen ? " selected" : nil)>\#(label)</option>"#
    }

    // MARK: what holds for all rows

    private var fills: HTML {
        """
        <section class="card" aria-labelledby="fills">
        <div class="card-body form-body"><h2 id="fills">\(words["import.fills"])</h2>
        \(each: KeptSheet.filled.map(fill))
        \(select("manager", words.label(ImportComplaint.name, "manager"), words["import.manager-hint"],
            model.managers.map { ($0.id.description, $0.name) }, model.kept.manager,
            model.lacksManager ? words("import.no-manager", ["n": "\(model.counts.unmanaged ?? 0)"]) : nil))
        <p><button class="button button-secondary" name="act" value="check">\(words["import.check-again"])</button></p>
        </div>
        </section>
        """
    }

    private func fill(_ field: SheetField) -> HTML {
        let isChannel = field == .channel
        let (list, codes) = isChannel ? (Channel.list, Channel.codes) : (FormerOutcome.list, FormerOutcome.codes)
        return select(
            "fill-\(field.rawValue)", words.label(ImportComplaint.name, field.question),
            words[isChannel ? "import.channel-hint" : "import.outcome-hint"], codes.map { ($0, words.code(list, $0)) },
            model.kept.fills[field.rawValue])
    }

    private func select(
        _ name: String, _ label: String, _ hint: String, _ options: [(String, String)], _ chosen: String?,
        _ error: String? = nil
    ) -> HTML {
        let described = "\(name)-hint" + (error == nil ? "" : " \(name)-error")
        let told: HTML? = error.map {
            #"<p class="error" id="\#(name)-error">\#(Icon.warning.html)<span>\#($0)</span></p>"#
        }
        let invalid: HTML? = error.map { _ in #" aria-invalid="true""# }
        return """
            <div class="field"><label class="label" for="\(name)">\(label)</label>
            <p class="hint" id="\(name)-hint">\(hint)</p>\(told)
            <select class="input" id="\(name)" name="\(name)" aria-describedby="\(described)"\(invalid)>
            <option value="">\(words["import.nothing"])</option>\
            \(each: options.map { option($0.0, $0.1, $0.0 == chosen) })</select></div>
            """
    }

    // MARK: the rows

    private var bad: HTML? {
        guard !model.bad.isEmpty else { return nil }
        let lines = model.bad.prefix(SheetModel.most).map { bad -> HTML in
            let place = [lineNumbers(bad), model.heading(bad.fault)].compactMap { $0 }
            return "<li>\(place.joined(separator: ", ")): \(words.rowProblem(bad.fault))</li>"
        }
        let accepted = words.accepted(model.unlisted).map { "<p>\($0)</p>" as HTML }
        return list("bad", words("import.bad", ["n": "\(model.counts.bad)"]), lines, of: model.bad.count, accepted)
    }

    private func lineNumbers(_ bad: SheetModel.BadLines) -> String {
        guard bad.lines.count > 1 else { return words("import.line", ["n": "\(bad.lines[0])"]) }
        let most = SheetModel.BadLines.most
        let some = bad.lines.prefix(most).map { "\($0)" }.joined(separator: ", ")
        guard bad.lines.count > most else { return words("import.lines", ["lines": some]) }
        return words("import.lines-more", ["lines": some, "n": "\(bad.lines.count - most)"])
    }

    private var notes: HTML? {
        guard !model.notes.isEmpty else { return nil }
        let lines = model.notes.prefix(SheetModel.most).map { note -> HTML in
            let (line, text) = sentence(note)
            return "<li>\(words("import.line", ["n": "\(line)"])): \(text)</li>"
        }
        return list("notes", words["import.notes"], lines, of: model.notes.count)
    }

    private func sentence(_ note: SheetModel.Note) -> (Int, String) {
        switch note {
        case .row(let line, let note): (line, words["import-note.\(note.rawValue)"])
        case .caution(let line, let name): (line, words["import-caution.\(name)"])
        case .same(let line, let other): (line, words("import-note.same", ["line": "\(other)"]))
        }
    }

    private func list(
        _ id: String, _ title: String, _ lines: [HTML], of all: Int, _ explained: [HTML] = []
    ) -> HTML {
        let more: HTML? =
            all > lines.count
            ? #"<p class="meta">\#(words("list.more", ["shown": "\(lines.count)", "total": "\(all)"]))</p>"# : nil
        return """
            <section class="card" aria-labelledby="\(id)"><div class="card-body">
            <h2 id="\(id)">\(title)</h2><ul class="facts-list">\(each: lines)</ul>\(more)\(each: explained)
            </div></section>
            """
    }

    private var sums: HTML {
        let skip: HTML? =
            model.counts.bad == 0
            ? nil
            : """
            <div class="choice"><input type="checkbox" id="skip" name="skip" value="yes">\
            <label for="skip">\(words("import.skip", ["n": "\(model.counts.bad)"]))</label></div>
            """
        return """
            <section class="card" aria-labelledby="sums"><div class="card-body">
            <h2 id="sums">\(words["import.sums"])</h2>
            <ul class="facts-list">\(each: SheetSums(words: words, counts: model.counts).lines)</ul>
            \(skip)
            <div class="actions"><button class="button" name="act" value="bring">\(words["import.bring"])</button></div>
            </div></section>
            """
    }
}
