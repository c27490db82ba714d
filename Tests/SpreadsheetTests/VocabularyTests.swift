import Casework
import Desk
import Testing

@testable import Spreadsheet

/// Every heading and every spelling that the list knows is recognised, and none means two things.
@Suite struct VocabularyTests {
    private let vocabulary: Vocabulary
    private let spellings: Spellings

    init() throws {
        vocabulary = try .shipped()
        spellings = Spellings(vocabulary)
    }

    @Test(arguments: SheetField.allCases)
    func everyHeadingIsRecognised(field: SheetField) throws {
        let headings = try #require(vocabulary.headings[field.rawValue])
        #expect(headings.count >= 3)
        for heading in headings {
            for typed in [heading, heading.uppercased(), " \(heading). ", "\(heading) (isi lengkap)", "\(heading) *)"] {
                #expect(spellings.field(typed) == field, "\(typed)")
            }
        }
    }

    @Test func everyFieldHasHeadingsAndNoOtherHas() {
        #expect(Set(vocabulary.headings.keys) == Set(SheetField.allCases.map(\.rawValue)))
    }

    @Test func noHeadingStandsForTwoFields() {
        let all = vocabulary.headings.values.flatMap { Set($0.map(\.key)) }
        #expect(all.count == Set(all).count)
    }

    @Test func everySpellingIsRead() throws {
        for (list, codes) in vocabulary.values {
            for (code, spellings) in codes {
                for spelling in spellings + [code] {
                    #expect(self.spellings.code(spelling.uppercased(), of: list) == code, "\(list): \(spelling)")
                }
            }
        }
    }

    /// A code that no page knows would be refused by every row.
    @Test func everyCodeIsOneOfItsList() throws {
        let lists: [String: [String]] = [
            Channel.list: Channel.codes, Sex.list: Sex.codes, IncidentPlace.list: IncidentPlace.codes,
            District.list: District.codes, ReporterRelation.list: ReporterRelation.codes, Relation.list: Relation.codes,
            ViolenceForm.list: ViolenceForm.codes, YesNo.list: YesNo.codes, Risk.list: Risk.codes,
            Service.list: Service.codes, FormerOutcome.list: FormerOutcome.codes,
        ]
        #expect(Set(lists.keys) == Set(vocabulary.values.keys))
        for (list, codes) in vocabulary.values { #expect(Set(codes.keys) == Set(lists[list] ?? []), "\(list)") }
    }

    @Test func whatStandsBesideFormsIsRead() throws {
        for spelling in vocabulary.noViolence {
            #expect(spellings.code(spelling.uppercased(), of: ViolenceForm.list) == Spellings.noViolence, "\(spelling)")
        }
        for (name, words) in vocabulary.beside {
            let field = try #require(SheetField(rawValue: name))
            for word in words { #expect(spellings.besideForms(word.uppercased()).told.contains(field), "\(word)") }
        }
        #expect(spellings.besideForms("Fisik").told.isEmpty)
    }

    @Test func whatRepeatsTheRowAboveIsKnown() {
        for word in vocabulary.ditto {
            #expect(spellings.isDitto(" \(word.uppercased()). "), "\(word)")
            #expect(word.count <= 30, "\(word)")
        }
        for cell in ["", "-", "--", "Ida", "Sama", "Siti"] { #expect(!spellings.isDitto(cell), "\(cell)") }
    }

    /// A unit of time stands for one only.
    @Test func noUnitStandsForTwo() {
        let units = vocabulary.inYears + vocabulary.inMonths + vocabulary.inWeeks + vocabulary.inDays
        #expect(Set(units.map(\.key)).count == units.count)
    }

    @Test func everyMonthIsKnown() {
        #expect(vocabulary.months.count == 12 && vocabulary.months.allSatisfy { $0.count >= 2 })
    }

    @Test func whatIsNeitherAHeadingIsNone() {
        for heading in ["", "No", "Siti Aminah", "12/3/2023", "Agama", "Pendidikan"] {
            #expect(spellings.field(heading) == nil, "\(heading)")
        }
    }
}
