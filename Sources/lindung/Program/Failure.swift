import ArgumentParser
import Casework
import Desk
import Foundation
import NIOCore
import Spreadsheet
import Storage
import Vault

/// What went wrong, as one sentence with its remedy.
enum Failure {
    static func explained(_ settings: Settings, _ work: () async throws -> Void) async throws {
        do { try await work() } catch {
            guard let sentence = sentence(error, settings) else { throw error }
            throw ValidationError(sentence)
        }
    }

    /// A rule's no in its own words, as the pages say it.
    private static func sentence(_ notDone: NotDone) -> String? {
        let words = try? Locales.words(.english)
        switch notDone {
        case .refused(let refusal): return words?.refusal(refusal)
        case .faulty(let faults):
            return faults.all.map { "\($0.field): \($0.problem.name)" }.joined(separator: "; ") + "."
        default: return nil
        }
    }

    /// Nil for what nobody foresaw.
    static func sentence(_ error: any Error, _ settings: Settings) -> String? {
        if let notDone = error as? NotDone { return sentence(notDone) }
        return ofKey(error, settings) ?? ofHome(error, settings) ?? ofBackup(error, settings) ?? ofFolder(error)
            ?? ofSheet(error) ?? ofMachine(error, settings)
    }

    private static func ofKey(_ error: any Error, _ settings: Settings) -> String? {
        let home = settings.home.path
        let key = settings.keyFile.url.path
        switch error {
        case KeyFile.Trouble.missing: return "\(key) is missing: without the key nobody can read \(home)."
        case KeyFile.Trouble.readableByOthers: return "\(key) can be read by others; run: chmod 600 \(key)"
        case KeyFile.Trouble.noFile:
            return "\(key) is no key file but a link, a folder or a device; set LINDUNG_KEY to the file itself."
        case KeyFile.Trouble.malformed: return "\(key) is not a key: it does not hold 32 bytes."
        case KeyFile.Trouble.exists:
            return settings.hasHome
                ? "\(key) is there already; nothing was changed."
                : "\(key) is there already, but \(home) is not; move the key away."
        case RecoveryCode.Slip.lines(let count):
            return "A recovery copy has 8 lines with their numbers; \(count) were typed."
        case RecoveryCode.Slip.line(let line):
            return "Line \(line) does not agree with its last two letters; compare it with the paper, letter by letter."
        case is Workspace.WrongKey:
            let next = settings.keyFile.next
            let wrong = "\(key) is not the key of \(home)"
            guard next.isThere else { return "\(wrong)." }
            do {
                // A next key that opens nothing is of a change that was given up before it began.
                return Workspace.isKey(try next.read(), of: settings.home)
                    ? "A change of the key was interrupted; run: lindung rotate-key"
                    : "\(wrong)."
            } catch KeyFile.Trouble.readableByOthers {
                return "\(wrong), and others can read \(next.url.path); run: chmod 600 \(next.url.path)"
            } catch KeyFile.Trouble.malformed {
                return "\(wrong)."
            } catch {
                return "\(wrong), but \(next.url.path) may be: keep it, and let this user read it."
            }
        default: return nil
        }
    }

    private static func ofHome(_ error: any Error, _ settings: Settings) -> String? {
        let home = settings.home.path
        switch error {
        case is HomeLock.Taken: return "\(home) is in use by another lindung; stop the service first."
        case let other as Workspace.OtherPurpose:
            return other.found == .office
                ? "\(home) holds a real office, not a demo." : "\(home) holds a demo, not an office."
        case is Broken: return "Something in \(home) does not open; see: lindung verify"
        case let missing as MissingKey:
            return "\(home) has lost the key of record \(missing.record); restore keys.sqlite from a backup."
        case is Workspace.ClosedAccount:
            return "An account of \(home) does not open, and can't be believed; bring back a backup from before."
        case let book as HeadSigner.Rewritten:
            return "The \(book.book.rawValue) of \(home) is not as it was signed; see: lindung verify"
        case StoreTrouble.changed(let names):
            return "Somebody changed the tables of \(home) (\(names.joined(separator: ", "))); see: lindung verify"
        case StoreTrouble.lost(let file):
            return "\(file) of \(home) is missing or empty; move \(home) away and bring back a backup: lindung restore"
        case StoreTrouble.empty:
            return """
                Nothing is in the files of \(home); if lindung init was broken off, run it again, and else bring back \
                a backup: lindung restore
                """
        case StoreTrouble.tooNew: return "\(home) was made by a newer lindung; use that one."
        default: return nil
        }
    }

    private static func ofBackup(_ error: any Error, _ settings: Settings) -> String? {
        switch error {
        case Backup.Trouble.changed:
            return "The backup is not as it was made, or was made with another key than \(settings.keyFile.url.path)."
        case Backup.Trouble.missing(let file):
            return "\(file) is missing: a backup is -data.sqlite with its .json beside it, and -keys.sqlite."
        case Backup.Trouble.unreadable(let file):
            return "\(file) can't be read by this user; copy the backup to where the service's user can read it."
        case is Store.NeverQuiet: return "Records were erased while the copies were made; run the command again."
        default: return nil
        }
    }

    private static func ofFolder(_ error: any Error) -> String? {
        (error as? OfficeFolder.Malformed).map { "\($0.file): \($0.problem)." }
    }

    private static func ofSheet(_ error: any Error) -> String? {
        switch error {
        case SheetFile.Trouble.noText: return "The sheet is no text; save it as CSV."
        case SheetFile.Trouble.noHeadings:
            return
                "The sheet has no row of headings; at least \(HeadingFinder.least) must be known, such as Tanggal Lapor."
        case SheetFile.Trouble.tooManyColumns:
            return
                "The sheet has more than \(SheetFile.mostColumns) columns; take out those that a register has no use for."
        case is SheetPass.Changed: return "The sheet was changed while it was read; run the command again."
        case Workbook.Trouble.noReader:
            return "This is a workbook. Save it as CSV, or install its reader: apt-get install xlsx2csv"
        case Workbook.Trouble.unreadable:
            return "The workbook has no such sheet, or is protected or damaged; save the sheet as CSV."
        default: return nil
        }
    }

    private static func sentence(_ trouble: FileTrouble, _ home: String) -> String {
        switch trouble {
        case .full: "The disk is full."
        case .shut:
            "A database of \(home), or of the place it was to be copied to, can't be opened or written by this user."
        case .damaged:
            "A database of \(home), or a copy of it, is damaged; see lindung verify, or bring back a backup: lindung restore"
        case .failing: "The disk of \(home), or of the place it was to be copied to, failed; look at dmesg."
        case .busy: "\(home) is busy; run the command again."
        }
    }

    private static func ofMachine(_ error: any Error, _ settings: Settings) -> String? {
        if let trouble = FileTrouble(error) { return sentence(trouble, settings.home.path) }
        switch error {
        case let file as CocoaError where file.code == .fileWriteOutOfSpace: return "The disk is full."
        case let file as CocoaError: return "\(file.filePath ?? settings.home.path) can't be read or written."
        case let memory as MemoryDatabase.NotInMemory:
            return "\(memory.folder) is not in memory (tmpfs); names would reach a disk. Mount a tmpfs there."
        case let posix as IOError where posix.errnoCode == EADDRINUSE:
            return "\(settings.address.host):\(settings.address.port) is in use; set LINDUNG_ADDRESS to another."
        default: return nil
        }
    }
}
