import Foundation
import Testing

/// Every document that code, tools or other documents name is in the repository: whoever has a clone can read it.
@Suite struct CitationTests {
    /// Where documents are named.
    static let folders = ["Sources", "Tests", "docs", "e2e", "ops", "faults"]
    static let files = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "Makefile", "Package.swift"]
    static let endings = [".swift", ".md", ".py", ".yaml", "Makefile"]
    /// Names that are not there are put together with it, or this file would name them.
    static let ending = ".md"

    @Test func everyDocumentThatIsNamedIsThere() throws {
        let paths = paths()
        let documents = Set(paths.filter { $0.hasSuffix(Self.ending) })
        #expect(documents.contains("docs/store.md"))
        for path in paths where Self.endings.contains(where: path.hasSuffix) {
            let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
            for name in names(text) {
                #expect(isThere(name, namedIn: path, documents), "\(path) names \(name)")
            }
        }
    }

    /// Notes beside the repository are on their writer's machine alone. Capitals count.
    @Test(arguments: ["domain", "docs/domain", "../../../shared/domain", "/shared/domain", "security", "a", "docs/a"])
    func whatLiesElsewhereIsNotThere(name: String) {
        let documents = Set(["README", "SECURITY", "docs/store", "Tests/a"].map { $0 + Self.ending })
        #expect(!isThere(name + Self.ending, namedIn: "Sources/Casework/Sex.swift", documents))
    }

    @Test(arguments: ["docs/store", "./store", "store", "SECURITY", "../SECURITY", "0016-erasure"])
    func aDocumentIsFoundByPathOrByName(name: String) {
        let documents = Set(["SECURITY", "docs/store", "docs/adr/0016-erasure"].map { $0 + Self.ending })
        #expect(isThere(name + Self.ending, namedIn: "docs/guide", documents))
    }

    @Test func namesAreReadOutOfSentences() {
        let md = Self.ending
        let text = """
            /// It (`a/b-1\(md)` 1.2), [that](../C\(md)#d) or e\(md).
            // \(md) of no name, f\(md)x, https://example.org/g\(md)
            """
        #expect(names(text) == ["a/b-1\(md)", "../C\(md)", "e\(md)"])
    }

    private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Of everything in which documents are named, from the root.
    private func paths() -> [String] {
        let inside = Self.folders.flatMap { folder in
            let paths = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
            return (paths?.compactMap { $0 as? String } ?? []).map { "\(folder)/\($0)" }
        }
        return inside + Self.files
    }

    /// The documents that a text names; what stands on the net is somebody else's to keep.
    private func names(_ text: String) -> [String] {
        text.split(separator: "\n").filter { $0.contains(Self.ending) }.flatMap { line in
            line.matches(of: #/[\w.\/-]*[\w-]\.md(?!\w)/#).map { String($0.output) }
        }
        .filter { !$0.hasPrefix("//") }
    }

    /// By the path from the root, or from who names it; or by the bare name, in the root or anywhere below docs.
    private func isThere(_ name: String, namedIn path: String, _ documents: Set<String>) -> Bool {
        let parts = name.split(separator: "/")
        let folder = path.split(separator: "/").dropLast()
        if documents.contains(name) || documents.contains(joined(folder + parts)) { return true }
        return parts.count == 1 && documents.contains { $0.hasPrefix("docs/") && $0.hasSuffix("/" + name) }
    }

    /// A path without its steps back and its steps on the spot.
    private func joined(_ parts: [Substring]) -> String {
        var path: [Substring] = []
        for part in parts where part != "." {
            if part == ".." { _ = path.popLast() } else { path.append(part) }
        }
        return path.joined(separator: "/")
    }
}
