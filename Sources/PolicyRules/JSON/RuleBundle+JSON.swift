extension RuleBundle: JSONObjectCodable {
    func writeMembers(to json: inout JSONWriter) {
        json.member("schemaVersion", schemaVersion)
        json.member("generator", generator)
        json.member("document", document)
        json.members("citations", citations)
        json.members("rules", rules)
        json.members("unclaimed", unclaimed)
        json.members("diagnostics", diagnostics)
    }

    init(from object: inout JSONObjectReader) throws(BundleReadingError) {
        schemaVersion = try object.required("schemaVersion")
        guard RuleBundle.isReadable(version: schemaVersion) else {
            throw object.unsupportedVersion(schemaVersion)
        }
        generator = try object.required("generator")
        document = try object.required("document")
        citations = try object.list("citations")
        rules = try object.list("rules")
        unclaimed = try object.list("unclaimed")
        diagnostics = try object.list("diagnostics")
    }
}
