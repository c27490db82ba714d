import Foundation
import Testing

/// A test that stands beside a suite, in an extension of something else, is never run and never fails.
@Suite struct SuiteTests {
    @Test func everyTestStandsInASuite() throws {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let files = try #require(FileManager.default.enumerator(at: tests, includingPropertiesForKeys: nil))
        var count = 0
        for case let file as URL in files where file.pathExtension == "swift" {
            var declaration = ""
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                if let first = line.first, first.isLetter || first == "@" { declaration = String(line) }
                guard line.hasPrefix("    @Test") else { continue }
                count += 1
                #expect(declaration.hasPrefix("@Suite"), "\(file.lastPathComponent): \(line)")
            }
        }
        #expect(count > 1_000)
    }
}
