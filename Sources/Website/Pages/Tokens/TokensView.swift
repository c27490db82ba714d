import Casework
import Desk
import Foundation

/// The tokens that there are, and a form for one more.
struct TokensView {
    let frame: Frame
    let worker: Worker
    let tokens: [Token]
    let typed: TypedToken
    let factors: FactorFields
    private var words: Words { frame.words }

    var html: HTML {
        Layout(frame: frame).page(
            (typed.faults.isEmpty && factors.notice == nil ? "" : words["form.error-title"]) + words["tokens.title"],
            """
            \(factors.alert(frame))
            <div class="columns"><div class="stack">
            <div class="head"><h1>\(words["tokens.title"])</h1></div>
            <p>\(words["tokens.text"])</p>
            \(tokens.isEmpty ? nil : list)
            </div>
            \(form)
            </div>
            """)
    }

    private var list: HTML { #"<div class="card"><ul class="rows">\#(each: tokens.map(row))</ul></div>"# }

    private func row(_ token: Token) -> HTML {
        let isOver = token.until <= frame.when.now
        let until = words(isOver ? "tokens.ended" : "tokens.until", ["day": frame.when.day(token.until)])
        let may = words[token.mayPerform ? "tokens.perform" : "tokens.read"]
        let duties = token.duties.map(\.text).sorted().map { words["duty.\($0)"] }.joined(separator: ", ")
        return """
            <li class="row"><p><b>\(token.name)</b></p><p class="meta">\(may) · \(duties) · \(until)</p>
            <form method="post" action="\(Path.token(token.id))">\(frame.token)\
            <button class="link">\(words["tokens.revoke"])<span class="unseen"> \(token.name)</span></button></form></li>
            """
    }

    private var form: HTML {
        """
        <form class="card" method="post" action="\(Path.tokens)" novalidate>\(frame.token)
        <div class="card-body form-body"><h2>\(words["tokens.make"])</h2>
        \(field("name", #"<label class="label" for="name">\#(words["tokens.name"])</label>"#, name))
        \(choices("duties", "checkbox", words["tokens.duties"], duties))
        \(choices("may", "radio", words["tokens.may"], [("read", words["tokens.read"], !typed.mayPerform),
            ("perform", words["tokens.perform"], typed.mayPerform)]))
        \(choices("days", "radio", words["tokens.days"], days))
        \(factors.html)
        </div>
        <div class="card-body"><button class="button">\(words["tokens.submit"])</button></div>
        </form>
        """
    }

    private var duties: [(String, String, Bool)] {
        worker.duties.map(\.text).sorted().map { ($0, words["duty.\($0)"], typed.duties.contains(Duty($0))) }
    }

    private var days: [(String, String, Bool)] {
        TypedToken.lives.map { ("\($0)", words("tokens.n-days", ["n": "\($0)"]), typed.days == $0) }
    }

    private var name: HTML {
        let invalid: HTML? = isWrong("name") ? #" aria-invalid="true" aria-describedby="name-error""# : nil
        return #"<input class="input" id="name" name="name" value="\#(typed.name?.text ?? "")"\#(invalid)>"#
    }

    private func isWrong(_ name: String) -> Bool { typed.faults.contains { $0.field == name } }

    private func field(_ name: String, _ label: HTML, _ input: HTML) -> HTML {
        #"<div class="field\#(isWrong(name) ? " field-error" : nil)">\#(label)\#(error(name))\#(input)</div>"#
    }

    private func choices(_ name: String, _ type: String, _ legend: String, _ all: [(String, String, Bool)]) -> HTML {
        let boxes = all.map { value, label, isChosen -> HTML in
            """
            <div class="choice"><input type="\(type)" id="\(name)-\(value)" name="\(name)" value="\(value)"\
            \(isChosen ? " checked" : nil)><label for="\(name)-\(value)">\(label)</label></div>
            """
        }
        return """
            <fieldset class="field\(isWrong(name) ? " field-error" : nil)" id="\(name)">
            <legend class="label legend">\(legend)</legend>\(error(name))\(each: boxes)</fieldset>
            """
    }

    private func error(_ name: String) -> HTML? {
        typed.faults.first { $0.field == name }.map { fault in
            let label = ["name": words["tokens.name"], "duties": words["tokens.duties"]][name] ?? words["tokens.days"]
            let sentence = words.problem(fault.problem, of: label)
            return #"<p class="error" id="\#(name)-error">\#(Icon.warning.html)<span>\#(sentence)</span></p>"#
        }
    }
}

/// A new token's secret, shown once and kept nowhere.
struct TokenView {
    let frame: Frame
    let token: Token
    let secret: String
    private var words: Words { frame.words }

    var html: HTML {
        Layout(frame: frame).page(
            words["tokens.made"],
            """
            <div class="head"><h1>\(words["tokens.made"])</h1></div>
            <div class="card"><div class="card-body">
            <p><b>\(token.name)</b></p>
            <p class="secret">\(secret)</p>
            <p>\(words("tokens.made-text", ["day": frame.when.day(token.until)]))</p>
            <div class="actions"><a class="button" href="\(Path.tokens)">\(words["secret.done"])</a></div>
            </div></div>
            """)
    }
}
