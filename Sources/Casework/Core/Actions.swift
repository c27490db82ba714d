/// A record's actions, by name; what every record can do is among them.
package struct Actions<Subject: Record>: ExpressibleByArrayLiteral, Sendable {
    package let all: [any Action<Subject>.Type]
    private let byName: [ActionName: any Action<Subject>.Type]

    /// A name that stands twice traps.
    package init(arrayLiteral actions: any Action<Subject>.Type...) {
        let mends: [any Action<Subject>.Type] = [
            CorrectEntry<Subject>.self, WithdrawEntry<Subject>.self, DecideMending<Subject>.self,
        ]
        // A record of which there is one only can't be a wrong one.
        let voids: [any Action<Subject>.Type] = Subject.onlyID(in: 1) == nil ? [VoidRecord<Subject>.self] : []
        all = actions + mends + voids
        byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
    }

    package subscript(name: ActionName) -> (any Action<Subject>.Type)? { byName[name] }
}
