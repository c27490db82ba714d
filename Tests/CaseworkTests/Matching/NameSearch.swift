import Casework
import Foundation

/// A full-text index in small: which names share tokens with the one that is looked for.
struct NameSearch {
    private var numbers: [String: Int32] = [:]
    /// By token, the names that have it.
    private var postings: [[Int32]] = []
    private let names: [String]

    init(_ names: [String]) {
        self.names = names
        for (place, name) in names.enumerated() {
            for token in NameKey.tokens(name) {
                if let number = numbers[token] {
                    postings[Int(number)].append(Int32(place))
                } else {
                    numbers[token] = Int32(postings.count)
                    postings.append([Int32(place)])
                }
            }
        }
    }

    /// The places of the names that share most with the typed one, rare tokens counting more.
    func candidates(_ typed: String, limit: Int = 200) -> [Int] {
        var points = [Int32](repeating: 0, count: names.count)
        var touched: [Int32] = []
        for token in NameKey.tokens(typed) {
            guard let number = numbers[token] else { continue }
            let posting = postings[Int(number)]
            let rarity = Self.rarity(posting.count, of: names.count)
            for place in posting {
                if points[Int(place)] == 0 { touched.append(place) }
                points[Int(place)] += rarity
            }
        }
        // How many names have how many points, to know where the best begin without sorting them all.
        var tally: [Int32: Int] = [:]
        for place in touched { tally[points[Int(place)], default: 0] += 1 }
        var (found, least) = (0, Int32(1))
        for (value, count) in tally.sorted(by: { $0.key > $1.key }) {
            least = value
            found += count
            if found >= limit { break }
        }
        let best = touched.filter { points[Int($0)] >= least }.sorted { points[Int($0)] > points[Int($1)] }
        return best.prefix(limit).map(Int.init)
    }

    /// Whole numbers, so that they add up to the same in every order.
    private static func rarity(_ count: Int, of all: Int) -> Int32 { Int32(10 * log2(Double(all) / Double(count))) + 1 }
}
