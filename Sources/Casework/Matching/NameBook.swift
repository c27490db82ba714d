package import Foundation

/// The names on record and whose records have them. It finds those that a typed name may be meant for, however they are
/// spelled; ``NameSimilarity`` then decides.
package struct NameBook: Sendable {
    /// One spelling, once, however many are called so.
    package struct Candidate: Sendable {
        package let name: String
        /// A record comes as often as it has the name.
        package fileprivate(set) var records: [UUID]
    }

    private var names: [Candidate] = []
    private var places: [String: Int32] = [:]
    /// By token, the places of the names that have it, ascending.
    private var postings: [Int: [Int32]] = [:]

    package init() {}

    /// Every name with the records that have it, for the proof that a book that lived says what a new one says.
    package var all: [String: [UUID]] { places.mapValues { names[Int($0)].records.sorted() } }

    package mutating func add(_ name: String, of record: UUID) {
        if let place = places[name] {
            names[Int(place)].records.append(record)
            return
        }
        let place = Int32(names.count)
        names.append(Candidate(name: name, records: [record]))
        places[name] = place
        for token in NameKey.tokens(name) { postings[token, default: []].append(place) }
    }

    /// Takes the name from the record once; nothing stays of a name that nobody has.
    package mutating func remove(_ name: String, of record: UUID) {
        guard let place = places[name], let one = names[Int(place)].records.firstIndex(of: record) else { return }
        names[Int(place)].records.remove(at: one)
        guard names[Int(place)].records.isEmpty else { return }
        names[Int(place)] = Candidate(name: "", records: [])
        places[name] = nil
        for token in NameKey.tokens(name) {
            postings[token]?.removeAll { $0 == place }
            if postings[token]?.isEmpty == true { postings[token] = nil }
        }
    }

    /// The names that share most tokens with the typed one, rare tokens counting more.
    /// - Parameter most: so many of the likeliest; of a hundred thousand names, whom one means is among two hundred
    ///   (`NameMatchingTests`).
    package func candidates(for typed: NameReading, most: Int = 200) -> [Candidate] {
        var points = [Int32](repeating: 0, count: names.count)
        var touched: [Int32] = []
        var highest: Int32 = 0
        for token in typed.tokens {
            guard let posting = postings[token] else { continue }
            let rarity = rarity(posting.count)
            highest += rarity
            for place in posting {
                if points[Int(place)] == 0 { touched.append(place) }
                points[Int(place)] += rarity
            }
        }
        // How many names have how many points: it tells where the likeliest begin without sorting all.
        var tally = [Int](repeating: 0, count: Int(highest) + 1)
        for place in touched { tally[Int(points[Int(place)])] += 1 }
        var (found, least) = (0, highest)
        while least > 1, found + tally[Int(least)] < most {
            found += tally[Int(least)]
            least -= 1
        }
        return touched.filter { points[Int($0)] >= least }.sorted { points[Int($0)] > points[Int($1)] }.prefix(most)
            .map { names[Int($0)] }
    }

    /// By inverse document frequency (K. Spärck Jones, "A Statistical Interpretation of Term Specificity and Its
    /// Application in Retrieval", Journal of Documentation 28, 1972), in tenths of a bit.
    private func rarity(_ having: Int) -> Int32 { Int32(10 * log2(Double(names.count) / Double(having))) + 1 }
}
