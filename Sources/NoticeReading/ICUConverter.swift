private import CICU

/// Charsets by ICU, behind plain types.
enum ICUConverter {
    /// The IANA name of the charset that ICU knows by `name`, or nil.
    static func canonicalName(of name: String) -> String? {
        // ICU takes options after a comma.
        let isName = name.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
                UInt8(ascii: ":"), UInt8(ascii: "+"):
                true
            default: false
            }
        }
        guard isName, !name.isEmpty, name.utf8.count < 60 else { return nil }
        var canonical = [CChar](repeating: 0, count: 100)
        guard guize_icu_canonical_name(name, &canonical, Int32(canonical.count)) == GUIZE_ICU_OK else { return nil }
        return string(canonical)
    }

    struct Guess {
        var charset: String
        /// 0 to 100.
        var confidence: Int
    }

    /// What the bytes may be in, the likeliest first.
    static func guesses(_ bytes: ArraySlice<UInt8>) -> [Guess] {
        bytes.withUnsafeBufferPointer { buffer in
            var guesses: [Guess] = []
            var name = [CChar](repeating: 0, count: 100)
            var confidence: Int32 = 0
            for rank in Int32(0)..<6 {
                let status = guize_icu_detect(
                    buffer.baseAddress, Int32(clamping: buffer.count), rank, &name, Int32(name.count), &confidence)
                guard status == GUIZE_ICU_OK else { break }
                guesses.append(Guess(charset: string(name), confidence: Int(confidence)))
            }
            return guesses
        }
    }

    static func decode(
        _ bytes: [UInt8], from start: Int, charset: String
    ) throws(DecodingFailure) -> [Unicode.Scalar] {
        var status = GUIZE_ICU_OK
        var offset: Int64 = 0
        let scalars = bytes[start...].withUnsafeBufferPointer { source in
            [Unicode.Scalar](unsafeUninitializedCapacity: source.count) { target, count in
                var written: Int64 = 0
                let capacity = target.count
                // The shim writes scalars only, never surrogates.
                target.withMemoryRebound(to: UInt32.self) { units in
                    status = guize_icu_decode(
                        charset, source.baseAddress, Int64(source.count), units.baseAddress, Int64(capacity), &written,
                        &offset)
                }
                count = Int(written)
            }
        }
        let kind: DecodingFailure.Kind? =
            switch status {
            case GUIZE_ICU_OK: nil
            case GUIZE_ICU_INVALID: .invalid
            case GUIZE_ICU_TRUNCATED: .truncated
            case GUIZE_ICU_UNKNOWN_CHARSET: .unknownCharset
            default: .failed
            }
        if let kind { throw DecodingFailure(kind: kind, offset: start + Int(offset)) }
        return scalars
    }

    /// The bytes of the scalars in a charset, or nil when it lacks one of them.
    static func encode(_ scalars: [Unicode.Scalar], charset: String) -> [UInt8]? {
        var status = GUIZE_ICU_OK
        let bytes = [UInt8](unsafeUninitializedCapacity: scalars.count * 8 + 16) { target, count in
            var written: Int64 = 0
            var offset: Int64 = 0
            status = guize_icu_encode(
                charset, scalars.map(\.value), Int64(scalars.count), target.baseAddress, Int64(target.count), &written,
                &offset)
            count = Int(written)
        }
        return status == GUIZE_ICU_OK ? bytes : nil
    }

    private static func string(_ characters: [CChar]) -> String {
        String(decoding: characters.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
