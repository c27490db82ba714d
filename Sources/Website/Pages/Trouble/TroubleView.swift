import Casework
import Desk

extension Site {
    func troubleView(_ trouble: Trouble, _ visit: Visit) async -> HTML {
        let frame = await troubleFrame(visit)
        let words = frame.words
        let title = words["trouble.\(trouble.key).title"]
        let card: HTML = """
            <div class="card empty">
            \(Icon.info.html)
            <h1>\(title)</h1>
            <p>\(words["trouble.\(trouble.key).text"])</p>
            <a class="button" href="\(Path.work)">\(words["trouble.home"])</a>
            </div>
            """
        return frame.isStaff ? Layout(frame: frame).page(title, card) : Layout(frame: frame).gate(title, card)
    }

    /// A frame that never fails: where even the count can't be had, the page is that of a stranger.
    private func troubleFrame(_ visit: Visit) async -> Frame {
        if let frame = try? await frame(visit) { return frame }
        let words = words(visit)
        return Frame(
            words: words, when: When(words: words, now: workspace.now), path: .root, worker: nil, formToken: nil)
    }
}
