import Casework

/// What may be written of some clients, and what of all.
struct Told: Sendable {
    private let anybody: [LongText]
    private let child: [LongText]
    private let adult: [LongText]

    init(_ anybody: [LongText], child: [LongText] = [], adult: [LongText] = []) {
        self.anybody = anybody
        self.child = child
        self.adult = adult
    }

    func of(_ plot: Plot) -> [LongText] { anybody + (plot.isChild ? child : adult) }
}

extension Work {
    /// A text that is true of this client; where nothing was made up, one that is true of everybody.
    mutating func words(_ told: Told?) -> LongText {
        let texts = told?.of(plot) ?? []
        return seed.pick(texts.isEmpty ? Narratives.notes : texts)
    }
}
