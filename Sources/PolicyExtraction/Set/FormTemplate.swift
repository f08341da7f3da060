package import ExtractorData

/// Written forms from a template: `{城乡|农村|}{低保|最低生活保障}{对象|户}` stands for every combination of one
/// alternative out of each pair of braces. An empty alternative makes the part optional. No other notation exists, so a
/// form is always a finite list of plain strings.
package enum FormTemplate {
    /// More than this many forms from one template is taken for a mistake.
    static let limit = 4_000

    package static func expand(_ node: ExtractorNode) throws(ExtractorError) -> [String] {
        let template = try node.string()
        var forms = [""]
        var literal = ""
        var alternatives: [String]?
        func extended(_ endings: [String]) -> [String] { forms.flatMap { form in endings.map { form + $0 } } }
        for character in template {
            switch (character, alternatives) {
            case ("{", nil):
                forms = extended([literal])
                literal = ""
                alternatives = []
            case ("|", .some(let before)):
                alternatives = before + [literal]
                literal = ""
            case ("}", .some(let before)):
                forms = extended(before + [literal])
                literal = ""
                alternatives = nil
            case ("{", .some), ("}", nil), ("|", nil):
                throw ExtractorError(
                    "unbalanced '\(character)' in the form '\(template)'", at: node.place,
                    hint: "write alternatives as {a|b|c}, without nesting")
            default:
                literal.append(character)
            }
            if forms.count > limit {
                throw ExtractorError("the form '\(template)' stands for more than \(limit) forms", at: node.place)
            }
        }
        if alternatives != nil {
            throw ExtractorError("missing '}' in the form '\(template)'", at: node.place)
        }
        forms = extended([literal])
        if forms.contains("") {
            throw ExtractorError("the form '\(template)' may be empty", at: node.place)
        }
        return forms
    }
}
