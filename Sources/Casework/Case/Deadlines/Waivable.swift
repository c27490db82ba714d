extension CaseFile {
    /// The rules of the open dues that bind the office: only those can it be let off. What binds others is only watched,
    /// and what was agreed is agreed anew.
    package func binding(by rulebook: Rulebook) -> Set<RuleID> {
        Set(triggers.filter(\.isOpen).map(\.rule).filter { rulebook[$0]?.bound == .unit })
    }

    /// Those that nobody has asked to be let off.
    package func waivable(by rulebook: Rulebook) -> Set<RuleID> {
        binding(by: rulebook).subtracting(openWaivers.keys)
    }
}
