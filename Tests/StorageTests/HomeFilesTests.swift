import Foundation
import TestSupport
import Testing

@testable import Storage

/// What one of a home's files shows of the other.
@Suite struct HomeFilesTests {
    private let folder: TemporaryFolder
    private var home: URL { folder.url.appending(path: "home") }

    init() throws { folder = try TemporaryFolder() }

    private func open(isReading: Bool = false, makes: Bool = true) throws -> Store {
        try Store(
            home, isReading: isReading, makes: makes, chainStart: Data(), chain: { $0 + $3 },
            rowMark: { _ in { row in Data(repeating: UInt8(row.count & 0xff), count: 32) } })
    }

    private func makeHome(keys: Int, accounts: Int) async throws {
        let store = try open()
        for _ in 0..<keys { try await store.keep(Data([1]), for: UUID()) }
        for number in 0..<accounts {
            try await store.write(
                """
                INSERT INTO accounts (id, lane, handle, rights, sealed)
                VALUES (\(UUID()), 1, \(Data([UInt8(number)])), 1, \(Data()))
                """)
        }
        try store.close()
    }

    private func empty(_ file: String) throws {
        for end in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: home.appending(path: file).path + end)
        }
        try Data().write(to: home.appending(path: file))
    }

    @Test(arguments: [true, false])
    func aFileThatWasEmptiedIsLost(isReading: Bool) async throws {
        try await makeHome(keys: 1, accounts: 1)
        for file in ["data.sqlite", "keys.sqlite"] {
            let whole = try Data(contentsOf: home.appending(path: file))
            try empty(file)
            #expect(throws: StoreTrouble.lost(file)) { try open(isReading: isReading) }
            try whole.write(to: home.appending(path: file))
        }
        try open(isReading: isReading).close()
    }

    /// The tables were made, and the log with everything else is gone.
    @Test func keysWithoutAKeyAreLostWhereSomethingIsSealed() async throws {
        try await makeHome(keys: 0, accounts: 1)
        #expect(throws: StoreTrouble.lost("keys.sqlite")) { try open() }
    }

    /// A making that was broken off at any moment goes on.
    @Test func whatWasNeverFinishedGoesOn() async throws {
        #expect(throws: StoreTrouble.empty) { try open(makes: false) }
        try await makeHome(keys: 0, accounts: 0)
        try open(makes: false).close()
        try empty("data.sqlite")
        #expect(throws: StoreTrouble.empty) { try open(makes: false) }
        try open().close()
        try empty("keys.sqlite")
        try open().close()
        try await makeHome(keys: 1, accounts: 0)
        #expect(throws: StoreTrouble.empty) { try open(makes: false) }
        #expect(throws: StoreTrouble.empty) { try open(isReading: true) }
        try open().close()
    }
}
