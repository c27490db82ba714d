extension Field {
    /// Whether it asks how or where somebody is reached: whatever action asks that asks by these names. It is not printed,
    /// and of what was replaced it is not told any more.
    /// - Parameter name: with those of the groups that it is in, from the outermost.
    package func isContact(named name: String) -> Bool {
        kind == .phone || ["safeContact", "rules", "address"].contains(name.prefix { $0 != "." })
    }
}
