import Casework
import Desk
import Foundation
import Hummingbird
import Logging
import Website

extension Bench {
    /// The page of a case and its JSON, each with its look on record, against a server that says "hello".
    static func serving(_ office: Office) async throws {
        let file = try await aCase(office)
        let session = try await office.workspace.accounts.begin(office.officer)
        let token = try await office.workspace.accounts.makeToken(
            "Bench", duties: [.manageCases, .takeComplaints], mayPerform: false, days: 1, for: office.officer)
        let page = Asked("/kerja/cases/\(file)", ["Cookie": "__Host-session=\(session.token)"])
        let json = Asked("/api/v1/cases/\(file)", ["Authorization": "Bearer \(token?.secret ?? "")"])
        let (hello, looked) = (Asked("/", [:]), "nothing but the look and the bytes of a page")

        let (ours, bare) = (18_080, 18_081)
        let site = try Website.application(
            office.workspace, words: try Locales.load(), host: "127.0.0.1", port: ours,
            origin: Origin(loopback: "127.0.0.1", port: ours), callsPerMinute: 1_000_000_000)
        let router = Router()
        router.get("/") { _, _ in "hello" }
        // What is left of a page when nothing is rendered: its look on record, and as many bytes.
        let bytes = ByteBuffer(repeating: 0x20, count: Self.pageLength)
        router.get("/looked") { _, _ in
            _ = try await office.workspace.desk.open(CaseFile.self, file, by: office.officer)
            return Response(status: .ok, body: ResponseBody(byteBuffer: bytes))
        }
        let server = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: bare)))
        let tasks = [Task { try await site.run() }, Task { try await server.run() }]
        defer { for task in tasks { task.cancel() } }
        try await Task.sleep(for: .seconds(1))

        var rates: [String: [Double]] = [:]
        var latencies: [String: [Double]] = [:]
        for _ in 0..<rounds {
            for (name, port, asked) in [
                ("hello", bare, hello), (looked, bare, Asked("/looked", [:])), ("page", ours, page),
                ("JSON", ours, json),
            ] {
                rates[name, default: []].append(try await rate(asked, port, connections: 8, requests: 250))
                latencies[name, default: []] += try await times(asked, port, requests: 100)
            }
        }
        let ceiling = median(rates["hello"] ?? [])
        print("hello, 8 connections: \(Int(ceiling))/s; p50 of one \(median(latencies["hello"] ?? [])) ms")
        for (name, told) in [(looked, looked), ("page", "page of a case"), ("JSON", "JSON of a case")] {
            report("\(told), 8 connections", median(rates[name] ?? []), ceiling)
            print("\(told), 1 connection: p50 \(median(latencies[name] ?? [])) ms")
        }
    }

    /// About as many bytes as the page of such a case has.
    private static var pageLength: Int { 40_000 }

    private struct Asked: Sendable {
        let path: String
        let headers: [String: String]

        init(_ path: String, _ headers: [String: String]) {
            self.path = path
            self.headers = headers
        }
    }

    /// Answers a second of so many connections at once, each on a thread of its own.
    private static func rate(_ asked: Asked, _ port: Int, connections: Int, requests: Int) async throws -> Double {
        try await perSecond(connections * requests) {
            try await atOnce(connections) { _ in _ = try await times(asked, port, requests: requests) }
        }
    }

    /// Milliseconds that each of so many answers took, on a thread of its own: those of the pool are the server's.
    private static func times(_ asked: Asked, _ port: Int, requests: Int) async throws -> [Double] {
        try await withCheckedThrowingContinuation { done in
            Thread.detachNewThread {
                done.resume(
                    with: Result {
                        let connection = try Connection(port: port, path: asked.path, headers: asked.headers)
                        return try (0..<requests).map { _ in
                            try ContinuousClock().measure { try connection.ask() }.milliseconds
                        }
                    })
            }
        }
    }

    /// A case on which some work was done.
    private static func aCase(_ office: Office) async throws -> ID<CaseFile> {
        let (desk, officer) = (office.workspace.desk, office.officer)
        let complaint = try await desk.perform(
            ReceiveComplaint(
                channel: .school, what: "Siswi 14 tahun bercerita kepada guru BK.", danger: .yes,
                affected: [Affected("Melati", sex: .female, age: Years(14))], district: .sagulung), on: ID(),
            by: officer
        ).record
        let triage = TriageComplaint(
            reachable: .yes, threat: .no, injured: .no, risk: .high, forms: [.sexual], domestic: .yes,
            decision: .newCase, manager: officer.id)
        try await desk.perform(triage, on: complaint, by: officer)
        guard let file = try await desk.open(Complaint.self, complaint, by: officer).record.caseFile else {
            throw CocoaError(.fileReadUnknown)
        }
        try await desk.perform(ReportToPolice(unit: "Unit PPA", number: "1"), on: file, by: officer)
        for visit in 1...5 {
            try await desk.perform(RecordNote(note: LongText("Kunjungan rumah \(visit).")), on: file, by: officer)
        }
        return file
    }
}
