/// A cell in quotes that holds delimiters. Excel writes such cells; but two quotes that stand alone, as people write "the
/// same", look like one too, and melt all that stands between them into it.
struct QuotedCell {
    private let delimiters: Int
    /// Those that no space follows: in a sentence one does.
    private let tight: Int
    private let lineEnds: Int
    /// Whether it begins, and ends, as the rest of a row does.
    private let isRest: Bool
    /// Whether it begins or ends so.
    private let isEdged: Bool
    private let isTabbed: Bool

    /// Nil for a cell that holds no delimiter.
    init?(_ cell: [UInt8], _ delimiter: UInt8) {
        guard let first = cell.first, let last = cell.last, cell.contains(delimiter) else { return nil }
        let newline = UInt8(ascii: "\n")
        delimiters = cell.count { $0 == delimiter }
        lineEnds = cell.count { $0 == newline }
        tight = cell.indices.dropLast().count { place in
            cell[place] == delimiter && ![UInt8(ascii: " "), newline].contains(cell[place + 1])
        }
        let edges = [first, last]
        isRest = edges.contains(delimiter) && edges.allSatisfy { [delimiter, newline].contains($0) }
        isEdged = edges.contains(delimiter)
        isTabbed = delimiter == UInt8(ascii: "\t") && (lineEnds > 0 || edges.contains(delimiter))
    }

    /// Whether several cells were melted into it.
    /// - Parameters:
    ///   - count: how many cells its record has with it.
    ///   - width: how many most records have; nil as long as nobody can tell.
    func isMelted(_ count: Int, _ width: Int?) -> Bool {
        if isRest || isTabbed { return true }
        guard lineEnds > 0, tight >= 3 else { return false }
        guard !isEdged, let width else { return isEdged }
        // A long text between the right number of cells; from one column to the same column it has so many delimiters.
        return count != width || delimiters.isMultiple(of: width - 1)
    }
}
