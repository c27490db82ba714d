import Casework
import Foundation

/// What is sent is looked over before it is decoded. Each value is tried as text, number, list and object, each failure of
/// which is told with its whole path: a kilobyte of brackets in brackets would take seconds, and a megabyte of commas too.
enum PlainJSON {
    /// Deeper than any form (a step of a goal of a plan is five).
    static let deepest = 12
    /// As many as a form may bring.
    static let mostValues = Posted.mostNames

    /// Whether it is neither deeper nor longer than what is ever asked; whether it is JSON at all is for the decoder.
    static func isPlain(_ json: Data) -> Bool {
        var (depth, values, isText, isEscaped) = (0, 0, false, false)
        for byte in json {
            // Of JSON in two or four bytes a letter, which a decoder reads as well, nothing here would be right.
            if byte == 0 { return false }
            if isText {
                if isEscaped {
                    isEscaped = false
                } else if byte == backslash {
                    isEscaped = true
                } else if byte == quote {
                    isText = false
                }
                continue
            }
            switch byte {
            case quote: isText = true
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: ","): values += 1
            default: break
            }
            if depth > deepest || values > mostValues { return false }
        }
        return true
    }

    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")
}
