import Casework
import Foundation
import Storage

/// A card with its code and its lane, as the index keeps it.
struct Indexed: Sendable, Hashable {
    let card: Card
    let code: Code
    let lane: Int

    init(_ row: Row) throws {
        card = try JSONDecoder().decode(Card.self, from: row.data("card"))
        code = Code(try row.text("code"))
        lane = try row.int("lane")
    }

    init(card: Card, code: Code, lane: Int) {
        self.card = card
        self.code = code
        self.lane = lane
    }

    private var row: SQL { "(SELECT row FROM cards WHERE record = \(card.record))" }
    var withoutDues: SQL { "DELETE FROM dues WHERE row = \(row)" }

    /// A due whose calendar is not loaded stands where its time began, and says so.
    func dues(_ rulebook: Rulebook, _ reckoning: Reckoning) -> [SQL] {
        guard card.status != .void else { return [] }
        return card.triggers.enumerated().filter { $1.isOpen }.compactMap { place, trigger in
            guard let rule = rulebook[trigger.rule] else { return nil }
            let due = rule.due(trigger, reckoning)
            return """
                INSERT INTO dues (due, row, place, rule, known)
                VALUES (\(due ?? trigger.start), \(row), \(place), \(rule.id.text), \(due == nil ? 0 : 1))
                """
        }
    }

    private func words(_ row: SQL) -> SQL {
        """
        INSERT INTO words (rowid, text, names, phones)
        VALUES (\(row), \("\(code)\n\(card.text)"), \(card.names.joined(separator: "\n")),
            \(card.phones.joined(separator: "\n")))
        """
    }

    /// A record that was voided keeps its place, so that it can still be opened; it has no words and no dues.
    func statements(_ rulebook: Rulebook, _ reckoning: Reckoning) -> [SQL] {
        let json = (try? JSONEncoder.sorted.encode(card)) ?? Data()
        let replaced: [SQL] = [
            """
            INSERT INTO cards (record, lane, kind, code, status, approval, urgency, at, file, alone, card)
            VALUES (\(card.record), \(lane), \(card.kind.text), \(code.description), \(card.status.rawValue),
                \(card.asksApproval ? 1 : 0), \(card.urgency), \(card.at), \(card.file), \(card.decidedAlone), \(json))
            ON CONFLICT (record) DO UPDATE SET status = excluded.status, approval = excluded.approval,
                urgency = excluded.urgency, at = excluded.at, file = excluded.file, alone = excluded.alone, card = excluded.card
            """,
            "DELETE FROM words WHERE rowid = \(row)", "DELETE FROM team WHERE row = \(row)",
            withoutDues,
            "DELETE FROM sounds WHERE rowid IN (SELECT id FROM names WHERE row = \(row))",
            "DELETE FROM names WHERE row = \(row)",
        ]
        let team = card.team.map { "INSERT INTO team (row, worker) VALUES (\(row), \($0))" as SQL }
        guard card.status != .void, card.kind != Office.kind else { return replaced + team }
        let names = card.names.flatMap { name -> [SQL] in
            let tokens = NameKey.tokens(name).joined(separator: " ")
            return [
                "INSERT INTO names (row, name) VALUES (\(row), \(name))",
                "INSERT INTO sounds (rowid, tokens) VALUES (last_insert_rowid(), \(tokens))",
            ]
        }
        return replaced + team + names + [words(row)] + dues(rulebook, reckoning)
    }
}
