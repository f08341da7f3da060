extension Tier: JSONObjectCodable {
    func writeMembers(to json: inout JSONWriter) {
        json.member("rank", rank)
        json.member("text", text)
    }

    init(from object: inout JSONObjectReader) throws(BundleReadingError) {
        rank = try object.required("rank")
        text = try object.required("text")
    }
}
