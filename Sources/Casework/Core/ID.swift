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

    package var description: String { value.uuidString.lowercased() }
}
