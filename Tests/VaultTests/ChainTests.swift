import Foundation
import Testing

@testable import Vault

@Suite struct ChainTests {
    /// A row that was damaged says any number, and is named like any other.
    @Test func everyVersionHasADigestOfItsOwn() {
        let record = UUID()
        let digests = [1, 2, -1, .max, .min].map { Chain.digest(Chain.start, record, $0, Data([1])) }
        #expect(Set(digests).count == digests.count)
    }
}
