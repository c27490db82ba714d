import Casework
import Foundation

/// Tells whoever is to know who got a way into clients' files in the last days, or lost the post that decides, and by whom.
struct AccessGivenAlert {
    let frame: Frame
    let office: Office
    private var words: Words { frame.words }

    /// For so long it stands on the page; on the office's record it stays.
    private static let shown: TimeInterval = 7 * 24 * 3600
    /// No more lines are told; the office's page has them all.
    private static let most = 10

    var html: HTML? {
        let reader = frame.worker
        let given = office.accessGiven.filter { given in
            frame.when.now < given.at + Self.shown && reader.map { given.isTold(to: $0, in: office) } == true
        }
        guard !given.isEmpty else { return nil }
        return """
            <div class="alert alert-info" role="status">\(Icon.info.html)<div>
            <p class="alert-title">\(words["access-given.title"])</p>
            \(each: given.suffix(Self.most).reversed().map(line))
            <p class="meta">\(words["access-given.ask"])</p></div></div>
            """
    }

    private func line(_ given: AccessGiven) -> HTML {
        let posts = (office.staff[given.worker]?.posts ?? []).map { words.code(Post.list, $0.rawValue) }
        let told = words(
            "access-given.\(given.way.rawValue)",
            [
                "name": office.staff[given.worker]?.name.text ?? words["many-opened.somebody"],
                "by": office.staff[given.by]?.name.text ?? words["access-given.operator"],
                "posts": posts.joined(separator: ", "), "time": frame.when.dayAndTime(given.at),
            ])
        return "<p>\(told)</p>"
    }
}
