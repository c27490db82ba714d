import Foundation

/// What a ZIP archive holds, as its directory at the end says (APPNOTE 4.3.12 and 4.3.16). Nothing is unpacked.
struct Archive {
    private let file: URL

    init(_ file: URL) { self.file = file }

    struct Unreadable: Error {}

    /// A directory of a workbook is a few thousand bytes.
    private static let longest = 1 << 20

    func names() throws -> [String] {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        let size = try handle.seekToEnd()
        // The end of the directory is 22 bytes and a comment of at most 65535.
        let tail = try read(handle, at: size - min(size, 22 + 65_535), size)
        guard let end = tail.indices.dropLast(21).last(where: { tail[$0...].starts(with: [0x50, 0x4B, 5, 6]) }) else {
            throw Unreadable()
        }
        let length = tail.number(at: end + 12, bytes: 4)
        guard length <= Self.longest else { throw Unreadable() }
        return try names(read(handle, at: UInt64(tail.number(at: end + 16, bytes: 4)), UInt64(length)))
    }

    private func names(_ directory: [UInt8]) throws -> [String] {
        var names: [String] = []
        var place = 0
        while place + 46 <= directory.count, directory[place...].starts(with: [0x50, 0x4B, 1, 2]) {
            let name = directory.number(at: place + 28, bytes: 2)
            guard place + 46 + name <= directory.count else { throw Unreadable() }
            names.append(String(decoding: directory[(place + 46)..<(place + 46 + name)], as: UTF8.self))
            place += 46 + name + directory.number(at: place + 30, bytes: 2) + directory.number(at: place + 32, bytes: 2)
        }
        return names
    }

    private func read(_ handle: FileHandle, at place: UInt64, _ count: UInt64) throws -> [UInt8] {
        try handle.seek(toOffset: place)
        return try handle.read(upToCount: Int(clamping: count)).map { Array($0) } ?? []
    }
}

extension [UInt8] {
    /// Little-endian, as the format has all numbers.
    fileprivate func number(at place: Int, bytes: Int) -> Int {
        (0..<bytes).reduce(0) { $0 | Int(self[place + $1]) << (8 * $1) }
    }
}
