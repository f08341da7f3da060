#!/usr/bin/env python3
"""Opens what compare writes for spreadsheets and data frames in the programs that people use: pandas and LibreOffice.

    scripts/check-spreadsheets.py --guize PATH [--screenshots DIR] BUNDLE…

Needs PyPI's pandas; `scripts/check spreadsheets` runs this in a virtual environment that has it. The tidy rows must read back
as the facts of the JSON form. Where LibreOffice is installed, it opens the CSV and the workbook, and what it shows in their
cells must be what the CSV says; with --screenshots it prints both as pictures (Poppler's pdftoppm).
"""
import argparse
import collections
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

try:
    import pandas
except ImportError:
    print("error: the Python package pandas is missing; 'scripts/check spreadsheets' installs it in an environment of its own",
          file=sys.stderr)
    sys.exit(2)

# Separator, quotation mark, UTF-8, from the first line, no column types, not quoted everywhere, as shown, no formulas, no
# spaces removed, the first sheet.
AS_SHOWN = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1'


def plain(text):
    """A field as it was before it was kept from being a formula."""
    return text[1:] if text[:1] == "'" and text[1:2] in "=+-@\t\r" else text


def words(canonical):
    """The words of a list that is written as lengths in bytes and texts."""
    data, found = canonical.encode(), []
    while data:
        size, _, data = data.partition(b":")
        found.append(data[:int(size)].decode())
        data = data[int(size):]
    return "；".join(found)


def facts_of_json(report):
    """Each field of each fact of each cell, with how often it stands there."""
    found = collections.Counter()
    for row in report["rows"]:
        for column, cell in zip(report["columnList"], row["cells"]):
            for fact in cell["facts"]:
                for field, value in fact["fields"].items():
                    isWords = field in ("text", "service", "institutionLevel", "band", "conditions") or field.endswith(
                        (".text", ".qualifiers", ".excludes"))
                    kind = row["kind"]
                    key = (column.get("code", ""), kind, row["key"].split("/")[0], fact.get("population", "") if
                           fact["kind"] == kind else "", field)
                    found[(*key[:3], field, words(value) if isWords else value)] += 1
    return found


def facts_of_frame(frame):
    found = collections.Counter()
    for row in frame.itertuples():
        if not row.field:
            continue
        value = plain(row.value)
        if row.unit and row.unit != "percent":
            value = f"{value} {row.unit}"
        found[(row.region, row.kind, row.scheme, row.field, value)] += 1
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--guize", required=True)
    parser.add_argument("--screenshots", type=pathlib.Path, help="write pictures of both tables here")
    parser.add_argument("bundles", nargs="+")
    arguments = parser.parse_args()
    failures = []

    def expect(holds, name):
        if not holds:
            failures.append(name)
            print(f"error: {name}", file=sys.stderr)

    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)

        def write(form):
            path = folder / {"tidy": "tidy.csv"}.get(form, f"matrix.{form}")
            path.write_bytes(subprocess.run(
                [arguments.guize, "compare", *arguments.bundles, "--format", form, "--language", "zh"], check=True,
                stdout=subprocess.PIPE).stdout)
            return path

        frame = pandas.read_csv(write("tidy"), dtype=str, keep_default_na=False)
        report = json.loads(write("json").read_text(encoding="utf-8"))
        expect(facts_of_frame(frame) == facts_of_json(report), "pandas: the tidy rows are not the facts of the JSON form")
        amounts = pandas.to_numeric(frame.loc[frame.field == "amount", "value"])
        expect(len(amounts) > 0 and amounts.notna().all(), "pandas: amounts are no numbers")
        # As somebody would use it: the contribution of everyone, by region.
        table = frame[(frame.kind == "individualContribution") & (frame.field == "amount") & (frame.population == "")]
        pivot = table.assign(value=pandas.to_numeric(table.value)).pivot_table(
            index=["tier", "aspect"], columns="regionName", values="value", aggfunc="max")
        print(f"pandas {pandas.__version__}: {len(frame)} rows read back to {sum(facts_of_frame(frame).values())} fields\n{pivot}")

        matrix = write("csv")
        seen = pandas.read_csv(matrix, dtype=str, keep_default_na=False, encoding="utf-8-sig")
        expect(len(seen) == len(report["rows"]), "pandas: the matrix has another number of rows")
        expect(seen.columns[0] == "事项", "pandas: the byte order mark stands in the first title")

        office = shutil.which("soffice") or shutil.which("libreoffice")
        book = write("xlsx")
        if office is None:
            print("LibreOffice is not installed (Debian: libreoffice-calc-nogui): the tables were not opened in it")
        else:
            def convert(path, form, out):
                subprocess.run([office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
                                *(["--infilter=Text - txt - csv (StarCalc):44,34,76,1"] if path.suffix == ".csv" else []),
                                "--convert-to", form, "--outdir", str(out), str(path)], check=True,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
                return next(out.glob(f"{path.stem}*.{form.split(':')[0]}"))

            titles = list(seen.columns)
            columns = titles[6:-6]
            for path in (matrix, book):
                out = folder / path.suffix[1:]
                out.mkdir()
                shown = pandas.read_csv(convert(path, AS_SHOWN, out), dtype=str, keep_default_na=False)
                expect(list(shown.columns) == titles, f"LibreOffice: other titles in the {path.suffix[1:]}")
                expect(len(shown) == len(seen), f"LibreOffice: {len(shown)} rows in the {path.suffix[1:]}, not {len(seen)}")
                expect(not shown.isin(["###"]).any().any(), f"LibreOffice: cells too narrow in the {path.suffix[1:]}")
                differing = [(title, a, b) for title in columns for a, b in zip(seen[title], shown[title])
                             # A number that is too long to be shown with its words has its bound and its unit.
                             if a != b and not (path == book and b in a)]
                expect(not differing, f"LibreOffice: cells of the {path.suffix[1:]} differ: {differing[:3]}")
                print(f"LibreOffice: {path.suffix[1:]}: {len(shown)} rows, {len(columns)} columns, "
                      f"{len(differing)} cells differ from the CSV")
                if arguments.screenshots and shutil.which("pdftoppm"):
                    arguments.screenshots.mkdir(parents=True, exist_ok=True)
                    pdf = convert(path, "pdf", out)
                    subprocess.run(["pdftoppm", "-r", "150", "-png", "-f", "1", "-l", "1", str(pdf),
                                    str(arguments.screenshots / f"matrix-{path.suffix[1:]}")], check=True)
    print(f"spreadsheets: {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
