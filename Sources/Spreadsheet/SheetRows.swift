package import Casework

/// Reads a sheet's rows one by one, with memory for two: blank lines, titles, repeated headings and the sums at the foot are
/// passed over, and what belongs to the row above is put there.
package struct SheetRows {
    private var reader: RecordReader
    private let cells: CellReader
    private let columns: Columns
    /// What is taken where a row says nothing, as a cell would say it.
    private let fills: [SheetField: String]
    private var day: String?
    private var pending: SheetRow?
    private var isAtFoot = false
    /// How many cells of each column say something, and how many of these nobody understood.
    package private(set) var filled: [Int]
    package private(set) var misread: [Int]
    /// How many rows were blank, headings or sums.
    package private(set) var passedOver = 0

    /// - Parameters:
    ///   - today: no year of two digits lies after it.
    package init(
        _ reader: RecordReader, _ columns: Columns, _ spellings: Spellings, fills: [SheetField: String], today: Day
    ) {
        self.reader = reader
        self.columns = columns
        self.fills = fills
        cells = CellReader(spellings: spellings, today: today)
        filled = columns.all.map { _ in 0 }
        misread = filled
    }

    /// Nil at the end.
    /// - Throws: what reading the bytes threw.
    package mutating func next() throws -> SheetRow? {
        while let record = try reader.next() {
            guard record.line > columns.lastLine else { continue }
            guard isRow(record) else {
                passedOver += 1
                continue
            }
            let row = read(record)
            guard let above = pending else {
                pending = row
                continue
            }
            if let joined = join(row, to: above) {
                pending = joined
            } else {
                pending = row
                return finished(above)
            }
        }
        guard let last = pending else { return nil }
        pending = nil
        return finished(last)
    }

    private mutating func isRow(_ record: SheetRecord) -> Bool {
        if record.isBroken || !record.notText.isEmpty { return !isAtFoot }
        let told = columns.all.indices.filter { place in
            columns.all[place].field != nil && record.cells.indices.contains(place) && !record.cells[place].isEmpty
        }
        if isFoot(record) { isAtFoot = true }
        // Below the sums stand places, dates and signatures.
        if isAtFoot { isAtFoot = !hasDay(record) }
        if isAtFoot || told.isEmpty && record.cells.count <= columns.all.count { return false }
        return !isHeadings(record, told)
    }

    /// Each printed page of a register may begin with them again.
    private func isHeadings(_ record: SheetRecord, _ told: [Int]) -> Bool {
        let same = told.count { place in
            let (cell, heading) = (record.cells[place].key, columns.all[place].heading.key)
            return cell == heading || heading.hasSuffix(" " + cell)
        }
        return same >= HeadingFinder.least && same * 2 > told.count
    }

    private func isFoot(_ record: SheetRecord) -> Bool {
        guard let first = record.cells.first(where: { !$0.isEmpty })?.key, !hasDay(record) else { return false }
        return cells.spellings.totals.contains { first == $0 || first.hasPrefix($0 + " ") }
    }

    private func hasDay(_ record: SheetRecord) -> Bool {
        columns.places(of: .received).contains { place in
            record.cells.indices.contains(place)
                && (try? cells.read(record.cells[place], as: .received))?.isEmpty == false
        }
    }

    private mutating func read(_ record: SheetRecord) -> SheetRow {
        var row = SheetRow(line: record.line)
        if record.isBroken { row.faults.append(.init(column: nil, field: nil, problem: .broken)) }
        if record.cells.dropFirst(columns.all.count).contains(where: { !$0.isEmpty }) {
            row.faults.append(.init(column: nil, field: nil, problem: .tooManyCells))
        }
        for (place, column) in columns.all.enumerated() where record.cells.indices.contains(place) {
            guard let field = column.field else { continue }
            let cell = record.cells[place]
            let isText = !record.notText.contains(place)
            if cell.isEmpty, isText { continue }
            filled[place] += 1
            do throws(Problem) {
                guard isText else { throw .notText }
                try tell(cell, column.heading, field, &row)
            } catch {
                misread[place] += 1
                row.faults.append(.init(column: place, field: field, problem: .answer(error)))
            }
        }
        return row
    }

    private func tell(
        _ cell: String, _ heading: String, _ field: SheetField, _ row: inout SheetRow
    ) throws(Problem) {
        if field == .forms, try tellBesideForms(cell, heading, &row) { return }
        let texts = try cells.read(cell, as: field)
        switch field {
        case .forms:
            row.isWithoutViolence = row.isWithoutViolence || texts.contains(Spellings.noViolence)
            row.posted.add(texts.filter { $0 != Spellings.noViolence }, to: field)
        case .services: row.services += texts.isEmpty ? [] : cells.coded(cell, of: Service.list) ?? []
        case .served: row.served += texts
        case .what, .note:
            // A second column says what it is.
            let earlier = row.posted[field.rawValue].first
            let isNamed = !heading.isEmpty && (field == .note || earlier != nil)
            let told = isNamed ? texts.map { "\(heading): \($0)" } : texts
            let lines = [earlier].compactMap { $0 } + told
            if !lines.isEmpty { row.posted.values[field.rawValue] = [lines.joined(separator: "\n")] }
        default:
            row.posted.add(texts, to: field)
        }
    }

    /// A cell of forms in which words stand that are none; false where there are no such words.
    private func tellBesideForms(
        _ cell: String, _ heading: String, _ row: inout SheetRow
    ) throws(Problem) -> Bool {
        let (told, forms) = cells.spellings.besideForms(cell)
        for field in told { try tell(YesNo.yes.rawValue, heading, field, &row) }
        if told.isEmpty { return false }
        if forms.contains(where: \.isLetter) {
            try tell(forms, heading, .forms, &row)
        } else if told.contains(.bullying) {
            // Who is bullied was harmed in a way that nobody wrote down. "KDRT" alone tells no form.
            row.posted.add([ViolenceForm.other.rawValue], to: .forms)
        }
        return true
    }

    // MARK: what belongs together

    /// A row that says nothing of its own but a further form or service, or repeats the row above but for those, as the
    /// ministry's exports do.
    private func join(_ row: SheetRow, to above: SheetRow) -> SheetRow? {
        guard row.faults.isEmpty, above.faults.allSatisfy({ $0.problem != .broken }) else { return nil }
        let isMore = !row.services.isEmpty || !row.posted[SheetField.forms.rawValue].isEmpty || row.isWithoutViolence
        let own: [SheetField] = [.received, .number, .client, .what]
        let isBare = own.allSatisfy { row.posted[$0.rawValue].isEmpty }
        guard isMore, isBare || row.identity == above.identity && adds(row, above) else { return nil }
        var joined = above
        joined.isWithoutViolence = above.isWithoutViolence || row.isWithoutViolence
        joined.services += row.services.filter { service in !above.services.contains { $0.code == service.code } }
        joined.served += row.served
        for (name, texts) in row.posted.values {
            let earlier = joined.posted[name]
            if name == SheetField.forms.rawValue {
                joined.posted.values[name] = earlier + texts.filter { !earlier.contains($0) }
            } else if earlier.isEmpty {
                joined.posted.values[name] = texts
            }
        }
        joined.notes.append((row.line, .joined))
        return joined
    }

    /// Whether it tells a form or service that the row above does not; else it is the same row twice.
    private func adds(_ row: SheetRow, _ above: SheetRow) -> Bool {
        let forms = Set(row.posted[SheetField.forms.rawValue]).subtracting(above.posted[SheetField.forms.rawValue])
        let services = Set(row.services.map(\.code)).subtracting(above.services.map(\.code))
        return !forms.isEmpty || !services.isEmpty
    }

    /// With the day from above, what is taken where it says nothing, and its services as rows of a form.
    private mutating func finished(_ row: SheetRow) -> SheetRow {
        var row = row
        if row.posted[SheetField.received.rawValue].isEmpty, let day, row.faults.allSatisfy({ $0.field != .received }),
            !row.posted.values.isEmpty
        {
            row.posted.values[SheetField.received.rawValue] = [day]
            row.notes.append((row.line, .dayFromAbove))
        }
        day = row.posted[SheetField.received.rawValue].first ?? day
        for (field, cell) in fills.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let isTold = field == .services ? !row.services.isEmpty : !row.posted[field.rawValue].isEmpty
            guard !isTold, row.faults.allSatisfy({ $0.field != field }) else { continue }
            do throws(Problem) { try tell(cell, "", field, &row) } catch {
                row.faults.append(.init(column: nil, field: field, problem: .answer(error)))
            }
        }
        // Custody and neglect in one cell: there was violence.
        if row.isWithoutViolence, row.posted[SheetField.forms.rawValue].isEmpty {
            row.posted.add([YesNo.no.rawValue], to: .violence)
        }
        post(&row)
        return row
    }

    /// One day for all services, or one for each.
    private func post(_ row: inout SheetRow) {
        let isDated = row.served.count <= 1 || row.served.count == row.services.count
        if !isDated || row.services.isEmpty && !row.served.isEmpty,
            row.faults.allSatisfy({ $0.field != .services && $0.field != .served })
        {
            let problem: Problem = row.services.isEmpty ? .notAsked : .tooMany(limit: row.services.count)
            let place = columns.places(of: .served).first
            row.faults.append(.init(column: place, field: .served, problem: .answer(problem)))
            return
        }
        for (place, service) in row.services.enumerated() {
            row.posted.values["services.\(place).service"] = [service.code]
            let said = service.said.replacing("\n", with: " ").unicodeScalars.prefix(Line.limit)
            row.posted.values["services.\(place).said"] = [String(String.UnicodeScalarView(said))]
            if let at = row.served.count == 1 ? row.served.first : row.served.dropFirst(place).first {
                row.posted.values["services.\(place).at"] = [at]
            }
        }
    }
}

extension Posted {
    fileprivate mutating func add(_ texts: [String], to field: SheetField) {
        guard !texts.isEmpty else { return }
        let earlier = self[field.rawValue]
        values[field.rawValue] = earlier + texts.filter { !earlier.contains($0) }
    }
}
