package import Casework
package import Foundation
import Yams

/// An office's record as files: how it is reached, its holidays, its partners, its staff, the rules whose time it
/// corrects. Applied, it becomes actions.
package struct OfficeFolder: Sendable {
    package let description: DescribeOffice?
    package let holidays: [DeclareHoliday]
    package let partners: [PartnerDetails]
    package let workers: [AddWorker]
    package let corrections: [CorrectRule]

    /// A file says something that can't be; the sentence names it and never quotes it.
    package struct Malformed: Error {
        package let file: String
        package let problem: String
    }

    private static let files = ["office.yaml", "holidays.yaml", "partners.yaml", "workers.yaml", "rules.yaml"]

    /// What is in a folder; a file that is not there says nothing.
    /// - Throws: ``Malformed``, or what reading a file throws.
    package init(_ folder: URL) throws {
        let there = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            $0.hasSuffix(".yaml") && !$0.hasPrefix(".")
        }
        if let other = there.first(where: { !Self.files.contains($0) }) ?? (there.isEmpty ? folder.path : nil) {
            throw Malformed(file: other, problem: "it is none of \(Self.files.joined(separator: ", "))")
        }
        let read = { (name: String) -> String? in
            let url = folder.appending(path: name)
            guard FileManager.default.fileExists(atPath: url.path) else { return nil }
            guard let text = String(data: try Data(contentsOf: url), encoding: .utf8) else {
                throw Malformed(file: name, problem: "it is no text in UTF-8")
            }
            return text
        }
        try self.init(
            office: read("office.yaml"), holidays: read("holidays.yaml"), partners: read("partners.yaml"),
            workers: read("workers.yaml"), rules: read("rules.yaml"))
    }

    init(
        office: String?, holidays: String?, partners: String?, workers: String? = nil, rules: String? = nil
    ) throws {
        description = try office.map { try Self.decode(Settings.self, $0, "office.yaml").action() }
        self.holidays =
            try holidays.map { try Self.decode([Holidays].self, $0, "holidays.yaml") }?
            .flatMap { try $0.actions() } ?? []
        self.partners =
            try partners.map { try Self.decode([PartnerLine].self, $0, "partners.yaml") }?
            .enumerated().map { try $1.details(line: $0 + 1) } ?? []
        self.workers =
            try workers.map { try Self.decode([WorkerLine].self, $0, "workers.yaml") }?
            .enumerated().map { try $1.action(line: $0 + 1) } ?? []
        corrections =
            try rules.map { try Self.decode([RuleLine].self, $0, "rules.yaml") }?
            .enumerated().map { try $1.action(line: $0 + 1) } ?? []
        try Self.checkOnce(self.workers.map { StaffMember.normal($0.handle.text) }, "workers.yaml", "worker")
        try Self.checkOnce(self.partners.map(\.name), "partners.yaml", "partner")
        try Self.checkOnce(corrections.map { [$0.rule.text, $0.from.text] }, "rules.yaml", "rule")
        var days: Set<Day> = []
        if let twice = self.holidays.first(where: { !days.insert($0.day).inserted }) {
            throw Malformed(file: "holidays.yaml", problem: "\(twice.day.text) is there already")
        }
    }

    /// What says two things of one would be applied in part, or anew each time.
    private static func checkOnce<Name: Hashable>(_ names: [Name], _ file: String, _ what: String) throws {
        var there: Set<Name> = []
        if let twice = names.firstIndex(where: { !there.insert($0).inserted }) {
            throw Malformed(file: file, problem: "\(what) \(twice + 1) is there already")
        }
    }

    private static func decode<T: Decodable>(_ type: T.Type, _ yaml: String, _ file: String) throws -> T {
        do { return try YAMLDecoder().decode(type, from: yaml) } catch {
            throw Malformed(file: file, problem: "it is not the YAML that it should be")
        }
    }

    /// Reads one answer as a form would.
    private static func answer<A: Answer>(_ type: A.Type, _ raw: String, _ file: String, _ place: String) throws -> A {
        do throws(Problem) { return try type.read([raw]) } catch {
            throw Malformed(file: file, problem: "\(place): \(error.name)")
        }
    }

    private struct Settings: Decodable {
        let name: String
        let address: String?
        let phone: String?
        let opens: String?
        let closes: String?

        func action() throws -> DescribeOffice {
            let file = "office.yaml"
            return DescribeOffice(
                try answer(Line.self, name, file, "name"),
                address: try address.map { try answer(Line.self, $0, file, "address") },
                phone: try phone.map { try answer(Phone.self, $0, file, "phone") },
                opens: try opens.map { try answer(TimeOfDay.self, $0, file, "opens") },
                closes: try closes.map { try answer(TimeOfDay.self, $0, file, "closes") })
        }
    }

    private struct Holidays: Decodable {
        let source: String
        let national: [String]?
        let jointLeave: [String]?

        func actions() throws -> [DeclareHoliday] {
            let days =
                (national ?? []).map { ($0, HolidayKind.national) } + (jointLeave ?? []).map { ($0, .jointLeave) }
            return try days.enumerated().map { place, holiday in
                let (text, kind) = holiday
                let day = try answer(Day.self, text, "holidays.yaml", "day \(place + 1) of its source")
                return DeclareHoliday(day, kind, source: try answer(Line.self, source, "holidays.yaml", "source"))
            }
        }
    }

    private struct RuleLine: Decodable {
        let rule: String
        let amount: Int
        let unit: String
        let from: String
        let source: String

        func action(line: Int) throws -> CorrectRule {
            let (file, place) = ("rules.yaml", "rule \(line)")
            return CorrectRule(
                RuleID(rule), try answer(CorrectRule.Amount.self, "\(amount)", file, place),
                try answer(Rule.Unit.self, unit, file, place), from: try answer(Day.self, from, file, place),
                source: try answer(Line.self, source, file, place))
        }
    }

    private struct PartnerLine: Decodable {
        let name: String
        let kind: String
        let services: [String]?
        let phone: String?
        let contact: String?
        let answersWithin: Int?

        func details(line: Int) throws -> PartnerDetails {
            let (file, place) = ("partners.yaml", "partner \(line)")
            return PartnerDetails(
                try answer(Line.self, name, file, place), try answer(PartnerKind.self, kind, file, place),
                services: try services?.map { try answer(Service.self, $0, file, place) },
                phone: try phone.map { try answer(Phone.self, $0, file, place) },
                contact: try contact.map { try answer(Line.self, $0, file, place) },
                answersWithin: try answersWithin.map { try answer(Count.self, "\($0)", file, place) })
        }
    }

    private struct WorkerLine: Decodable {
        let handle: String
        let name: String
        let posts: [String]

        func action(line: Int) throws -> AddWorker {
            let (file, place) = ("workers.yaml", "worker \(line)")
            guard !posts.isEmpty else { throw Malformed(file: file, problem: "\(place): no posts") }
            return AddWorker(
                try answer(Line.self, handle, file, place), try answer(Line.self, name, file, place),
                try posts.map { try answer(Post.self, $0, file, place) })
        }
    }
}
