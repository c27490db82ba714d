/// What varies the city. The same seed gives the same city (SplitMix64, which needs one number of state).
struct Seed: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// A seed for a part of the city: what happens there changes nothing elsewhere.
    mutating func part() -> Seed { Seed(next()) }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

    /// One of several; there must be one.
    mutating func pick<Element>(_ several: [Element]) -> Element { several[number(0...several.count - 1)] }

    /// One of several, each as often as its share says.
    mutating func pick<Element>(_ several: [Element], by share: (Element) -> Int) -> Element {
        var left = number(1...several.reduce(0) { $0 + share($1) })
        let found = several.first { one in
            left -= share(one)
            return left <= 0
        }
        return found ?? several[0]
    }
}
