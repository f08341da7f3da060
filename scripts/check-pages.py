#!/usr/bin/env python3
"""Opens the pages of compare and diff in Chromium and uses them as a reader would.

    scripts/check-pages.py --guize PATH [--screenshots DIR] NOTICE…

Needs PyPI's playwright and a Chromium (Debian: chromium); `scripts/check pages` runs this in a virtual environment that has
the former and says so where the latter is missing. The pages are opened from files, 400 and 1400 pixels wide, light and
dark: nothing may be requested or reported on the console, a cell must open the quotes of both sides with their marks, the
filters must hide rows and columns, texts need a contrast of 4.5 to 1 (WCAG 2.2, 1.4.3) and controls their names, and what a
hostile notice says must stay text.
"""
import argparse
import html
import json
import pathlib
import subprocess
import sys
import tempfile

try:
    from playwright.sync_api import sync_playwright
except ImportError:
    print("error: the Python package playwright is missing; 'scripts/check pages' installs it in an environment of its own",
          file=sys.stderr)
    sys.exit(2)

HOSTILE = '</script><img src=x onerror="window.hacked=1"><script>window.hacked=1</script><a href="javascript:hacked=1">'

# Letters against what lies behind them, and names of controls: what axe-core calls color-contrast, label, button-name,
# select-name, svg-img-alt, html-has-lang, document-title, scrollable-region-focusable, td-headers.
ACCESSIBILITY = """() => {
  const faults = [];
  const parse = text => { const n = text.match(/[\\d.]+/g).map(Number); return {r: n[0], g: n[1], b: n[2], a: n.length > 3 ? n[3] : 1}; };
  const luminance = c => { const f = v => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
    return 0.2126 * f(c.r) + 0.7152 * f(c.g) + 0.0722 * f(c.b); };
  const behind = node => { for (let at = node; at; at = at.parentElement) { const c = parse(getComputedStyle(at).backgroundColor);
    if (c.a > 0.99) return c; } return {r: 255, g: 255, b: 255, a: 1}; };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set();
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || seen.has(parent) || parent.closest("script,style,option") || !parent.checkVisibility()) continue;
    seen.add(parent);
    const style = getComputedStyle(parent), svg = parent.closest("svg");
    const a = luminance(parse(svg ? style.fill : style.color)), b = luminance(behind(parent));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) faults.push(`contrast ${ratio.toFixed(2)}: ${parent.className || parent.tagName}: ${parent.textContent.slice(0, 30)}`);
  }
  for (const node of document.querySelectorAll("select,input")) if (!node.labels.length || !node.labels[0].textContent.trim()) faults.push("no label: " + node.name);
  for (const node of document.querySelectorAll("button")) if (!node.textContent.trim()) faults.push("a button without a name");
  for (const node of document.querySelectorAll("svg,[role=img]")) if (!node.getAttribute("aria-label")) faults.push("a picture without a name");
  for (const node of document.querySelectorAll("thead th,tbody th")) if (!node.getAttribute("scope")) faults.push("a heading cell without scope");
  for (const node of document.querySelectorAll(".scroll")) if (node.tabIndex < 0 || !node.getAttribute("aria-label")) faults.push("a scrolled region that no key reaches");
  if (!document.documentElement.lang) faults.push("no language");
  if (!document.title) faults.push("no title");
  if (document.querySelectorAll("h1").length !== 1) faults.push("not one main heading");
  const ids = [...document.querySelectorAll("[id]")].map(node => node.id);
  if (new Set(ids).size !== ids.length) faults.push("an id twice");
  if (document.documentElement.scrollWidth > innerWidth + 1) faults.push(`the page is ${document.documentElement.scrollWidth} wide in a window of ${innerWidth}`);
  return [...new Set(faults)];
}"""


def spoil(value):
    """Appends markup to every text of a bundle that is the notice's own."""
    for part in value if isinstance(value, list) else value.values() if isinstance(value, dict) else []:
        spoil(part)
    if isinstance(value, dict):
        for key in value.keys() & {"title", "quote", "text", "name", "number"}:
            if isinstance(value[key], str):
                value[key] += HOSTILE


class Checks:
    def __init__(self, shots):
        self.failures = 0
        self.count = 0
        self.shots = shots

    def expect(self, holds, name):
        self.count += 1
        if not holds:
            self.failures += 1
            print(f"error: {name}", file=sys.stderr)

    def shot(self, page, name, **options):
        if self.shots:
            page.screenshot(path=str(self.shots / f"{name}.png"), **options)


def opened(browser, path, checks, **options):
    """The page, and everything that it asks for or complains of from then on."""
    context = browser.new_context(**options)
    page = context.new_page()
    said = []
    page.on("request", lambda request: said.append(f"request {request.url[:80]}"))
    page.on("console", lambda message: said.append(f"console {message.text[:120]}"))
    page.on("pageerror", lambda error: said.append(f"error {error}"))
    page.goto(path.as_uri())
    return context, page, said


def check_page(browser, path, checks):
    name = path.stem
    for width in (400, 1400):
        for scheme in ("light", "dark"):
            where = f"{name} at {width} px, {scheme}"
            context, page, said = opened(browser, path, checks, viewport={"width": width, "height": 900}, color_scheme=scheme)
            checks.shot(page, f"{name}-{width}-{scheme}")
            for fault in page.evaluate(ACCESSIBILITY):
                checks.expect(False, f"{where}: {fault}")
            button = page.locator("button[data-evidence*=' ']").first
            button.click()
            checks.expect(page.locator("#panel").is_visible(), f"{where}: a click opens no quotes")
            checks.expect(page.locator("#quotes .evidence").count() == 2, f"{where}: not the quotes of both sides")
            checks.expect(page.locator("#quotes mark").count() >= 2, f"{where}: nothing is marked")
            for fault in page.evaluate(ACCESSIBILITY):
                checks.expect(False, f"{where}, opened: {fault}")
            checks.shot(page, f"{name}-{width}-{scheme}-opened")
            page.keyboard.press("Escape")
            checks.expect(not page.locator("#panel").is_visible(), f"{where}: Escape does not close the quotes")
            checks.expect(page.evaluate("document.activeElement.dataset.evidence !== undefined"), f"{where}: the focus is lost")
            page.keyboard.press("Enter")
            checks.expect(page.locator("#panel").is_visible(), f"{where}: the keyboard opens no quotes")
            box = page.locator("thead th").first.bounding_box()
            page.evaluate("document.querySelector('.scroll').scrollTo(300, 0)")
            after = page.locator("thead th").first.bounding_box()
            if name == "matrix":
                checks.expect(abs(box["x"] - after["x"]) < 2, f"{where}: the first column moves")
            own = [text for text in said if not text.startswith("request file:") and not text.startswith("request data:")]
            checks.expect(not own and sum(text.startswith("request") for text in said) == 1, f"{where}: {said}")
            context.close()


def check_filters(browser, path, checks):
    context, page, _ = opened(browser, path, checks, viewport={"width": 1400, "height": 900})

    def shown():
        return page.locator("tbody tr[data-topic]:visible").count()

    everything = shown()
    topics = page.locator("select[name=topic] option").evaluate_all("all => all.map(one => one.value)")
    parts = 0
    for topic in topics[1:]:
        page.select_option("select[name=topic]", topic)
        parts += shown()
        wrong = page.locator(f"tbody tr[data-topic]:visible:not([data-topic={topic}])").count()
        checks.expect(wrong == 0, f"{path.stem}: the filter {topic} shows other topics")
        checks.expect(page.locator("tr.topic:visible").count() == 1, f"{path.stem}: the filter {topic} leaves other headings")
    checks.expect(parts == everything, f"{path.stem}: topics show {parts} rows, all together {everything}")
    page.select_option("select[name=topic]", "")
    page.select_option("select[name=level]", "critical")
    checks.expect(page.locator("tbody tr[data-topic]:visible:not([data-level=critical])").count() == 0,
                  f"{path.stem}: the level filter lets others through")
    page.select_option("select[name=level]", "")
    if page.locator("select[name=column]").count():
        page.select_option("select[name=column]", "0")
        heads = page.locator("thead th[data-column]:visible").count()
        checks.expect(1 <= heads <= 2, f"{path.stem}: the column filter shows {heads} columns")
    context.close()


def check_print(browser, path, checks):
    context, page, _ = opened(browser, path, checks, viewport={"width": 1000, "height": 900})
    page.emulate_media(media="print")
    checks.expect(not page.locator("#filters").is_visible(), f"{path.stem}: the filters are printed")
    checks.expect(page.evaluate("getComputedStyle(document.querySelector('.scroll')).overflow") == "visible",
                  f"{path.stem}: the print ends with the window")
    pdf = page.pdf(format="A4", landscape=True)
    checks.expect(pdf.startswith(b"%PDF"), f"{path.stem}: no print")
    if checks.shots:
        (checks.shots / f"{path.stem}.pdf").write_bytes(pdf)
    context.close()


def check_hostile(browser, path, checks):
    context, page, said = opened(browser, path, checks, viewport={"width": 1400, "height": 900})
    for button in page.locator("button[data-evidence]").all()[:20]:
        button.click()
        page.keyboard.press("Escape")
    checks.expect(page.evaluate("window.hacked") is None, f"{path.stem}: the notice's script ran")
    checks.expect(page.locator("img, a, iframe").count() == 0, f"{path.stem}: the notice's markup is in the page")
    checks.expect(page.locator("script").count() == 1, f"{path.stem}: more than one script")
    checks.expect("<img src=x" in page.evaluate("document.body.textContent"), f"{path.stem}: the notice's words are gone")
    checks.expect(sum(text.startswith("request") for text in said) == 1, f"{path.stem}: {said}")
    context.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--guize", required=True)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--screenshots", type=pathlib.Path, help="write pictures of every page here")
    parser.add_argument("notices", type=pathlib.Path, nargs="+")
    arguments = parser.parse_args()
    if arguments.screenshots:
        arguments.screenshots.mkdir(parents=True, exist_ok=True)
    checks = Checks(arguments.screenshots)
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)

        def write(name, *command):
            path = folder / f"{name}.html"
            path.write_bytes(subprocess.run([arguments.guize, *map(str, command), "--format", "html", "--language", "zh"],
                                            check=True, stdout=subprocess.PIPE).stdout)
            return path

        # As a notice: a web page that shows the markup as text. As a bundle: in every text that reports show.
        lines = arguments.notices[0].read_text(encoding="utf-8").replace("人员", f"人员（{HOSTILE}）").splitlines()
        notice = folder / "evil.html"
        notice.write_text("<html><meta charset=utf-8><body>" + "".join(f"<p>{html.escape(line)}</p>" for line in lines)
                          + "</body></html>", encoding="utf-8")
        bundle = json.loads(subprocess.run([arguments.guize, "extract", arguments.notices[0]], check=True,
                                           stdout=subprocess.PIPE).stdout)
        spoil(bundle)
        evil = folder / "evil.json"
        evil.write_text(json.dumps(bundle), encoding="utf-8")
        pages = [write("matrix", "compare", *arguments.notices), write("diff", "diff", *arguments.notices[:2])]
        hostile = [write("hostile-matrix", "compare", *arguments.notices, evil),
                   write("hostile-diff", "diff", arguments.notices[1], evil, "--min-level", "info"),
                   write("hostile-notice", "diff", arguments.notices[1], notice, "--min-level", "info")]
        with sync_playwright() as playwright:
            # A page from a file needs no sandbox, which containers often do not allow.
            browser = playwright.chromium.launch(executable_path=arguments.chromium, args=["--no-sandbox"])
            for path in pages:
                check_page(browser, path, checks)
                check_filters(browser, path, checks)
                check_print(browser, path, checks)
            for path in hostile:
                check_hostile(browser, path, checks)
            version = browser.version
            browser.close()
    print(f"pages: {checks.count} checks in Chromium {version}, {checks.failures} failures")
    return 1 if checks.failures else 0


if __name__ == "__main__":
    sys.exit(main())
