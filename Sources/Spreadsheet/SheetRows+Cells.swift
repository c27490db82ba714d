import Casework

/// What the cells of a row tell.
extension SheetRows {
    mutating func read(_ record: SheetRecord) -> SheetRow {
        var row = SheetRow(line: record.line)
        if record.isBroken { row.faults.append(.init(column: nil, field: nil, problem: .broken)) }
        if record.cells.dropFirst(columns.all.count).contains(where: { !$0.isEmpty }) {
            row.faults.append(.init(column: nil, field: nil, problem: .tooManyCells))
        }
        for (place, column) in columns.all.enumerated() where record.cells.indices.contains(place) {
            let cell = record.cells[place]
            let isText = !record.notText.contains(place)
            if cell.isEmpty, isText { continue }
            filled[place] += 1
            guard let field = column.field else { continue }
            do throws(RowProblem) {
                guard isText else { throw .answer(.notText) }
                try tell(cell, column.heading, field, &row)
            } catch {
                misread[place] += 1
                if error == .monthFirst { monthFirst[place] += 1 }
                row.faults.append(.init(column: place, field: field, problem: error))
            }
        }
        settle(&row, isLast: fills[.services] == nil)
        return row
    }

    func tell(
        _ cell: String, _ heading: String, _ field: SheetField, _ row: inout SheetRow
    ) throws(RowProblem) {
        guard !cells.spellings.isDitto(cell) else { throw .ditto }
        if field == .forms, try tellBesideForms(cell, heading, &row) { return }
        let texts = try texts(cell, field)
        if texts.isEmpty { row.unknown.insert(field) }
        switch field {
        case .forms:
            row.isWithoutViolence = row.isWithoutViolence || texts.contains(Spellings.noViolence)
            row.posted.add(texts.filter { $0 != Spellings.noViolence }, to: field)
            // Of another form the code says nothing: the register's own words do.
            if texts.contains(ViolenceForm.other.rawValue), cells.spellings.code(cell, of: ViolenceForm.list) == nil {
                row.note(cell, heading)
            }
        case .services: row.coded += texts.isEmpty ? [] : cells.coded(cell, of: Service.list) ?? []
        case .served: row.served += texts
        case .what:
            row.story += texts
            // A second column says what it is.
            row.posted.addLines(texts, under: row.story.count > texts.count ? heading : "", to: field)
        case .note: row.posted.addLines(texts, under: heading, to: field)
        case .phone:
            row.posted.add(texts, to: field)
            // Not the number: what is told in remarks is printed.
            let words = CellReader.words(beside: cell)
            if !words.isEmpty { row.note(words, heading) }
        default: try tellOnce(texts, field, &row)
        }
    }

    private func texts(_ cell: String, _ field: SheetField) throws(RowProblem) -> [String] {
        let texts: [String]
        do throws(Problem) { texts = try cells.read(cell, as: field) } catch {
            let isDay = [.notADay, .notAWholeDay].contains(error)
            throw isDay && cells.days.isMonthFirst(cell) ? .monthFirst : .answer(error)
        }
        guard !texts.contains(where: { isTooEarly($0, cell, field) }) else { throw .year }
        return texts
    }

    /// No such register is older, so two digits that come to an earlier year are some other year; what happened may be, if
    /// all four digits say so.
    private func isTooEarly(_ text: String, _ cell: String, _ field: SheetField) -> Bool {
        guard [.received, .ended, .served, .day].contains(field), text < Self.firstYear else { return false }
        return field != .day || !cell.contains(text.prefix(4))
    }

    private static let firstYear = "1990"

    /// Keeps an answer of which there is one. What is told twice must be told alike: "KDRT" among the forms, and "no" in
    /// the column that asks for it, are not.
    func tellOnce(_ texts: [String], _ field: SheetField, _ row: inout SheetRow) throws(RowProblem) {
        let earlier = row.posted[field.rawValue]
        let unknown = [YesNo.unknown.rawValue]
        if texts.isEmpty || !earlier.isEmpty && texts == unknown { return }
        guard earlier.isEmpty || earlier == texts || earlier == unknown else { throw .answer(.tooMany(limit: 1)) }
        row.posted.values[field.rawValue] = texts
    }

    /// A cell of forms in which words stand that are none; false where there are no such words.
    private func tellBesideForms(
        _ cell: String, _ heading: String, _ row: inout SheetRow
    ) throws(RowProblem) -> Bool {
        let (told, forms) = cells.spellings.besideForms(cell)
        if told.isEmpty { return false }
        let isForm = forms.contains(where: \.isLetter)
        // "Tidak ada KDRT" says no, and no more: nobody knows which column means the same.
        guard !isForm || !cells.spellings.isNothing(forms) else { throw .answer(.notInList) }
        for field in told { try tellOnce([YesNo.yes.rawValue], field, &row) }
        if isForm {
            try tell(forms, heading, .forms, &row)
        } else if told.contains(.bullying) {
            // Who is bullied was harmed in a way that nobody wrote down. "KDRT" alone tells no form.
            row.posted.add([ViolenceForm.other.rawValue], to: .forms)
        }
        return true
    }
}

extension SheetRow {
    /// Keeps a cell in its own words beside what it was read as.
    fileprivate mutating func note(_ cell: String, _ heading: String) {
        posted.addLines([cell], under: heading, to: .note)
    }
}

extension Posted {
    mutating func add(_ texts: [String], to field: SheetField) {
        guard !texts.isEmpty else { return }
        let earlier = self[field.rawValue]
        values[field.rawValue] = earlier + texts.filter { !earlier.contains($0) }
    }

    /// As further lines of one text, each under its heading.
    fileprivate mutating func addLines(_ texts: [String], under heading: String, to field: SheetField) {
        let lines = self[field.rawValue] + texts.map { heading.isEmpty ? $0 : "\(heading): \($0)" }
        if !lines.isEmpty { values[field.rawValue] = [lines.joined(separator: "\n")] }
    }
}
