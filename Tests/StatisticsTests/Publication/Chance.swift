import Casework

@testable import Statistics

/// The same numbers at each run, from a seed.
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(seed) }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func upTo(_ most: Int) -> Int { Int.random(in: 0...most, using: &self) }

    /// One out of so many, the first ones far more often, as in life.
    mutating func skewed(_ count: Int) -> Int { min(upTo(count - 1), upTo(count - 1), upTo(count - 1)) }
}

extension Grid {
    /// A table of so many people, each somewhere.
    static func any(
        _ people: Int, rows: Int, sides widths: [Int], _ thresholds: Thresholds, using chance: inout Chance
    ) -> Grid {
        var sides: [Range<Int>] = []
        for width in widths {
            let start = sides.last?.upperBound ?? 1
            sides.append(start..<start + width)
        }
        var numbers = Array(repeating: Array(repeating: 0, count: 1 + widths.reduce(0, +)), count: rows)
        for _ in 0..<people {
            let row = chance.skewed(rows)
            numbers[row][0] += 1
            for side in sides {
                let column = min(chance.upTo(side.count - 1), chance.upTo(side.count - 1))
                numbers[row][side.lowerBound + column] += 1
            }
        }
        let sums = numbers[0].indices.map { column in numbers.reduce(0) { $0 + $1[column] } }
        return Grid(numbers: numbers, sides: sides, thresholds, most: sums)
    }
}
