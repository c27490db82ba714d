import Casework
import Desk
import Foundation

/// Makes the form of an action on a record of a known kind.
struct ActionForm<R: Record> {
    /// Nil for a record that is not there yet.
    let fold: Fold<R>?
    let id: ID<R>
    let path: Path
    private let up: Path
    private let site: Site
    let worker: Worker
    let words: Words
    let when: When
    private let law: Law
    var options: [String: [Option]] = [:]
    /// What it changes, where that was chosen first.
    private var chosen: String?
    /// What is known of it, where that is not filled in.
    var known: [AnswerLine]?
    /// The words of the joined complaint that told of whom it is about.
    var told: String?
    /// Who worked on the record, by id.
    let authors: [ID<Worker>: String]

    init(
        _ type: R.Type, fold: Fold<R>?, id: ID<R>, _ path: Path, up: Path, _ site: Site, _ visit: Visit
    ) async throws {
        self.fold = fold
        self.id = id
        self.path = path
        self.up = up
        self.site = site
        worker = try visit.worker()
        words = site.words(visit)
        when = When(words: words, now: site.workspace.now)
        law = site.workspace.desk.law(in: worker.lane)
        authors = try site.workspace.accounts.names(Set(fold?.history.map(\.stamp.worker) ?? []))
    }

    /// The same, about what is called so.
    func about(_ what: String) -> ActionForm {
        var form = self
        form.chosen = what
        return form
    }

    /// The form of an action, with what only this page knows to choose from.
    /// - Parameter sheet: what an action that asks a sheet asks; without one, its page offers those that there are.
    func form(_ type: any Action<R>.Type, asking sheet: Instrument? = nil) async throws -> Form {
        try await with(type, FormReader.fields(of: type, sheet)).form(type, fixed: [:], asking: sheet)
    }

    /// The form that says anew what a thing of the record is.
    /// - Throws: `Trouble.notFound` where there is no such thing.
    func form<A: ChangingAction<R>>(_ type: A.Type, of choice: String) async throws -> Form {
        guard let fold, let known = try A.suggestion(for: fold.record, choosing: choice, on: Day(when.now)) else {
            throw Trouble.notFound
        }
        let chosen = A.chosen.stringValue
        let fields = try FormReader.fields(of: type)
        var form = try await with(type, fields)
        form.chosen = form.options[chosen]?.first { $0.value == choice }?.label
        form.told = quote(of: choice)
        let asked = fields.filter { $0.name != chosen }
        if A.keepsTheRest { form.known = answers.lines(known, to: asked, of: A.name) }
        return try form.form(type, asked, A.keepsTheRest ? Posted() : known, fixed: [chosen: [choice]])
    }

    /// The form that begins with what the record was told.
    /// - Throws: `Trouble.notFound` where nothing with this id waits to be used.
    func form<A: BegunAction<R>>(_ type: A.Type, beginning id: String) async throws -> Form {
        guard let fold, let told = try A.suggestion(for: fold.record, beginning: id) else { throw Trouble.notFound }
        let begins = A.begins.stringValue
        let fields = try FormReader.fields(of: type)
        var form = try await with(type, fields)
        form.chosen = form.options[begins]?.first { $0.value == id }?.label
        form.told = quote(of: id)
        return try form.form(
            type, fields.filter { $0.name != begins }, told.without(A.begins), fixed: [begins: [id]])
    }

    private func quote(of told: String) -> String? {
        ID<ToldPerson>(told).flatMap { (fold?.record as? CaseFile)?.words(of: $0)?.text }
    }

    /// - Parameter record: as it stood before an entry that is corrected.
    private func with(
        _ type: any Action<R>.Type, _ fields: [Field], before record: R? = nil
    ) async throws -> ActionForm {
        let options = FormOptions(
            record: record ?? fold?.record, site: site, worker: worker, words: words, when: when, law: law)
        var form = self
        form.options = try await options.all(fields, of: type)
        return form
    }

    /// The form of an action.
    /// - Parameter fixed: answers that the address gives.
    func form<A: Action<R>>(
        _ type: A.Type, fixed: [String: [String]], asking sheet: Instrument? = nil
    ) throws -> Form {
        let begins = (type as? any BegunAction<R>.Type)?.begins.stringValue
        let fields = asked(try FormReader.fields(of: type, sheet).filter { $0.name != begins })
        let suggestion = try fold.flatMap { try A.suggestion(for: $0.record) }
        var blank = suggestion ?? Posted(onlyAnswers(fields))
        if let sheet { blank.values.merge(sheet.given) { $1 } }
        return try self.form(type, fields, blank, fixed: fixed)
    }

    private func form<A: Action<R>>(
        _ type: A.Type, _ fields: [Field], _ suggestion: Posted, fixed: [String: [String]]
    ) throws -> Form {
        let questions = fields.map { Question(action: A.name, field: $0) }
        return try make(A.name, questions, suggestion) { [instruments] posted in
            let answers = Posted(posted.values.merging(fixed) { $1 }, notText: posted.notText)
            return try FormReader.read(type, answers, instruments)
        }
    }

    var instruments: Instruments { site.workspace.desk.instruments }

    /// Where only one answer can be, it is given already; nobody is let in by default.
    private func onlyAnswers(_ fields: [Field]) -> [String: [String]] {
        let required = fields.filter { $0.required && $0.kind != .worker }.compactMap { field in
            options[field.name].flatMap { $0.count == 1 ? (field.name, [$0[0].value]) : nil }
        }
        return Dictionary(required) { first, _ in first }
    }

    /// The form of an entry's action, filled in, with the reason for the correction.
    func correction(of happened: Happened<R>) async throws -> Form {
        let type = type(of: happened.current)
        let instrument = instruments.asked(by: happened.current)
        let before = fold?.replayed(before: happened.stamp.entry)
        var form = try await with(type, FormReader.fields(of: type, instrument), before: before)
        // What is answered can always be answered again, whatever became of it since.
        let answered = try FormWriter.answers(of: happened.current)
        form.options = Dictionary(
            uniqueKeysWithValues: form.options.map { name, options in
                let missing = answered[name].filter { value in !options.contains { $0.value == value } }
                return (name, options + missing.map { Option($0, names[$0] ?? $0) })
            })
        return try form.correction(of: happened, happened.current, asking: instrument)
    }

    private func correction<A: Action<R>>(
        of happened: Happened<R>, _ current: A, asking instrument: Instrument?
    ) throws -> Form {
        let suggestion = try CorrectEntry<R>.suggestion(current)
        // What an entry did not begin with, it is not asked.
        let begins = (A.self as? any BegunAction<R>.Type)?.begins.stringValue
        let fields = asked(try FormReader.fields(of: A.self, instrument)).filter {
            $0.name != begins || !suggestion[$0.name].isEmpty
        }
        let reason = Question(action: CorrectEntry<R>.name, field: CorrectEntry<R>.reasonField)
        let questions = fields.map { Question(action: A.name, field: $0) } + [reason]
        return try make(CorrectEntry<R>.name, questions, suggestion) {
            [instruments] posted in
            try CorrectEntry<R>.read(happened.id, saying: current, posted, instruments)
        }
    }

    var file: CaseFile? { fold?.record as? CaseFile }

    /// Which client it is about is asked of everybody, unless the file names none; whose a waiver is, where it may be one's.
    private func asked(_ fields: [Field]) -> [Field] {
        guard let file else { return fields }
        let fields = fields.filter { !$0.isWhose || options[$0.name]?.isEmpty == false }
        let mayAsk = file.clients.isEmpty ? fields.filter { $0.required || !$0.isClient } : fields
        return mayAsk.map { $0.isClient ? Field(name: $0.name, kind: $0.kind, required: true) : $0 }
    }

    private func make<A: Action<R>>(
        _ action: ActionName, _ questions: [Question], _ suggestion: Posted,
        read: @Sendable @escaping (Posted) throws -> Reading<A>
    ) throws -> Form {
        let model = try model(A.self, action, questions)
        let shown = { @Sendable (sent: SentForm, seen: Int?) in
            var shown = model
            (shown.seen, shown.key) = (seen, sent.key)
            (shown.typed, shown.ticked) = (sent.answers, sent.ticked)
            return shown
        }
        let (desk, id, worker) = (site.workspace.desk, id, worker)
        return Form(
            blank: { [self] in
                var blank = model
                blank.typed = suggestion
                blank.obstacles = obstacles(to: A.self, nil)
                return blank
            },
            model: { shown($0, $0.seen) },
            perform: { sent in
                let asking = Asking(key: sent.key, seen: sent.seen, ticked: sent.ticked)
                return try await desk.perform(try read(sent.answers), on: id, by: worker, asking).secret
            },
            conflict: { [self] sent in
                var model = shown(sent, fold?.version)
                model.conflict = try await conflict(try read(sent.answers).action, sent)
                return model
            },
            check: { sent in
                _ = try await desk.check(try read(sent.answers), on: id, by: worker, Asking(seen: sent.seen))
            },
            obstacles: { [self] in obstacles(to: A.self, $0) },
            record: id.value, done: .record(id)
        )
    }

    /// What stands in the way whatever is answered; where it was refused for something else, that.
    private func obstacles<A: Action<R>>(to type: A.Type, _ refusal: Refusal?) -> [Obstacle] {
        let context = Context(now: when.now, worker: worker, law: law)
        let all = fold?.obstacles(to: type, context) ?? []
        let told = refusal.map { all.contains($0) ? all : [$0] } ?? all
        // Who decides does not do what is missing: that is the asker's.
        let actions = A.duty == .approve ? [] : fold?.actions(for: context) ?? []
        return told.map { refusal in
            let due = refusal.due.flatMap { law.rulebook[$0]?.said(in: words.language) }
            let article = due == nil ? refusal.law : nil
            return Obstacle(
                due: due, sentence: [words.refusal(refusal), article].compactMap { $0 }.joined(separator: " "),
                remedy: refusal.remedy.flatMap { actions.contains($0) ? .acting(R.kind, id.value, $0) : nil })
        }
    }

    /// Before anything is typed: what is asked, and what stands around it.
    private func model<A: Action<R>>(
        _ type: A.Type, _ action: ActionName, _ questions: [Question]
    ) throws -> FormModel {
        var model = FormModel(
            action: action, questions: questions, target: path, up: up, record: id.value, seen: fold?.version,
            key: .random())
        model.options = options
        model.quote = quote(action)
        model.decided = try decided(action)
        model.choices = choices(action)
        model.notice = notice
        model.heading = heading(action)
        model.chosen = chosen
        model.identity = identity
        model.contact = contact(for: action)
        model.contactOfNobody = contactOfNobody(for: action)
        model.needsProof = A.needsProof
        return model
    }

    private func conflict(_ mine: some Action<R>, _ sent: SentForm) async throws -> ConflictModel {
        let theirs = fold?.unseen(mine.topic, since: sent.seen ?? 0) ?? []
        let authors = try site.workspace.accounts.names(Set(theirs.map(\.stamp.worker)))
        return ConflictModel(
            theirs: try theirs.map { happened in
                ConflictModel.Theirs(
                    author: authors[happened.stamp.worker] ?? "", instant: happened.stamp.instant,
                    answers: try lines(happened.current))
            },
            mine: try lines(mine), isReader: !theirs.isEmpty && theirs.allSatisfy { $0.stamp.worker == worker.id })
    }

    func lines(_ action: any Action<R>) throws -> [AnswerLine] {
        try answers.lines(of: told(action))
    }

    var answers: AnswerReader {
        AnswerReader(words: words, when: when, names: names, instruments: instruments)
    }

    private var names: PointedNames {
        guard let fold = fold as? Fold<CaseFile> else { return PointedNames() }
        return PointedNames { [law, words, when] in
            CaseLabels(file: fold.record, office: law.office, words: words, when: when).names(in: fold)
                .merging(law.rulebook.names(in: words.language)) { first, _ in first }
        }
    }

    /// A correction is shown as what it puts in the entry's place.
    private func told(_ action: any Action<R>) throws -> any Action {
        try fold?.replacement(by: action) ?? action
    }
}

extension Field {
    /// Whether it asks for one of the clients.
    fileprivate var isClient: Bool { kind == .person && name == "client" }
    /// Whether it asks whose of several clocks it is.
    fileprivate var isWhose: Bool { kind == .person && name == "about" }
}
