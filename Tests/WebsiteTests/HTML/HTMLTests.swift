import Testing

@testable import Website

@Suite struct HTMLTests {
    @Test func textIsEscapedAndMarkupNests() {
        let text = #"<b>"Ja'far" & co</b>"#
        let inner: HTML = "<i>\(text)</i>"
        let page: HTML = #"<p title="\#(text)">\#(inner)\#(each: [inner, inner])\#(3)</p>"#

        let escaped = "&lt;b&gt;&quot;Ja&#39;far&quot; &amp; co&lt;/b&gt;"
        #expect(
            page.text == "<p title=\"\(escaped)\"><i>\(escaped)</i><i>\(escaped)</i><i>\(escaped)</i>3</p>")
    }

    /// One letter to a reader, two to a parser: what is escaped by letters stays live.
    @Test func aQuoteWithACombiningMarkIsEscapedToo() {
        let text = "\"\u{301} onload=x"
        #expect(("\(text)" as HTML).text == "&quot;\u{301} onload=x")
    }
}
