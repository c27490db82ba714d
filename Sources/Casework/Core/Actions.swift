/// A record's actions, by name; what every record can do is among them.
package struct Actions<Subject: Record>: ExpressibleByArrayLiteral, Sendable {
    package let all: [any Action<Subject>.Type]
    private let byName: [ActionName: any Action<Subject>.Type]
    /// Those that are asked for by a form of their own on a record that is there, in the order of the list.
    let onRecords: [any Action<Subject>.Type]
    let canVoid = Subject.onlyID(in: 1) == nil

    /// A name that stands twice traps.
    package init(arrayLiteral actions: any Action<Subject>.Type...) {
        let mends: [any Action<Subject>.Type] = [
            CorrectEntry<Subject>.self, WithdrawEntry<Subject>.self, DecideMending<Subject>.self,
        ]
        all = actions + mends + (canVoid ? [VoidRecord<Subject>.self] : [])
        onRecords = all.filter { $0.hasForm && !$0.opens && $0.duty != nil }
        byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
    }

    package subscript(name: ActionName) -> (any Action<Subject>.Type)? { byName[name] }
}
