import Casework

extension Words {
    /// What two accounts of a person have in common, as a sentence's part.
    func clues(_ clues: [Clue]) -> String { clues.map { code("clue", $0.rawValue) }.joined(separator: ", ") }
}
