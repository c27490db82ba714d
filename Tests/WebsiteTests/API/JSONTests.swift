import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

@Suite struct JSONTests {
    @Test(arguments: ["", "Melati", "\"\\/", "\u{0}\u{1f}\u{7f}\n\t", "é 😀 \u{2028}", "</script>"])
    func aTextIsReadAsItWasWritten(text: String) throws {
        let object: JSON = ["a": JSON(text), "b": nil, "c": [1, true, .null]]
        let read = try #require(
            try JSONSerialization.jsonObject(with: Data(object.bytes)) as? [String: Any])
        #expect(read["a"] as? String == text && read["b"] == nil && (read["c"] as? [Any])?.count == 3)
    }

    /// What a record tells of an action can be sent again, but for an identity number, which is masked.
    @Test func everyActionsAnswersAreReadAsTheyAreTold() throws {
        let instruments = try Instruments.shipped()
        for sample in Samples.all where type(of: sample).hasForm {
            try Self.expectSame(sample, instruments)
        }
    }

    private static func expectSame<A: Action>(_ sample: A, _ instruments: Instruments) throws {
        let told = try #require(try AnswersJSON(instruments: instruments).of(sample))
        let sent = text(told).replacing(/,"nik":"\d{4}\*{8}\d{4}"/, with: "")
        let reading = try FormReader.read(A.self, SentAnswers(json: Data(sent.utf8)), instruments)
        let again = try #require(try AnswersJSON(instruments: instruments).of(reading.action))
        #expect(reading.faults.isEmpty, "\(A.name): \(reading.faults)")
        #expect(text(again) == sent, "\(A.name)")
    }

    private static func text(_ json: JSON) -> String { String(decoding: json.bytes, as: UTF8.self) }
}
