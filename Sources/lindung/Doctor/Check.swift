/// One thing that was looked at.
struct Check {
    let name: String
    /// What was seen.
    let seen: String
    /// What is wrong and how to mend it.
    var fault: String?
    /// What may be meant so, and is told with its remedy. It is no fault.
    var warning: String?

    var line: String {
        if let fault { return "FAULT  \(name): \(seen). \(fault)" }
        return warning.map { "WARN   \(name): \(seen). \($0)" } ?? "ok     \(name): \(seen)"
    }
}
