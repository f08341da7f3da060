import NoticeModel

/// The forms in which OFD writes values (GB/T 33190-2016, 7.3).
enum OFDValues {
    /// Numbers parted by spaces (`ST_Array`); as many as there are before the first fault.
    static func numbers(_ text: String?, limit: Int = 100_000) -> [Double] {
        guard let text else { return [] }
        var numbers: [Double] = []
        for part in text.utf8.split(whereSeparator: {
            $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D || $0 == 0x2C
        }) {
            guard numbers.count < limit, let number = Double(Substring(part)), number.isFinite, abs(number) < 1e7 else {
                break
            }
            numbers.append(number)
        }
        return numbers
    }

    /// x, y, width, height (`ST_Box`), in millimetres.
    static func box(_ text: String?) -> SourcePlace.Box? {
        let numbers = numbers(text, limit: 4)
        guard numbers.count == 4, numbers[2] >= 0, numbers[3] >= 0 else { return nil }
        return SourcePlace.Box(
            left: numbers[0], top: numbers[1], right: numbers[0] + numbers[2], bottom: numbers[1] + numbers[3])
    }

    static func transform(_ text: String?) -> AffineTransform {
        let m = numbers(text, limit: 6)
        return m.count == 6 ? AffineTransform(a: m[0], b: m[1], c: m[2], d: m[3], e: m[4], f: m[5]) : .identity
    }

    /// Distances between letters: `5 5 g 3 2.5` is 5 5 2.5 2.5 2.5 (11.3).
    /// - Parameter count: as many as there can be use for.
    static func deltas(_ text: String?, count: Int) -> [Double] {
        guard let text else { return [] }
        var deltas: [Double] = []
        let parts = text.utf8.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D || $0 == 0x2C }
        var index = 0
        while index < parts.count, deltas.count < count {
            let part = Substring(parts[index])
            if part == "g" || part == "G", index + 2 < parts.count, let repeats = Int(Substring(parts[index + 1])),
                let delta = Double(Substring(parts[index + 2])), delta.isFinite
            {
                deltas += [Double](repeating: delta, count: min(max(0, repeats), count - deltas.count))
                index += 3
            } else {
                guard let delta = Double(part), delta.isFinite else { break }
                deltas.append(delta)
                index += 1
            }
        }
        return deltas
    }
}
