import Foundation

/// A picture that a phone's camera reads. `qrencode` (Debian) draws it, where it is installed: the text goes in by the
/// pipe, so that no list of processes ever shows it.
struct QRCode {
    /// The dark squares, by row.
    private let rows: [[Bool]]

    private static let program = "/usr/bin/qrencode"

    /// Nil where the program is missing or fails: what it would have shown is told in words as well.
    init?(_ text: String) async {
        guard FileManager.default.isExecutableFile(atPath: Self.program) else { return nil }
        let drawn = await withCheckedContinuation { reply in
            DispatchQueue.global().async { reply.resume(returning: Self.draw(text)) }
        }
        // Two signs wide, one high.
        rows = (drawn ?? "").split(separator: "\n").map { line in
            stride(from: 0, to: line.count, by: 2).map { Array(line)[$0] == "#" }
        }
        guard let side = rows.first?.count, side > 0, rows.allSatisfy({ $0.count == side }), rows.count == side
        else { return nil }
    }

    private static func draw(_ text: String) -> String? {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: program)
        process.arguments = ["--type=ASCII", "--margin=0", "--level=M", "--output=-"]
        process.environment = [:]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        try? input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        try? input.fileHandleForWriting.close()
        let drawn = (try? output.fileHandleForReading.readToEnd()) ?? nil
        process.waitUntilExit()
        return process.terminationStatus == 0 ? drawn.map { String(decoding: $0, as: UTF8.self) } : nil
    }

    /// With the quiet zone of four squares that readers need (ISO/IEC 18004).
    func html(_ label: String) -> HTML {
        let side = rows.count + 8
        let squares = rows.enumerated().flatMap { y, row in
            row.enumerated().filter(\.element).map { x, _ in "M\(x + 4) \(y + 4)h1v1h-1z" }
        }
        return """
            <svg class="qr" role="img" aria-label="\(label)" viewBox="0 0 \(side) \(side)" shape-rendering="crispEdges">\
            <path class="qr-paper" d="M0 0h\(side)v\(side)h-\(side)z"/><path d="\(squares.joined())"/></svg>
            """
    }
}
