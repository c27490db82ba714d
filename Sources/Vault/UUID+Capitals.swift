import Foundation

extension UUID {
    /// What `uuidString` says, which chains cover and sealed places name. (That formats byte by byte through the C
    /// library, and a start asks for it twice a record.)
    var capitals: String {
        let digits: StaticString = "0123456789ABCDEF"
        return withUnsafeBytes(of: uuid) { bytes in
            String(unsafeUninitializedCapacity: 36) { text in
                var place = 0
                func put(_ letter: UInt8) {
                    text[place] = letter
                    place += 1
                }
                for (number, byte) in bytes.enumerated() {
                    if [4, 6, 8, 10].contains(number) { put(UInt8(ascii: "-")) }
                    put(digits.utf8Start[Int(byte >> 4)])
                    put(digits.utf8Start[Int(byte & 15)])
                }
                return place
            }
        }
    }
}
