import Casework
import Desk

struct ComplaintView {
    let frame: Frame
    let model: ComplaintModel
    let inbox: InboxModel
    private var words: Words { frame.words }

    var html: HTML {
        Layout(frame: frame).page(
            model.code,
            """
            <a class="up inbox-alone" href="\(Path.inbox)">\(Icon.back.html)\(words["inbox.title"])</a>
            <div class="inbox inbox-chosen">
            \(InboxList(frame: frame, model: inbox).html)
            <article class="card inbox-pane" aria-labelledby="complaint-title">
            \(complaint)
            \(HistoryView(frame: frame, history: model.history).html)
            </article>
            </div>
            """)
    }

    private var complaint: HTML? {
        guard let received = model.received else { return nil }
        return """
            <div class="card-body">
            <p class="meta">\(model.code) · \(words.code(Channel.list, received.channel.rawValue)) · \
            <time datetime="\(frame.when.stamp(model.at))">\(frame.when.full(model.at))</time></p>
            <h1 class="title" id="complaint-title">\(received.what.opening())</h1>
            \(received.danger == .yes ? danger : nil)
            <h2 class="words-title">\(words["complaint.words"])</h2>
            <blockquote class="words">\(received.what.text)</blockquote>
            <dl class="facts">\(each: facts(received).map(fact))</dl>
            </div>
            """
    }

    private var danger: HTML {
        """
        <div class="alert alert-danger">\(Icon.warning.html)<div>
        <p class="alert-title">\(words["complaint.danger-title"])</p>
        <p>\(words["complaint.danger-text"])</p></div></div>
        """
    }

    private func facts(_ received: ReceiveComplaint) -> [(String, HTML?)] {
        [
            ("complaint.safe-contact", received.safeContact.map { "\($0.text)" }),
            ("complaint.phone", received.phone.map { #"<a href="tel:\#($0.text)">\#($0.national)</a>"# }),
            ("complaint.reporter", received.reporter.map { "\($0.text)" }),
            ("complaint.relation", received.relation.map { "\(words.code(ReporterRelation.list, $0.rawValue))" }),
            ("complaint.affected", received.affected.map { "\($0.text)" }),
            ("complaint.district", received.district.map { "\(words.code(District.list, $0.rawValue))" }),
            ("complaint.danger", received.danger.map { "\(words.code(YesNo.list, $0.rawValue))" }),
        ]
    }

    private func fact(_ key: String, _ value: HTML?) -> HTML {
        let missing: HTML = #"<span class="meta">\#(words["complaint.not-known"])</span>"#
        return "<div><dt>\(words[key])</dt><dd>\(value ?? missing)</dd></div>"
    }
}

/// What happened to a record, newest first.
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
        <li class="event">
        <p class="event-time"><time datetime="\(frame.when.stamp(event.instant))">\(frame.when.time(event.instant))\
        </time></p>
        <span class="event-node">\(Icon.inbox.html)</span>
        <div class="event-body">
        <h3 class="event-title">\(words["\(event.action).done"])</h3>
        <p class="event-author">\(event.author)\(event.isReader ? you : nil), \(frame.when.nearDay(event.instant))</p>
        </div>
        </li>
        """
    }

    private var you: HTML { " (\(words["history.you"]))" }
}
