import Casework
import Desk
import Foundation

/// Somebody of the staff, as what they did is told.
struct ToldWorker: ToldAsObject {
    let id: ID<Worker>
    static let members: [Member<ToldWorker>] = [.must("id", \.id), .may("name") { $1.names[$0.id] }]
}

/// Who asks, and what they may.
struct ToldCaller: ToldAsObject {
    let bearer: Bearer

    static let members: [Member<ToldCaller>] = [
        .must("id", \.bearer.worker.id), .must("name", \.bearer.worker.name),
        .must("posts") { $0.bearer.worker.posts.map(Coded.init) },
        .must("duties") { $0.bearer.worker.duties.map(\.text).sorted() }, .must("mayPerform", \.bearer.mayPerform),
        .must("office") { Office.id(in: $0.bearer.worker.lane) }, .may("token", \.bearer.worker.token),
    ]
}

/// What the forms of the pages offer to choose from.
struct ToldDirectory: ToldAsObject {
    let managers: [Worker]
    let partners: [Partner]

    static let members: [Member<ToldDirectory>] = [
        .must("managers") { $0.managers.map(Manager.init) }, .must("partners", \.partners),
    ]

    private struct Manager: ToldAsObject {
        let worker: Worker
        static let members: [Member<Manager>] = [.must("id", \.worker.id), .must("name", \.worker.name)]
    }
}

/// Of a record that may not be opened only what its stub says.
extension Listed: ToldAsObject {
    static let members: [Member<Listed>] = [
        .must("kind", \.card.kind.text), .must("id", \.card.record), .must("code", \.code),
        .must("sight") { $0.sight == .open ? ToldSight.open : .listed },
        .may("status") { $0.sight == .open ? $0.card.status : $0.supervised?.status },
        .may("title") { $0.card.title.isEmpty ? nil : $0.card.title },
        .may("at") { $0.sight == .open ? $0.card.at : nil },
        .must("codes") { CardCodes(codes: $0.card.codes) }, .may("clues") { $0.clues.isEmpty ? nil : $0.clues },
        .may("found") { $0.excerpt.map { "\($0.before)\($0.hit)\($0.after)" } },
        .may("late") { $0.supervised.map { $0.late != nil } }, .may("hoursLate") { $0.supervised?.late?.hours },
        .may("quiet") { $0.supervised?.isQuiet },
    ]
}

/// Whether it may be opened, or only its stub is told.
private enum ToldSight: String, CaseIterable, Told { case open, listed }

/// What lists show of a record beside its title; several codes of one list stand with blanks between them.
private struct CardCodes: Told {
    let codes: [String: String]

    static var schema: JSON {
        let lists = [
            ("risk", Risk.list), ("district", District.list), ("channel", Channel.list), ("danger", YesNo.list),
            ("decision", TriageDecision.list), ("unsafe", YesNo.list),
            ("restricted", YesNo.list),
        ]
        let others = [
            ("age", APISchemas.code(["child", "adult"])), ("manager", APISchemas.id), ("forms", APISchemas.text),
            ("next", APISchemas.text), ("asks", APISchemas.text),
        ]
        let members = lists.map { ($0, CodeLists.ref($1)) } + others
        return [
            "type": "object", "properties": .object(members.map { ($0, $1) }), "additionalProperties": false,
        ]
    }

    func write(to json: inout JSON, _ telling: Telling) {
        json.object { json in
            for (name, code) in codes.sorted(by: { $0.key < $1.key }) {
                json.member(JSON(name))
                json.write(code)
            }
        }
    }
}

/// One page of a list.
extension Listing: ToldAsObject {
    static let members: [Member<Listing>] = [
        .must("total", \.total), .must("rows", \.rows), .may("next") { $0.next?.description },
        .may("unseen") { $0.unseen == 0 ? nil : $0.unseen },
    ]
}

extension Due: ToldAsObject {
    static let members: [Member<Due>] = [
        .must("rule", \.rule.text), .must("basis", by: { $1.law.rulebook[$0.rule]?.basis ?? $0.rule.text }),
        .may("sentence") { $1.law.rulebook[$0.rule]?.sentence[$1.words.language.rawValue] },
        .may("bound") { $1.law.rulebook[$0.rule]?.bound }, .may("who") { $1.law.rulebook[$0.rule]?.who },
        .may("due", \.at), .must("count", \.count),
        .may("what", \.what), .may("service", \.service), .must("record", \.listed),
    ]
}

struct ToldDues: ToldAsObject {
    let rows: [Due]
    static let members: [Member<ToldDues>] = [.must("rows", \.rows)]
}

/// Who saw a record, the newest first.
struct ToldAccessLog: ToldAsObject {
    let rows: [AccessLine]
    static let members: [Member<ToldAccessLog>] = [.must("rows", \.rows)]
}

extension AccessLine: ToldAsObject {
    static let members: [Member<AccessLine>] = [
        .must("worker") { ToldWorker(id: $0.worker) }, .must("what", \.what), .must("byProgram", \.byProgram),
        .must("count", \.count), .must("first", \.first), .must("last", \.last),
    ]
}

extension AccessLine.What: Told {}

struct ToldNIK: ToldAsObject {
    let nik: NIK
    static let members: [Member<ToldNIK>] = [.must("nik", \.nik.text)]
}
