/// Finds the charset of bytes and decodes them.
struct TextDecoder {
    let bytes: [UInt8]

    /// How many bytes the detection looks at; ICU's is slow.
    private static let sampleLength = 8192

    private static let byteOrderMarks: [(charset: String, bytes: [UInt8])] = [
        ("UTF-8", [0xEF, 0xBB, 0xBF]),
        // Before UTF-16LE, whose mark is the beginning of this one.
        ("UTF-32LE", [0xFF, 0xFE, 0x00, 0x00]),
        ("UTF-32BE", [0x00, 0x00, 0xFE, 0xFF]),
        ("UTF-16LE", [0xFF, 0xFE]),
        ("UTF-16BE", [0xFE, 0xFF]),
        ("GB18030", [0x84, 0x31, 0x95, 0x33]),
    ]

    private var byteOrderMark: (charset: String, bytes: [UInt8])? {
        Self.byteOrderMarks.first { bytes.starts(with: $0.bytes) }
    }

    var hasByteOrderMark: Bool { byteOrderMark != nil }

    /// Whether the bytes look like UTF-16 without a mark.
    var looksLikeUTF16: Bool { unmarkedUTF16 != nil }

    // MARK: A charset that the caller names

    func decode(as name: String) throws(ReadingError) -> DecodedText {
        var charset = try Self.canonicalName(of: name)
        var start = 0
        if let mark = byteOrderMark {
            let leavesOrderOpen = charset == "UTF-16" || charset == "UTF-32"
            guard mark.charset == charset || leavesOrderOpen && mark.charset.hasPrefix(charset) else {
                throw ReadingError(
                    .wrongCharset, "the input begins with the byte order mark of \(mark.charset), not of \(charset)",
                    offset: 0, hint: "leave out --charset")
            }
            charset = mark.charset
            start = mark.bytes.count
        } else if charset == "UTF-16" || charset == "UTF-32" {
            // Without a mark, the bytes tell; where they do not, little-endian as files have it.
            charset += charset == "UTF-16" && unmarkedUTF16 == "UTF-16BE" ? "BE" : "LE"
        }
        do {
            return DecodedText(
                scalars: try decode(charset, from: start), charset: charset, hadByteOrderMark: start > 0)
        } catch {
            throw describe(error, charset, hint: hintAgainst(charset))
        }
    }

    /// The IANA name of a charset.
    static func canonicalName(of name: String) throws(ReadingError) -> String {
        let key = String(name.unicodeScalars.filter { $0 != "-" && $0 != "_" && $0 != " " }.map(Character.init))
            .lowercased()
        switch key {
        case "gb18030", "gbk", "gb2312", "gb231280", "cp936", "ms936", "windows936", "euccn", "936": return "GB18030"
        case "utf8": return "UTF-8"
        case "utf16", "unicode": return "UTF-16"
        case "utf16le": return "UTF-16LE"
        case "utf16be": return "UTF-16BE"
        case "utf32": return "UTF-32"
        default:
            guard let canonical = ICUConverter.canonicalName(of: name) else {
                throw ReadingError(
                    .unknownCharset, "there is no charset called \(name.debugDescription)",
                    hint: "known are utf-8, utf-16le, utf-16be, gb18030, gbk, gb2312, big5 and the other names of IANA")
            }
            return canonical.hasPrefix("GBK") || canonical.hasPrefix("GB2312") ? "GB18030" : canonical
        }
    }

    /// What to try instead of a charset that the bytes are not in.
    private func hintAgainst(_ charset: String) -> String {
        if let other = try? decodeDetecting().charset, other != charset {
            return "the bytes read as \(other): try --charset \(other.lowercased()), or leave the option out"
        }
        return "leave out --charset to have it detected"
    }

    // MARK: Detection

    func decodeDetecting() throws(ReadingError) -> DecodedText {
        if let mark = byteOrderMark {
            do {
                return DecodedText(
                    scalars: try decode(mark.charset, from: mark.bytes.count), charset: mark.charset,
                    hadByteOrderMark: true)
            } catch {
                throw describe(error, mark.charset, hint: "the file is damaged; get it anew")
            }
        }
        if let charset = unmarkedUTF16, let scalars = try? decode(charset, from: 0) {
            return DecodedText(scalars: scalars, charset: charset, hadByteOrderMark: false)
        }
        if let zero = bytes.prefix(Self.sampleLength).firstIndex(of: 0) { throw binary(at: zero) }
        let utf8Failure: DecodingFailure
        do {
            return DecodedText(scalars: try decode("UTF-8", from: 0), charset: "UTF-8", hadByteOrderMark: false)
        } catch {
            utf8Failure = error
        }
        let isCutOff = utf8Failure.kind == .truncated && bytes[..<utf8Failure.offset].contains { $0 >= 0x80 }
        if isCutOff || UTF8Decoding.isDamaged(bytes, upTo: max(Self.sampleLength, utf8Failure.offset + 4)) {
            throw describe(
                utf8Failure, "UTF-8",
                hint: utf8Failure.kind == .truncated
                    ? "the file seems cut off; get it anew" : "the file is damaged, or name its charset with --charset")
        }
        return try decodeOtherCharset()
    }

    /// Neither marked nor UTF-8: the likeliest of the East Asian charsets that has all the bytes.
    private func decodeOtherCharset() throws(ReadingError) -> DecodedText {
        let guesses = ICUConverter.guesses(bytes.prefix(Self.sampleLength))
        let confidence = guesses.first { $0.charset == "GB18030" }?.confidence ?? 0
        var candidates = ["GB18030"]
        for guess in guesses where Self.multibyte.contains(guess.charset) {
            if guess.confidence > max(confidence, 50) {
                candidates.insert(guess.charset, at: candidates.count - 1)
            } else if guess.charset != "GB18030" {
                candidates.append(guess.charset)
            }
        }
        var failure: (DecodingFailure, charset: String)?
        for charset in candidates {
            do {
                let scalars = try decode(charset, from: 0)
                return DecodedText(scalars: scalars, charset: charset, hadByteOrderMark: false)
            } catch {
                // Of several failures the likeliest charset's tells most.
                if failure == nil { failure = (error, charset) }
            }
        }
        // A failure after much that fits is damage; one near the beginning tells of another charset.
        if let (error, charset) = failure, bytes[..<error.offset].contains(where: { $0 >= 0x80 }),
            error.offset > bytes.count / 2 || confidence > 50
        {
            throw describe(
                error, charset,
                hint: error.kind == .truncated
                    ? "the file seems cut off; get it anew"
                    : "the file is damaged or in another charset; name it: --charset NAME")
        }
        throw ReadingError(
            .undetectedCharset, "the charset of the input cannot be told from its bytes",
            offset: failure?.0.offset, hint: "name it, for example --charset gb18030 or --charset big5")
    }

    private static let multibyte: Set<String> = ["Big5", "Shift_JIS", "EUC-JP", "EUC-KR", "ISO-2022-CN", "ISO-2022-JP"]

    /// The byte order in which the bytes look like UTF-16 without a mark, or nil.
    ///
    /// Nearly all units of a Chinese text lie in ASCII, the Chinese marks, the Chinese characters or the full width forms;
    /// units of another charset taken two bytes at a time, or in the wrong order, are spread over the plane.
    private var unmarkedUTF16: String? {
        let sample = bytes.prefix(Self.sampleLength)
        guard sample.count >= 4, bytes.count % 2 == 0 else { return nil }
        var little = UnitCounts()
        var big = UnitCounts()
        var at = 0
        while at + 1 < sample.count {
            little.count(UInt32(sample[at + 1]) << 8 | UInt32(sample[at]))
            big.count(UInt32(sample[at]) << 8 | UInt32(sample[at + 1]))
            at += 2
        }
        let isLittle = little.usual > big.usual
        let counts = isLittle ? little : big
        guard counts.usual * 20 >= sample.count / 2 * 19, counts.certain > 0 else { return nil }
        // Pairs of ASCII letters are Chinese characters by number: ASCII has no byte 0 and no byte beyond 7F.
        guard sample.contains(where: { $0 == 0 || $0 >= 0x80 }) else { return nil }
        // UTF-8 wins where both are possible and there is no zero.
        if !sample.contains(0), (try? decode("UTF-8", from: 0)) != nil { return nil }
        return isLittle ? "UTF-16LE" : "UTF-16BE"
    }

    private struct UnitCounts {
        /// Units that Chinese text has.
        var usual = 0
        /// Units that it has in every line and that no pair of letters makes: ASCII, 、。 and full width marks.
        var certain = 0

        mutating func count(_ unit: UInt32) {
            if TextDecoder.isUsual(unit) { usual += 1 }
            if unit < 0x7F && TextDecoder.isUsual(unit) || unit == 0x3001 || unit == 0x3002
                || (0xFF01...0xFF1F).contains(unit)
            {
                certain += 1
            }
        }
    }

    private static func isUsual(_ unit: UInt32) -> Bool {
        switch unit {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0xFF, 0x2010...0x2027, 0x2030...0x203B, 0x2160...0x217B,
            0x2460...0x249B, 0x3000...0x3017, 0x3220...0x3229, 0x4E00...0x9FA5, 0xFF01...0xFF5E, 0xFFE5, 0xFEFF:
            true
        default: false
        }
    }

    // MARK: Conversion

    private func decode(_ charset: String, from start: Int) throws(DecodingFailure) -> [Unicode.Scalar] {
        charset == "UTF-8"
            ? try UTF8Decoding.decode(bytes, from: start)
            : try ICUConverter.decode(bytes, from: start, charset: charset)
    }

    private func describe(_ failure: DecodingFailure, _ charset: String, hint: String) -> ReadingError {
        switch failure.kind {
        case .invalid:
            let shown = bytes[min(failure.offset, bytes.count)...].prefix(4).map(hexadecimal).joined(separator: " ")
            return ReadingError(
                .invalidSequence, "the input is not in \(charset): it has the bytes \(shown)", offset: failure.offset,
                hint: hint)
        case .truncated:
            return ReadingError(
                .truncated, "the input ends inside a character of \(charset)", offset: failure.offset, hint: hint)
        case .unknownCharset:
            return ReadingError(.unknownCharset, "there is no converter for \(charset)", hint: hint)
        case .failed:
            return ReadingError(
                .conversionFailed, "the conversion from \(charset) failed", offset: failure.offset, hint: hint)
        }
    }

    private func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return byte < 16 ? "0" + digits : digits
    }
}
