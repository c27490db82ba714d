import Casework

extension Posted {
    /// Reads `application/x-www-form-urlencoded` (WHATWG URL, section 5.1). It never fails: bytes that are no UTF-8 are
    /// shown as U+FFFD and remembered, so that the reader can say so at the field.
    init(formBody bytes: some Sequence<UInt8>) {
        self.init()
        for pair in Array(bytes).split(separator: UInt8(ascii: "&")) {
            let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = Self.decoded(halves[0])
            let value = halves.count == 2 ? Self.decoded(halves[1]) : (text: "", isText: true)
            values[name.text, default: []].append(value.text)
            if !value.isText { notText.insert(name.text) }
        }
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> (text: String, isText: Bool) {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "+") {
                plain.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%"), rest.count >= 2, let high = rest.first?.hexDigit,
                let low = rest.dropFirst().first?.hexDigit
            {
                plain.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else {
                plain.append(byte)
            }
        }
        if let text = String(validating: plain, as: UTF8.self) { return (text, true) }
        return (String(decoding: plain, as: UTF8.self), false)
    }
}

extension UInt8 {
    fileprivate var hexDigit: UInt8? {
        Character(Unicode.Scalar(self)).hexDigitValue.map { UInt8($0) }
    }
}
