import Casework
import Foundation
import TestSupport
import Testing

@Suite struct ProblemTests {
    @Test func allAreListedUnderNamesOfTheirOwn() throws {
        let file = Repository.root.appending(path: "Sources/Casework/Form/Problem.swift")
        let source = try String(contentsOf: file, encoding: .utf8)
        let declared = source.matches(of: /\n    case ([a-zA-Z]+)/).map { String($0.output.1) }

        #expect(Problem.all.map { String("\($0)".prefix { $0 != "(" }) } == declared)
        #expect(Set(Problem.all.map(\.name)).count == declared.count)
    }

    @Test func aSentenceCanNameWhateverOneCarries() {
        for problem in Problem.all { #expect(problem.values.isEmpty == !"\(problem)".contains("("), "\(problem)") }
    }
}
