package import Foundation

/// A workbook of Excel (`.xlsx`), read by Debian's `xlsx2csv`, which is there only where somebody wants it. Unlike a
/// sheet of text it is held whole, in memory and never on a disk: what a program tells anew might be told otherwise.
package struct Workbook: Sendable {
    package enum Trouble: Error, Hashable, Sendable {
        /// `xlsx2csv` is not installed.
        case noReader
        /// It could not read the sheet.
        case unreadable
    }

    private let file: URL
    /// Counted from 1.
    package let sheet: Int

    package init(_ file: URL, sheet: Int) {
        self.file = file
        self.sheet = sheet
    }

    /// Whether a file begins as one: it is a ZIP archive.
    package static func begins(_ file: URL) -> Bool {
        let handle = try? FileHandle(forReadingFrom: file)
        defer { try? handle?.close() }
        return (try? handle?.read(upToCount: 4)) == Data([0x50, 0x4B, 0x03, 0x04])
    }

    /// How many sheets there are, so that nobody takes one for all of them; nil where its directory can't be read.
    package var sheets: Int? {
        let names = try? Archive(file).names()
        return names.map { $0.count { $0.wholeMatch(of: #/xl/worksheets/[^/]+\.xml/#) != nil } }
    }

    /// The sheet as CSV.
    func csv() throws -> Data {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["xlsx2csv", "--sheet", "\(sheet)", "--dateformat", "%Y-%m-%d", file.path]
        let output = Pipe()
        process.standardOutput = output
        // What it complains of may quote cells.
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let csv = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        // That is how `env` says that there is no such program.
        guard process.terminationStatus != 127 else { throw Trouble.noReader }
        // Of a sheet that is not there it says nothing at all.
        guard process.terminationStatus == 0, !csv.isEmpty else { throw Trouble.unreadable }
        return csv
    }
}
