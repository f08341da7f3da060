/// Classes of scalars of folded text.
package enum FoldedCharacters {
    /// 0–9.
    @inline(__always)
    package static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value &- 0x30 < 10 }

    /// 〇 一 二 … 九.
    package static func isNumeralDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "〇", "零", "一", "二", "三", "四", "五", "六", "七", "八", "九": true
        default: false
        }
    }

    /// A digit or a numeral of a Chinese number, 十 百 千 万 亿 and 两 included.
    package static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "十", "百", "千", "万", "亿", "两", "半", "廿", "卅": true
        default: isDigit(scalar) || isNumeralDigit(scalar)
        }
    }

    /// Whether a number, a date or an amount may end with the scalar, so that a dash after it may mean "to".
    static func endsRangeStart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "年", "月", "日", "号", "时", "点", "分", "秒", "天", "周", "岁", "季", "旬", "底", "初", "末",
            "元", "角", "级", "档", "类", "人", "次", "度", "倍", "折", "成", "个", "名", "户", "期",
            "%", "‰", "）", "X", "x":
            true
        default: isNumeral(scalar)
        }
    }

    /// Whether a number, a date or an amount may begin with the scalar.
    static func beginsRangeEnd(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "次", "当", "同", "翌", "本", "上", "下", "第", "周", "星", "年", "月", "¥", "X", "x": true
        default: isNumeral(scalar)
        }
    }
}
