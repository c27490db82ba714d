/// A mediation that was offered, and what came of it.
package struct Mediation: Hashable, Sendable, Referable {
    package static var field: Field.Kind { .item(of: .mediations) }

    package let id: ID<Mediation>
    package let offered: OfferMediation
    package internal(set) var outcome: RecordMediation?
}

extension CaseFile {
    /// Those of which nobody said yet what came of them.
    package var openMediations: [Mediation] { mediations.filter { $0.outcome == nil } }
}
