extension [UInt8] {
    /// A NUL before the word and after its end.
    func scalar(at place: Int) -> Unicode.Scalar { indices.contains(place) ? Unicode.Scalar(self[place]) : "\0" }
}

extension Unicode.Scalar {
    var isVowel: Bool {
        switch self {
        case "a", "e", "i", "o", "u": true
        default: false
        }
    }
}
