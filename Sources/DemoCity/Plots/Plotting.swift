import Casework
import Foundation

/// Makes up what cases are about.
struct Plotting: Sendable {
    var seed: Seed
    /// How many it made: each has a phone of its own.
    private(set) var count = 0

    init(_ seed: Seed) { self.seed = seed }

    /// - Parameter fits: what its course demands of it.
    /// - Returns: nil where, after many tries, nothing fits.
    mutating func plot(
        of kinds: [Kind], arrives: Date, in district: District? = nil, alone: Bool = false,
        fits: (Plot) -> Bool = { _ in true }
    ) -> Plot? {
        for _ in 0..<60 {
            let kind = seed.pick(kinds) { $0.share }
            let plot = plot(kind, arrives, district, alone: alone)
            if fits(plot) {
                count += 1
                return plot
            }
        }
        return nil
    }

    private mutating func plot(_ kind: Kind, _ arrives: Date, _ district: District?, alone: Bool) -> Plot {
        let clients = Someone.several(kind.clients, kind.sex, kind.ages, &seed)
        let district = district ?? seed.pick(Neighbourhoods.districts, by: Neighbourhoods.share)
        let words = Wording(age: clients[0].age, district, &seed)
        let risk = seed.pick([Risk.high, .medium, .low]) { $0 == .medium ? 45 : $0 == .high ? 35 : 20 }
        let forms = [kind.form] + (!alone && seed.chance(60) ? kind.also : [])
        let tell = seed.pick(kind.tells)
        let reporter = Reporter(tell.by ?? seed.pick(kind.reporters), client: clients[0], &seed)
        let complaint = complaint(kind, clients, reporter, district, risk, words(tell.text), arrives)
        let flags = flags(risk)
        let triage: @Sendable (ID<Worker>) -> TriageComplaint = { manager in
            TriageComplaint(
                reachable: flags.reachable, threat: flags.threat, injured: flags.injured, risk: risk, forms: forms,
                domestic: kind.domestic, bullying: kind.bullying, online: kind.online, decision: .newCase,
                manager: manager)
        }
        return Plot(
            complaint: complaint, triage: triage, arrives: arrives, forms: forms, risk: risk, kind: kind,
            age: clients[0].age, happened: LongText(words(seed.pick(kind.happened))), day: day(before: arrives))
    }

    private mutating func complaint(
        _ kind: Kind, _ clients: [Someone], _ reporter: Reporter, _ district: District, _ risk: Risk, _ what: String,
        _ arrives: Date
    ) -> ReceiveComplaint {
        let affected = clients.map { client in
            // Who calls does not always know.
            let isKnown = kind.isOfThePublishedYear && kind.form != .sexual || !seed.chance(2)
            return Affected(Line(client.name), sex: client.sex, age: isKnown ? Years(client.age) : nil)
        }
        return ReceiveComplaint(
            channel: reporter.channel, what: LongText(what),
            danger: risk == .high ? seed.pick([.yes, .unknown]) : seed.pick([.no, .no, .unknown]), affected: affected,
            place: seed.chance(60) ? kind.place : nil, district: district, needs: kind.need.map { [$0] },
            reporter: reporter.name.map { Line($0) }, relation: reporter.relation,
            phone: reporter.relation == .anonymous ? nil : phone, safeContact: Line(reporter.safeContact),
            at: reporter.channel == .letter ? received(dayBefore: arrives) : nil)
    }

    /// Nobody's: the range is not given out. The stories have the numbers from 1001 on.
    private var phone: Phone? { count < 7000 ? Phone("+6281200\((3000 + count).padded(6))") : nil }

    /// A letter lies on the desk for a night; none lies there over New Year, so that every year keeps its own.
    private func received(dayBefore arrives: Date) -> Moment? {
        let day = Day(arrives).adding(-1)
        return day.year == Day(arrives).year ? Moment(day.start + 10 * 3600) : nil
    }

    /// A red flag goes with high risk, and with nothing less.
    private mutating func flags(_ risk: Risk) -> (reachable: YesNo, threat: YesNo, injured: YesNo) {
        guard risk == .high else { return (.no, .no, seed.pick([.no, .unknown])) }
        return (.yes, seed.pick([.yes, .no, .unknown]), seed.pick([.yes, .no, .unknown]))
    }

    /// When it happened, as well as people remember.
    private mutating func day(before arrives: Date) -> PartialDay? {
        let text = Day(arrives).adding(-seed.number(1...90)).text
        switch seed.number(1...4) {
        case 1: return PartialDay(String(text.prefix(4)))
        case 2: return PartialDay(String(text.prefix(7)))
        case 3: return PartialDay(text)
        default: return nil
        }
    }
}
