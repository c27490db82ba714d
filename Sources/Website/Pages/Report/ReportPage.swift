import Casework
import Desk
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Statistics

extension Site {
    /// Where the form of the period is sent, and where one lands without one: leads to the address of the table.
    func reportsPage(_ asked: AskedPeriod, _ visit: Visit) async throws -> Response {
        do {
            let period = try asked.period ?? Period.year(Day(workspace.now).year)
            guard let period else { throw Trouble.notFound }
            return .seeOther(.report(asked.table, period))
        } catch let wrong as AskedPeriod.Wrong {
            guard let shown = asked.shown ?? Period.year(Day(workspace.now).year) else { throw Trouble.notFound }
            return try await reportPage(asked.table, shown, visit, wrong: wrong)
        }
    }

    /// One number of the official list in a period, for who may see the office's figures.
    func reportPage(
        _ name: TableName, _ period: Period, _ visit: Visit, wrong: AskedPeriod.Wrong? = nil
    ) async throws -> Response {
        let tables = Table.official(in: period)
        guard let number = tables.first(where: { $0.name == name })?.number else { throw Trouble.notFound }
        let report = try await counted(Report(period, number: number), by: visit.worker())
        let model = ReportModel(name: name, number: number, report: report, tables: tables, wrong: wrong)
        let view = ReportView(frame: try await frame(visit), model: model)
        return .page(view.html, status: wrong == nil ? .ok : .unprocessableContent)
    }

    /// All tables of a period as one sheet. Its name tells the period and nothing else.
    func reportFile(_ period: Period, _ visit: Visit) async throws -> Response {
        let report = try await counted(Report(period), by: visit.worker())
        return .sheet(report.csv(words(visit)), "lindung-\(period).csv")
    }

    /// In one go over the cards of the period. That somebody counted is on record.
    func counted(_ report: Report, by worker: Worker) async throws -> Report {
        try await workspace.desk.figures(
            from: report.period.start, until: report.period.end, by: worker, into: report
        ) { $0.count($1) }
    }
}

/// What the form of the period asks for: one of the year's parts, or from one day until another.
struct AskedPeriod {
    let table: TableName
    /// The period that was on the page.
    let shown: Period?
    private let part: String?
    private let from: String?
    private let until: String?

    /// The names of the questions; none asks for anything about anybody.
    static let names = (table: "table", shown: "shown", part: "period", from: "from", until: "until")

    init(_ query: (String) -> String?) {
        table = query(Self.names.table).flatMap { TableName(rawValue: $0) } ?? .cases
        shown = query(Self.names.shown).flatMap { Period($0) }
        part = query(Self.names.part)
        from = query(Self.names.from)
        until = query(Self.names.until)
    }

    /// What is wrong, by question, and what was typed there.
    struct Wrong: Error {
        let problems: [String: What]
        let typed: [String: String]

        enum What: Hashable {
            case answer(Problem)
            case period(Period.Wrong)
        }
    }

    /// Nil where none is asked for.
    var period: Period? {
        get throws {
            if let part {
                guard let period = Period(part) else { throw Trouble.notFound }
                return period
            }
            guard from != nil || until != nil else { return nil }
            let names = [Self.names.from, Self.names.until]
            let typed = Dictionary(uniqueKeysWithValues: zip(names, [from ?? "", until ?? ""]))
            var days: [Day] = []
            var problems: [String: Wrong.What] = [:]
            for name in names {
                do { days.append(try Self.day(typed[name] ?? "")) } catch { problems[name] = .answer(error) }
            }
            guard days.count == 2 else { throw Wrong(problems: problems, typed: typed) }
            do { return try Period(days[0], days[1]) } catch {
                throw Wrong(problems: [Self.names.until: .period(error)], typed: typed)
            }
        }
    }

    private static func day(_ text: String) throws(Problem) -> Day {
        guard text.contains(where: { !$0.isWhitespace }) else { throw .missing }
        return try Day.read([text])
    }
}

extension Response {
    /// A sheet to take along.
    static func sheet(_ csv: String, _ name: String) -> Response {
        // Without the mark at its beginning Excel takes UTF-8 for something else.
        let bytes = ByteBuffer(string: "\u{feff}" + csv)
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition: "attachment; filename=\"\(name)\"",
            ], body: ResponseBody(byteBuffer: bytes))
    }
}
