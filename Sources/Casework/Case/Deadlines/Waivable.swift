extension CaseFile {
    /// The rules of the open dues that bind the office and that nobody has asked to be let off. What binds others is only
    /// watched, and what was agreed is agreed anew.
    package func waivable(by rulebook: Rulebook) -> Set<RuleID> {
        Set(openDues(rulebook).map(\.id)).subtracting(openWaivers.keys)
    }
}
