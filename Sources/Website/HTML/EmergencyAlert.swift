import Casework
import Desk
import Foundation

/// Tells a case's team who read its file in an emergency in the last days.
struct EmergencyAlert {
    let frame: Frame
    let listing: Listing
    let names: [ID<Worker>: String]
    private var words: Words { frame.words }

    /// For so long it stands on the page; in the file it stays.
    static let shown: TimeInterval = 7 * 24 * 3600

    var html: HTML? {
        guard !listing.rows.isEmpty else { return nil }
        return """
            <div class="alert alert-info" role="status">\(Icon.info.html)<div>
            <p class="alert-title">\(words["emergency.title"])</p>
            \(each: listing.rows.flatMap(lines))</div></div>
            """
    }

    private func lines(_ listed: Listed) -> [HTML] {
        let recent = listed.card.emergencies.filter { frame.when.now < $0.at + Self.shown }
        return recent.reversed().map { emergency in
            let told = words(
                "emergency.told",
                [
                    "name": names[ID(emergency.worker)] ?? words["many-opened.somebody"],
                    "time": frame.when.dayAndTime(emergency.at),
                ])
            let file = Path.record(listed.card.kind, listed.card.record)
            return #"<p>\#(told) <a href="\#(file)">\#(listed.code)</a></p>"#
        }
    }
}
