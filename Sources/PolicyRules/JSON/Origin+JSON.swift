extension Origin: JSONObjectCodable {
    func writeMembers(to json: inout JSONWriter) {
        json.member("how", how)
        json.member("by", by)
    }

    init(from object: inout JSONObjectReader) throws(BundleReadingError) {
        how = try object.required("how")
        by = try object.required("by")
    }
}
