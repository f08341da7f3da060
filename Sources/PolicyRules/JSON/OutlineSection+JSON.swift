extension OutlineSection: JSONObjectCodable {
    func writeMembers(to json: inout JSONWriter) {
        json.member("id", id)
        json.member("marker", marker.isEmpty ? nil : marker)
        json.member("level", level)
        json.member("heading", heading)
        json.member("start", start)
        json.member("end", end)
    }

    init(from object: inout JSONObjectReader) throws(BundleReadingError) {
        id = try object.required("id")
        marker = try object.optional("marker") ?? ""
        level = try object.required("level")
        heading = try object.optional("heading")
        start = try object.required("start")
        end = try object.required("end")
    }
}
