extension Population: JSONObjectCodable {
    func writeMembers(to json: inout JSONWriter) {
        json.member("category", category)
        json.member("text", text)
        json.membersUnlessEmpty("qualifiers", qualifiers)
        json.membersUnlessEmpty("excludes", excludes)
    }

    init(from object: inout JSONObjectReader) throws(BundleReadingError) {
        category = try object.required("category")
        text = try object.required("text")
        qualifiers = try object.listIfPresent("qualifiers")
        excludes = try object.listIfPresent("excludes")
    }
}
