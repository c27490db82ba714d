import Foundation
import Testing

@testable import Casework

/// Our ids are made, read and written by hand; Foundation's say whether that is right.
@Suite struct IDTests {
    @Test func everyIdIsReadAsItWasWritten() throws {
        for _ in 0..<1_000 {
            let id = UUID()
            #expect(UUID(text: id.uuidString) == id)
            #expect(UUID(text: id.text) == id)
            #expect(id.text == id.uuidString.lowercased())
        }
    }

    @Test func aRandomIdSaysThatItIsOne() {
        let ids = (0..<1_000).map { _ in UUID.random() }
        #expect(Set(ids).count == ids.count)
        // Version 4, variant 8 to b (RFC 9562, 4 and 5.4).
        #expect(ids.allSatisfy { $0.uuidString.wholeMatch(of: /.{14}4.{4}[89AB].{16}/) != nil })
        // Each of the other bits is one in about half of them.
        let ones = (0..<128).map { bit in ids.count { $0.bit(bit) } }
        #expect(
            ones.enumerated().allSatisfy {
                (48...51).contains($0) || (64...65).contains($0) || (350...650).contains($1)
            })
    }

    @Test(arguments: [
        "", "-", "6c696e64-756e-6700-8000-00000000000", "6c696e64-756e-6700-8000-0000000000000",
        "6c696e64756e-6700-8000-00000000000000", "6c696e64-756e-6700-8000-00000000000g",
        "6c696e64-756e-6700-8000-0000000000 1", "{6c696e64-756e-6700-8000-0000000000}",
        "6c696e64-756e-6700_8000-000000000000", "６c696e64-756e-6700-8000-0000000000",
    ])
    func whatIsNoIdIsNone(text: String) {
        #expect(UUID(text: text) == nil)
        #expect(ID<CaseFile>(text) == nil)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(ID<CaseFile>.self, from: Data("\"\(text)\"".utf8))
        }
    }

    @Test func anIdInJsonIsFoundations() throws {
        let id = ID<CaseFile>()
        #expect(try JSONEncoder().encode(id) == JSONEncoder().encode(id.value))
        #expect(try JSONDecoder().decode(ID<CaseFile>.self, from: JSONEncoder().encode(id)) == id)
    }
}

extension UUID {
    fileprivate func bit(_ place: Int) -> Bool {
        withUnsafeBytes(of: uuid) { $0[place / 8] >> (7 - place % 8) & 1 == 1 }
    }
}
