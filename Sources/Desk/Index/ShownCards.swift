import Casework
import Foundation

/// Cards that lists showed or acts put, since the next list shows most of them again.
struct ShownCards {
    private var cards: [UUID: Card] = [:]
    /// A list that read one of these before may show it now.
    private var erased: Set<UUID> = []
    /// Beyond this many they are let go; each is about a kilobyte.
    private static let most = 10_000

    subscript(record: UUID) -> Card? { cards[record] }

    mutating func keep(_ card: Card) {
        guard !erased.contains(card.record) else { return }
        if cards.count >= Self.most { cards = [:] }
        cards[card.record] = card
    }

    mutating func remove(_ records: some Collection<UUID>) {
        erased.formUnion(records)
        for record in records { cards[record] = nil }
    }
}
