import Foundation

/// What is kept is written in one way only, so that equal things are equal bytes.
extension JSONEncoder {
    static var sorted: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return encoder
    }
}
