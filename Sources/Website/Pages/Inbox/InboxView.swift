import Casework
import Desk
import Foundation

struct InboxModel {
    let rows: [Listed]
    let total: Int
    /// The complaint that the pane shows.
    let chosen: ComplaintModel?
    private let law: Law

    init(_ listing: Listing, chosen: ComplaintModel?, _ law: Law) {
        self.law = law
        rows = listing.rows
        total = listing.total
        self.chosen = chosen
    }

    /// When a complaint must be served.
    func due(_ card: Card) -> Date? {
        let reckoning = law.office.reckoning
        return card.triggers.filter(\.isOpen).compactMap { trigger in
            law.rulebook[trigger.rule]?.due(trigger, reckoning)
        }.min()
    }
}

/// The list, and on a desk the complaint that was chosen beside it.
struct InboxView {
    let frame: Frame
    let model: InboxModel
    private var words: Words { frame.words }

    var html: HTML {
        Layout(frame: frame).page(
            words["inbox.title"], model.rows.isEmpty ? empty : list)
    }

    private var list: HTML {
        """
        <h1>\(words["inbox.title"])</h1>
        <div class="inbox">
        \(InboxList(frame: frame, model: model).html)
        <section class="card inbox-pane" aria-label="\(words["inbox.pane"])">
        <div class="empty">\(Icon.inbox.html)<p>\(words["inbox.choose"])</p></div>
        </section>
        </div>
        \(elsewhere)
        """
    }

    /// Where an office begins that kept a register before, and what no list has any more.
    private var elsewhere: HTML? {
        guard frame.may(.takeComplaints) else { return nil }
        return """
            <p class="meta"><a href="\(Path.imports)">\(words["import.title"])</a> · \
            <a href="\(Path.endedComplaints)">\(words["ended.title"])</a> · \
            <a href="\(Path.voided)">\(words["voided.title"])</a></p>
            """
    }

    private var empty: HTML {
        """
        <h1>\(words["inbox.title"])</h1>
        <div class="card empty">
        \(Icon.inbox.html)
        <h2>\(words["inbox.empty"])</h2>
        <p>\(words("inbox.checked", ["time": frame.when.time(frame.when.now)]))</p>
        </div>
        \(elsewhere)
        """
    }
}

/// The rows of the inbox, the most urgent first.
struct InboxList {
    let frame: Frame
    let model: InboxModel
    private var words: Words { frame.words }

    var html: HTML {
        """
        <div class="card inbox-list">
        <p class="list-note">\(Icon.sort.html)\(words["inbox.order"])</p>
        <ul class="rows">\(each: model.rows.map(row))</ul>
        \(more)
        </div>
        """
    }

    private var more: HTML? {
        guard model.total > model.rows.count else { return nil }
        let counts: KeyValuePairs = ["shown": "\(model.rows.count)", "total": "\(model.total)"]
        return #"<p class="list-note">\#(words("list.more", counts))</p>"#
    }

    private func row(_ listed: Listed) -> HTML {
        let card = listed.card
        let isChosen = model.chosen?.id.value == card.record
        return """
            <li class="row\(isChosen ? " row-current" : nil)">
            <p class="clock\(look(card))"><b>\(clock(card))</b> \
            <span class="clock-note">\(words["inbox.arrived"]) \
            <time datetime="\(frame.when.stamp(card.at))">\(frame.when.short(card.at))</time></span></p>
            <h2 class="row-title"><a href="\(Path.record(card.kind, card.record))"\(isChosen ? current : nil)>\
            \(card.title)</a></h2>
            \(CardLine(words: words, card: card).html)
            </li>
            """
    }

    /// What the standard says: at once, how long is left, or how long it is over.
    private func clock(_ card: Card) -> String {
        if card.triggers.contains(where: { $0.rule == .serveAtOnce && $0.isOpen }) { return words["inbox.at-once"] }
        guard let due = model.due(card) else { return "" }
        let left = due.timeIntervalSince(frame.when.now)
        return words(
            left < 0 ? "inbox.over" : "inbox.left",
            ["time": left < 0 ? frame.when.roughly(-left) : frame.when.duration(left)])
    }

    private func look(_ card: Card) -> HTML? {
        guard let due = model.due(card) else { return nil }
        return due <= frame.when.now ? " clock-danger" : nil
    }

    private var current: HTML { #" aria-current="true""# }
}

/// How a complaint came in and from where, on one line.
struct CardLine {
    let words: Words
    let card: Card

    var html: HTML {
        let channel = card.codes["channel"].flatMap(Channel.init)
        let texts = [
            channel.map { words.code(Channel.list, $0.rawValue) },
            card.codes["district"].map { words.code(District.list, $0) },
        ]
        let icon = (channel?.icon ?? .inbox).html
        return #"<p class="row-meta">\#(icon)<span>\#(texts.compactMap { $0 }.joined(separator: " · "))</span></p>"#
    }
}

extension Channel {
    var icon: Icon {
        switch self {
        case .sapaPhone, .callCentre: .phone
        case .sapaWhatsApp: .whatsapp
        case .direct: .person
        case .outreach: .home
        case .letter, .officialNote, .lawEnforcement: .mail
        case .referral, .transfer: .send
        case .school, .ngo: .people
        case .spnLapor, .media: .message
        case .sapaForm, .app: .screen
        }
    }
}
