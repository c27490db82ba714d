import Foundation
import TestSupport
import Testing

@testable import Website

/// What nobody draws is no part of the website.
@Suite struct StyleTests {
    private let website = Repository.root.appending(path: "Sources/Website")

    /// The markup and the script.
    private func sources(but left: String) throws -> String {
        let files = try FileManager.default.subpathsOfDirectory(atPath: website.path)
        return try files.filter { ($0.hasSuffix(".swift") || $0.hasSuffix(".js")) && !$0.hasSuffix(left) }
            .map { try String(contentsOf: website.appending(path: $0), encoding: .utf8) }.joined(separator: "\n")
    }

    @Test func everyClassThatIsStyledIsWritten() throws {
        let css = try String(contentsOf: website.appending(path: "Assets/lindung.css"), encoding: .utf8)
            .replacing(/url\([^)]*\)/, with: "")
        let written = try sources(but: "Icon.swift")
        let classes = Set(css.matches(of: /\.([a-z][a-z0-9-]+)/).map { String($0.output.1) })
        let unused = classes.filter { name in
            // `event-\(group)`: one class of each.
            let family = name.prefix { $0 != "-" }
            return !written.contains(name) && !written.contains("\(family)-\\(") && !written.contains("\(family)-\\#(")
        }
        #expect(unused.sorted() == [])
        #expect(classes.count > 100)
    }

    @Test func everyIconIsShown() throws {
        let written = try sources(but: "Icon.swift")
        let named = written.matches(of: /Icon\.([a-z]+)(?: : \.([a-z]+))?|\btab\([^,]+, \.([a-z]+)/)
            .flatMap { [$0.output.1, $0.output.2, $0.output.3] }
        // What chooses one, and what it answers.
        let chosen = written.matches(of: /var icon: Icon \{(?s:.*?)\n    \}/)
            .flatMap { $0.output.matches(of: /(?:: |\n +)\.([a-z]+)(?=\n)/) }.map(\.output.1)
        let shown = Set((named.compactMap { $0 } + chosen).map { String($0) })
        #expect(Set(Icon.allCases.map(\.rawValue)).subtracting(shown) == [])
    }
}
