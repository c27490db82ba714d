package import Vault

/// What outsiders check an installation's notes by: each key that ever signed, the newest last.
package struct NoteVerifiers: Hashable, Sendable {
    package let generations: [NoteVerifier]

    /// Nil for none.
    init?(_ generations: [NoteVerifier]) {
        guard !generations.isEmpty else { return nil }
        self.generations = generations
    }

    var name: String { generations[0].name }
    package var newest: NoteVerifier { generations[generations.count - 1] }

    /// The text of a note, and which key signed it; nil for one that none of them signed as it stands.
    func text(of note: String) -> (text: String, generation: Int)? {
        for (generation, verifier) in generations.enumerated().reversed() {
            if let text = verifier.text(of: note) { return (text, generation) }
        }
        return nil
    }

    /// What an earlier key signed after a later one had: whoever stole the key that was given up could write it.
    func stale(_ heads: [SignedHead]) -> [Finding] {
        let books = Dictionary(grouping: heads) { Origin(name, $0.book, $0.lane) }
        return books.values.flatMap { heads in
            var newest = 0
            var stale: [Finding] = []
            let known = heads.compactMap { head in text(of: head.note).map { (head: head, by: $0.generation) } }
            for (head, generation) in known.sorted(by: { ($0.head.size, $0.by) < ($1.head.size, $1.by) }) {
                if generation < newest { stale.append(.wrongNote(head.book, lane: head.lane, size: head.size)) }
                newest = max(newest, generation)
            }
            return stale
        }
    }
}
