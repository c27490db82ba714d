import Casework
import Foundation
import Storage
import TestSupport
import Testing

@testable import Desk

/// A program that does not understand an entry must not work on a home that has some.
@Suite struct EntryFormatTests {
    /// All that can happen with all that is asked, as one number. Where this fails, entries say something new: raise
    /// `Entry.format`, and put the new number here.
    @Test func whatEntriesCanSayIsThatOfTheirFormat() throws {
        let sheets = try Instruments.shipped().all.map { "\($0.id) \($0.version)" }
        let told = Records.all.flatMap { Self.told($0) } + sheets
        let number = Self.number(of: told.sorted().joined(separator: "\n"))
        #expect([Entry.format: number] == [3: 585_976_084_810_575_950])
    }

    private static func told<R: Record>(_: R.Type) -> [String] {
        R.actions.all.map { action in
            // What has no form is told by its name alone. The order in which a form asks is in no entry.
            let asked = try? FormReader.fields(of: action).map { "\($0)" }.sorted()
            return "\(R.kind) \(action.name) \(asked.map { "\($0)" } ?? "")"
        }
    }

    /// FNV-1a (IETF draft-eastlake-fnv): the same in every process.
    private static func number(of text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    @Test func aNewersHomeIsLeftAlone() async throws {
        let world = try await World()
        try await world.receive()
        #expect(try world.workspace.fact(.entryFormat) == "\(Entry.format)")
        try await world.workspace.keep("99", for: .entryFormat)
        await #expect(throws: StoreTrouble.tooNew(version: 99)) { try await world.restarted() }
        for open in [Workspace.proving, Workspace.reading] {
            await #expect(throws: StoreTrouble.tooNew(version: 99)) { try await open(world.home, world.key) }
        }
    }
}
