import Casework
import Desk
import Foundation
import Logging
import Vault

/// Ratios against ceilings that are measured in the same run, medians of interleaved rounds.
///
///     make bench            # 5,000 complaints
///     make bench N=100000
///     make bench PARTS="serving writing"    # one part or several, for whoever looks for what takes the time
@main
struct Bench {
    static let rounds = 5

    static func main() async throws {
        // The figures are what is read here, not the requests.
        LoggingSystem.bootstrap { _ in SwiftLogNoOpLogHandler() }
        let arguments = Array(CommandLine.arguments.dropFirst())
        let count = arguments.first.flatMap(Int.init) ?? 5_000
        if arguments.count == 3, arguments[1] == loading {
            return try await load(count, in: URL(filePath: arguments[2]))
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "lindung-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try loadApart(count, folder)
        let office = try await start(folder)
        let parts = Set(arguments.dropFirst())
        func isWanted(_ part: String) -> Bool { parts.isEmpty || parts.contains(part) }
        if isWanted("reading") { try await reading(office) }
        if isWanted("serving") { try await serving(office) }
        if isWanted("writing") { try await writing(office, folder) }
        if isWanted("signing-in") { try await signingIn(folder) }
        reportMemory()
        try office.workspace.close()
    }

    /// The word by which this program is told to load and to do nothing else.
    private static let loading = "load"

    /// In a process of its own: what serves an office found its complaints there when it started.
    private static func loadApart(_ count: Int, _ folder: URL) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["\(count)", loading, folder.path]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    }

    private static func load(_ count: Int, in folder: URL) async throws {
        let office = try await office(folder)
        let took = try await ContinuousClock().measure { try await Disk.unsynced { try await load(count, office) } }
        print("\(count) complaints through the door in \(took.milliseconds) ms")
        try office.workspace.close()
    }

    private static func start(_ folder: URL) async throws -> Office {
        let began = ContinuousClock.now
        let office = try await office(folder)
        print("a start with all of them: \((ContinuousClock.now - began).milliseconds) ms")
        reportMemory()
        return office
    }

    private static func reportMemory() {
        print("peak memory \(peakMegabytes) MB, and \(indexMegabytes) MB of the index's files in RAM")
    }

    struct Office {
        let workspace: Workspace
        let officer: Worker
    }

    static func office(_ folder: URL) async throws -> Office {
        let key = try KeyFile(folder.appending(path: "key")).readOrCreate()
        let home = folder.appending(path: "home")
        let workspace = try await Workspace(home: home, key: key, purpose: .demo, cost: .tiny, opensPerHour: 10_000_000)
        if try workspace.accounts.all().isEmpty {
            try await workspace.accounts.add(
                handle: "bench", name: "Bench", posts: [.head, .caseManager, .intakeOfficer],
                password: Secrets.password())
        }
        guard let officer = try workspace.accounts.all().first?.worker else { throw CocoaError(.fileReadUnknown) }
        return Office(workspace: workspace, officer: officer)
    }

    /// Complaints of made-up people, performed sixty-four at a time. A twentieth waits in the inbox, a third becomes a
    /// case, the others end with advice.
    static func load(_ count: Int, _ office: Office) async throws {
        for start in stride(from: 0, to: count, by: 64) {
            try await atOnce(min(64, count - start)) { place in
                let number = start + place
                let complaint = try await receive(number, office)
                guard number % 20 > 0 else { return }
                let isCase = number % 3 == 1
                try await office.workspace.desk.perform(
                    TriageComplaint(
                        reachable: .no, threat: .no, injured: .no, risk: isCase ? .medium : .low,
                        forms: isCase ? [.neglect] : [], decision: isCase ? .newCase : .advice,
                        manager: isCase ? office.officer.id : nil), on: complaint, by: office.officer)
            }
        }
    }

    @discardableResult
    static func receive(_ number: Int, _ office: Office) async throws -> ID<Complaint> {
        let people = ["Siti", "Nur", "Dewi", "Rosmaida", "Yohana", "Tiurma", "Wayan", "Fatimah", "Maria", "Lim"]
        let others = [
            "Nurhayati", "Siregar", "Wea", "Lestari", "Hartono", "Sitompul", "Salim", "Manalu", "Hasan", "Li",
        ]
        let name = "\(people[number % 10]) \(others[number / 10 % 10]) \(number / 100)"
        let complaint = ReceiveComplaint(
            channel: .sapaPhone, what: LongText("Laporan nomor \(number) dari seorang tetangga di Batam."),
            affected: [Affected(Line(name), sex: .female)], district: .bengkong)
        return try await office.workspace.desk.perform(complaint, on: ID(), by: office.officer).record
    }

    /// Open cases, so many that whoever writes to one after the other makes none of them much longer than an office does:
    /// with each note all that a case says is put into the index anew.
    static func cases(_ office: Office, most: Int) async throws -> [ID<CaseFile>] {
        var cases: [ID<CaseFile>] = []
        var page: PageOfList? = PageOfList()
        while let asked = page, cases.count < most {
            let listing = try await office.workspace.desk.list(.cases(own: true), by: office.officer, asked)
            cases += listing.rows.map { ID($0.card.record) }
            page = listing.next.map { PageOfList(after: $0) }
        }
        return cases
    }

    // MARK: measuring

    static func firstRecord(_ office: Office) async throws -> ID<Complaint> {
        let listing = try await office.workspace.desk.list(.inbox, by: office.officer)
        guard let record = listing.rows.first?.card.record else { throw CocoaError(.fileReadUnknown) }
        return ID(record)
    }

    static func atOnce(_ count: Int, _ work: @Sendable @escaping (Int) async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<count { group.addTask { try await work(number) } }
            try await group.waitForAll()
        }
    }

    static func perSecond(_ count: Int, _ work: () async throws -> Void) async throws -> Double {
        Double(count) * 1000 / (try await ContinuousClock().measure(work)).milliseconds
    }

    static func perSecond(_ count: Int, _ work: () throws -> Void) throws -> Double {
        Double(count) * 1000 / (try ContinuousClock().measure(work)).milliseconds
    }

    static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

    static func report(_ name: String, _ rate: Double, _ ceiling: Double) {
        print("\(name): \(Int(rate))/s, \((rate / ceiling * 100).rounded() / 100) of the ceiling")
    }

    /// The index's files on tmpfs, which have no name any more.
    static var indexMegabytes: Int {
        let open = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        var sizes: [String: UInt64] = [:]
        for path in open.map({ "/proc/self/fd/\($0)" }) {
            guard let file = try? FileManager.default.destinationOfSymbolicLink(atPath: path),
                file.hasPrefix("/dev/shm/lindung-")
            else { continue }
            sizes[file] = (try? FileHandle(forReadingAtPath: path)?.seekToEnd()) ?? 0
        }
        return Int(sizes.values.reduce(0, +) >> 20)
    }

    /// VmHWM of this process.
    static var peakMegabytes: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
        return (Int(line.filter(\.isNumber)) ?? 0) / 1024
    }
}

extension Duration {
    var milliseconds: Double {
        let microseconds = components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
        return Double(microseconds) / 1000
    }
}
