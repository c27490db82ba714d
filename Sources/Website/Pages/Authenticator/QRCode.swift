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

    /// By `posix_spawn`: Foundation's `Process` reads past a directory entry's end when many files are open.
    private static func draw(_ text: String) -> String? {
        guard let input = pipe(), let output = pipe() else { return nil }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input.read.fileDescriptor, 0)
        posix_spawn_file_actions_adddup2(&actions, output.write.fileDescriptor, 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        let words = [program, "--type=ASCII", "--margin=0", "--level=M", "--output=-"]
        let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        var child = pid_t()
        guard posix_spawn(&child, program, &actions, nil, arguments, [nil]) == 0 else { return nil }
        try? output.write.close()
        try? input.write.write(contentsOf: Data(text.utf8))
        try? input.write.close()
        let drawn = (try? output.read.readToEnd()) ?? nil
        var status: Int32 = 0
        while waitpid(child, &status, 0) == -1 && errno == EINTR {}
        return status == 0 ? drawn.map { String(decoding: $0, as: UTF8.self) } : nil
    }

    /// No other program inherits its ends.
    private static func pipe() -> (read: FileHandle, write: FileHandle)? {
        var ends: [Int32] = [0, 0]
        guard Foundation.pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (
            FileHandle(fileDescriptor: ends[0], closeOnDealloc: true),
            FileHandle(fileDescriptor: ends[1], closeOnDealloc: true)
        )
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
