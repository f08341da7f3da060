#!/usr/bin/env python3
"""Writes Sources/PolicyText/FoldingTables.swift: which scalar folds to which.

    opencc_dict -i TSCharacters.ocd2 -o TSCharacters.txt -f ocd2 -t text
    python3 scripts/make_folding_tables.py TSCharacters.txt > Sources/PolicyText/FoldingTables.swift

TSCharacters is OpenCC's table of Traditional characters (Apache License 2.0; on Debian in libopencc-data). The
compatibility forms come from the Unicode Character Database that Python carries.

Which Traditional characters are taken, and which are not:
- Offsets must not change and nothing looks at the neighbours, so only single characters are mapped, never phrases.
- A character that GB 2312 holds is a Simplified character of its own and stays: 乾 (乾隆), 覆, 藉, 瞭 (瞭望), 著. The
  exceptions are in TAKEN: no Simplified notice writes them for themselves.
- Where OpenCC lists several targets, its first one is taken, unless it is the character itself (祇 stays). The other
  candidates are names (鍾 → 锺), doublets (餘 → 馀) or characters outside the basic plane (開 → 𫔭).
- Targets outside the basic plane are left out: 鱮 → 𫚈 helps no reader and no vocabulary has it.
"""
import sys
import unicodedata

# In GB 2312, but Traditional in every notice: 於 is a surname beside 于, 徵 the note of 宫商角徵羽.
TAKEN = "於後徵菸"

# Older glyph shapes (旧字形) with a code point of their own that neither OpenCC nor Unicode maps.
OLD_SHAPES = "値值 靑青 吿告 囯国 旣既 敎教 尙尚 彔录 戸户 毎每 衞卫 眾众 麽么 査查 兎兔 郞郎 姫姬 歴历 黒黑 徳德 増增 県县"

# Radicals that stand for a character in text copied from PDF; Unicode maps only two of the supplement itself
# (EquivalentUnifiedIdeograph.txt).
RADICALS = (
    "⺀冫 ⺁厂 ⺅亻 ⺇几 ⺈刀 ⺉刂 ⺊卜 ⺋卩 ⺒巳 ⺓幺 ⺘扌 ⺙攵 ⺛旡 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 ⺣灬 ⺤爫 ⺥爫 ⺨犭 ⺩王 ⺬示 ⺭礻 ⺮竹 ⺯糸 ⺰纟 "
    "⺲罒 ⺳罓 ⺵网 ⺶羊 ⺷羊 ⺸羊 ⺹耂 ⺻聿 ⺼月 ⺽臼 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻈讠 ⻉贝 ⻊足 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏阝 "
    "⻐钅 ⻑长 ⻒镸 ⻓长 ⻔门 ⻕阝 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻟食 ⻠饣 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫齐 ⻬齐 ⻭齿 "
    "⻮齿 ⻯龙 ⻰龙 ⻱龟 ⻲龟 ⻳龟"
)

# Written forms of one mark. Full width is the canonical form of Chinese marks, half width of the others.
MARKS = {
    "，": ",﹐︐", "：": ":﹕︓∶꞉", "；": ";﹔︔;", "（": "(﹙︵", "）": ")﹚︶", "！": "!﹗︕", "？": "?﹖︖",
    "。": "｡︒", "、": "､﹑︑", ".": "．﹒", "·": "•‧∙⋅・･·", "/": "／∕⁄", "%": "％﹪", "+": "＋﹢", "=": "＝﹦",
    "<": "＜﹤", ">": "＞﹥", "&": "＆﹠", "*": "＊﹡", "#": "＃﹟", "@": "＠﹫", "$": "＄﹩", "\\": "＼﹨",
    "{": "｛﹛", "}": "｝﹜", "[": "［", "]": "］", "〔": "﹝︹", "〕": "﹞︺", "【": "︻", "】": "︼",
    "《": "≪«︽", "》": "≫»︾", "〈": "︿", "〉": "﹀", "“": "「｢〝﹁", "”": "」｣〞〟﹂", "‘": "『﹃", "’": "』﹄",
    "¥": "￥", "-": "－﹣−‐‑‒", "—": "―﹘︱", "~": "～〜∼", "…": "︙",
}

# Compatibility characters that stay: outline markers (①), superscripts (they would join the number before them),
# fractions (3½ would be 31/2), ℃, ™ and the ellipsis.
def kept(char):
    decomposition = unicodedata.decomposition(char)
    if decomposition.startswith(("<super>", "<sub>", "<fraction>", "<circle>")):
        return True
    return char in "…‥℃℉™℠"


COMPATIBILITY = [
    (0x2100, 0x214F), (0x2160, 0x217F),  # letter-like symbols and Roman numerals
    (0x2474, 0x249B), (0x249C, 0x24B5),  # ⑴ ⒈ ⒜
    (0x2E9F, 0x2E9F), (0x2EF3, 0x2EF3), (0x2F00, 0x2FD5),  # radicals
    (0x3036, 0x303A), (0x3220, 0x3247), (0x3251, 0x33FF),  # ㈠ ㊀ ㎡
    (0xF900, 0xFAFF), (0xFB00, 0xFB06),  # compatibility ideographs, ﬁ
    (0xFF01, 0xFF5E), (0xFFE0, 0xFFE6),  # full width
    (0x2F800, 0x2FA1D),
]


def in_gb2312(char):
    try:
        char.encode("gb2312")
        return True
    except UnicodeEncodeError:
        return False


def traditional(path):
    table = {}
    for line in open(path, encoding="utf-8"):
        source, targets = line.rstrip("\n").split("\t")
        target = targets.split(" ")[0]
        if source == target or len(source) != 1 or len(target) != 1 or ord(target) > 0xFFFF:
            continue
        if in_gb2312(source) and source not in TAKEN:
            continue
        table[source] = target
    for pair in OLD_SHAPES.split():
        if not in_gb2312(pair[0]):
            table.setdefault(pair[0], pair[1])
    return table


def compatibility():
    table = {}
    for first, last in COMPATIBILITY:
        for code in range(first, last + 1):
            char = chr(code)
            if unicodedata.category(char) == "Cn" or kept(char):
                continue
            folded = unicodedata.normalize("NFKC", char)
            if 0x3371 <= code <= 0x33DF and ("2" in folded or "3" in folded):
                folded = folded.replace("2", "²").replace("3", "³")
            if folded != char:
                table[char] = folded
    for pair in RADICALS.split():
        table[pair[0]] = pair[1]
    return table


def main():
    base = traditional(sys.argv[1])
    base.update(compatibility())
    for mark, forms in MARKS.items():
        for form in forms:
            base[form] = mark
        if len(mark) == 1:
            base.pop(mark, None)

    def resolve(text, depth=0):
        """Folds the folded text again until nothing changes, so that folding twice is folding once."""
        folded = "".join(base.get(char, char) for char in text)
        assert depth < 5, text
        return text if folded == text else resolve(folded, depth + 1)

    single, expanding = [], []
    for source in sorted(base):
        target = resolve(base[source])
        assert target and target != source, source
        if " " in target:
            continue
        (single if len(target) == 1 and ord(source) <= 0xFFFF and ord(target) <= 0xFFFF else expanding).append(
            (source, target))

    def escape(char):
        code = ord(char)
        if char == "\\":
            return "\\\\"
        if char == '"':
            return '\\"'
        plain = 0x21 <= code < 0x7F or 0xA1 <= code <= 0xFF or 0x3400 <= code <= 0x9FFF or char in MARKS
        return char if plain and unicodedata.normalize("NFC", char) == char else f"\\u{{{code:X}}}"

    def literal(items, render):
        lines, line = [], ""
        for item in items:
            piece = render(item)
            # A Chinese character is two columns wide.
            if len(line) + len(piece) > 90:
                lines.append(line)
                line = ""
            line += piece
        lines.append(line)
        return "\n".join("        " + line for line in lines)

    print("// Generated by scripts/make_folding_tables.py, which says from what and how; do not edit.")
    print("// Traditional characters after OpenCC (Apache License 2.0), compatibility forms after Unicode.")
    print()
    print("enum FoldingTables {")
    print("    /// A scalar and the one that it folds to, in turn, all of the basic plane; line breaks mean nothing.")
    print('    static let single = """')
    print(literal(single, lambda pair: escape(pair[0]) + escape(pair[1])))
    print('        """')
    print()
    print("    /// A scalar and the several that it folds to (or one beyond the basic plane), each entry begun by |.")
    print('    static let expanding = """')
    print(literal(expanding, lambda pair: "|" + escape(pair[0]) + "".join(map(escape, pair[1]))))
    print('        """')
    print("}")


if __name__ == "__main__":
    main()
