package import Foundation

/// The checkout that the tests run in.
package enum Repository {
    package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The Swift files below a folder, with their texts.
    package static func swiftFiles(_ folder: String) throws -> [(path: String, text: String)] {
        let base = root.appending(path: folder)
        let names = try FileManager.default.subpathsOfDirectory(atPath: base.path).filter { $0.hasSuffix(".swift") }
        return try names.sorted().map { name in
            (name, try String(contentsOf: base.appending(path: name), encoding: .utf8))
        }
    }
}
