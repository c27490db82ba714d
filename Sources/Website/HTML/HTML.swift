import Casework
import Foundation

/// Markup. What is interpolated is text and is escaped; only HTML nests. Attributes are always quoted.
struct HTML: ExpressibleByStringInterpolation, Sendable, Hashable {
    private(set) var bytes: [UInt8]

    static let none: HTML = ""

    init(stringLiteral literal: StaticString) {
        bytes = literal.withUTF8Buffer { Array($0) }
    }

    init(stringInterpolation parts: Parts) { bytes = parts.bytes }

    /// A part of this program's own source, such as an icon's shapes.
    init(_ literal: StaticString) { self.init(stringLiteral: literal) }

    struct Parts: StringInterpolationProtocol {
        fileprivate var bytes: [UInt8] = []

        init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 32)
        }

        mutating func appendLiteral(_ literal: StaticString) { literal.withUTF8Buffer { bytes += $0 } }

        mutating func appendInterpolation(_ text: String) {
            var text = text
            text.withUTF8 { utf8 in
                // What needs no escape goes in as one piece, and that is nearly everything.
                var start = 0
                for (place, byte) in utf8.enumerated() {
                    guard let escape = Self.escape(byte) else { continue }
                    bytes += UnsafeBufferPointer(rebasing: utf8[start..<place])
                    escape.withUTF8Buffer { bytes += $0 }
                    start = place + 1
                }
                bytes += UnsafeBufferPointer(rebasing: utf8[start...])
            }
        }

        mutating func appendInterpolation(_ number: Int) { bytes += String(number).utf8 }
        mutating func appendInterpolation(_ html: HTML) { bytes += html.bytes }
        mutating func appendInterpolation(_ html: HTML?) { if let html { bytes += html.bytes } }
        mutating func appendInterpolation(_ id: UUID) { bytes += id.text.utf8 }
        mutating func appendInterpolation(_ path: Path) { appendInterpolation(path.description) }

        mutating func appendInterpolation(each parts: some Sequence<HTML>) {
            for part in parts { bytes += part.bytes }
        }

        private static func escape(_ byte: UInt8) -> StaticString? {
            switch byte {
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            case UInt8(ascii: "\""): "&quot;"
            case UInt8(ascii: "'"): "&#39;"
            default: nil
            }
        }
    }

    /// The markup as text, for tests.
    var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension Icon {
    var html: HTML { Self.drawn[self] ?? .none }

    /// Each drawn once: a page has dozens.
    private static let drawn = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.drawing) })

    private var drawing: HTML { #"<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">\#(HTML(shapes))</svg>"# }
}
