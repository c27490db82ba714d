import Casework
import Foundation

/// Tells whoever leads an office that somebody opened many records in an hour of the last days.
struct ManyOpenedAlert {
    let frame: Frame
    let office: Office

    /// For so long the alert stands on the pages; on the office's record it stays.
    private static let shown: TimeInterval = 7 * 24 * 3600

    var html: [HTML] {
        let words = frame.words
        return office.manyOpened.filter { frame.when.now < $0.at + Self.shown }.reversed().map { seen in
            let opened = seen.usually == nil ? "many-opened.new" : "many-opened.usual"
            let key = seen.isSearched ? "many-opened.searched" : opened
            let sentence = words(
                key,
                [
                    "name": office.staff[seen.worker]?.name.text ?? words["many-opened.somebody"],
                    "count": "\(seen.count)", "usual": "\(seen.usually ?? 0)", "time": frame.when.dayAndTime(seen.at),
                ])
            return """
                <div class="alert alert-danger" role="status">\(Icon.warning.html)<div><p>\(sentence)</p></div></div>
                """
        }
    }
}
