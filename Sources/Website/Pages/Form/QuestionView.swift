import Casework

/// One question: label, hint, what is wrong, and the control of its kind with what was typed.
struct QuestionView {
    let words: Words
    let model: FormModel
    let question: Question
    /// Before its name: empty, or that of the row or group that it stands in.
    let prefix: String

    private var field: Field { question.field }
    private var name: String { prefix + field.name }
    private var typed: [String] { model.typed[name] }
    private var fault: Fault? { model.fault(name) }
    private var label: String { words.label(question.action, name) }
    private var hint: String? { words.byKey[Words.key(question.action, name) + ".hint"] }

    var html: HTML {
        switch field.kind {
        case .line, .partialDay: labelled(input("text"))
        case .nik: labelled(input("text", "", #" inputmode="numeric""#))
        case .phone: labelled(input("tel"))
        case .moment: labelled(input("datetime-local"))
        case .time: labelled(input("time", "input-short"))
        case .number, .years: labelled(input("text", "input-short", #" inputmode="numeric""#))
        case .day: labelled(input("date"))
        case .longText: labelled(textarea)
        case .choice(let list, let codes): labelled(select(list, codes))
        case .yesNo: grouped(answers)
        case .several(let list, let codes): grouped(checkboxes(list, codes))
        case .group(let fields): grouped(nested(fields, prefix: name + "."))
        case .rows(let fields): rows(fields)
        case .worker, .due, .person, .personElsewhere, .item, .partner: labelled(choose)
        case .given: #"<input type="hidden" name="\#(name)" value="\#(typed.first ?? "")">"#
        case .record: grouped(records)
        case .entry: ""
        }
    }

    // MARK: around the control

    private func labelled(_ control: HTML) -> HTML {
        """
        <div class="field\(look)">
        <label class="label" for="\(name)">\(label)\(optional)</label>
        \(notes)
        \(control)
        </div>

        """
    }

    private func grouped(_ controls: HTML) -> HTML {
        """
        <div class="field\(look)">
        <fieldset class="group" id="\(name)"\(described) tabindex="-1">
        <legend class="legend">\(label)\(optional)</legend>
        \(notes)
        \(controls)
        </fieldset>
        </div>

        """
    }

    private var look: HTML {
        let wrong: HTML? = fault == nil ? nil : " field-error"
        let offPaper: HTML? = field.isContact(named: name) ? " off-paper" : nil
        return "\(wrong)\(offPaper)"
    }

    /// What only some answers ask for has words for when it is missing then, or is too little.
    private var optional: HTML? {
        guard !field.required else { return nil }
        let key = Words.key(question.action, name)
        let tooLittle: [Problem] = [.missing, .notANumber(0...1)]
        let isSometimesAsked = tooLittle.contains { words.byKey["\(key).\($0.name)"] != nil }
        let said = words[isSometimesAsked ? "form.sometimes" : "form.optional"]
        return #" <span class="optional">\#(said)</span>"#
    }

    private var notes: HTML {
        let hint = hint.map { #"<p class="hint" id="\#(name)-hint">\#($0)</p>"# as HTML }
        let error = fault.map { fault -> HTML in
            """
            <p class="error" id="\(name)-error">\(Icon.warning.html)<span><span class="unseen">\
            \(words["form.error-title"])</span>\(words.problem(fault, of: question.action))</span></p>
            """
        }
        return "\(hint)\(error)"
    }

    private var described: HTML? {
        let ids = [hint == nil ? nil : "\(name)-hint", fault == nil ? nil : "\(name)-error"].compactMap { $0 }
        return ids.isEmpty ? nil : #" aria-describedby="\#(ids.joined(separator: " "))""#
    }

    private var state: HTML { "\(described)\(fault == nil ? nil : #" aria-invalid="true""# as HTML)" }

    // MARK: controls

    private func input(_ type: String, _ width: HTML = "", _ more: HTML = "") -> HTML {
        """
        <input class="input \(width)" id="\(name)" name="\(name)" type="\(type)" autocomplete="off"\(more) \
        value="\(typed.first ?? "")"\(state)>
        """
    }

    /// The line end after the tag is dropped by browsers, so that one that was typed first is kept.
    private var textarea: HTML {
        """
        <textarea class="input input-long" id="\(name)" name="\(name)" rows="6"\(state)>
        \(typed.first ?? "")</textarea>
        """
    }

    private func select(_ list: String, _ codes: [String]) -> HTML {
        let option = { (code: String) -> HTML in
            #"<option value="\#(code)"\#(typed.contains(code) ? selected : nil)>\#(words.code(list, code))</option>"#
        }
        let options = ChoiceParts.of(list).map { parts in
            parts.map { part -> HTML in
                let inPart = codes.filter(part.codes.contains).map(option)
                return #"<optgroup label="\#(words[part.title])">\#(each: inPart)</optgroup>"#
            }
        }
        return """
            <select class="input" id="\(name)" name="\(name)"\(state)>
            <option value="">\(words["form.choose"])</option>\(each: options ?? codes.map(option))
            </select>
            """
    }

    private var options: [Option] { model.options[field.name] ?? [] }

    private var choose: HTML {
        let items = options.map { option -> HTML in
            #"<option value="\#(option.value)"\#(typed.contains(option.value) ? selected : nil)>\#(option.label)</option>"#
        }
        return """
            <select class="input" id="\(name)" name="\(name)"\(state)>
            <option value="">\(words["form.choose"])</option>\(each: items)
            </select>
            """
    }

    /// Records that are likely; where there is none, it says so.
    private var records: HTML {
        guard !options.isEmpty else { return #"<p class="meta">\#(words["form.none-alike"])</p>"# }
        let items = options.enumerated().map { place, option -> HTML in
            """
            <div class="choice"><input type="radio" id="\(name)-\(place)" name="\(name)" value="\(option.value)"\
            \(typed.contains(option.value) ? checked : nil)><label for="\(name)-\(place)">\(option.label)</label></div>
            """
        }
        return #"<div class="choices">\#(each: items)</div>"#
    }

    private var selected: HTML { " selected" }
    private var checked: HTML { " checked" }

    private var answers: HTML {
        let answers = YesNo.allCases.map { answer -> HTML in
            let code = answer.rawValue
            return """
                <div class="answer"><input type="radio" id="\(name)-\(code)" name="\(name)" value="\(code)"\
                \(typed.contains(code) ? checked : nil)><label for="\(name)-\(code)">\(Icon.check.html)\
                \(words.code(YesNo.list, code))</label></div>
                """
        }
        return #"<div class="answers">\#(each: answers)</div>"#
    }

    private func checkboxes(_ list: String, _ codes: [String]) -> HTML {
        let boxes = codes.map { code -> HTML in
            """
            <div class="choice"><input type="checkbox" id="\(name)-\(code)" name="\(name)" value="\(code)"\
            \(typed.contains(code) ? checked : nil)><label for="\(name)-\(code)">\(words.code(list, code))</label></div>
            """
        }
        return #"<div class="choices choices-2">\#(each: boxes)</div>"#
    }

    // MARK: groups and rows

    private func nested(_ fields: [Field], prefix: String) -> HTML {
        let questions = fields.map { Question(action: question.action, field: $0) }
        return QuestionsView(words: words, model: model, questions: questions, prefix: prefix).html
    }

    /// The row in which these rows stand, such as `Tujuan 2`.
    private var parent: String {
        let parts = prefix.split(separator: ".").map(String.init)
        guard parts.count >= 2, let place = Int(parts[parts.count - 1]) else { return "" }
        let key = Words.key(question.action, parts.dropLast().joined(separator: "."))
        return "\(words["\(key).row"]) \(place + 1)"
    }

    /// Without a script, a row is added and taken out by sending the form with that wish; nothing typed is lost. The
    /// page comes back at the new row, or at the rows of which one is gone.
    private func rows(_ fields: [Field]) -> HTML {
        let numbers = model.rows(name)
        let rows = numbers.enumerated().map { place, row -> HTML in
            let title = "\(words["\(Words.key(question.action, name)).row"]) \(place + 1)"
            return """
                <fieldset class="group repeat" id="\(name).\(row)" tabindex="-1">
                <legend class="legend">\(title)</legend>
                \(nested(fields, prefix: "\(name).\(row)."))
                <div class="repeat-actions"><button class="button button-secondary button-small" name="remove" \
                value="\(name).\(row)" formaction="\(model.target)#\(name)" formnovalidate>\(words["form.remove"]) \
                \(title)<span class="unseen"> \(parent)</span></button></div>
                </fieldset>
                """
        }
        return """
            <div class="field\(look)" id="\(name)" tabindex="-1">
            <h3 class="label">\(label)\(optional)</h3>
            \(notes)
            \(each: rows)
            <div class="repeat-actions"><button class="button button-secondary button-small" name="add" \
            value="\(name)" formaction="\(model.target)#\(name).\((numbers.last ?? -1) + 1)" formnovalidate>\
            \(Icon.plus.html)\(words["\(Words.key(question.action, name)).add"])\
            </button></div>
            </div>

            """
    }
}
