import Casework
import Desk

/// Who printed a file or a complaint, and when: whoever finds it must know that it is nobody's to read, and whom to ask
/// how it got there.
struct PrintedBy {
    let frame: Frame

    var html: HTML? {
        guard let worker = frame.worker else { return nil }
        let time = frame.when.dayAndTime(frame.when.now)
        return #"<p class="on-paper">\#(frame.words("case.printed", ["name": worker.name, "time": time]))</p>"#
    }
}
