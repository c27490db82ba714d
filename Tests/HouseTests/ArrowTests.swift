import Foundation
import Testing

/// The house of `docs/adr/0001-the-house.md`: arrows point down only.
@Suite struct ArrowTests {
    /// What each target may import of ours.
    static let below: [String: Set<String>] = [
        "lindung": ["Website", "DemoCity", "Statistics", "Desk", "Spreadsheet", "Storage", "Vault", "Casework"],
        "bench": ["Website", "Desk", "Statistics", "Vault", "Casework"],
        "Website": ["Desk", "Statistics", "Spreadsheet", "Casework"],
        "DemoCity": ["Desk", "Casework"],
        "Statistics": ["Casework"],
        "Desk": ["Casework", "Spreadsheet", "Vault", "Storage"],
        "Spreadsheet": ["Casework"],
        "Storage": [],
        "Vault": [],
        "Casework": [],
    ]

    /// Where alone a library may be imported; one that is not here may be imported nowhere.
    static let libraries: [String: Set<String>] = [
        "GRDB": ["Storage"],
        "GRDBSQLite": ["bench"],
        "Crypto": ["Vault"],
        "CryptoExtras": ["Vault"],
        "Yams": ["Desk"],
        "Hummingbird": ["Website", "bench"],
        "HummingbirdCore": ["Website"],
        "HTTPTypes": ["Website"],
        "NIOCore": ["Website", "lindung"],
        "NIOHTTPTypes": ["Website"],
        "Logging": ["Website", "lindung", "bench"],
        "ArgumentParser": ["lindung"],
        "ServiceLifecycle": ["lindung"],
        "UnixSignals": ["lindung"],
        "Foundation": Set(below.keys),
        "Synchronization": ["Storage", "Desk", "Website", "lindung", "bench"],
    ]

    @Test(arguments: below.keys.sorted())
    func importsPointDown(target: String) throws {
        for (path, text) in try sources(target) {
            for module in imports(text) {
                let isAllowed =
                    Self.below[target]?.contains(module) == true || Self.libraries[module]?.contains(target) == true
                #expect(isAllowed, "\(target)/\(path) imports \(module)")
            }
        }
    }

    @Test(arguments: below.keys.sorted())
    func thePackageGivesJustThose(target: String) throws {
        let declaration = try Regex(#"[tT]arget\(\s*name: "\#(target)"(?:,\s*dependencies: \[([^\]]*)\])?"#)
        let found = try #require(try text("Package.swift").firstMatch(of: declaration))
        let dependencies = String(found.output[1].substring ?? "").replacing(/\.product\([^)]*\)/, with: "")
        let ours = dependencies.matches(of: /"(\w+)"/).map { String($0.output.1) }
        #expect(Set(ours) == Self.below[target])
    }

    @Test func theDocumentTellsJustThose() throws {
        let rows = try text("docs/adr/0001-the-house.md").matches(of: /\n\| `(\w+)` \|[^|]+\| ([^|]+) \|/)
        let told = rows.map { row -> (String, Set<String>) in
            switch row.output.2 {
            case "all": (String(row.output.1), Set(Self.below.keys).subtracting(["lindung", "bench"]))
            case "none": (String(row.output.1), [])
            default: (String(row.output.1), Set(row.output.2.split(separator: ", ").map { String($0) }))
            }
        }
        #expect(Dictionary(uniqueKeysWithValues: told) == Self.below)
    }

    @Test func everyTargetIsInTheHouse() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path)
        #expect(Set(folders).isSubset(of: Self.below.keys))
    }

    @Test func nothingIsPublic() throws {
        for target in Self.below.keys {
            for (path, text) in try sources(target) {
                #expect(!isPublic(text), "\(target)/\(path)")
            }
        }
    }

    @Test(arguments: [
        ("    public func a()", true), ("final public class A {", true), ("static public let a = 1 // b", true),
        ("public private(set) var a = 1", true), ("@objc public init?()", true), ("public import Foundation", true),
        ("// public func a()", false), ("let public = 1", false), ("init?(public text: String)", false),
        ("\"public, max-age=1\"", false),
    ])
    func publicIsSeenAmongOtherWords(line: String, isSeen: Bool) {
        #expect(isPublic("let a = 1\n\(line)\n") == isSeen)
    }

    private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// All of a target's files; there is no target without any.
    private func sources(_ target: String) throws -> [(String, String)] {
        let folder = root.appending(path: "Sources/\(target)")
        let paths = try #require(FileManager.default.enumerator(atPath: folder.path))
        let files = paths.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }
        try #require(!files.isEmpty)
        return try files.map { ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) }
    }

    /// Whether something is declared public, wherever the word stands among those before the declaration.
    private func isPublic(_ text: String) -> Bool {
        let declaration =
            #/
            \bpublic (\(set\))? \s+ (@?\w+ (\(\w+\))? \s+)*
            (actor | class | enum | extension | func | import | init | let | protocol | struct | subscript | typealias | var)\b
            /#
        return text.replacing(#/\/\/.*/#, with: "").contains(declaration)
    }

    private func imports(_ text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard let place = words.firstIndex(of: "import"), place <= 1, words.count > place + 1 else { return nil }
            return String(words[place + 1])
        }
    }
}
