import Casework
import Desk
import Spreadsheet

/// Where a sheet is chosen or pasted.
struct ImportView {
    let frame: Frame
    let problem: SheetProblem?
    /// What was pasted and can't be taken as it is.
    let pasted: String
    private var words: Words { frame.words }

    var html: HTML {
        Layout(frame: frame).page(
            (problem == nil ? "" : words["form.error-title"]) + words["import.title"],
            """
            <a class="up" href="\(Path.inbox)">\(Icon.back.html)\(words["inbox.title"])</a>
            <div class="head"><h1>\(words["import.title"])</h1></div>
            <p>\(words["import.text"])</p>
            \(problem.map { SheetAlert(words: words, problem: $0).html })
            <form class="card" method="post" action="\(Path.imports)" enctype="multipart/form-data">\(frame.token)
            <div class="card-body form-body">
            <div class="field"><label class="label" for="sheet">\(words["import.file"])</label>
            <p class="hint" id="sheet-hint">\(words("import.file-hint", ["n": "\(KeptSheet.mostRows)"]))</p>
            <input class="input" id="sheet" name="sheet" type="file" accept=".csv,.txt,.tsv,text/csv,text/plain" \
            aria-describedby="sheet-hint"></div>
            <div class="field"><label class="label" for="pasted">\(words["import.paste"])</label>
            <p class="hint" id="pasted-hint">\(words["import.paste-hint"])</p>
            <textarea class="input input-long" id="pasted" name="pasted" rows="6" autocomplete="off" \
            aria-describedby="pasted-hint">
            \(pasted)</textarea></div>
            </div>
            <div class="card-body"><button class="button">\(words["import.look"])</button></div>
            </form>
            <p class="meta">\(words["import.once"]) \
            <a href="\(Path.opening(ImportComplaint.self))">\(words["import-complaint.title"])</a></p>
            """)
    }
}

/// Why it did not go on.
struct SheetAlert {
    let words: Words
    let problem: SheetProblem

    var html: HTML {
        """
        <div class="alert alert-danger" role="alert">\(Icon.ban.html)<div>
        <p class="alert-title">\(words("import-sheet.\(problem.rawValue)", ["n": "\(KeptSheet.mostRows)"]))</p>
        </div></div>
        """
    }
}

/// A sheet that was brought in.
struct SheetDoneView {
    let frame: Frame
    let done: SheetCounts
    private var words: Words { frame.words }

    var html: HTML {
        Layout(frame: frame).page(
            words["import.done"],
            """
            <div class="head"><h1>\(words["import.done"])</h1></div>
            <div class="card"><div class="card-body">
            <ul class="facts-list">\(each: SheetSums(words: words, counts: done).lines)</ul>
            <div class="actions"><a class="button" href="\(Path.inbox)">\(words["inbox.title"])</a>
            <a class="button button-secondary" href="\(Path.imports)">\(words["import.another"])</a></div>
            </div></div>
            """)
    }
}

/// What became, or would become, of the rows.
struct SheetSums {
    let words: Words
    let counts: SheetCounts

    var lines: [HTML] {
        let sums = [
            ("import.sum-complaints", counts.complaints, true), ("import.sum-cases", counts.cases, true),
            ("import.sum-open", counts.openCases, false), ("import.sum-waiting", counts.waiting, false),
            ("import.sum-already", counts.already, false), ("import.sum-same", counts.same, false),
            ("import.sum-bad", counts.bad, false), ("import.sum-passed", counts.passedOver, false),
        ]
        return sums.filter { $0.1 > 0 || $0.2 }.map { "<li>\(words($0.0, ["n": "\($0.1)"]))</li>" }
    }
}
