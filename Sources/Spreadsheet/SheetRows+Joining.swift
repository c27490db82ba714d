import Casework

/// What belongs together: rows, services with their days, and a day with the rows below it.
extension SheetRows {
    /// More rows are no person's: a column that is filled to the end of the sheet.
    static let mostJoined = 100

    /// A row that says nothing of its own but a further form or service, or repeats the row above but for those, as the
    /// ministry's exports do. Another sex or age is another person.
    func join(_ row: SheetRow, to above: SheetRow) -> SheetRow? {
        guard row.faults.isEmpty, above.faults.allSatisfy({ $0.problem != .broken }) else { return nil }
        guard above.notes.count(where: { $0.note == .joined }) < Self.mostJoined else { return nil }
        let isMore = !row.services.isEmpty || !row.posted[SheetField.forms.rawValue].isEmpty || row.isWithoutViolence
        let own: [SheetField] = [.received, .number, .client, .what]
        let isBare =
            own.allSatisfy { row.posted[$0.rawValue].isEmpty && !row.unknown.contains($0) } && !row.isApart
            && !row.person.contradicts(above.person)
        guard isMore, isBare || row.repeats(above) && adds(row, above) else { return nil }
        var joined = above
        joined.isWithoutViolence = above.isWithoutViolence || row.isWithoutViolence
        for var service in row.services {
            // The day of the services is merged over their rows.
            if isBare, service.at == nil { service.at = above.commonDay }
            let isTold = above.services.contains { earlier in
                earlier.said.key == service.said.key && (service.at == nil || earlier.at == service.at)
            }
            if !isTold { joined.services.append(service) }
        }
        for (name, texts) in row.posted.values {
            let earlier = joined.posted[name]
            if name == SheetField.forms.rawValue {
                joined.posted.values[name] = earlier + texts.filter { !earlier.contains($0) }
            } else if name == SheetField.note.rawValue, !earlier.isEmpty {
                if earlier != texts { joined.posted.values[name] = [(earlier + texts).joined(separator: "\n")] }
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
        let services = Set(row.services.map(\.said.key)).subtracting(above.services.map(\.said.key))
        return !forms.isEmpty || !services.isEmpty
    }

    /// With the day from above, what is taken where it says nothing, and its services as rows of a form.
    mutating func finished(_ row: SheetRow) -> SheetRow {
        var row = row
        if row.isApart || isOfAMonth(row) { day = nil }
        let received = SheetField.received.rawValue
        if row.posted[received].isEmpty {
            let isBlank =
                !row.unknown.contains(.received)
                && row.faults.allSatisfy { $0.field != .received && $0.problem != .broken }
            if let day, isBlank, !row.posted.values.isEmpty {
                row.posted.values[received] = [day]
                row.isDayBorrowed = true
                row.notes.append((row.line, .dayFromAbove))
            }
        }
        // Of a day that nobody can read or knows none is borrowed, nor of one further up.
        day = row.posted[received].first
        for (field, cell) in fills.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let isTold = field == .services ? !row.services.isEmpty : !row.posted[field.rawValue].isEmpty
            guard !isTold, row.faults.allSatisfy({ $0.field != field }) else { continue }
            do throws(RowProblem) { try tell(cell, "", field, &row) } catch {
                row.faults.append(.init(column: nil, field: field, problem: error))
            }
        }
        settle(&row, isLast: true)
        // Custody and neglect in one cell: there was violence.
        if row.isWithoutViolence, row.posted[SheetField.forms.rawValue].isEmpty {
            do throws(RowProblem) { try tellOnce([YesNo.no.rawValue], .violence, &row) } catch {
                let place = columns.places(of: .forms).first
                if let place { misread[place] += 1 }
                row.faults.append(.init(column: place, field: .forms, problem: error))
            }
        }
        post(&row)
        return row
    }

    /// Whether the name of a month, or a remark, is all that it says: it stands above rows of other days.
    private func isOfAMonth(_ row: SheetRow) -> Bool {
        guard row.services.isEmpty, row.posted.values.count == 1, let told = row.posted.values.first else {
            return false
        }
        let words = told.value.joined(separator: " ").key.split(separator: " ").map(String.init)
        let isMonth = words.allSatisfy { word in
            cells.spellings.months[word] != nil || cells.spellings.inMonths.contains(word) || Int(word) != nil
        }
        return told.key == SheetField.note.rawValue || told.key == SheetField.client.rawValue && isMonth
    }

    // MARK: services

    /// Gives each service its day: one for all, one for each that is told, or one for each kind.
    /// - Parameter isLast: no service comes from elsewhere.
    func settle(_ row: inout SheetRow, isLast: Bool) {
        guard !row.coded.isEmpty || isLast && !row.served.isEmpty else { return }
        defer { (row.coded, row.served) = ([], []) }
        let single = row.coded.map { SheetRow.Service(code: $0.code, said: $0.said) }
        let services = row.served.count == single.count && single.count > 1 ? single : single.merged
        guard row.served.count <= 1 && !services.isEmpty || row.served.count == services.count else {
            guard row.faults.allSatisfy({ $0.field != .services && $0.field != .served }) else { return }
            let problem: Problem = services.isEmpty ? .notAsked : .tooMany(limit: services.count)
            let place = columns.places(of: .served).first
            row.faults.append(.init(column: place, field: .served, problem: .answer(problem)))
            return
        }
        row.services += services.enumerated().map { place, service in
            var service = service
            service.at = row.served.count == 1 ? row.served.first : row.served.dropFirst(place).first
            return service
        }
    }

    private func post(_ row: inout SheetRow) {
        for (place, service) in row.services.merged.enumerated() {
            row.posted.values["services.\(place).service"] = [service.code]
            let said = service.said.replacing("\n", with: " ").unicodeScalars.prefix(Line.limit)
            row.posted.values["services.\(place).said"] = [String(String.UnicodeScalarView(said))]
            if let at = service.at { row.posted.values["services.\(place).at"] = [at] }
        }
    }
}

extension SheetRow {
    /// The one day on which all its services were given.
    fileprivate var commonDay: String? {
        let days = Set(services.map(\.at))
        return days.count == 1 ? days.first.flatMap { $0 } : nil
    }
}

extension [SheetRow.Service] {
    /// What has one code and one day is one service, with all its words.
    fileprivate var merged: [SheetRow.Service] {
        reduce(into: []) { merged, service in
            guard let place = merged.firstIndex(where: { $0.code == service.code && $0.at == service.at }) else {
                merged.append(service)
                return
            }
            let words = merged[place].said.split(separator: ", ").map { String($0).key }
            if !words.contains(service.said.key), merged[place].said.key != service.said.key {
                merged[place].said += ", " + service.said
            }
        }
    }
}
