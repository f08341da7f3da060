package import ExtractorData
import PolicyText

/// Written forms from a template: `{城乡|农村|}{低保|最低生活保障}{对象|户}` stands for every combination of one
/// alternative out of each pair of braces. An empty alternative makes the part optional. No other notation exists, so a
/// form is always a finite list of plain strings.
package enum FormTemplate {
    /// More than this many forms from one template is taken for a mistake.
    static let limit = 4_000

    package static func expand(_ node: ExtractorNode) throws(ExtractorError) -> [String] {
        var forms = TermForms()
        try expand(node, into: &forms, payload: 0)
        return (0..<forms.count).map(forms.string)
    }

    /// Appends every form of the template, each with the payload.
    static func expand(
        _ node: ExtractorNode, into all: inout TermForms, payload: Int32
    ) throws(ExtractorError) {
        let template = try node.string()
        var forms: [[UInt32]] = [[]]
        var literal: [UInt32] = []
        var alternatives: [[UInt32]]?
        func extended(_ endings: [[UInt32]]) -> [[UInt32]] {
            if endings.count == 1, endings[0].isEmpty { return forms }
            var result: [[UInt32]] = []
            result.reserveCapacity(forms.count * endings.count)
            for form in forms { for ending in endings { result.append(form + ending) } }
            return result
        }
        for scalar in template.unicodeScalars {
            switch (scalar, alternatives) {
            case ("{", nil):
                forms = extended([literal])
                literal = []
                alternatives = []
            case ("|", .some(let before)):
                alternatives = before + [literal]
                literal = []
            case ("}", .some(let before)):
                forms = extended(before + [literal])
                literal = []
                alternatives = nil
            case ("{", .some), ("}", nil), ("|", nil):
                throw ExtractorError(
                    "unbalanced '\(scalar)' in the form '\(template)'", at: node.place,
                    hint: "write alternatives as {a|b|c}, without nesting")
            default:
                literal.append(scalar.value)
            }
            if forms.count > limit {
                throw ExtractorError("the form '\(template)' stands for more than \(limit) forms", at: node.place)
            }
        }
        if alternatives != nil {
            throw ExtractorError("missing '}' in the form '\(template)'", at: node.place)
        }
        for form in extended([literal]) {
            if form.isEmpty { throw ExtractorError("the form '\(template)' may be empty", at: node.place) }
            all.append(form, payload: payload)
        }
    }
}
