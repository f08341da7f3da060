/// The UTF-8 of scalars, written in one go: the standard library's way over a view of scalars takes many times as long.
package func utf8Bytes(of scalars: ArraySlice<Unicode.Scalar>) -> [UInt8] {
    var count = 0
    for scalar in scalars { count += UTF8.width(scalar) }
    return [UInt8](capacity: count) { (bytes: inout OutputSpan<UInt8>) in
        func append(_ value: UInt32) { bytes.append(UInt8(truncatingIfNeeded: value)) }
        for scalar in scalars {
            let value = scalar.value
            if value < 0x80 {
                append(value)
            } else if value < 0x800 {
                append(0xC0 | value >> 6)
                append(0x80 | value & 0x3F)
            } else if value < 0x10000 {
                append(0xE0 | value >> 12)
                append(0x80 | value >> 6 & 0x3F)
                append(0x80 | value & 0x3F)
            } else {
                append(0xF0 | value >> 18)
                append(0x80 | value >> 12 & 0x3F)
                append(0x80 | value >> 6 & 0x3F)
                append(0x80 | value & 0x3F)
            }
        }
    }
}

extension String {
    package init(scalars: ArraySlice<Unicode.Scalar>) {
        self.init(decoding: utf8Bytes(of: scalars), as: UTF8.self)
    }
}
