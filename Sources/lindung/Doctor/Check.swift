/// One thing that was looked at.
struct Check {
    let name: String
    /// What was seen.
    let seen: String
    /// What is wrong and how to mend it.
    var fault: String?

    var line: String { fault.map { "FAULT  \(name): \(seen). \($0)" } ?? "ok     \(name): \(seen)" }
}
