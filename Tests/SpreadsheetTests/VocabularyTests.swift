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
        // What means yes or no below one heading.
        let ofHeadings = [SheetField.domestic, .bullying, .violence].map(\.rawValue)
        #expect(Set(lists.keys).union(ofHeadings) == Set(vocabulary.values.keys))
        for heading in ofHeadings { #expect(vocabulary.values[heading].map { Set($0.keys) } == ["yes", "no"]) }
        for (list, codes) in vocabulary.values where !ofHeadings.contains(list) {
            #expect(Set(codes.keys) == Set(lists[list] ?? []), "\(list)")
        }
    }

    @Test func whatStandsBesideFormsIsRead() throws {
        for spelling in vocabulary.noViolence {
            #expect(spellings.code(spelling.uppercased(), of: ViolenceForm.list) == Spellings.noViolence, "\(spelling)")
        }
        for (name, words) in vocabulary.beside {
            let field = try #require(SheetField(rawValue: name))
            for word in words {
                let (told, rest) = spellings.besideForms(word.uppercased())
                #expect(told == [field] && !rest.contains(where: \.isLetter), "\(word)")
            }
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

    private func read(_ cell: String, _ field: SheetField) throws -> [String]? {
        let today = try #require(Day(year: 2026, month: 11, day: 24))
        return try? CellReader(spellings: spellings, today: today).read(cell.uppercased(), as: field)
    }

    @Test func whatStandsAroundADayOrAServiceIsRead() throws {
        for word in vocabulary.weekdays {
            #expect(try read("\(word), 5/3/2023", .received) == ["2023-03-05"], "\(word)")
        }
        for word in vocabulary.clock {
            let isRead = try [read("5/3/2023 10.30 \(word)", .received), read("5/3/2023 \(word) 10.30", .received)]
            #expect(isRead.contains(["2023-03-05"]), "\(word)")
        }
        for word in vocabulary.times { #expect(try read("Konseling 3 \(word)", .services) == ["RHS"], "\(word)") }
    }

    @Test func whatStandsAfterAnAgeIsRead() throws {
        for (units, age) in [
            (vocabulary.inYears, "36"), (vocabulary.inMonths, "3"), (vocabulary.inWeeks, "0"), (vocabulary.inDays, "0"),
        ] {
            for unit in units { #expect(try read("36 \(unit)", .age) == [age], "\(unit)") }
        }
        for word in vocabulary.schools { #expect(try read("17 th \(word) 2", .age) == ["17"], "\(word)") }
    }

    @Test func whatBeginsASumIsKnown() throws {
        let sheet = try SheetReading()
        for word in vocabulary.totals {
            let read = try sheet.rows(SheetReading.head + "1/2/2023;A;x;Fisik;\n\(word.uppercased()) TAHUN INI;1;;;\n")
            #expect(read.rows.count == 1 && read.passedOver == 1, "\(word)")
        }
    }

    @Test func whatIsNothingIsNothing() throws {
        for word in vocabulary.nothing { #expect(try read(word, .note) == [], "\(word)") }
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
