extension Quotation: JSONObjectCodable {
    func writeMembers(to json: inout JSONWriter) {
        json.member("start", start)
        json.member("end", end)
        json.member("quote", quote)
    }

    init(from object: inout JSONObjectReader) throws(BundleReadingError) {
        start = try object.required("start")
        end = try object.required("end")
        quote = try object.required("quote")
    }
}
