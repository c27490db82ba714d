import Casework
import Testing

@Suite struct WordsTests {
    private let words = Words(
        .english,
        [
            "said": "{who} says {what}, {who}", "open": "{who says", "strange": "{nobody}: {who}}", "none": "Nothing.",
        ])

    /// What somebody is called is never taken for a place to fill in.
    @Test(arguments: [
        ("said", "Ana says {who}, Ana"), ("open", "{who says"), ("strange", "{nobody}: Ana}"), ("none", "Nothing."),
        ("unknown", "unknown"),
    ])
    func aSentenceIsFilledInOnce(key: String, sentence: String) {
        #expect(words(key, ["who": "Ana", "what": "{who}"]) == sentence)
    }
}
