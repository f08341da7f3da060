/// The SHA-256 digest (FIPS 180-4) of `bytes`, as 64 lower-case hexadecimal digits.
package func sha256Hex(_ bytes: some Sequence<UInt8>) -> String {
    let digest = bytes.withContiguousStorageIfAvailable { sha256($0.span) } ?? sha256(Array(bytes).span)
    return String(
        decoding: digest.flatMap { [hexadecimalDigits[Int($0 >> 4)], hexadecimalDigits[Int($0 & 0xF)]] }, as: UTF8.self)
}

private func sha256(_ bytes: Span<UInt8>) -> [UInt8] {
    var state: State = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    let whole = bytes.count & ~63
    for start in stride(from: 0, to: whole, by: 64) { compress(bytes.extracting(start..<start + 64), into: &state) }
    // The rest, a one bit, zeros, and the length in bits make one or two blocks more.
    var rest: [UInt8] = []
    rest.reserveCapacity(128)
    for index in whole..<bytes.count { rest.append(bytes[index]) }
    rest.append(0x80)
    while rest.count & 63 != 56 { rest.append(0) }
    let bits = UInt64(bytes.count) &* 8
    for shift in stride(from: 56, through: 0, by: -8) { rest.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift))) }
    for start in stride(from: 0, to: rest.count, by: 64) {
        compress(rest.span.extracting(start..<start + 64), into: &state)
    }
    var digest: [UInt8] = []
    for index in state.indices {
        for shift in stride(from: 24, through: 0, by: -8) {
            digest.append(UInt8(truncatingIfNeeded: state[index] >> UInt32(shift)))
        }
    }
    return digest
}

private typealias State = InlineArray<8, UInt32>

/// FIPS 180-4, 6.2.2, for one block of 64 bytes.
private func compress(_ block: Span<UInt8>, into state: inout State) {
    var words = InlineArray<64, UInt32>(repeating: 0)
    for t in 0..<16 {
        let high = UInt32(block[4 * t]) << 24 | UInt32(block[4 * t + 1]) << 16
        words[t] = high | UInt32(block[4 * t + 2]) << 8 | UInt32(block[4 * t + 3])
    }
    for t in 16..<64 {
        let a = words[t - 15]
        let b = words[t - 2]
        let s0 = rotated(a, 7) ^ rotated(a, 18) ^ (a >> 3)
        let s1 = rotated(b, 17) ^ rotated(b, 19) ^ (b >> 10)
        words[t] = words[t - 16] &+ s0 &+ words[t - 7] &+ s1
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for t in 0..<64 {
        let s1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
        let t1 = h &+ s1 &+ ((e & f) ^ (~e & g)) &+ roundConstants[t] &+ words[t]
        let s0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
        let t2 = s0 &+ ((a & b) ^ (a & c) ^ (b & c))
        (h, g, f, e) = (g, f, e, d &+ t1)
        (d, c, b, a) = (c, b, a, t1 &+ t2)
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
}

private func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word &>> count | word &<< (32 &- count)
}

/// The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2).
private let roundConstants: InlineArray<64, UInt32> = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
]
