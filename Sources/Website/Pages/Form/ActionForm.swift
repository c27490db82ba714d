import Casework
import Desk
import Foundation

/// Makes the form of an action on a record of a known kind.
struct ActionForm<R: Record> {
    /// Nil for a record that is not there yet.
    private let fold: Fold<R>?
    private let id: ID<R>
    private let path: Path
    private let up: Path
    private let site: Site
    private let worker: Worker
    private let words: Words
    private let when: When
    private var options: [String: [Option]] = [:]

    init(
        _ type: R.Type, fold: Fold<R>?, id: ID<R>, _ path: Path, up: Path, _ site: Site, _ visit: Visit
    ) throws {
        self.fold = fold
        self.id = id
        self.path = path
        self.up = up
        self.site = site
        worker = try visit.worker()
        words = site.words(visit)
        when = When(words: words, now: site.workspace.now)
    }

    /// The form of an action, with what only this page knows to choose from.
    func form(_ type: any Action<R>.Type) async throws -> Form {
        let options = try await options(of: type)
        return try ActionForm(self, options).form(type, fixed: [:])
    }

    private init(_ form: ActionForm, _ options: [String: [Option]]) {
        self = form
        self.options = options
    }

    private func options(of type: any Action<R>.Type) async throws -> [String: [Option]] {
        try await options(FormReader.fields(of: type), type)
    }

    private func options(_ fields: [Field], _ type: any Action<R>.Type) async throws -> [String: [Option]] {
        var options: [String: [Option]] = [:]
        for field in fields {
            switch field.kind {
            case .group(let inner), .rows(let inner):
                options.merge(try await self.options(inner, type)) { $1 }
            case .person:
                options[field.name] = (fold?.record as? CaseFile)?.people.map { person in
                    let role = words.code(PersonRole.list, person.role.rawValue)
                    return Option(value: person.id.description, label: "\(person.name.text) (\(role))")
                }
            case .worker:
                let workers = try await site.workspace.accounts.workers(with: .manageCases, in: worker.lane)
                options[field.name] = workers.map { Option(value: $0.id.description, label: $0.name) }
            case .record: options[field.name] = try await alike()
            case .due: options[field.name] = dues(of: type)
            default: break
            }
        }
        return options
    }

    /// Cases in which the people of this complaint may be known already.
    private func alike() async throws -> [Option] {
        guard let complaint = fold?.record as? Complaint else { return [] }
        let people = (complaint.received?.affected ?? []).map(\.who.text)
        let phones = [complaint.contact.phone?.text].compactMap { $0 }
        let listing = try await site.workspace.desk.list(.alike(names: people, phones: phones), by: worker)
        let managers = Set(listing.rows.compactMap { $0.card.codes["manager"].flatMap { ID<Worker>($0) } })
        let names = try await site.workspace.accounts.names(managers)
        return listing.rows.map { listed in
            let manager = listed.card.codes["manager"].flatMap { ID<Worker>($0) }.flatMap { names[$0] } ?? ""
            let parts = [listed.code, listed.card.title, manager].filter { !$0.isEmpty }
            return Option(value: ID<CaseFile>(listed.card.record).description, label: parts.joined(separator: " · "))
        }
    }

    /// The open dues of a case; for who decides, those for which a waiver was asked.
    private func dues(of type: any Action<R>.Type) -> [Option] {
        guard let file = fold?.record as? CaseFile else { return [] }
        let rules =
            type is DecideWaiver.Type
            ? Array(file.waivers.keys) : file.triggers.filter(\.isOpen).map(\.rule)
        return rules.sorted { $0.text < $1.text }.map { id in
            let rule = site.workspace.desk.rulebook[id]
            return Option(
                value: id.text, label: "\(rule?.sentence[words.language.rawValue] ?? "") (\(rule?.basis ?? id.text))")
        }
    }

    /// The form of an action.
    /// - Parameter fixed: answers that the address gives.
    func form<A: Action<R>>(_ type: A.Type, fixed: [String: [String]]) throws -> Form {
        let questions = try FormReader.fields(of: type).map { Question(action: A.name, field: $0) }
        let suggestion = try fold.flatMap { A.suggestion(for: $0.record) }.map { try FormWriter.answers(of: $0) }
        return make(A.name, questions, suggestion ?? Posted()) { posted in
            try FormReader.read(type, Posted(posted.values.merging(fixed) { $1 }, notText: posted.notText))
        }
    }

    /// The form of an entry's action, filled in, with the reason for the correction.
    func correction(of happened: Happened<R>) throws -> Form {
        try correction(of: happened, happened.current)
    }

    private func correction<A: Action<R>>(of happened: Happened<R>, _ current: A) throws -> Form {
        let asked = try FormReader.fields(of: A.self).map { Question(action: A.name, field: $0) }
        let reason = Field(name: Self.reason, kind: .longText, required: true)
        let questions = asked + [Question(action: CorrectEntry<R>.name, field: reason)]
        return make(CorrectEntry<R>.name, questions, try FormWriter.answers(of: current)) { posted in
            let reading = try FormReader.read(A.self, posted.without([Self.reason]))
            var because = LongText.blank
            var faults = reading.faults
            do throws(Problem) {
                guard !posted[Self.reason].allSatisfy(\.isBlank) else { throw .missing }
                because = try LongText.read(posted[Self.reason])
            } catch { faults.append(Fault(Self.reason, error)) }
            let correction = try CorrectEntry(happened.id, to: reading.action, because: because)
            return Reading(correction, faults: faults, asked: reading.asked + [Self.reason])
        }
    }

    /// The one question that a correction adds; no action asks anything by this name.
    private static var reason: String { "correction-reason" }

    private func make<A: Action<R>>(
        _ action: ActionName, _ questions: [Question], _ suggestion: Posted,
        read: @Sendable @escaping (Posted) throws -> Reading<A>
    ) -> Form {
        let quote = (fold?.record as? Complaint)?.received?.what.text
        let base = { @Sendable [id, path, up, options] (seen: Int?, key: UUID) in
            var model = FormModel(
                action: action, questions: questions, target: path, up: up, record: id.value, seen: seen, key: key)
            model.options = options
            model.quote = quote
            return model
        }
        let shown = { @Sendable (sent: SentForm, seen: Int?) in
            var model = base(seen, sent.key)
            model.typed = sent.answers
            model.ticked = sent.ticked
            return model
        }
        let (desk, id, worker) = (site.workspace.desk, id, worker)
        return Form(
            blank: { [fold] in
                var model = base(fold?.version, UUID())
                model.typed = suggestion
                return model
            },
            model: { shown($0, $0.seen) },
            perform: { sent in
                let asking = Asking(key: sent.key, seen: sent.seen, ticked: sent.ticked)
                try await desk.perform(try read(sent.answers), on: id, by: worker, asking)
            },
            conflict: { [self] sent in
                var model = shown(sent, fold?.version)
                model.conflict = try await conflict(try read(sent.answers).action, sent)
                return model
            },
            record: id.value, done: .record(id)
        )
    }

    private func conflict(_ mine: some Action<R>, _ sent: SentForm) async throws -> ConflictModel {
        let theirs = fold?.unseen(mine.topic, since: sent.seen ?? 0) ?? []
        let authors = try await site.workspace.accounts.names(Set(theirs.map(\.stamp.worker)))
        return ConflictModel(
            theirs: try theirs.map { happened in
                ConflictModel.Theirs(
                    author: authors[happened.stamp.worker] ?? "", instant: happened.stamp.instant,
                    answers: try AnswerLine.all(of: told(happened.current), words, when))
            },
            mine: try AnswerLine.all(of: told(mine), words, when))
    }

    /// A correction is shown as what it puts in the entry's place.
    private func told(_ action: any Action<R>) throws -> any Action {
        guard let correction = action as? CorrectEntry<R>, let entry = correction.entry,
            let mended = fold?.happened(entry)
        else { return action }
        return try correction.replacement(of: type(of: mended.action))
    }
}
