package import Foundation

/// An id that knows what it identifies.
package struct ID<Of>: Hashable, Sendable, Codable, CustomStringConvertible {
    package let value: UUID

    package init(_ value: UUID = UUID()) { self.value = value }

    package init?(_ text: some StringProtocol) {
        guard let value = UUID(uuidString: String(text)) else { return nil }
        self.value = value
    }

    package init(from decoder: any Decoder) throws { value = try decoder.singleValueContainer().decode(UUID.self) }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }

    package var description: String { value.text }
}

extension UUID {
    /// In lower case, as addresses, JSON and answers name it. (`uuidString` formats byte by byte through the C library: a
    /// page of links would spend more on it than on its words.)
    package var text: String {
        let digits: StaticString = "0123456789abcdef"
        return withUnsafeBytes(of: uuid) { bytes in
            String(unsafeUninitializedCapacity: 36) { text in
                var place = 0
                for (index, byte) in bytes.enumerated() {
                    if [4, 6, 8, 10].contains(index) {
                        text[place] = UInt8(ascii: "-")
                        place += 1
                    }
                    text[place] = digits.utf8Start[Int(byte >> 4)]
                    text[place + 1] = digits.utf8Start[Int(byte & 15)]
                    place += 2
                }
                return place
            }
        }
    }
}
