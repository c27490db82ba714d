import Casework
import Desk
import TestSupport
import Testing

@testable import DemoCity

@Suite struct SheetTests {
    /// Whatever the form asks, the city answers all of it and gets the risk that it wants.
    @Test func everyFormCanSayEveryRisk() async throws {
        let forms = try await World().desk.instruments.current(for: RecordAssessment.self)
        #expect(!forms.isEmpty)
        for form in forms {
            for (risk, number) in zip(Risk.allCases, 1...) {
                var seed = Seed(UInt64(number))
                let sheet = form.sheet(risk, &seed)
                #expect(form.score(sheet).risk == risk)
                for item in form.items {
                    let codes = item.answers.map { $0.map(\.id) } ?? YesNo.codes
                    let answer = try #require(sheet.answers[item.id])
                    #expect(codes.contains(answer))
                }
            }
        }
    }
}
