import Casework

/// Both sides of a conflict: what others recorded meanwhile, and what was about to be saved. The form below has the
/// latter; sending it again puts it after theirs, and nothing of either is lost.
struct ConflictView {
    let frame: Frame
    let model: ConflictModel
    /// Whether it could be sent again as it is.
    let isPossible: Bool
    private var words: Words { frame.words }

    var html: HTML {
        """
        <section class="card conflict" role="alert" aria-labelledby="conflict" tabindex="-1" autofocus>
        <div class="card-body">
        <h2 id="conflict">\(words[model.isReader ? "conflict.own-title" : "conflict.title"])</h2>
        <p>\(words[isPossible ? "conflict.text" : "conflict.refused-text"])</p>
        <div class="versions">
        \(each: model.theirs.map { version("\(words["conflict.theirs"]) \($0.author), \(frame.when.full($0.instant))", $0.answers) })
        \(version(words["conflict.mine"], model.mine))
        </div>
        </div>
        </section>
        """
    }

    private func version(_ title: String, _ answers: [AnswerLine]) -> HTML {
        """
        <div class="version">
        <h3 class="meta">\(title)</h3>
        <dl class="facts">\(each: answers.map(line))</dl>
        </div>
        """
    }

    private func line(_ answer: AnswerLine) -> HTML {
        let look: HTML? = answer.isContact ? #" class="off-paper""# : nil
        return "<div\(look)><dt>\(answer.label)</dt><dd>\(answer.value)</dd></div>"
    }
}
