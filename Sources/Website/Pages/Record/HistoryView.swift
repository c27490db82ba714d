import Casework

/// What happened to a record, newest first, with every version of what was mended.
struct HistoryView {
    let frame: Frame
    let history: [HistoryModel]
    private var words: Words { frame.words }

    var html: HTML {
        """
        <section class="card-body" aria-labelledby="history">
        <h2 id="history">\(words["history.title"])</h2>
        <ol class="timeline">\(each: history.map(event))</ol>
        </section>
        """
    }

    private func event(_ event: HistoryModel) -> HTML {
        """
        <li class="event\(event.withdrawn == nil ? nil : withdrawn)">
        <p class="event-time"><time datetime="\(frame.when.stamp(event.instant))">\(frame.when.time(event.instant))\
        </time></p>
        <span class="event-node">\((event.withdrawn == nil ? Icon.edit : .ban).html)</span>
        <div class="event-body">
        <h3 class="event-title">\(words["\(event.title).done"])</h3>
        <p class="event-author">\(event.author)\(event.isReader ? you : nil), \(frame.when.nearDay(event.instant))\
        \(event.isLate ? late : nil)</p>
        \(answers(event.answers))
        \(each: event.versions.reversed().map(version))
        \(event.withdrawn.map { mending("history.withdrawn", $0) })
        \(links(event))
        </div>
        </li>
        """
    }

    private var withdrawn: HTML { " event-withdrawn" }
    private var you: HTML { " (\(words["history.you"]))" }
    private var late: HTML { #" <span class="tag tag-warn">\#(words["history.late"])</span>"# }

    private func answers(_ lines: [AnswerLine]) -> HTML? {
        guard let first = lines.first else { return nil }
        // One answer needs no question beside it.
        if lines.count == 1 { return #"<p class="event-text event-answer">\#(first.value)</p>"# }
        let facts = lines.map { "<div><dt>\($0.label)</dt><dd>\($0.value)</dd></div>" as HTML }
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

    private func mendedLine(_ key: String, _ mending: HistoryModel.Mending) -> String {
        words(key, ["author": mending.author, "time": frame.when.short(mending.instant)])
    }

    private func links(_ event: HistoryModel) -> HTML? {
        guard event.correct != nil || event.withdraw != nil else { return nil }
        let title = words["\(event.title).done"]
        let link = { (path: Path?, key: String) -> HTML? in
            path.map { #"<a href="\#($0)">\#(words[key])<span class="unseen"> \#(title)</span></a>"# }
        }
        return """
            <p class="event-links">\(link(event.correct, "history.correct")) \(link(event.withdraw, "history.withdraw"))</p>
            """
    }
}
