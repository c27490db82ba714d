import Casework
import Foundation
import Storage
import Vault

/// A card on disk: a cache for the next start, sealed under its record's key. Where it does not fit, the record is
/// folded again.
struct SealedCard: Codable {
    let card: Card
    /// When the record was opened: its code tells the year.
    let opened: Date

    static func seal<R: Record>(_ fold: Fold<R>, by key: DataKey, in lane: Int) throws -> Batch.Card? {
        guard let opening = fold.history.first else { return nil }
        let json = try JSONEncoder.sorted.encode(SealedCard(card: fold.card, opened: opening.stamp.instant))
        let record = fold.card.record
        return Batch.Card(
            record: record, version: fold.version, format: Card.format,
            sealed: try key.seal(json, at: place(record, lane, fold.version)))
    }

    /// Nil for a card of another format or another version than the journal's last, and for one that does not open.
    static func unseal(_ stored: StoredRecord, by key: DataKey) -> Indexed? {
        guard let card = stored.card, card.format == Card.format, card.version == stored.last,
            let json = try? key.unseal(card.sealed, at: place(stored.record, stored.lane, card.version)),
            let sealed = try? JSONDecoder().decode(SealedCard.self, from: json),
            let prefix = Records[sealed.card.kind]?.codePrefix
        else { return nil }
        let code = Code(prefix, opened: sealed.opened, number: card.number)
        return Indexed(card: sealed.card, code: code, lane: stored.lane)
    }

    private static func place(_ record: UUID, _ lane: Int, _ version: Int) -> Place {
        Place(table: "cards", lane: lane, owner: record, version: version)
    }
}
