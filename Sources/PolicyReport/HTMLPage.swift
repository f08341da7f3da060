import PolicyComparison
import PolicyRules

/// One page in one file that loads nothing: the policy in its head allows its own style and script, by their hashes, and
/// nothing else. Everything that comes from notices stands in the page as escaped text, never in the script.
struct HTMLPage {
    var language: ReportLanguage
    var title: String
    /// Already escaped.
    var body: String

    func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    var text: String {
        func hash(_ source: String) -> String { "'sha256-\(base64(bytes(hexadecimal: sha256Hex(source.utf8))))'" }
        let policy =
            "default-src 'none'; style-src \(hash(Self.style)); script-src \(hash(Self.script)); base-uri 'none'; form-action 'none'"
        return """
            <!DOCTYPE html>
            <html lang="\(language == .zh ? "zh-CN" : "en")">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(policy)">
            <meta name="referrer" content="no-referrer">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(html(title))</title>
            <style>\(Self.style)</style>
            </head>
            <body>
            <main>
            <h1>\(html(title))</h1>
            \(body)
            </main>
            <aside id="panel" aria-live="polite" aria-label="\(say("原文", "quotes"))" hidden>
            <button type="button" id="close">\(say("关闭", "Close"))</button>
            <div id="quotes"></div>
            </aside>
            <script>\(Self.script)</script>
            </body>
            </html>

            """
    }

    static let style = """
        :root{color-scheme:light dark;--back:#fff;--fore:#1b1f24;--soft:#57606a;--line:#c8ced6;--head:#eef1f5;--mark:#ffe9a8;--blue:#0a58b8;
        --minor:#e6f0fb;--major:#fff1d6;--critical:#fde3e1}
        @media (prefers-color-scheme:dark){:root{--back:#14171c;--fore:#e6e9ee;--soft:#a6b0bd;--line:#434b57;--head:#20252d;--mark:#5d4a0c;
        --blue:#7db6ff;--minor:#1b2d42;--major:#40310f;--critical:#4a1f1d}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--back);color:var(--fore);font:15px/1.5 system-ui,"Noto Sans CJK SC","Noto Sans SC","PingFang SC",
        "Microsoft YaHei",sans-serif}
        main{padding:1rem;max-width:1600px;margin:auto}
        h1{font-size:1.4rem;margin:.2rem 0 .6rem}h2{font-size:1.1rem;margin:1.4rem 0 .4rem}
        .note{color:var(--soft);margin:.2rem 0}
        form{display:flex;flex-wrap:wrap;gap:.4rem 1rem;align-items:end;padding:.6rem;background:var(--head);border:1px solid var(--line);
        border-radius:6px}
        label{display:inline-flex;flex-direction:column;font-size:.85rem;color:var(--soft)}
        select,button{font:inherit;color:var(--fore);background:var(--back);border:1px solid var(--soft);border-radius:4px;padding:.2rem .4rem}
        .scroll{overflow:auto;max-height:85vh;border:1px solid var(--line);margin:.8rem 0}
        table{border-collapse:separate;border-spacing:0;min-width:100%}
        th,td{border:solid var(--line);border-width:0 1px 1px 0;padding:.35rem .5rem;text-align:left;vertical-align:top;min-width:7.5rem;
        max-width:22rem;overflow-wrap:anywhere}
        thead th{position:sticky;top:0;background:var(--head);z-index:2}
        tbody th{position:sticky;left:0;background:var(--back);z-index:1;font-weight:500;min-width:6rem;max-width:14rem}
        thead th:first-child{left:0;z-index:3}
        tr.topic th{background:var(--head);font-weight:700;max-width:none}tr.topic span{position:sticky;left:.5rem}
        td button{all:unset;cursor:pointer;display:block;width:100%;color:inherit}
        td button:focus-visible,button:focus-visible,select:focus-visible{outline:3px solid var(--blue);outline-offset:1px}
        td button .text{text-decoration:underline dotted var(--soft);text-underline-offset:3px}
        .none{color:var(--soft);font-style:italic}
        .minor{background:var(--minor)}.major{background:var(--major)}.critical{background:var(--critical)}
        .sign{font-weight:700;margin-right:.3rem}
        td.major,td.critical{border-left:4px solid var(--fore)}td.critical{border-left-style:double}
        .statistics,.aside{color:var(--soft);font-size:.85em;font-weight:400;display:block}
        .charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(320px,1fr));gap:.8rem}
        figure{margin:0;padding:.5rem;border:1px solid var(--line);border-radius:6px}figcaption{font-size:.9rem;margin-bottom:.3rem}
        svg{width:100%;height:auto;display:block}svg text{fill:var(--fore);font-size:12px}svg .bar{fill:var(--blue)}
        svg .bound{fill:none;stroke:var(--blue);stroke-width:2;stroke-dasharray:4 3}
        #panel{position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;background:var(--back);border-top:3px solid var(--blue);
        padding:.8rem 1rem;z-index:9;box-shadow:0 -4px 18px rgba(0,0,0,.35)}
        #panel[hidden]{display:none}#close{float:right}
        #quotes{display:grid;grid-template-columns:repeat(auto-fit,minmax(300px,1fr));gap:1rem;clear:both}
        .evidence h3{font-size:1rem;margin:.2rem 0}.evidence .where{color:var(--soft);font-size:.82rem;margin:0;overflow-wrap:anywhere}
        blockquote{margin:.3rem 0 .8rem;padding:.3rem .7rem;border-left:4px solid var(--line);white-space:pre-wrap;overflow-wrap:anywhere}
        mark{background:var(--mark);color:inherit;text-decoration:underline;text-underline-offset:3px}
        mark.two{text-decoration-style:double}mark.three{text-decoration-style:wavy}
        .store{display:none}
        @media (max-width:600px){main{padding:.5rem}th,td{padding:.25rem .35rem;min-width:6.4rem}
        tbody th,thead th:first-child{min-width:5.2rem;max-width:7rem}body{font-size:14px}.statistics{display:none}}
        @media print{form,#panel{display:none!important}.scroll{overflow:visible;max-height:none;border:0}
        thead th,tbody th,tr.topic th{position:static}body{font-size:9pt}th,td{min-width:0}tr{break-inside:avoid}td{print-color-adjust:exact}}
        """

    static let script = """
        "use strict";
        (() => {
          const panel = document.getElementById("panel"), quotes = document.getElementById("quotes");
          let last = null;
          const show = button => {
            const nodes = button.dataset.evidence.split(" ").map(id => document.getElementById(id)).filter(Boolean);
            quotes.replaceChildren(...nodes.map(node => { const copy = node.cloneNode(true); copy.removeAttribute("id"); return copy; }));
            panel.hidden = false; last = button;
            document.getElementById("close").focus({preventScroll: true});
          };
          const close = () => { panel.hidden = true; if (last) last.focus({preventScroll: true}); };
          document.addEventListener("click", event => {
            const button = event.target.closest("button[data-evidence]");
            if (button) show(button);
          });
          document.getElementById("close").addEventListener("click", close);
          document.addEventListener("keydown", event => { if (event.key === "Escape" && !panel.hidden) close(); });
          const form = document.getElementById("filters");
          if (!form) return;
          const rank = {"": 0, info: 0, minor: 1, major: 2, critical: 3};
          const apply = () => {
            const topic = form.topic ? form.topic.value : "", column = form.column ? form.column.value : "", level = rank[form.level.value];
            for (const row of document.querySelectorAll("tbody tr[data-topic]")) {
              row.hidden = (topic && row.dataset.topic !== topic) || rank[row.dataset.level] < level;
            }
            for (const head of document.querySelectorAll("tr.topic")) {
              let row = head.nextElementSibling, any = false;
              while (row && !row.classList.contains("topic")) { any = any || !row.hidden; row = row.nextElementSibling; }
              head.hidden = !any;
            }
            for (const cell of document.querySelectorAll("[data-column]")) {
              cell.hidden = column !== "" && cell.dataset.column !== column && cell.dataset.baseline === undefined;
            }
          };
          form.addEventListener("change", apply);
          form.addEventListener("submit", event => event.preventDefault());
          apply();
        })();
        """
}
