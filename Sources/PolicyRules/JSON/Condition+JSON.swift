extension Condition: JSONObjectCodable {
    func writeMembers(to json: inout JSONWriter) {
        json.member("text", text)
    }

    init(from object: inout JSONObjectReader) throws(BundleReadingError) {
        text = try object.required("text")
    }
}
