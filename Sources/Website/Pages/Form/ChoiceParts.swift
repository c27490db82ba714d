import Casework

/// A long list of codes in parts, each under a heading.
struct ChoiceParts {
    /// The locale key of its heading.
    let title: String
    let codes: Set<String>

    /// Nil for a list that is short enough.
    static func of(_ list: String) -> [ChoiceParts]? { list == ProceedingEvent.list ? proceedings : nil }

    private static let proceedings = ProceedingEvent.Part.allCases.map { part in
        ChoiceParts(
            title: "proceeding-part.\(part.rawValue)",
            codes: Set(ProceedingEvent.allCases.filter { $0.part == part }.map(\.rawValue)))
    }
}
