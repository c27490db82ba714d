import Casework

/// What stays on the screen: paper lies about, and is read by whoever finds it. A sentence stands there in its place.
struct OffPaper {
    let words: Words
    let content: HTML

    var html: HTML {
        #"<div class="off-paper">\#(content)</div><p class="on-paper">\#(words["contact.not-printed"])</p>"#
    }
}

extension Field {
    /// Whether it asks how or where somebody is reached: whatever action asks that asks by these names.
    func isContact(named name: String) -> Bool {
        kind == .phone || ["safeContact", "rules", "address"].contains(name.prefix { $0 != "." })
    }
}

/// Who printed a file, and when: whoever finds it must know that it is nobody's to read, and whom to ask how it got there.
struct PrintedBy {
    let frame: Frame

    var html: HTML? {
        guard let worker = frame.worker else { return nil }
        let time = frame.when.dayAndTime(frame.when.now)
        return #"<p class="on-paper">\#(frame.words("case.printed", ["name": worker.name, "time": time]))</p>"#
    }
}
