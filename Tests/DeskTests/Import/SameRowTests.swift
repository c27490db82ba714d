import Casework
import Foundation
import Spreadsheet
import TestSupport
import Testing
import Vault

@testable import Desk

/// Which rows are the same, in a sheet and in what was brought in before.
@Suite struct SameRowTests {
    private static let head = "Tgl Lapor;Kanal;No Reg;Nama Korban;JK;Umur;Kronologi;Jenis Kekerasan\n"
    private static let sister = "5/1/2023;Langsung;1;Anak;P;5;Dipukul ayah.;Fisik\n"
    private static let brother = "5/1/2023;Langsung;1;Anak;L;7;Dipukul ayah.;Psikis\n"

    private func bring(_ world: World, _ text: String) async throws -> (counts: SheetCounts, told: [SheetImport.Told]) {
        var told: [SheetImport.Told] = []
        let counts = try await world.pass(SheetFile(Data(text.utf8))).write(skipsBad: false) { told.append($0) }
        return (counts, told)
    }

    @Test func brotherAndSisterAreTwoAndNoneComesTwice() async throws {
        let world = try await World()
        let first = try await bring(world, Self.head + Self.sister + Self.brother + Self.sister)
        #expect(first.counts.complaints == 2 && first.counts.same == 1)
        #expect(first.told.map { $0.notes.map(\.note) } == [[], [.otherPerson], []])
        // Again, and sorted the other way.
        for rows in [Self.sister + Self.brother, Self.brother + Self.sister] {
            let again = try await bring(world, Self.head + rows)
            #expect(again.counts.already == 2 && again.counts.complaints == 0)
        }
    }

    /// What was mended in the sheet since is no other row.
    @Test func anAgeThatIsFilledInLaterMakesNoOtherRow() async throws {
        let world = try await World()
        _ = try await bring(world, Self.head + "5/1/2023;Langsung;1;Anak;P;;Dipukul ayah.;Fisik\n")
        #expect(try await bring(world, Self.head + Self.sister).counts.already == 1)
    }

    /// Nor is one of two of whom it was mended; and of another one before the first, a person decides.
    @Test func whoeverIsMendedOfTwoIsNoThird() async throws {
        let world = try await World()
        _ = try await bring(world, Self.head + Self.sister + Self.brother)
        for rows in [
            Self.sister.replacing(";5;", with: ";6;") + Self.brother,
            Self.sister + Self.brother.replacing(";7;", with: ";8;"),
        ] {
            let again = try await bring(world, Self.head + rows)
            #expect(again.counts.already == 2 && again.counts.complaints == 0)
            #expect(again.told.flatMap { $0.notes.map(\.note) } == [.differs])
        }
        let third = Self.sister.replacing(";5;", with: ";3;")
        #expect(try await bring(world, Self.head + Self.sister + Self.brother + third).counts.complaints == 1)
        #expect(try await bring(world, Self.head + third + Self.brother + Self.sister).counts.already == 3)
    }

    @Test func anotherOneUnderTheSameNameIsToldOf() async throws {
        let world = try await World()
        _ = try await bring(world, Self.head + Self.sister)
        let again = try await bring(world, Self.head + Self.brother + Self.sister)
        #expect(again.counts.already == 2 && again.told.map { $0.notes.map(\.note) } == [[.differs], []])
    }

    @Test func columnsAndRowsInAnotherOrderAreTheSame() async throws {
        let world = try await World()
        let one =
            "Tgl Lapor;Kanal;Nama;Permasalahan;Kronologi\n5/1/2023;Langsung;A;x;y\n;Langsung;B;Rumah tangga;Dipukul\n"
        #expect(try await bring(world, one).counts.complaints == 2)
        let other =
            "Kronologi;Permasalahan;Nama;Kanal;Tgl Lapor\nz;u;C;Langsung;9/1/2023\nDipukul;Rumah tangga;B;Langsung;\ny;x;A;Langsung;5/1/2023\n"
        let again = try await bring(world, other).counts
        #expect(again.already == 2 && again.complaints == 1)
    }

    /// What an older program brought in has its older key.
    @Test func whatWasBroughtInByAnOlderProgramIsKnown() async throws {
        let world = try await World()
        let text = "Tgl Lapor;Kanal;Nama;Permasalahan;Kronologi\n5/1/2023;Langsung;A;x;y\n;Langsung;B;x;y\n"
        let pass = try world.pass(SheetFile(Data(text.utf8)))
        var rows = try pass.file.rows(pass.columns, pass.spellings, fills: [:], today: Day(World.now))
        while let row = try rows.next() {
            let former = try #require(row.formerIdentity)
            let key = world.desk.vault.rowKey(Data("1\n\(former)".utf8))
            let told = ImportComplaint(received: Day(World.now), channel: .letter, what: "x", source: "lembar:1")
            try await world.desk.perform(told, on: ID(), by: world.rina, Asking(key: key))
        }
        #expect(try await bring(world, text).counts.already == 2)
    }

    /// What people do who read that a row's day is that of the row above.
    @Test func aDayThatIsFilledInLaterMakesNoOtherRow() async throws {
        let world = try await World()
        let first = "5/1/2023;Langsung;;Ani;P;5;Dipukul.;Fisik\n"
        _ = try await bring(world, Self.head + first + ";Langsung;;Budi;L;7;Dipukul.;Fisik\n")
        let again = try await bring(world, Self.head + first + "5/1/2023;Langsung;;Budi;L;7;Dipukul.;Fisik\n")
        #expect(again.counts.already == 2 && again.counts.complaints == 0)
        // On another day it is another complaint.
        let other = try await bring(world, Self.head + "6/1/2023;Langsung;;Budi;L;7;Dipukul.;Fisik\n")
        #expect(other.counts.complaints == 1)
    }

    /// One that tells neither sex nor age is one of the two, and not both.
    @Test func whoIsToldVaguelyIsOneOfTwo() async throws {
        let vague = "5/1/2023;Langsung;1;Anak;;;Dipukul ayah.;Fisik\n"
        let world = try await World()
        _ = try await bring(world, Self.head + vague)
        let later = try await bring(world, Self.head + Self.sister + Self.brother)
        #expect(later.counts.already == 1 && later.counts.complaints == 1)
        #expect(later.told.map { $0.notes.map(\.note) } == [[], [.otherPerson]])
        let once = try await bring(try await World(), Self.head + vague + Self.sister + Self.brother)
        #expect(once.counts.complaints == 2 && once.counts.same == 1)
    }

    /// The next month tells the same few words of somebody: only a person knows whether it is the same complaint.
    @Test func theSameWordsOnAnotherBorrowedDayAreTold() async throws {
        let world = try await World()
        let budi = ";Langsung;;Budi;L;7;KDRT;Fisik\n"
        _ = try await bring(world, Self.head + "5/1/2023;Langsung;;Ani;P;5;x;Fisik\n" + budi)
        let next = try await bring(world, Self.head + "9/3/2023;Langsung;;Cici;P;5;x;Fisik\n" + budi)
        #expect(next.counts.complaints == 1 && next.told.last?.notes.map(\.note) == [.dayFromAbove, .differs])
    }
}
