import Casework
import Desk
import Foundation

/// Tells a case's team who read its file in an emergency in the last days.
struct EmergencyAlert {
    let frame: Frame
    let listing: Listing
    let names: [ID<Worker>: String]
    private var words: Words { frame.words }

    /// No more lines are told: below them stands what is to be done today.
    private static let most = 5

    var html: HTML? {
        let all = listing.rows.flatMap { listed in
            listed.card.emergencies.filter { frame.when.now < $0.at + EmergencyAccess.toldFor }.map { (listed, $0) }
        }
        guard !all.isEmpty else { return nil }
        let newest = all.sorted { $1.1.at < $0.1.at }.prefix(Self.most)
        return """
            <div class="alert alert-info" role="status">\(Icon.info.html)<div>
            <p class="alert-title">\(words["emergency.title"])</p>
            \(each: newest.map { line($0.0, $0.1) })\(all.count > newest.count ? more(all.count - newest.count) : nil)\
            </div></div>
            """
    }

    private func more(_ count: Int) -> HTML { "<p>\(words("emergency.more", ["n": "\(count)"]))</p>" }

    private func line(_ listed: Listed, _ emergency: Card.Emergency) -> HTML {
        let told = words(
            "emergency.told",
            [
                "name": names[ID(emergency.worker)] ?? words["many-opened.somebody"],
                "time": frame.when.short(emergency.at),
            ])
        let file = Path.record(listed.card.kind, listed.card.record)
        return #"<p>\#(told) <a href="\#(file)">\#(words.title(listed.card.title))</a></p>"#
    }
}
