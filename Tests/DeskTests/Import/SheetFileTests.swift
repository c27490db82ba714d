import Casework
import Foundation
import Spreadsheet
import TestSupport
import Testing
import Vault

@testable import Desk

/// What is a sheet, and what is none.
@Suite struct SheetFileTests {
    @Test func everyFormatThatIsNoTextIsTold() throws {
        for bytes in [[0x50, 0x4B, 3, 4, 0], [0xD0, 0xCF, 0x11, 0xE0]] as [[UInt8]] {
            #expect(throws: SheetFile.Trouble.noText) { try SheetFile(Data(bytes)) }
        }
        for bytes in [[0xFF, 0xFE, 0x41, 0], [0x41, 0, 0x42, 0], [0, 0x41, 0, 0x42]] as [[UInt8]] {
            #expect(throws: SheetFile.Trouble.utf16) { try SheetFile(Data(bytes)) }
        }
        #expect(throws: SheetFile.Trouble.noHeadings) { try SheetFile(Data()).columns(.shipped()) }
        let empty = "Tgl Lapor;Kanal;Nama Korban;Kronologi\n" + String(repeating: ";", count: SheetFile.mostColumns + 1)
        _ = try SheetFile(Data(empty.utf8)).columns(.shipped())
        #expect(throws: SheetFile.Trouble.tooManyColumns) {
            try SheetFile(Data((empty + "x").utf8)).columns(.shipped())
        }
        // A folder opens, and can't be read.
        let folder = try TemporaryFolder()
        #expect(throws: CocoaError.self) { try SheetFile(folder.url) }
    }
}

@Suite struct WorkbookTests {
    @Test func aWorkbookTellsHowManySheetsItHas() throws {
        let file = Repository.root.appending(path: "Tests/CommandTests/Workbooks/register.xlsx")
        #expect(Workbook(file, sheet: 2).sheets == 2)
        let folder = try TemporaryFolder()
        let broken = folder.url.appending(path: "w.xlsx")
        for bytes in [[0x50, 0x4B, 3, 4, 0], [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0xFF, count: 18)] as [[UInt8]] {
            try Data(bytes).write(to: broken)
            #expect(Workbook(broken, sheet: 1).sheets == nil)
        }
    }
}
