extension Diagnostic: JSONObjectCodable {
    func writeMembers(to json: inout JSONWriter) {
        json.member("code", code)
        json.member("severity", severity)
        json.member("message", message)
        json.member("evidence", evidence)
        json.membersUnlessEmpty("related", related)
    }

    init(from object: inout JSONObjectReader) throws(BundleReadingError) {
        code = try object.required("code")
        severity = try object.required("severity")
        message = try object.required("message")
        evidence = try object.optional("evidence")
        related = try object.listIfPresent("related")
    }
}
