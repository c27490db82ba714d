import Foundation

/// A file that the pages use. It travels inside the program; its address carries a fingerprint of its bytes, so that a
/// browser may keep it for good.
enum Asset: String, CaseIterable, Hashable, Sendable {
    case style = "lindung.css"
    case script = "app.js"
    case mark = "mark.svg"

    var bytes: [UInt8] {
        switch self {
        case .style: PackageResources.lindung_css
        case .script: PackageResources.app_js
        case .mark: PackageResources.mark_svg
        }
    }

    var type: String {
        switch self {
        case .style: "text/css; charset=utf-8"
        case .script: "text/javascript; charset=utf-8"
        case .mark: "image/svg+xml"
        }
    }

    var address: String { "\(Self.fingerprints[self] ?? "")-\(rawValue)" }

    /// Nil for a name or a fingerprint that is not of this program.
    init?(address: some StringProtocol) {
        guard let asset = Self.allCases.first(where: { $0.address == address }) else { return nil }
        self = asset
    }

    private static let fingerprints = Dictionary(uniqueKeysWithValues: allCases.map { ($0, fingerprint($0.bytes)) })

    /// FNV-1a, 64 bits: tells versions apart, protects nothing.
    private static func fingerprint(_ bytes: [UInt8]) -> String {
        String(bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }, radix: 36)
    }
}
