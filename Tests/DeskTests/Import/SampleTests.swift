import Casework
import Foundation
import Spreadsheet
import TestSupport
import Testing

@testable import Desk

/// The made-up register of `docs/samples`, row by row: Windows-1252, semicolons, titles, merged headings, and whatever else
/// happens to a sheet in a year.
@Suite struct SampleTests {
    static let file = Repository.root.appending(path: "docs/samples/register-2023.csv")

    /// By line: what is wrong with each bad row.
    static let bad: [Int: (SheetField?, RowProblem)] = [
        12: (.received, .answer(.notADay)), 13: (.phone, .answer(.digitsLost)),
        18: (.age, .answer(.notANumber(0...120))), 24: (.services, .answer(.notInList)),
        25: (.nik, .answer(.digitsLost)), 28: (.received, .answer(.beforeItHappened)),
        29: (.served, .answer(.tooMany(limit: 2))), 30: (.what, .answer(.notText)),
        32: (.ended, .answer(.beforeItHappened)), 35: (.client, .answer(.missing)), 36: (.sex, .answer(.notInList)),
        39: (.received, .answer(.inTheFuture)), 41: (.outcome, .answer(.notInList)), 42: (nil, .tooManyCells),
        45: (.what, .answer(.missing)),
    ]

    /// By line: day, client, forms, services, outcome.
    static let good: [Int: (String, String?, [ViolenceForm], [Service], FormerOutcome?)] = [
        6: ("2023-01-05", "Siti Aminah", [.physical], [.socialRehabilitation, .legalAid], .goalsMet),
        7: ("2023-01-09", "Melati", [.sexual], [.health, .socialRehabilitation, .lawEnforcement], .ongoing),
        10: ("2023-01-12", "Anak R", [.neglect], [.socialReintegration], .goalsMet),
        11: ("2023-01-12", "Anggrek", [.sexual], [.socialRehabilitation, .legalAid], .ongoing),
        14: ("2023-02-03", "Kenanga", [.trafficking], [.returnHome, .socialRehabilitation], .transferred),
        16: ("2023-02-10", "Bayi N", [.neglect], [.health, .socialRehabilitation], .goalsMet),
        19: ("2023-02-15", "Sri Wahyuni", [.neglect], [.legalAid], .clientRequest),
        21: ("2023-02-20", "Teratai", [.other], [.mediation, .socialRehabilitation], .goalsMet),
        22: ("2023-02-27", nil, [], [.intake], .advice),
        23: ("2023-03-01", "Cempaka", [.physical], [.health], .lostContact),
        27: (
            "2023-03-10", "Wijaya Kusuma", [.sexual, .physical], [.health, .socialRehabilitation, .lawEnforcement],
            .ongoing
        ),
        31: ("2023-03-16", "Anak T", [.exploitation], [.intake], .ongoing),
        33: ("2023-03-21", "Sedap Malam", [.sexual, .psychological], [.health, .socialRehabilitation], .ongoing),
        37: ("2023-03-24", "Tulip", [.physical, .psychological], [.health, .socialRehabilitation], .moved),
        38: ("2023-03-27", nil, [], [], nil),
        40: ("2023-03-28", "Bakung", [.physical], [.mediation], .goalsMet),
        43: ("2023-03-31", "Nona “M”", [.trafficking], [.socialRehabilitation], .ongoing),
        44: ("2023-04-03", "Dewi Lestari, S.Pd", [.physical], [.health], .death),
    ]

    @Test func everyRowIsJudged() async throws {
        let world = try await World()
        let pass = try world.pass(Self.file)
        var seen: [Int: SheetImport.Told] = [:]
        let counts = try await pass.check { seen[$0.line] = $0 }

        #expect(Set(seen.keys) == Set(Self.bad.keys).union(Self.good.keys).union([20]))
        for (line, fault) in Self.bad {
            let told = try #require(seen[line])
            #expect(told.faults.map(\.field) == [fault.0] && told.faults.map(\.problem) == [fault.1], "\(line)")
        }
        for line in Self.good.keys { #expect(seen[line]?.isBad == false, "\(line)") }
        #expect(seen[20]?.fate == .same(line: 6))
        #expect(seen[40]?.cautions.map(\.name) == ["nik-disagrees"])
        let notes = seen.values.flatMap(\.notes).map { "\($0.line) \($0.note)" }.sorted()
        #expect(notes == ["11 dayFromAbove", "17 joined", "34 joined", "53 belowSums"])
        #expect(counts.rows == 34 && counts.bad == 15 && counts.complaints == 18 && counts.cases == 16)
        #expect(counts.openCases == 6 && counts.waiting == 1 && counts.same == 1 && counts.passedOver == 10)
        // Nothing was written.
        #expect(try await world.desk.isEmpty())
    }

    @Test func everyGoodRowIsWhatTheSheetSays() async throws {
        let world = try await World()
        let done = try await world.pass(Self.file).write(skipsBad: true) { _ in }
        #expect(done.complaints == 18)
        let brought = try await world.brought()
        #expect(brought.count == 18)
        for (line, row) in Self.good {
            let told = try #require(brought[line]?.told, "\(line)")
            #expect(told.received.text == row.0 && told.client?.text == row.1, "\(line)")
            #expect(told.forms ?? [] == row.2 && (told.services ?? []).map(\.service) == row.3, "\(line)")
            #expect(told.outcome == row.4 && told.source.text == "register-2023.csv:\(line)")
        }
        #expect(brought[7]?.told.services?.map(\.said) == ["Visum", "Konseling psikologis", "Pendampingan BAP"])
        #expect(brought[11]?.told.services?.map(\.at?.text) == ["2023-01-15", "2023-01-18"])
        #expect(brought[11]?.told.day == "2022-12" && brought[11]?.told.place == .online)
        #expect(brought[11]?.told.what.text.contains("\"jangan takut, Nak\"") == true)
        #expect(brought[31]?.told.what.text.contains("café “Senja”") == true)
        #expect(brought[14]?.told.phone == "+6281234567807" && brought[7]?.told.phone == "+6281234567802")
        #expect(brought[14]?.told.note?.text == "Ket.: Dipulangkan ke daerah asal")
        #expect(
            brought[16]?.told.age == Years(0) && brought[21]?.told.age == Years(12)
                && brought[43]?.told.age == Years(17))
        #expect(brought[6]?.told.nik?.text == "2171014501890001" && brought[43]?.told.phone == "110")
        #expect(brought[44]?.told.district == .sekupang && brought[23]?.told.district == .elsewhere)
    }

    @Test func aSecondRunBringsInNothing() async throws {
        let world = try await World()
        _ = try await world.pass(Self.file).write(skipsBad: true) { _ in }
        let again = try await world.pass(Self.file).write(skipsBad: true) { _ in }
        #expect(again.complaints == 0 && again.already == 18)
        #expect(try await world.brought().count == 18)
    }

    /// Saved once more, as UTF-8 with tabs, and brought in by somebody else: only the row is new whose letters were broken.
    @Test func theSameSheetWrittenOtherwiseIsTheSame() async throws {
        let world = try await World()
        _ = try await world.pass(Self.file).write(skipsBad: true) { _ in }
        var bytes = try Array(Data(contentsOf: Self.file))
        for place in bytes.indices where bytes[place] == 0x81 { bytes[place] = UInt8(ascii: " ") }
        var chunks = [bytes]
        var reader = RecordReader(.semicolon, .windows1252) { chunks.popLast() ?? [] }
        var lines: [String] = []
        while let record = try reader.next() {
            lines.append(record.cells.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: "\t"))
        }
        let file = try SheetFile(Data("\u{feff}\(lines.joined(separator: "\n"))".utf8))
        #expect(file.charset == .utf8 && file.delimiter == .tab)
        let again = try await world.pass(file, by: world.dewi).write(skipsBad: true) { _ in }
        #expect(again.already == 18 && again.complaints == 1 && again.bad == 14)
    }
}

extension World {
    func pass(_ file: URL, by worker: Worker? = nil) throws -> SheetPass {
        try pass(SheetFile(file), by: worker, called: file.lastPathComponent)
    }

    func pass(
        _ file: SheetFile, by worker: Worker? = nil, called name: String = "lembar", fills: [SheetField: String] = [:]
    ) throws -> SheetPass {
        let spellings = try Spellings.shipped()
        let importer = SheetImport(desk, by: worker ?? rina, manager: rina.id, source: name)
        return SheetPass(file, try file.columns(spellings), fills: fills, spellings, importer)
    }

    /// What was brought in, by the line that it stood on, with its record and case.
    func brought() async throws -> [Int: (told: ImportComplaint, complaint: Fold<Complaint>, file: CaseFile?)] {
        var brought: [Int: (ImportComplaint, Fold<Complaint>, CaseFile?)] = [:]
        for card in try await desk.index.all().values.map(\.card) where card.kind == Complaint.kind {
            let fold = try desk.folds.current(ID<Complaint>(card.record), in: 1)
            guard let told = fold.record.brought,
                let line = told.source.text.split(separator: ":").last.flatMap({ Int($0) })
            else { continue }
            var file: CaseFile?
            if let id = fold.record.caseFile { file = try desk.folds.current(id, in: 1).record }
            brought[line] = (told, fold, file)
        }
        return brought
    }
}
