import Casework
import Testing

/// How somebody is reached is known by the names of the questions, whatever action asks.
@Suite struct FieldContactTests {
    /// A question that sounds like it is one, or is named here.
    @Test func whatSoundsLikeContactIsContact() throws {
        // Whether somebody can be reached, and who speaks for a partner.
        let others: Set = ["reachable", "contact"]
        var known: Set<String> = []
        for record in Records.all {
            for (action, name, field) in try fields(of: record) {
                let isContact = field.isContact(named: name)
                let sounds = ["phone", "contact", "address", "reach", "whatsapp", "email", "street"]
                let last = name.split(separator: ".").last.map(String.init) ?? name
                if isContact { known.insert(last) }
                guard sounds.contains(where: last.lowercased().contains), !others.contains(last) else { continue }
                #expect(isContact, "\(action) \(name)")
            }
        }
        // `rules` does not sound like it, and is.
        #expect(known.isSuperset(of: ["phone", "rules", "address", "safeContact"]))
    }

    private func fields(of record: any Record.Type) throws -> [(ActionName, String, Field)] {
        func list<R: Record>(_ type: R.Type) -> [any Action.Type] { type.actions.all.map { $0 } }
        var all: [(ActionName, String, Field)] = []
        for action in list(record) where action.hasForm {
            for field in try FormReader.fields(of: action) {
                for (name, inner) in named(field, "") { all.append((action.name, name, inner)) }
            }
        }
        return all
    }

    /// A field, and those within it.
    private func named(_ field: Field, _ prefix: String) -> [(String, Field)] {
        let name = prefix + field.name
        switch field.kind {
        case .group(let inner), .rows(let inner): return [(name, field)] + inner.flatMap { named($0, name + ".") }
        default: return [(name, field)]
        }
    }
}
