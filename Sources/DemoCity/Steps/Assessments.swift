import Casework
import Desk

extension Step {
    /// By the form for domestic danger where it is about that, and else by the general one.
    static let assess = assess(nil)

    /// The risk has changed since triage.
    static func assess(_ risk: Risk?) -> Step {
        Step { work in
            let risk = risk ?? work.plot.risk
            for client in try await work.record().clients {
                let sheet = try work.sheet(risk)
                let note = work.words(Narratives.assessments)
                try await work.perform(RecordAssessment(client.id, sheet, risk: risk, note: note))
            }
        }
    }

    /// By the checklist of what it is about: trafficking, or how somebody does.
    static let screen = Step { work in
        let client = try await work.client()
        if work.plot.forms.contains(.trafficking) {
            let means = Dictionary(
                uniqueKeysWithValues: ["recruited", "deceived", "bound", "labour"].map { ($0, "yes") })
            try await work.perform(RecordScreening(client, try work.answered("tppo", means)))
        } else if !work.plot.isChild {
            let sheet = try work.answered("phq9", ["total": "12"])
            try await work.perform(RecordScreening(client, sheet, assessor: "Psikolog klinis UPTD"))
        } else {
            let sheet = try work.answered("psc17", ["total": "16", "internal": "6", "attention": "5", "external": "5"])
            try await work.perform(RecordScreening(client, sheet, assessor: "Psikolog klinis UPTD"))
        }
    }

    static let assessBiopsychosocially = Step { work in
        let assessment = RecordBiopsychosocial(
            try await work.client(), psychological: "Tidur terganggu, mudah terkejut, sudah mau bercerita.",
            social: "Punya satu teman dekat.", family: "Kerabat yang tinggal dekat mendukung.",
            economy: "Biaya harian dibantu kerabat.", safety: "Terlapor tidak tahu di mana klien menginap.",
            conclusion:
                "Perlu konseling setiap minggu dan tempat tinggal yang tetap; klien tahu apa yang diinginkannya.",
            assessor: "Psikolog klinis UPTD")
        try await work.perform(assessment)
    }

    /// The form says more than its worker does, who says why.
    static let assessLower = Step { work in
        let assessment = RecordAssessment(
            try await work.client(), try work.sheet(.high), risk: .medium,
            riskReason: "Terlapor sudah ditahan; klien tinggal dengan keluarga dan merasa aman.")
        try await work.perform(assessment)
    }
}

extension Work {
    fileprivate mutating func sheet(_ band: Risk) throws -> Sheet {
        let forms = city.desk.instruments.current
        let wanted = plot.isDomestic && !plot.isChild ? "kdrt" : "risk"
        guard let instrument = forms.first(where: { $0.id == wanted }) ?? forms.first else { throw NotAnswered() }
        return instrument.sheet(band, &seed)
    }

    /// The newest form of this id with these answers, and no to everything else.
    fileprivate func answered(_ id: String, _ answers: [String: String]) throws -> Sheet {
        guard let form = city.desk.instruments.current.first(where: { $0.id == id }) else { throw NotAnswered() }
        let all = form.items.map { ($0.id, answers[$0.id] ?? YesNo.no.rawValue) }
        return Sheet(id, version: form.version, Dictionary(uniqueKeysWithValues: all))
    }
}

/// There is no form to answer.
struct NotAnswered: Error {}

extension Instrument {
    /// Answers that fall into a band, or into the nearest below it: what weighs least, then, in an order of chance,
    /// more where it does not say too much.
    func sheet(_ band: Risk, _ seed: inout Seed) -> Sheet {
        var sheet = Sheet(id, version: version, Dictionary(uniqueKeysWithValues: items.map { ($0.id, $0.lightest) }))
        for item in items.shuffled(using: &seed) {
            let isReached = urgency(sheet) >= band.urgency
            let answer = isReached ? item.vague(&seed) : item.heaviest
            let next = Sheet(id, version: version, sheet.answers.merging([item.id: answer]) { $1 })
            if urgency(next) <= band.urgency { sheet = next }
        }
        return sheet
    }

    private func urgency(_ sheet: Sheet) -> Int { score(sheet).risk?.urgency ?? 0 }
}

extension Instrument.Item {
    private var codes: [String] { answers?.map(\.id) ?? YesNo.allCases.map(\.rawValue) }
    private func weight(_ code: String) -> Int { (points[code] ?? 0) + (redFlag == code ? 1000 : 0) }

    fileprivate var heaviest: String { codes.max { weight($0) < weight($1) } ?? "" }

    /// A plain no before a "not known" that weighs as little.
    fileprivate var lightest: String {
        let plain = codes.filter { $0 != YesNo.unknown.rawValue }
        return plain.min { weight($0) < weight($1) } ?? ""
    }

    /// Here and there nobody knows.
    fileprivate func vague(_ seed: inout Seed) -> String {
        let unknown = YesNo.unknown.rawValue
        return answers == nil && seed.chance(15) ? unknown : lightest
    }
}
