package import Casework
import Foundation
package import Spreadsheet
import Storage
import Vault

/// Brings the rows of a sheet in through the door, each as one complaint and what became of it. Nothing is written while a
/// sheet is checked, and no row is ever brought in twice (`docs/adr/0014-yesterdays-spreadsheet.md`).
package struct SheetImport: Sendable {
    let desk: Desk
    let worker: Worker
    /// Who manages the cases that the rows open.
    let manager: ID<Worker>?
    /// What the sheet is called, beside its lines: told in the record only.
    let source: String

    /// What becomes of a row.
    package enum Fate: Hashable, Sendable {
        case complaint(isCase: Bool, isOpen: Bool)
        /// It was brought in before.
        case already
        /// The row on this line says the same.
        case same(line: Int)
    }

    /// A row with all that is to be told of it; no word of it is in here.
    package struct Told: Sendable {
        package let line: Int
        package var fate: Fate?
        package var faults: [SheetRow.CellFault] = []
        package var notes: [(line: Int, note: SheetRow.Note)] = []
        package var cautions: [Caution] = []
        fileprivate var ready: Ready?

        package var isBad: Bool { !faults.isEmpty }
    }

    fileprivate struct Ready: Sendable {
        let key: UUID
        let reading: Reading<ImportComplaint>
    }

    /// The keys of the rows seen so far with their lines and what tells two people apart: a hundred bytes for each row, no
    /// word of it.
    package struct Seen: Sendable {
        fileprivate var rows: [UUID: (line: Int32, person: SheetPerson)] = [:]
        /// The keys of what was brought in for one of these rows: it was so for no other.
        fileprivate var claimed: Set<UUID> = []
        package init() {}
    }

    package init(_ desk: Desk, by worker: Worker, manager: ID<Worker>?, source: String) {
        self.desk = desk
        self.worker = worker
        self.manager = manager
        self.source = source
    }

    /// What would become of a row: every fault of its cells, of its answers and of the rules, and nothing is written.
    package func check(_ row: SheetRow, _ seen: inout Seen) async throws -> Told {
        var told = Told(line: row.line, faults: row.faults, notes: row.notes)
        var posted = row.posted
        posted.values["source"] = [String("\(source):\(row.line)".suffix(Line.limit))]
        // A manager is asked for a case only.
        posted.values["manager"] = manager.map { [$0.description] }
        var reading = try FormReader.read(ImportComplaint.self, posted)
        if !reading.action.becameCase, manager != nil {
            posted.values["manager"] = nil
            reading = try FormReader.read(ImportComplaint.self, posted)
        }
        do { told.cautions = try await desk.check(reading, by: worker) } catch NotDone.faulty(let faults) {
            told.add(faults.all, row)
        } catch NotDone.refused(let refusal) {
            told.faults.append(.init(column: nil, field: nil, problem: .refused(refusal)))
        }
        guard !told.isBad else { return told }
        let known = try await known(row, &seen)
        if let note = known.note { told.notes.append((row.line, note)) }
        told.fate = known.fate
        guard told.fate == nil else { return told }
        let action = reading.action
        told.fate = .complaint(
            isCase: action.becameCase,
            isOpen: action.becameCase ? action.outcome?.end == nil : action.outcome == nil)
        told.ready = Ready(key: known.key, reading: reading)
        return told
    }

    /// Whether a row was in the sheet or brought in before, and the key by which it will be known.
    ///
    /// A key holds nothing of what tells two people apart, so that a row of which that was mended is not brought in
    /// again. Of those in a sheet that have one key and contradict each other the second has a key of its own, and so on.
    private func known(
        _ row: SheetRow, _ seen: inout Seen
    ) async throws -> (key: UUID, fate: Fate?, note: SheetRow.Note?) {
        let person = row.person
        var others = 0
        while let other = seen.rows[key(row, others)] {
            guard other.person.contradicts(person) else {
                seen.rows[key(row, others)]?.person.add(person)
                return (key(row, 0), .same(line: Int(other.line)), nil)
            }
            others += 1
        }
        let own = key(row, others)
        seen.rows[own] = (Int32(clamping: row.line), person)
        var brought = 0
        while let (key, receipt) = try found(row, brought) {
            if try await claims(key, receipt, for: person, &seen) { return (own, .already, nil) }
            brought += 1
        }
        if try await wasDayless(row, person, &seen) { return (own, .already, nil) }
        // As many were brought in as stand in the sheet: of this one something was mended, or it is somebody else.
        if brought > others { return (own, .already, .differs) }
        seen.claimed.insert(own)
        return (own, nil, others > 0 ? .otherPerson : nil)
    }

    /// Whether what was brought in is this person's, and no other row's of the sheet.
    private func claims(
        _ key: UUID, _ receipt: Receipt, for person: SheetPerson, _ seen: inout Seen
    ) async throws -> Bool {
        guard !seen.claimed.contains(key) else { return false }
        let told = try desk.folds.current(ID<Complaint>(receipt.record), in: worker.lane).record.brought
        if let told, told.person.contradicts(person) { return false }
        seen.claimed.insert(key)
        return true
    }

    /// Whether it came in while its day was that of the row above, and somebody has filled that in since.
    private func wasDayless(_ row: SheetRow, _ person: SheetPerson, _ seen: inout Seen) async throws -> Bool {
        guard let identity = row.daylessIdentity else { return false }
        var place = 0
        while let receipt = try desk.store.receipt(key(identity, place)) {
            if try await claims(key(identity, place), receipt, for: person, &seen) { return true }
            place += 1
        }
        return false
    }

    /// Of the first, second, third of those who are known by the same.
    private func key(_ row: SheetRow, _ place: Int) -> UUID { key(row.identity, place) }

    private func key(_ identity: String, _ place: Int) -> UUID {
        let told = place == 0 ? identity : "\(identity)\u{1f}\(place + 1)"
        return desk.vault.rowKey(Data("\(worker.lane)\n\(told)".utf8))
    }

    /// What was brought in as the first, second, third of them, and by which key.
    private func found(_ row: SheetRow, _ place: Int) throws -> (key: UUID, receipt: Receipt)? {
        let keys = [row.identity] + (place == 0 ? [row.formerIdentity].compactMap { $0 } : [])
        for key in keys.map({ key($0, place) }) {
            if let receipt = try desk.store.receipt(key) { return (key, receipt) }
        }
        return nil
    }

    /// Performs a row that was found good; its cautions were told, and are ticked.
    /// - Returns: false for one that was brought in meanwhile.
    @discardableResult
    package func write(_ told: Told) async throws -> Bool {
        guard let ready = told.ready, !told.isBad else { return false }
        let asking = Asking(key: ready.key, ticked: Set(told.cautions.map(\.mark)))
        do { try await desk.perform(ready.reading, on: ID(), by: worker, asking) } catch NotDone.keyUsed {
            return false
        }
        return true
    }
}

extension SheetImport.Told {
    /// One sentence for each cell: what the reader said of it already is not said again.
    fileprivate mutating func add(_ found: [Fault], _ row: SheetRow) {
        for fault in found {
            let field = SheetField(question: fault.field)
            guard !faults.contains(where: { $0.field == field && field != nil }) else { continue }
            // A row that no one can read misses everything.
            guard !faults.contains(where: { $0.problem == .broken }) else { return }
            faults.append(
                .init(column: nil, field: field, problem: field == nil ? .unasked(fault) : .answer(fault.problem)))
        }
    }
}

extension ImportComplaint {
    /// What tells its client from another of whom a sheet says the same else.
    fileprivate var person: SheetPerson {
        SheetPerson(
            sex: sex?.rawValue, age: age.map { "\($0.value)" }, born: born?.text, nik: nik?.text,
            day: received.text)
    }
}

extension SheetRow.CellFault {
    /// Nobody was named who manages the case: no cell of the sheet can mend it.
    package var isOfManager: Bool { problem == .unasked(Fault("manager", .missing)) }
}
