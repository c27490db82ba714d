import ArgumentParser
import Spreadsheet

/// What the columns are taken for as the command line says it, instead of what their headings do.
struct SaidColumns {
    private let said: [String]

    init(_ said: [String]) { self.said = said }

    func taken(by found: Columns) throws -> Columns {
        var columns = found
        for said in said {
            // A heading may have a sign of equality in it; a field has none.
            guard let sign = said.lastIndex(of: "=") else {
                throw ValidationError("--column must be \"HEADING=FIELD\".")
            }
            let (heading, name) = (String(said[..<sign]), String(said[said.index(after: sign)...]))
            let field = name.isEmpty ? nil : try Self.field(name)
            let places = try Self.places(heading, columns)
            if let field, !field.takesSeveral, places.count > 1 {
                throw ValidationError(
                    "\(places.count) columns are headed “\(heading)”; say which: --column \"\(heading)#2=\(name)\".")
            }
            for place in places { columns.take(place, for: field) }
        }
        return columns
    }

    /// All that are headed so; `UMUR#2` is the second of them, and `#7` the seventh column, whatever its heading.
    private static func places(_ heading: String, _ columns: Columns) throws -> [Int] {
        let places = heading.isEmpty ? [] : columns.places(of: heading)
        guard places.isEmpty else { return places }
        let halves = heading.split(separator: "#", omittingEmptySubsequences: false)
        if halves.count == 2, let number = Int(halves[1]), number > 0 {
            let some = halves[0].isEmpty ? Array(columns.all.indices) : columns.places(of: String(halves[0]))
            if some.indices.contains(number - 1) { return [some[number - 1]] }
        }
        throw ValidationError("No column is headed “\(heading)”.")
    }

    static func field(_ name: String) throws -> SheetField {
        guard let field = SheetField(rawValue: name) else {
            let all = SheetField.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("There is no field \(name); the fields are \(all).")
        }
        return field
    }
}
