import Casework
import Foundation

/// The office's own record: how it is reached, its staff, its calendar, its partners, and what was changed.
struct OfficeView {
    let frame: Frame
    let office: Office
    let law: Law
    let actions: [ActionName]
    let history: [HistoryModel]
    /// The codes of files in which somebody decided what they had asked for.
    let alone: [String]
    /// How many more there are of which only their teams know.
    let aloneUnseen: Int
    let erasures: Erasures
    /// What keeps the office's files safe and does not work.
    let alert: HTML?
    private var words: Words { frame.words }

    var html: HTML {
        Layout(frame: frame).page(
            words["office.title"],
            """
            <div class="head"><h1>\(office.name?.text ?? words["office.title"])</h1>\
            <p><a href="\(Path.status)">\(words["status-page.title"])</a></p></div>
            \(alert)
            \(AccessGivenAlert(frame: frame, office: office).html)
            <div class="columns">
            <div class="stack">
            \(section("office.staff", staff, [AddWorker.name, GivePosts.name, IssueSecret.name, EndWorker.name]))
            \(section("office.partners", partners, [AddPartner.name, ChangePartner.name, EndPartner.name]))
            <div class="card">\(HistoryView(frame: frame, history: history).html)</div>
            </div>
            <aside class="stack" aria-label="\(words["office.about"])">
            \(section("office.about", about, [DescribeOffice.name], counts: false))
            \(section("office.calendar", calendar, [DeclareHoliday.name, DropHoliday.name], counts: false))
            \(section("office.rules", rules, [CorrectRule.name], counts: false))
            \(alone.isEmpty && aloneUnseen == 0 ? nil : decidedAlone)
            \(erasures.erased.isEmpty ? nil : section("office.erased", erased, []))
            </aside>
            </div>
            """)
    }

    private func section(_ key: String, _ rows: [HTML], _ names: [ActionName], counts: Bool = true) -> HTML {
        let links = names.filter(actions.contains).map { action -> HTML in
            let path = Path.acting(Office.kind, office.id.value, action)
            return #"<a href="\#(path)">\#(words["\(action).title"])</a>"#
        }
        return """
            <section class="card" aria-labelledby="\(key)">
            <h2 class="list-note" id="\(key)">\(words[key])\(counts ? " \(rows.count)" as HTML : nil)</h2>
            \(rows.isEmpty ? nil : #"<ul class="rows">\#(each: rows)</ul>"# as HTML)
            \(links.isEmpty ? nil : #"<p class="list-note section-links">\#(each: links)</p>"# as HTML)
            </section>
            """
    }

    private func row(_ title: String, _ facts: [String?]) -> HTML {
        let facts = facts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
        return #"<li class="row"><p><b>\#(title)</b></p><p class="meta">\#(facts)</p></li>"#
    }

    private var staff: [HTML] {
        let people = office.staff.values.sorted {
            ($0.until == nil ? 0 : 1, $0.name.text) < ($1.until == nil ? 0 : 1, $1.name.text)
        }
        return people.map { person in
            let posts = person.posts.map { words.code(Post.list, $0.rawValue) }.joined(separator: ", ")
            let until = person.until.map { words("office.left", ["day": frame.when.day($0)]) }
            return row(person.name.text, [person.handle.text, posts, until])
        }
    }

    private var partners: [HTML] {
        office.directory.map { partner in
            let details = partner.details
            let services = (details.services ?? []).map { words.code(Service.list, $0.rawValue) }
            return row(
                details.name.text,
                [
                    words.code(PartnerKind.list, details.kind.rawValue), services.joined(separator: ", "),
                    details.phone?.national, details.contact?.text,
                    details.answersWithin.map { words("office.answers-within", ["n": "\($0.value)"]) },
                ])
        }
    }

    private var about: [HTML] {
        let told = office.description
        let hours = [told?.opens, told?.closes].compactMap {
            $0?.text.replacing(":", with: words["when.time-separator"])
        }
        let facts: [String?] = [told?.address?.text, told?.phone?.national, hours.joined(separator: "–")]
        return facts.compactMap { $0 }.filter { !$0.isEmpty }.map { #"<li class="row"><p>\#($0)</p></li>"# }
    }

    /// How much time each rule gives, where that is written, and how sure it is.
    private var rules: [HTML] {
        law.rulebook.rules.values.filter(\.isCorrectable).sorted { $0.id.text < $1.id.text }.map { rule in
            let corrections = office.corrections.filter { $0.rule == rule.id }.map { correction -> HTML in
                let since = words("office.rule-since", ["day": frame.when.day(correction.from.end)])
                let facts = [since, time(correction.amount.value, correction.unit), correction.source.text]
                return #"<p class="meta">\#(facts.joined(separator: " · "))</p>"#
            }
            let amount = time(rule.amount, rule.unit)
            let facts = [
                rule.before == true ? words("office.rule-before", ["time": amount]) : amount, rule.source,
                words.code("confidence", rule.confidence.rawValue),
            ]
            return """
                <li class="row"><p><b>\(rule.said(in: words.language))</b></p>\
                <p class="meta">\(facts.joined(separator: " · "))</p>\(each: corrections)</li>
                """
        }
    }

    private func time(_ amount: Int, _ unit: Rule.Unit) -> String {
        words("rule-time.\(unit.rawValue)", ["n": "\(amount)"])
    }

    /// By year: how many of each kind; a year that is not loaded is missing here and told in red.
    private var calendar: [HTML] {
        let now = Day(frame.when.now).year
        let years = Set(office.holidays.keys.map(\.year)).union([now, now + 1]).sorted()
        return years.map { year in
            let days = office.holidays.filter { $0.key.year == year }
            let isLoaded = office.reckoning.workingDays.knows(year)
            let key = days.isEmpty ? "office.not-loaded" : "office.not-whole"
            let told = words(key, ["year": "\(year)", "n": "\(days.count)"])
            let missing: HTML? = isLoaded ? nil : #"<p class="late"><b>\#(told)</b></p>"#
            guard !days.isEmpty else { return #"<li class="row">\#(missing)</li>"# }
            let facts = HolidayKind.allCases.map { kind in
                "\(words.code(HolidayKind.list, kind.rawValue)) \(days.values.count { $0.kind == kind })"
            }
            let list = days.sorted { $0.key < $1.key }.map { day, holiday -> HTML in
                "<li>\(frame.when.day(day.end)), \(words.code(HolidayKind.list, holiday.kind.rawValue))</li>"
            }
            return """
                <li class="row">\(missing)<details class="year"><summary><b>\("\(year)")</b> \
                <span class="meta">\(facts.joined(separator: " · "))</span></summary><ul>\(each: list)</ul></details></li>
                """
        }
    }

    /// The newest first.
    private var erased: [HTML] {
        erasures.erased.reversed().map { erased in
            let state =
                switch erasures.state(of: erased, frame.when.now) {
                case .unfinished: words["office.erased-unfinished"]
                case .inBackups: words("office.erased-until", ["day": frame.when.day(erased.finalFrom)])
                case .inOldBackups: words["office.erased-kept"]
                case .final: words["office.erased-final"]
                }
            return row(
                erased.code,
                [
                    words("office.erased-at", ["day": frame.when.day(erased.at)]),
                    words.code(ErasureGround.list, erased.ground.rawValue),
                    words.code(SubjectNotice.list, erased.notice.rawValue),
                    words(
                        "office.erased-by",
                        [
                            "asker": erasures.names[erased.askedBy] ?? "–",
                            "decider": erasures.names[erased.decidedBy] ?? "–",
                        ]), state,
                ])
        }
    }

    private var decidedAlone: HTML {
        let rows = alone.map { #"<li class="row"><p class="code">\#($0)</p></li>"# as HTML }
        let list: HTML? = rows.isEmpty ? nil : #"<ul class="rows">\#(each: rows)</ul>"#
        let more = words("office.alone-unseen", ["n": "\(aloneUnseen)"])
        let unseen: HTML? = aloneUnseen == 0 ? nil : #"<p class="list-note meta">\#(more)</p>"#
        return """
            <section class="card" aria-labelledby="alone">
            <h2 class="list-note" id="alone">\(words["office.alone"])</h2>
            \(list)
            \(unseen)
            </section>
            """
    }
}
