import ArgumentParser
import Desk
import Foundation
import Spreadsheet

/// The file of a sheet, and which sheet of it where it is a workbook.
struct SheetSource {
    let sheet: SheetFile
    private let workbook: Workbook?

    init(_ path: String, sheet number: Int, _ encoding: Charset?, _ delimiter: Delimiter?) throws {
        try Self.checkFile(path)
        let file = URL(filePath: path)
        let workbook = Workbook.begins(file) ? Workbook(file, sheet: number) : nil
        self.workbook = workbook
        do {
            sheet = try workbook.map { try SheetFile($0) } ?? SheetFile(file, charset: encoding, delimiter: delimiter)
        } catch SheetFile.Trouble.utf16 {
            throw ValidationError("The sheet is written in UTF-16; save it as CSV in UTF-8.")
        } catch is CocoaError {
            throw ValidationError("\(path) can't be read.")
        }
    }

    /// A pipe would never end, and a device has no beginning to go back to.
    private static func checkFile(_ path: String) throws {
        let url = URL(filePath: path).resolvingSymlinksInPath()
        guard let type = try? FileManager.default.attributesOfItem(atPath: url.path)[.type] as? FileAttributeType else {
            throw ValidationError("There is no file \(path).")
        }
        guard type != .typeDirectory else { throw ValidationError("\(path) is a folder; say which file in it.") }
        guard type == .typeRegular else {
            throw ValidationError("\(path) is no regular file; save what it holds in one, and import that.")
        }
        guard FileManager.default.isReadableFile(atPath: url.path) else {
            throw ValidationError("\(path) can't be read by this user.")
        }
    }

    /// Which of several sheets it is; nil where there is but one.
    var sentence: String? {
        guard let workbook, let count = workbook.sheets, count > 1 else { return nil }
        return "The workbook has \(count) sheets; this is sheet \(workbook.sheet). The others: --sheet."
    }
}
