extension Evidence: JSONObjectCodable {
    func writeMembers(to json: inout JSONWriter) {
        json.member("start", start)
        json.member("end", end)
        json.member("quote", quote)
        json.members("supports", supports)
        json.member("page", page)
        json.member("cell", cell)
    }

    init(from object: inout JSONObjectReader) throws(BundleReadingError) {
        start = try object.required("start")
        end = try object.required("end")
        quote = try object.required("quote")
        supports = try object.list("supports")
        page = try object.optional("page")
        cell = try object.optional("cell")
    }
}
