import Casework
import Foundation

/// How somebody is reached safely: whether now is a time for it, how, and what must never be done.
struct ContactLine {
    let frame: Frame
    let contact: SafeContact
    /// Whether it is known whom the number reaches.
    var isOfSomebody = true
    private var words: Words { frame.words }

    /// The number, to be called by a touch unless that is not safe: a slip of the finger must not ring at home. Whatever
    /// must never be done may be just that, and so may be what a complaint told otherwise.
    var phone: HTML? {
        guard let phone = contact.phone else { return nil }
        let isUnsafe =
            !isOfSomebody || contact.isPhoneUnsafe || contact.rules?.never != nil || contact.rules?.allows(now) == false
            || !contact.heard.isEmpty
        return isUnsafe ? "\(phone.national)" : #"<a href="tel:\#(phone.text)">\#(phone.national)</a>"#
    }

    /// Nil where nothing is known.
    var html: HTML? {
        let known = [replaced, unsafePhone, how, hours, codeWord, mayHear, never, otherUnsafePhones].compactMap { $0 }
        let all = known + contact.heard.map(heard)
        return all.isEmpty ? nil : "\(each: all)"
    }

    private var how: HTML? { contact.how.map { "<p>\($0.text)</p>" } }

    private var replaced: HTML? {
        contact.isReplaced ? #"<p><strong class="never">\#(words["contact.replaced"])</strong></p>"# : nil
    }

    private var unsafePhone: HTML? {
        contact.isPhoneUnsafe ? #"<p><strong class="never">\#(words["contact.phone-unsafe"])</strong></p>"# : nil
    }

    /// Numbers that nobody calls any more, lest somebody finds one in a note and does.
    private var otherUnsafePhones: HTML? {
        let others = contact.unsafePhones.filter { $0 != contact.phone }.map(\.national)
        guard !others.isEmpty else { return nil }
        let told = words("contact.other-unsafe", ["phones": others.joined(separator: ", ")])
        return #"<p><strong class="never">\#(told)</strong></p>"#
    }

    /// Another way that a complaint told. Nobody said yet which is right, so that there is nothing to touch.
    private func heard(_ other: SafeContact) -> HTML {
        let line = ContactLine(frame: frame, contact: other)
        return """
            <div class="heard"><p><span class="tag tag-warn">\(words["contact.heard"])</span> \(other.phone?.national ?? "")</p>
            \(line.html)</div>
            """
    }

    /// Told at load. Without a script only the hours stand there once it has grown stale, so it names them.
    private var hours: HTML? {
        guard let rules = contact.rules, let isSafe = rules.allows(now) else { return nil }
        let times = [rules.from, rules.until].map { $0?.text.replacing(":", with: words["when.time-separator"]) ?? "…" }
        let key = isSafe ? "contact.now-safe" : "contact.now-unsafe"
        let look: HTML = isSafe ? "tag tag-ok" : "tag tag-warn"
        return #"<p>\#(times.joined(separator: "–")) WIB <span class="\#(look)">\#(words[key])</span></p>"#
    }

    private var now: TimeOfDay {
        let minute = Day.place(of: frame.when.now).minute
        return TimeOfDay("\((minute / 60).padded()):\((minute % 60).padded())")
    }

    private var codeWord: HTML? {
        contact.rules?.codeWord.map { "<p>\(words("contact.code-word", ["word": $0.text]))</p>" }
    }

    private var mayHear: HTML? {
        contact.rules?.mayHear.map { "<p>\(words("contact.may-hear", ["who": $0.text]))</p>" }
    }

    private var never: HTML? {
        contact.rules?.never.map { #"<p><strong class="never">\#($0.text)</strong></p>"# }
    }
}

extension SafeContact {
    /// What must never be done, whoever said so; the number that is not safe first.
    func warnings(_ words: Words) -> [HTML] {
        let told = [self] + heard
        let all = [isPhoneUnsafe ? words["contact.phone-unsafe"] : nil] + told.map { $0.rules?.never?.text }
        return all.compactMap { $0 }.map { #"<strong class="never">\#($0)</strong> "# as HTML }
    }
}
