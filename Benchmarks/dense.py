"""Texts in which one thing stands as often as it can: each kind would show a step whose time grows with its square."""

HEAD = "关于做好2026年度城乡居民基本医疗保险参保缴费工作的通知\n\n各区、县医疗保障局：\n\n一、参保资助\n\n"
GROUPS = ["特困人员", "孤儿", "低保对象", "返贫致贫人口", "脱贫不稳定户", "重度残疾人", "低保边缘家庭成员", "事实无人抚养儿童"]


def until(length, head, part):
    """`head` and then part(0), part(1), … up to `length` bytes of UTF-8."""
    parts, size, number = [head], len(head.encode()), 0
    while size < length:
        parts.append(part(number))
        size += len(parts[-1].encode())
        number += 1
    return "".join(parts)


def amount(number):
    return 100 + number * 7 % 900


def group(number):
    return GROUPS[number * 5 % len(GROUPS)]


def clauses(length):
    """One sentence of clauses, a group and two amounts in each."""
    return until(length, HEAD, lambda n: f"对{group(n)}按每人每年{amount(n)}元资助，个人缴费{10 + n * 3 % 390}元；")


def sentences(length):
    """One paragraph of sentences."""
    return until(length, HEAD, lambda n: f"{group(n)}参保由医疗救助基金按每人每年{amount(n)}元资助，个人缴费{10 + n * 3 % 390}元。")


def paragraphs(length):
    return until(length, HEAD, lambda n: f"{group(n)}参保由医疗救助基金按每人每年{amount(n)}元资助，个人缴费{10 + n * 3 % 390}元。\n")


def populations(length):
    """One list of people, then what they get."""
    return until(length, HEAD + "对", lambda n: f"{group(n)}、") + "残疾人给予全额资助。\n"


def amounts(length):
    """One group, then amounts alone."""
    return until(length, HEAD + "对特困人员按以下标准资助：", lambda n: f"{amount(n)}元，")


def unmarked(length):
    """A sentence without a single mark."""
    return until(length, HEAD, lambda n: f"对{group(n)}每人每年资助{amount(n)}元")


def windows(length):
    """Enrolment windows, a line each."""
    return until(length, HEAD, lambda n: f"{2000 + n % 90}年度集中缴费期为{2000 + n % 90}年{1 + n % 9}月1日至12月{1 + n % 31}日。\n")


def references(length):
    """Sentences that point back to all people named before."""
    return until(length, HEAD, lambda n: f"{group(n)}参保给予资助。上述人员按每人每年{amount(n)}元资助。")


def funds(length):
    """Paragraphs that each name the fund of the aid before them."""
    return until(
        length, HEAD, lambda n: f"对{group(n)}按每人每年{amount(n)}元资助。\n以上资助所需资金由医疗救助基金列支。\n")


def carried(length):
    """Sentences that name nobody and go on about the people before them."""
    return until(length, HEAD + "特困人员全额资助。", lambda n: f"定额资助标准为每人每年{amount(n)}元。")


def citations(length):
    """Documents cited in one paragraph."""
    return until(length, HEAD, lambda n: f"根据《关于做好参保工作的通知》（某医保发〔{2000 + n // 900 % 25}〕{1 + n % 900}号）规定，")


def table(length):
    """Rows of a table, cells apart by tabs."""
    head = HEAD + "人员类别\t资助标准（元）\t个人缴费（元）\t资金渠道\n"
    return until(length, head, lambda n: f"{group(n)}\t{amount(n)}\t{400 - n % 300}\t医疗救助基金\n")


def gaps(length):
    """Rows of a table in which most cells are empty."""
    head = HEAD + "人员类别\t资助标准（元）\t个人缴费（元）\n特困人员\t400\t0\n"
    return until(length, head, lambda n: f"{group(n)}\t\t{amount(n)}\n")


def bars(length):
    """Rows of a table between bars."""
    head = HEAD + "| 人员类别 | 资助标准（元） | 个人缴费（元） |\n|---|---|---|\n"
    return until(length, head, lambda n: f"| {group(n)} | {amount(n)} | {400 - n % 300} |\n")


def items(length):
    """Items of an outline, numbered on."""
    return until(length, HEAD, lambda n: f"{n % 99 + 1}.{group(n)}按每人每年{amount(n)}元资助。\n")


def sections(length):
    """Headings, each with a heading under it."""
    return until(length, HEAD, lambda n: f"（一）{group(n)}\n1.资助标准\n每人每年{amount(n)}元。\n")


def wrapped(length):
    """One paragraph cut into short lines."""
    text = clauses(length)[len(HEAD):].replace("\n", "")
    return HEAD + "\n".join(text[at:at + 30] for at in range(0, len(text), 30))


def brackets(length):
    """Brackets that are never closed."""
    return until(length, HEAD, lambda n: "（《“〔["[n % 5])


def digits(length):
    return until(length, HEAD, lambda n: str(n % 10))


def numerals(length):
    return until(length, HEAD, lambda n: "一二三四五六七八九十百千万"[n * 5 % 13])


def letters(length):
    """Words that mean nothing here, without a mark."""
    return until(length, HEAD, lambda n: "天地玄黄宇宙洪荒"[n * 3 % 8])


def blanks(length):
    """White space and line breaks."""
    return until(length, HEAD, lambda n: " \n\t　"[n * 3 % 4])


KINDS = [clauses, sentences, paragraphs, populations, amounts, unmarked, windows, references, funds, carried, citations,
         table, gaps, bars, items, sections, wrapped, brackets, digits, numerals, letters, blanks]
