import Casework
import Foundation
import Storage

/// A card with its code and its lane, as the index keeps it.
struct Indexed: Sendable, Hashable {
    let card: Card
    let code: Code
    let lane: Int
    /// The card as it is kept.
    private let packed: Data

    init(_ row: Row) throws { try self.init(row, Card(packed: row.data("card"))) }

    /// - Parameter card: what is in the row.
    init(_ row: Row, _ card: Card) throws {
        self.card = card
        packed = try row.data("card")
        code = Code(try row.text("code"))
        lane = try row.int("lane")
    }

    init(_ card: Card, _ packed: Data, _ code: Code, lane: Int) {
        self.card = card
        self.packed = packed
        self.code = code
        self.lane = lane
    }

    /// Nil for a record that is not there.
    init?<R: Record>(_ fold: Fold<R>, lane: Int) throws {
        guard let code = fold.code else { return nil }
        let card = fold.card
        self.init(card, card.packed, code, lane: lane)
    }

    /// What is read of a row of the index.
    static let columns: SQL = "row, record, version, lane, code, card"

    /// Takes the record out of the index.
    func removal(at row: Int) -> IndexChange {
        IndexChange(
            statements: withoutWords(of: card, at: row) + [
                Self.withoutDues(at: row), "DELETE FROM team WHERE row = \(row)",
                "DELETE FROM conflicts WHERE row = \(row)", "DELETE FROM restricted WHERE row = \(row)",
                "DELETE FROM emergencies WHERE row = \(row)", "DELETE FROM cards WHERE row = \(row)",
            ],
            gone: named(card.foundNames))
    }

    static func withoutDues(at row: Int) -> SQL { "DELETE FROM dues WHERE row = \(row)" }

    /// A due whose calendar is not loaded stands where its time began, and says so.
    func dues(at row: Int, _ rulebook: Rulebook, _ reckoning: Reckoning) -> [SQL] {
        card.dueTriggers.compactMap { place, trigger in
            guard let rule = rulebook[trigger.rule] else { return nil }
            let due = rule.due(trigger, reckoning)
            return """
                INSERT INTO dues (due, row, place, rule, known, binds)
                VALUES (\(due ?? trigger.start), \(row), \(place), \(rule.id.text), \(due == nil ? 0 : 1),
                    \(rule.bound == .unit ? 1 : 0))
                """
        }
    }

    /// Puts it into the index; what an older card said just the same is left as it stands.
    /// - Parameter old: the record's card that is there; nil for a record that is not there yet.
    func change(
        at row: Int, replacing old: Card?, _ rulebook: Rulebook, _ reckoning: Reckoning
    ) -> IndexChange {
        var change = IndexChange(statements: [
            """
            INSERT INTO cards
                (row, record, version, lane, kind, code, status, running, approval, urgency, unsafe, at, file, alone,
                recorded, answered, risk, card)
            VALUES (\(row), \(card.record), \(card.version), \(lane), \(card.kind.text), \(code.description),
                \(card.status.rawValue), \(card.isRunning ? 1 : 0), \(card.asking.rawValue), \(card.urgency),
                \(card.isUnsafe ? 1 : 0), \(card.at), \(card.file), \(card.decidedAlone),
                \(card.recorded ?? card.at), \(card.answered), \(card.risk?.urgency ?? 0), \(packed))
            ON CONFLICT (row) DO UPDATE SET version = excluded.version, status = excluded.status,
                running = excluded.running, approval = excluded.approval, urgency = excluded.urgency,
                unsafe = excluded.unsafe, at = excluded.at,
                file = excluded.file, alone = excluded.alone, recorded = excluded.recorded,
                answered = excluded.answered, risk = excluded.risk, card = excluded.card
            """
        ])
        if card.team != old?.team {
            if old != nil { change.statements.append("DELETE FROM team WHERE row = \(row)") }
            let manager = card.manager?.value
            change.statements += card.team.map { worker in
                let manages = worker == manager ? 1 : 0
                return "INSERT INTO team (row, worker, manages) VALUES (\(row), \(worker), \(manages))"
            }
        }
        if card.conflicts != old?.conflicts ?? [] {
            change.statements.append("DELETE FROM conflicts WHERE row = \(row)")
            change.statements += card.conflicts.map {
                "INSERT INTO conflicts (worker, row, record) VALUES (\($0), \(row), \(card.record))"
            }
        }
        if card.isRestricted != old?.isRestricted ?? false {
            change.statements.append(
                card.isRestricted
                    ? "INSERT INTO restricted (row, record) VALUES (\(row), \(card.record))"
                    : "DELETE FROM restricted WHERE row = \(row)")
        }
        if card.emergencies != old?.emergencies ?? [] {
            change.statements.append("DELETE FROM emergencies WHERE row = \(row)")
            change.statements += card.emergencies.map {
                """
                INSERT INTO emergencies (row, worker, began, until, reviewed)
                VALUES (\(row), \($0.worker), \($0.at), \($0.until), \($0.isReviewed ? 1 : 0))
                """
            }
        }
        if !card.dueTriggers.elementsEqual(old?.dueTriggers ?? [], by: ==) {
            if old != nil { change.statements.append(Self.withoutDues(at: row)) }
            change.statements += dues(at: row, rulebook, reckoning)
        }
        let names = old?.foundNames ?? []
        if card.foundNames != names { (change.gone, change.new) = (named(names), named(card.foundNames)) }
        change.isMove = old.map { !card.stands(as: $0) } ?? true
        if card.foundWords != old?.foundWords {
            change.statements += old.map { withoutWords(of: $0, at: row) } ?? []
            change.statements += words(at: row)
        }
        return change
    }

    private func named(_ names: [String]) -> [IndexChange.Name] {
        names.map { IndexChange.Name(name: $0, record: card.record) }
    }

    private func words(at row: Int) -> [SQL] {
        guard let found = card.foundWords else { return [] }
        return ["INSERT INTO words (rowid, text, names, phones) VALUES (\(row), \(written(found)))"]
    }

    /// Full-text search keeps no text: it is told anew what it was told of the card.
    private func withoutWords(of old: Card, at row: Int) -> [SQL] {
        guard let found = old.foundWords else { return [] }
        return [
            "INSERT INTO words (words, rowid, text, names, phones) VALUES ('delete', \(row), \(written(found)))"
        ]
    }

    private func written(_ found: Card.FoundWords) -> SQL {
        "\("\(code)\n\(found.text)"), \(found.names), \(found.phones)"
    }
}

/// What cards change in the index.
struct IndexChange: Sendable {
    /// A name of a record.
    struct Name: Sendable {
        let name: String
        let record: UUID
    }

    var statements: [SQL] = []
    /// Names that records had, and that they have now.
    var gone: [Name] = []
    var new: [Name] = []
    /// Whether a record comes to stand elsewhere for anybody (``Standing``).
    var isMove = true

    static func += (all: inout Self, one: Self) {
        all.statements += one.statements
        all.gone += one.gone
        all.new += one.new
    }
}

extension Card {
    /// Whether it is a case that is not closed.
    fileprivate var isRunning: Bool { kind == CaseFile.kind && CaseFile.openStatuses.contains(status) }

    /// Whether its record stands where this older card says, for everybody and in the count of each whole list.
    fileprivate func stands(as old: Card) -> Bool {
        (kind, status, asking, file, isRestricted) == (old.kind, old.status, old.asking, old.file, old.isRestricted)
            && (team, manager, conflicts, emergencies) == (old.team, old.manager, old.conflicts, old.emergencies)
    }

    /// What waits in it for who holds `approve`.
    fileprivate var asking: Asked {
        guard asksApproval else { return .nothing }
        return codes["asks"] == ReviewEmergency.name.text ? .review : .decision
    }
}

/// What waits in a record for a decision, as the index keeps it.
enum Asked: Int {
    case nothing, decision
    /// An emergency is to be reviewed and nothing else: to who read it that opens nothing.
    case review
}

/// What the index knows a record by. One that was voided keeps its place, so that it can still be opened; it has no
/// words and no dues.
extension Card {
    fileprivate struct FoundWords: Equatable {
        let text, names, phones: String
    }

    private var isFound: Bool { status != .void && kind != Office.kind }

    fileprivate var foundNames: [String] { isFound ? names : [] }

    fileprivate var foundWords: FoundWords? {
        guard isFound else { return nil }
        return FoundWords(
            text: text, names: names.joined(separator: "\n"), phones: phones.joined(separator: "\n"))
    }

    fileprivate var dueTriggers: [(place: Int, trigger: Trigger)] {
        guard status != .void else { return [] }
        return triggers.enumerated().filter { $1.isOpen }.map { ($0, $1) }
    }
}
