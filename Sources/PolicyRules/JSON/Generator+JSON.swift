extension Generator: JSONObjectCodable {
    func writeMembers(to json: inout JSONWriter) {
        json.member("name", name)
        json.member("version", version)
        json.member("extractorsDigest", extractorsDigest)
    }

    init(from object: inout JSONObjectReader) throws(BundleReadingError) {
        name = try object.required("name")
        version = try object.required("version")
        extractorsDigest = try object.required("extractorsDigest")
    }
}
