/// Takes the members of an object key by key. Members may stand in any order; canonical order is the fast case.
struct JSONObjectReader {
    private let members: [JSONValue.Member]
    private let offset: Int
    private let isClosed: Bool
    private var isTaken: [Bool]
    private var next = 0
    private var knownKeys: [StaticString] = []

    init(_ value: JSONValue) throws(BundleReadingError) {
        guard case .object(let members, let isClosed) = value.content else { throw value.mismatch("an object") }
        self.members = members
        self.isClosed = isClosed
        offset = value.offset
        isTaken = Array(repeating: false, count: members.count)
    }

    mutating func required<Value: JSONCodable>(_ key: StaticString) throws(BundleReadingError) -> Value {
        guard let value: Value = try optional(key) else {
            throw BundleReadingError(.missingKey, expected: "the key \"\(key)\"", offset: offset)
        }
        return value
    }

    mutating func optional<Value: JSONCodable>(_ key: StaticString) throws(BundleReadingError) -> Value? {
        guard let value = take(key) else { return nil }
        do throws(BundleReadingError) {
            return try Value(from: value)
        } catch {
            throw error.inside(key)
        }
    }

    mutating func list<Value: JSONCodable>(_ key: StaticString) throws(BundleReadingError) -> [Value] {
        guard let list: [Value] = try optionalList(key) else {
            throw BundleReadingError(.missingKey, expected: "the key \"\(key)\"", offset: offset)
        }
        return list
    }

    /// The list under `key`; empty where the key is absent.
    mutating func listIfPresent<Value: JSONCodable>(_ key: StaticString) throws(BundleReadingError) -> [Value] {
        try optionalList(key) ?? []
    }

    mutating func origins() throws(BundleReadingError) -> [String: Origin] {
        guard let value = take("origins") else { return [:] }
        do throws(BundleReadingError) {
            guard case .object(let members, _) = value.content else { throw value.mismatch("an object") }
            var origins: [String: Origin] = [:]
            for member in members {
                do throws(BundleReadingError) {
                    origins[member.key] = try Origin(from: member.value)
                } catch {
                    throw error.inside(member.key)
                }
            }
            return origins
        } catch {
            throw error.inside("origins")
        }
    }

    /// Refuses keys that were never asked for, where the options say so.
    func finish() throws(BundleReadingError) {
        guard isClosed, let index = isTaken.firstIndex(of: false) else { return }
        let member = members[index]
        throw BundleReadingError(
            .unknownKey, expected: "a key of \(knownKeys.map { "\"\($0)\"" }.joined(separator: ", "))",
            found: "\"\(shortened(member.key))\"", offset: member.keyOffset
        ).inside(member.key)
    }

    func unsupportedVersion(_ version: String) -> BundleReadingError {
        let value = members.first { $0.key == "schemaVersion" }?.value
        return BundleReadingError(
            .unsupportedVersion, expected: "a schema version 1.x", found: "\"\(shortened(version))\"",
            offset: value?.offset ?? offset
        ).inside("schemaVersion")
    }

    private mutating func optionalList<Value: JSONCodable>(_ key: StaticString) throws(BundleReadingError) -> [Value]? {
        guard let value = take(key) else { return nil }
        do throws(BundleReadingError) {
            return try value.list()
        } catch {
            throw error.inside(key)
        }
    }

    private mutating func take(_ key: StaticString) -> JSONValue? {
        if isClosed { knownKeys.append(key) }
        for step in members.indices {
            let index = (next + step) % members.count
            guard isEqual(members[index].key, key) else { continue }
            isTaken[index] = true
            next = index + 1
            return members[index].value
        }
        return nil
    }

    private func isEqual(_ text: String, _ key: StaticString) -> Bool {
        guard text.utf8.count == key.utf8CodeUnitCount else { return false }
        return key.withUTF8Buffer { text.utf8.elementsEqual($0) }
    }
}
