import Casework

/// What happened to a record, newest first, with every version of what was mended.
struct HistoryView {
    let frame: Frame
    let history: [HistoryModel]
    private var words: Words { frame.words }

    var html: HTML {
        """
        <section class="card-body history" aria-labelledby="history">
        <h2 id="history">\(words["history.title"])</h2>
        \(filters)
        <ol class="timeline">\(each: days)</ol>
        \(older)
        </section>
        """
    }

    /// So many stand there at once; older ones are one touch away, but never one that waits for the reader.
    private static let most = 10
    /// A shorter timeline needs no filter.
    private static let least = 6

    /// Chips that show one kind of entries: the style sheet hides the others, so that a slow network is not asked again.
    private var filters: HTML? {
        let groups = HistoryGroup.allCases.map { group in (group, history.filter { $0.group == group }.count) }
        let filled = groups.filter { $0.1 > 0 }
        guard history.count >= Self.least, filled.count > 1 else { return nil }
        let chips = filled.map { group, count in
            chip(group.rawValue, words["history.group.\(group.rawValue)"], count)
        }
        return """
            <fieldset class="chips history-filters"><legend class="unseen">\(words["history.filter"])</legend>\
            \(chip("all", words["history.all"], history.count, isChosen: true))\(each: chips)</fieldset>
            """
    }

    private func chip(_ group: String, _ name: String, _ count: Int, isChosen: Bool = false) -> HTML {
        """
        <div class="chip-choice"><input type="radio" name="shown" id="shown-\(group)" autocomplete="off"\
        \(isChosen ? " checked" : nil)><label class="chip" for="shown-\(group)">\(name) \
        <span class="chip-count">\("\(count)")</span></label></div>
        """
    }

    private var old: Set<Int> {
        Set(history.indices.filter { $0 >= Self.most && !history[$0].waits })
    }

    private var older: HTML? {
        guard !old.isEmpty else { return nil }
        return """
            <div class="history-older"><input type="checkbox" id="older" autocomplete="off">\
            <label class="button button-secondary button-small" for="older">\
            \(words("history.older", ["n": "\(old.count)"]))</label></div>
            """
    }

    /// Each day's events under its name.
    private var days: [HTML] {
        let old = old
        var days: [(name: String, events: [HTML])] = []
        for (place, event) in history.enumerated() {
            let name = frame.when.nearDay(event.instant)
            if days.last?.name != name { days.append((name, [])) }
            days[days.count - 1].events.append(self.event(event, isOld: old.contains(place)))
        }
        return days.map { name, events in
            """
            <li class="day-events"><p class="day"><b>\(name.prefix(1).uppercased() + name.dropFirst())</b></p>\
            <ol class="timeline">\(each: events)</ol></li>
            """
        }
    }

    private func event(_ event: HistoryModel, isOld: Bool) -> HTML {
        """
        <li class="event event-wide event-\(event.group.rawValue)\(event.withdrawn == nil ? nil : withdrawn)\
        \(event.icon == .law ? legal : nil)\(isOld ? " event-old" : nil)">
        <p class="event-time"><time datetime="\(frame.when.stamp(event.instant))">\(frame.when.time(event.instant))\
        </time></p>
        <span class="event-node">\((event.withdrawn == nil ? event.icon : .ban).html)</span>
        <div class="event-body">
        <h3 class="event-title">\(words["\(event.title).\(event.isDone ? "done" : "title")"])</h3>
        <p class="event-author">\(event.author)\(event.isReader ? you : nil)\(event.isLate ? late : nil)\(event.isAlone ? alone : nil)</p>
        \(told(event.answers))
        \(event.sheet.isEmpty ? nil : sheet(event.sheet))
        \(each: event.proposals.map(proposal))
        \(each: event.versions.reversed().map(version))
        \(event.withdrawn.map { mending("history.withdrawn", $0) })
        \(links(event))
        </div>
        </li>
        """
    }

    private var withdrawn: HTML { " event-withdrawn" }
    private var legal: HTML { " event-legal" }
    private var offPaper: HTML { " off-paper" }
    private var you: HTML { " (\(words["history.you"]))" }
    private var late: HTML { #" <span class="tag tag-warn">\#(words["history.late"])</span>"# }

    private var alone: HTML { #" <span class="tag tag-warn">\#(words["history.alone"])</span>"# }

    private func sheet(_ lines: [AnswerLine]) -> HTML {
        """
        <details class="event-version"><summary>\(words["history.sheet"])</summary>\(answers(lines))</details>
        """
    }

    private func proposal(_ proposal: HistoryModel.Proposal) -> HTML {
        let state: HTML =
            proposal.refused.map { mending("history.refused", $0) }
            ?? #"<p class="event-text"><span class="tag tag-warn">\#(words["history.proposed"])</span></p>"#
        let link = proposal.decide.map {
            #"<p class="event-links off-paper"><a href="\#($0)">\#(words["decide-mending.title"])</a></p>"# as HTML
        }
        return """
            <div class="event-version">
            <p class="event-text"><b>\(words["\(proposal.title).title"])</b>: \(proposal.mending.author), \
            \(frame.when.short(proposal.mending.instant))</p>
            <p class="event-text">\(words["history.reason"]) \(proposal.mending.reason)</p>
            \(answers(proposal.answers))
            \(state)
            \(link)
            </div>
            """
    }

    /// The answers with as few words as they can be told in.
    private func told(_ lines: [AnswerLine]) -> HTML {
        let facts = lines.filter { $0.weight != .text }.enumerated().map { place, line -> HTML in
            let said: HTML = "\(place == 0 ? "" : " · ")\(line.weight == .fact ? line.value : line.sentence)"
            return line.isContact ? #"<span class="off-paper">\#(said)</span>"# : said
        }
        let texts = lines.filter { $0.weight == .text }.map {
            #"<p class="event-text event-answer">\#($0.value)</p>"# as HTML
        }
        return """
            \(facts.isEmpty ? nil : #"<p class="event-facts">\#(each: facts)</p>"# as HTML)\
            \(each: texts)
            """
    }

    private func answers(_ lines: [AnswerLine]) -> HTML? {
        guard let first = lines.first else { return nil }
        // One answer needs no question beside it.
        if lines.count == 1 {
            return #"<p class="event-text event-answer\#(first.isContact ? offPaper : nil)">\#(first.value)</p>"#
        }
        let facts = lines.map { line -> HTML in
            let look: HTML? = line.isContact ? #" class="off-paper""# : nil
            return "<div\(look)><dt>\(line.label)</dt><dd>\(line.value)</dd></div>"
        }
        return #"<dl class="event-facts">\#(each: facts)</dl>"#
    }

    private func version(_ version: HistoryModel.Version) -> HTML {
        """
        <details class="event-version"><summary>\(mendedLine("history.corrected", version.mending))</summary>
        <p class="event-text">\(words["history.reason"]) \(version.mending.reason)</p>
        <p class="event-text">\(words["history.before"])</p>
        \(answers(version.answers))
        </details>
        """
    }

    private func mending(_ key: String, _ mending: HistoryModel.Mending) -> HTML {
        """
        <p class="event-text"><strong>\(mendedLine(key, mending))</strong></p>
        <p class="event-text">\(words["history.reason"]) \(mending.reason)</p>
        """
    }

    private func mendedLine(_ key: String, _ mending: HistoryModel.Mending) -> HTML {
        let line = words(key, ["author": mending.author, "time": frame.when.short(mending.instant)])
        let approved = mending.approvedBy.map { ", " + words("history.approved", ["author": $0]) } ?? ""
        return "\(line + approved)\(mending.isAlone ? alone : nil)"
    }

    private func links(_ event: HistoryModel) -> HTML? {
        guard event.correct != nil || event.withdraw != nil else { return nil }
        let title = words["\(event.title).done"]
        let link = { (path: Path?, key: String) -> HTML? in
            path.map { #"<a href="\#($0)">\#(words[key])<span class="unseen"> \#(title)</span></a>"# }
        }
        let links: HTML =
            #"<p class="event-links off-paper">\#(link(event.correct, "history.correct")) \#(link(event.withdraw, "history.withdraw"))</p>"#
        if event.isFree { return links }
        return
            #"<details class="event-version off-paper"><summary>\#(words["history.propose"])<span class="unseen"> \#(title)</span></summary>\#(links)</details>"#
    }
}

extension HistoryModel {
    /// Whether something in it is for the reader to decide.
    fileprivate var waits: Bool { proposals.contains { $0.decide != nil } }
}
