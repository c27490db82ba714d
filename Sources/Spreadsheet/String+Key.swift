import Foundation

extension String {
    /// As headings and values are compared: small letters and digits, each run of anything else a space.
    package var key: String {
        if let key = plainKey { return key }
        var key = ""
        var isApart = false
        for scalar in folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                if isApart, !key.isEmpty { key.append(" ") }
                key.unicodeScalars.append(scalar)
                isApart = false
            } else {
                isApart = true
            }
        }
        return key
    }

    /// The same where all is ASCII, as nearly every cell is: ten times as quick.
    private var plainKey: String? {
        var key: [UInt8] = []
        var isApart = false
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "A")...UInt8(ascii: "Z"):
                if isApart, !key.isEmpty { key.append(UInt8(ascii: " ")) }
                // A capital differs from its small letter by one bit, which every digit has.
                key.append(byte | 0x20)
                isApart = false
            case 0x80...: return nil
            default: isApart = true
            }
        }
        return String(decoding: key, as: UTF8.self)
    }
}
