import Casework

/// One question: label, hint, what is wrong, and the control of its kind with what was typed.
struct QuestionView {
    let words: Words
    let action: ActionName
    let field: Field
    let typed: [String]
    let fault: Fault?

    var html: HTML {
        switch field.kind {
        case .line: labelled(input("text"))
        case .phone: labelled(input("tel"))
        case .moment: labelled(input("datetime-local"))
        case .longText: labelled(textarea)
        case .choice(let list, let codes): labelled(select(list, codes))
        case .yesNo: grouped(answers)
        case .several(let list, let codes): grouped(checkboxes(list, codes))
        }
    }

    private var id: String { field.name }
    private var hint: String? { words.byKey["\(action).\(field.name).hint"] }

    // MARK: around the control

    private func labelled(_ control: HTML) -> HTML {
        """
        <div class="field\(fault == nil ? nil : wrong)">
        <label class="label" for="\(id)">\(words.label(action, field.name))\(optional)</label>
        \(notes)
        \(control)
        </div>

        """
    }

    private func grouped(_ controls: HTML) -> HTML {
        """
        <div class="field\(fault == nil ? nil : wrong)">
        <fieldset class="group" id="\(id)"\(described) tabindex="-1">
        <legend class="legend">\(words.label(action, field.name))\(optional)</legend>
        \(notes)
        \(controls)
        </fieldset>
        </div>

        """
    }

    private var wrong: HTML { " field-error" }

    private var optional: HTML? {
        field.required ? nil : #" <span class="optional">\#(words["form.optional"])</span>"#
    }

    private var notes: HTML {
        let hint = hint.map { #"<p class="hint" id="\#(id)-hint">\#($0)</p>"# as HTML }
        let error = fault.map { fault -> HTML in
            """
            <p class="error" id="\(id)-error">\(Icon.warning.html)<span><span class="unseen">\
            \(words["form.error-title"])</span>\(words.problem(fault, of: action))</span></p>
            """
        }
        return "\(hint)\(error)"
    }

    private var described: HTML? {
        let ids = [hint == nil ? nil : "\(id)-hint", fault == nil ? nil : "\(id)-error"].compactMap { $0 }
        return ids.isEmpty ? nil : #" aria-describedby="\#(ids.joined(separator: " "))""#
    }

    private var state: HTML { "\(described)\(fault == nil ? nil : #" aria-invalid="true""# as HTML)" }

    // MARK: controls

    private func input(_ type: String) -> HTML {
        """
        <input class="input" id="\(id)" name="\(id)" type="\(type)" autocomplete="off" value="\(typed.first ?? "")"\
        \(state)>
        """
    }

    /// The line end after the tag is dropped by browsers, so that one that was typed first is kept.
    private var textarea: HTML {
        """
        <textarea class="input input-long" id="\(id)" name="\(id)" rows="6"\(state)>
        \(typed.first ?? "")</textarea>
        """
    }

    private func select(_ list: String, _ codes: [String]) -> HTML {
        let options = codes.map { code -> HTML in
            #"<option value="\#(code)"\#(typed.contains(code) ? selected : nil)>\#(words.code(list, code))</option>"#
        }
        return """
            <select class="input" id="\(id)" name="\(id)"\(state)>
            <option value="">\(words["form.choose"])</option>\(each: options)
            </select>
            """
    }

    private var selected: HTML { " selected" }
    private var checked: HTML { " checked" }

    private var answers: HTML {
        let answers = YesNo.allCases.map { answer -> HTML in
            let code = answer.rawValue
            return """
                <div class="answer"><input type="radio" id="\(id)-\(code)" name="\(id)" value="\(code)"\
                \(typed.contains(code) ? checked : nil)><label for="\(id)-\(code)">\(Icon.check.html)\
                \(words.code(YesNo.list, code))</label></div>
                """
        }
        return #"<div class="answers">\#(each: answers)</div>"#
    }

    private func checkboxes(_ list: String, _ codes: [String]) -> HTML {
        let boxes = codes.map { code -> HTML in
            """
            <div class="choice"><input type="checkbox" id="\(id)-\(code)" name="\(id)" value="\(code)"\
            \(typed.contains(code) ? checked : nil)><label for="\(id)-\(code)">\(words.code(list, code))</label></div>
            """
        }
        return #"<div class="choices choices-2">\#(each: boxes)</div>"#
    }
}
