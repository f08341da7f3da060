extension Citation: JSONObjectCodable {
    func writeMembers(to json: inout JSONWriter) {
        json.member("number", number)
        json.member("title", title)
        json.member("relation", relation)
        json.member("evidence", evidence)
    }

    init(from object: inout JSONObjectReader) throws(BundleReadingError) {
        number = try object.optional("number")
        title = try object.optional("title")
        relation = try object.required("relation")
        evidence = try object.required("evidence")
    }
}
