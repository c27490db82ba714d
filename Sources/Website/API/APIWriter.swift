import Casework
import Desk
import Foundation
import Statistics

/// What the API tells beside single records.
struct APIWriter {
    let call: APICall
    private let law: Law

    init(_ site: Site, _ call: APICall) {
        self.call = call
        law = site.workspace.desk.law(in: call.worker.lane)
    }

    var me: JSON {
        let worker = call.worker
        return [
            "id": JSON(worker.id.value), "name": JSON(worker.name),
            "posts": .array(worker.posts.map { JSON($0.rawValue) }),
            "duties": .array(worker.duties.map(\.text).sorted().map { JSON($0) }),
            "mayPerform": JSON(call.bearer.mayPerform), "office": JSON(Office.id(in: worker.lane).value),
        ]
    }

    /// What the forms of the pages offer to choose from.
    func directory(_ managers: [Worker]) -> JSON {
        [
            "managers": .array(managers.map { ["id": JSON($0.id.value), "name": JSON($0.name)] }),
            "partners": .array(
                law.office.directory.map { partner in
                    [
                        "id": JSON(partner.id.value), "name": JSON(partner.name.text),
                        "kind": JSON(partner.details.kind.rawValue),
                        "services": .array((partner.details.services ?? []).map { JSON($0.rawValue) }),
                    ]
                }),
        ]
    }

    func listing(_ listing: Listing) -> JSON {
        [
            "total": JSON(listing.total), "rows": .array(listing.rows.map(row)),
            "next": listing.next.map { JSON($0.description) },
        ]
    }

    private func row(_ listed: Listed) -> JSON { .object(members(listed)) }

    /// Of a record that may not be opened only what its stub says.
    private func members(_ listed: Listed) -> [(String, JSON?)] {
        let card = listed.card
        let codes = card.codes.sorted { $0.key < $1.key }.map { ($0.key, JSON($0.value) as JSON?) }
        return [
            ("kind", JSON(card.kind.text)), ("id", JSON(card.record)), ("code", JSON(listed.code)),
            ("sight", JSON(listed.sight == .open ? "open" : "listed")), ("status", JSON(card.status.rawValue)),
            ("title", card.title.isEmpty ? nil : JSON(card.title)), ("at", JSON(card.at)), ("codes", .object(codes)),
            ("clues", listed.clues.isEmpty ? nil : .array(listed.clues.map { JSON($0.rawValue) })),
            ("found", listed.excerpt.map { JSON("\($0.before)\($0.hit)\($0.after)") }),
        ]
    }

    func dues(_ dues: [Due]) -> JSON {
        let rows = dues.map { due -> JSON in
            let rule = law.rulebook[due.rule]
            return .object(
                [
                    ("rule", JSON(due.rule.text)), ("basis", JSON(rule?.basis ?? due.rule.text)),
                    ("sentence", rule?.sentence[call.words.language.rawValue].map { JSON($0) }),
                    ("bound", rule.map { JSON($0.bound.rawValue) }), ("due", due.at.map { JSON($0) }),
                    ("count", JSON(due.count)), ("what", due.what.map { JSON($0) }), ("record", row(due.listed)),
                ])
        }
        return ["rows": .array(rows)]
    }

    func violence(_ table: ViolenceTable) -> JSON {
        let rows = table.rows.map { row -> JSON in
            [
                "code": JSON(row.code.rawValue), "total": JSON(row.total), "female": JSON(row.female),
                "male": JSON(row.male), "sexUnknown": JSON(row.sexUnknown), "child": JSON(row.child),
                "adult": JSON(row.adult), "ageUnknown": JSON(row.ageUnknown),
            ]
        }
        return [
            "year": JSON(table.year), "unit": "victim", "basis": "complaint", "victims": JSON(table.victims),
            "cases": JSON(table.cases), "rows": .array(rows),
        ]
    }
}
