import PolicyRules

/// The notice checked against itself.
struct Checks {
    let rules: [Rule]

    func diagnostics() -> [Diagnostic] { [] }
}
