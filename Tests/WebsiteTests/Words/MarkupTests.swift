import Foundation
import TestSupport
import Testing

/// No word that a user sees stands in a view: every text of the markup comes from the locale.
@Suite struct MarkupTests {
    /// The same in every language.
    private static let names: Set<String> = ["NIK", "WIB"]

    @Test func noViewSpeaksByItself() throws {
        for (path, text) in try Repository.swiftFiles("Sources/Website") {
            for literal in Literals(text).all where literal.contains("<") {
                #expect(words(literal).isEmpty, "\(path): \(words(literal)) in \(literal)")
            }
        }
    }

    @Test func theTestItselfCanSee() {
        let source = ##"""
            let a: HTML = #"<p class="x">Simpan \#(name)</p>"#
            let b: HTML = """
                <h1>\(words["a.b"])</h1> <span>dan \(f("<b>")) lain</span>
                """
            let c: HTML = "<p title=\"Tutup\">\(words["c.d"]) WIB</p>"
            """##
        #expect(Literals(source).all.map(words).filter { !$0.isEmpty } == [["Simpan"], ["dan", "lain"], ["Tutup"]])
    }

    /// The words between the tags, and those in the attributes that people read.
    private func words(_ literal: String) -> [String] {
        guard literal.contains("<") else { return [] }
        let read = literal.matches(of: #/(?:title|placeholder|aria-label|alt)=\\?"([^"]*)"/#).map { String($0.1) }
        let between = literal.replacing(#/<[^>]*>/#, with: " ").replacing(#/<[^>]*$/#, with: " ")
            .replacing(#/&[a-z]+;/#, with: " ").replacing("\\n", with: " ")
        return ([between] + read).flatMap { $0.matches(of: #/[A-Za-z]{2,}/#).map { String($0.0) } }
            .filter { !Self.names.contains($0) }
    }
}

/// The string literals of a Swift source, without what is interpolated.
private struct Literals {
    private(set) var all: [String] = []
    private let source: [Character]
    private var place = 0

    init(_ text: String) {
        source = Array(text)
        while place < source.count { step() }
    }

    private func starts(_ text: String, at place: Int) -> Bool {
        place + text.count <= source.count && String(source[place..<place + text.count]) == text
    }

    private mutating func step() {
        if starts("//", at: place) {
            while place < source.count, source[place] != "\n" { place += 1 }
            return
        }
        var hashes = 0
        while place + hashes < source.count, source[place + hashes] == "#" { hashes += 1 }
        guard place + hashes < source.count, source[place + hashes] == "\"" else {
            place += max(1, hashes)
            return
        }
        place += hashes
        all.append(literal(hashes: String(repeating: "#", count: hashes)))
    }

    private mutating func literal(hashes: String) -> String {
        let quote = starts("\"\"\"", at: place) ? "\"\"\"" : "\""
        place += quote.count
        var text = ""
        while place < source.count, !starts(quote + hashes, at: place) {
            if starts("\\\(hashes)(", at: place) {
                place += 2 + hashes.count
                skipInterpolation()
            } else if hashes.isEmpty, source[place] == "\\" {
                text += String(source[place..<min(place + 2, source.count)])
                place += 2
            } else {
                text.append(source[place])
                place += 1
            }
        }
        place += quote.count + hashes.count
        return text
    }

    /// What is interpolated is code, and may have literals of its own.
    private mutating func skipInterpolation() {
        var depth = 1
        while place < source.count, depth > 0 {
            switch source[place] {
            case "(": depth += 1
            case ")": depth -= 1
            case "\"", "#":
                step()
                continue
            default: break
            }
            place += 1
        }
    }
}
