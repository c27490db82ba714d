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
        let unused = try Icon.allCases.map(\.rawValue).filter { !written.contains(try Regex(#"\.\#($0)(?![a-z])"#)) }
        #expect(unused == [])
    }
}
