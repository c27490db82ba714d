import Foundation

/// How far a long work has come: a bar that grows where a terminal looks, else a line now and then.
struct Progress {
    private let verb: String
    /// Nil where nobody knows how many there are.
    private let all: Int?
    private var done = 0
    private var said = 0
    private let isTerminal = isatty(STDERR_FILENO) == 1

    init(_ verb: String, of all: Int?) {
        self.verb = verb
        self.all = all
    }

    private static let width = 30

    mutating func step() {
        done += 1
        guard done - said >= (isTerminal ? 100 : 10_000) else { return }
        said = done
        isTerminal ? show("\r\(bar)") : show("\(verb) \(count) rows.\n")
    }

    func end() {
        if isTerminal { show("\r\(bar)\n") }
    }

    /// Makes room for a line.
    func clear() {
        if isTerminal, said > 0 { show("\r\u{1b}[K") }
    }

    private var count: String { all.map { "\(done) of \($0)" } ?? "\(done)" }

    private var bar: String {
        guard let all, all > 0 else { return "\(verb) \(count) rows" }
        let full = min(Self.width, done * Self.width / all)
        let blocks = String(repeating: "#", count: full) + String(repeating: ".", count: Self.width - full)
        return "[\(blocks)] \(verb) \(count) rows"
    }

    private func show(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
