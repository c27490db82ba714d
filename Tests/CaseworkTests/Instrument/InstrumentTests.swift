import Casework
import Desk
import Foundation
import Testing

@Suite struct InstrumentTests {
    private static let yaml = """
        - id: sleep
          version: 1
          title: {id: Tidur, en: Sleep}
          source: own
          items:
            - {id: bad, text: {id: Sulit tidur?, en: Trouble sleeping?}, points: {"yes": 2, unknown: 1}}
            - {id: fear, text: {id: Takut malam?, en: Afraid at night?}, points: {"yes": 1}, redFlag: "yes"}
          bands:
            - {from: 0, risk: low}
            - {from: 2, risk: medium}
            - {from: 3, risk: high}
        """

    private func form() throws -> Instrument { try #require(try Instruments.read(Self.yaml).all.first) }

    @Test(arguments: [
        (["bad": "no", "fear": "no"], 0, Risk.low), (["bad": "unknown", "fear": "no"], 1, .low),
        (["bad": "yes", "fear": "unknown"], 2, .medium), (["bad": "no", "fear": "yes"], 1, .high),
    ])
    func pointsAddUpAndARedFlagOverridesThem(answers: [String: String], total: Int, band: Risk) throws {
        let score = try form().score(Sheet("sleep", version: 1, answers))
        #expect(score.total == total && score.risk == band)
        #expect(score.redFlags == (answers["fear"] == "yes" ? ["fear"] : []))
        #expect(score.unanswered == answers.values.count { $0 == "unknown" })
    }

    @Test func aSheetIsReadFromAFormAndWrittenBack() throws {
        let forms = try Instruments.read(Self.yaml)
        let client = ID<Person>()
        let posted = Posted([
            "client": ["\(client)"], "sheet.instrument": ["sleep"], "sheet.version": ["1"],
            "sheet.sleep-1-bad": ["yes"], "sheet.sleep-1-fear": ["no"], "risk": ["medium"],
        ])
        let reading = try FormReader.read(RecordAssessment.self, posted, forms)
        #expect(reading.faults.isEmpty)
        #expect(reading.action.sheet == Sheet("sleep", version: 1, ["bad": "yes", "fear": "no"]))
        #expect(try FormWriter.answers(of: reading.action) == posted)
    }

    @Test func everyQuestionIsAnsweredAndNoOtherForm() throws {
        let forms = try Instruments.read(Self.yaml)
        var posted = Posted([
            "client": ["\(ID<Person>())"], "sheet.instrument": ["sleep"], "sheet.version": ["1"],
            "sheet.sleep-1-bad": ["often"], "risk": ["low"],
        ])
        #expect(
            try FormReader.read(RecordAssessment.self, posted, forms).faults == [
                Fault("sheet.sleep-1-bad", .notInList), Fault("sheet.sleep-1-fear", .missing),
            ])
        posted.values["sheet.version"] = ["2"]
        let faults = try FormReader.read(RecordAssessment.self, posted, forms).faults
        #expect(faults.contains(Fault("sheet.instrument", .notInList)))
    }

    @Test func theNewestVersionIsOfferedAndTheOldOneStaysReadable() throws {
        let both = try Instruments.read(Self.yaml + "\n" + Self.yaml.replacing("version: 1", with: "version: 2"))
        #expect(both.current.map(\.version) == [2])
        #expect(both["sleep", 1] != nil)
    }

    @Test func whatIsShippedIsWhole() throws {
        for form in try Instruments.shipped().all {
            #expect(Set(form.items.map(\.id)).count == form.items.count)
            #expect(form.bands.contains { $0.from == 0 })
            let risks = Set(form.bands.compactMap(\.risk))
            #expect(form.bands.allSatisfy { ($0.risk == nil) == ($0.text != nil) })
            #expect(risks == (form.action == RecordAssessment.name ? Set(Risk.allCases) : []), "\(form.id)")
            let parts = (form.parts ?? []).map(\.id)
            #expect(Set(form.items.compactMap(\.part)) == Set(parts) && Set(parts).count == parts.count)
            for item in form.items {
                let codes = Set(item.answers?.map(\.id) ?? YesNo.codes)
                #expect(item.number == nil || item.points.isEmpty && item.redFlag == nil && item.answers == nil)
                #expect(Set(item.points.keys).isSubset(of: codes), "\(form.id).\(item.id)")
                #expect(item.redFlag.map(codes.contains) ?? true)
                for texts in [item.text] + [item.hint].compactMap({ $0 }) + (item.answers ?? []).map(\.text)
                    + form.bands.compactMap(\.text) + (form.parts ?? []).map(\.text)
                {
                    #expect(Set(texts.keys) == Set(Language.allCases.map(\.rawValue)), "\(form.id).\(item.id)")
                }
            }
            // Every part, and the highest band, is reached by points, not only by a red flag.
            let most = { (item: Instrument.Item) in item.number?.most ?? item.points.values.max() ?? 0 }
            for part in form.parts ?? [] {
                #expect(form.items.reduce(0) { $0 + ($1.part == part.id ? most($1) : 0) } >= part.least)
            }
            let total = form.parts?.count ?? form.items.reduce(0) { $0 + most($1) }
            #expect(total >= (form.bands.map(\.from).max() ?? 0))
        }
    }
}
