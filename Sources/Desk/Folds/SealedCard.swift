import Casework
import Foundation
import Storage
import Vault

/// A card on disk: a cache for the next start, sealed under its record's key. Where it does not fit, the record is
/// folded again. It holds the instant that opened the record, which its code tells the year of, as eight bytes of
/// microseconds; after them the card as the index keeps it.
enum SealedCard {
    static func seal(_ card: Card, _ packed: Data, opened: Date, by key: DataKey, in lane: Int) throws -> Batch.Card {
        let bytes = withUnsafeBytes(of: opened.microseconds.bigEndian) { Data($0) } + packed
        return Batch.Card(
            record: card.record, version: card.version, format: Card.format,
            sealed: try key.seal(bytes, at: place(card.record, lane, card.version, Card.format)))
    }

    /// Nil for a record that is not there.
    static func seal<R: Record>(_ fold: Fold<R>, by key: DataKey, in lane: Int) throws -> Batch.Card? {
        guard let opening = fold.history.first else { return nil }
        let card = fold.card
        return try seal(card, card.packed, opened: opening.stamp.instant, by: key, in: lane)
    }

    /// Nil for a card of another format or another version than the journal's last, and for one that does not open.
    static func unseal(_ stored: StoredRecord, by key: DataKey) -> Indexed? {
        guard let kept = stored.card, kept.format == Card.format, kept.version == stored.last,
            let bytes = try? key.unseal(kept.sealed, at: place(stored.record, stored.lane, kept.version, kept.format)),
            bytes.count > 8
        else { return nil }
        let opened = Date(microseconds: bytes.prefix(8).reduce(0) { $0 << 8 | Int64($1) })
        let packed = Data(bytes.dropFirst(8))
        guard let card = try? Card(packed: packed),
            let prefix = Records[card.kind]?.codePrefix
        else { return nil }
        return Indexed(card, packed, Code(prefix, opened: opened, number: kept.number), lane: stored.lane)
    }

    /// Whether the card on disk is what was put there. One of an older format is no damage, since the next start makes it
    /// anew: it opens in its place, and no more can be said of it.
    /// - Parameter fresh: what a fold of the journal gives.
    static func isAsItWasSealed(_ stored: StoredRecord, by key: DataKey, fresh: Indexed?) -> Bool {
        guard let kept = stored.card else { return false }
        guard kept.format != Card.format else { return unseal(stored, by: key) == fresh }
        return (try? key.unseal(kept.sealed, at: place(stored.record, stored.lane, kept.version, kept.format))) != nil
    }

    /// Up to format 9 a card was not bound to its format.
    private static func place(_ record: UUID, _ lane: Int, _ version: Int, _ format: Int) -> Place {
        Place(table: format > 9 ? "cards/\(format)" : "cards", lane: lane, owner: record, version: version)
    }
}
