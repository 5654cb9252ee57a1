extension Page {
  /// The page in Mustache, which escapes every text that it puts in.
  static let template = """
    {{%CONTENT_TYPE:HTML}}
    <!doctype html>
    <html lang="{{language}}" data-title-en="{{titleEnglish}}" data-title-cy="{{titleWelsh}}">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{{titleShown}} · Cyllido</title>
    <style>
    :root { color-scheme: light dark; --ink: #1a1d21; --paper: #ffffff; --line: #c9ced6; --soft: #f1f4f8; --link: #0b5394; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e8eaed; --paper: #16181c; --line: #454b55; --soft: #22262c; --link: #8ab4f8; }
    }
    * { box-sizing: border-box; }
    html[lang="en"] [lang="cy"], html[lang="cy"] [lang="en"] { display: none; }
    body { margin: 0 auto; max-width: 76rem; padding: 1rem; color: var(--ink); background: var(--paper);
      font: 1rem/1.5 system-ui, "Segoe UI", "Noto Sans", sans-serif; }
    header { display: flex; gap: 1rem; align-items: start; justify-content: space-between; flex-wrap: wrap; }
    h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
    h2 { font-size: 1.2rem; line-height: 1.3; margin: 2rem 0 .5rem; }
    p { max-width: 46rem; margin: .5rem 0; }
    button { font: inherit; color: var(--link); background: var(--paper); border: 1px solid var(--link);
      border-radius: .3rem; padding: .4rem .9rem; min-height: 2.75rem; cursor: pointer; }
    button:focus-visible, .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    .scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .3rem; }
    table { border-collapse: separate; border-spacing: 0; width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums; }
    th, td { padding: .35rem .6rem; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap; }
    thead th { background: var(--soft); vertical-align: bottom; }
    tbody th { text-align: left; font-weight: normal; position: sticky; left: 0; background: var(--paper); }
    thead th:first-child { text-align: left; position: sticky; left: 0; }
    tr.summary th, tr.summary td { font-weight: bold; background: var(--soft); }
    tbody tr:last-child th, tbody tr:last-child td { border-bottom: 0; }
    @media (max-width: 40rem) { tbody th, thead th:first-child { max-width: 9rem; white-space: normal; } }
    @media print { body { max-width: none; padding: 0; font-size: 9pt; } button { display: none; }
      .scroll { overflow: visible; border: 0; } th, td { padding: .1rem .25rem; } h2 { break-after: avoid; } }
    </style>
    </head>
    <body>
    <header>
    <h1>{{#title}}{{#each}}<span lang="en">{{en}}</span><span lang="cy">{{cy}}</span>{{/each}}{{#same}}{{.}}{{/same}}{{/title}}</h1>
    <button type="button" id="language"><span lang="en">Cymraeg</span><span lang="cy">English</span></button>
    </header>
    <main>
    {{#sections}}
    <section aria-labelledby="{{id}}">
    <h2 id="{{id}}">{{#title}}{{#each}}<span lang="en">{{en}}</span><span lang="cy">{{cy}}</span>{{/each}}{{#same}}{{.}}{{/same}}{{/title}}</h2>
    {{#lead}}
    <p>{{#each}}<span lang="en">{{en}}</span><span lang="cy">{{cy}}</span>{{/each}}{{#same}}{{.}}{{/same}}</p>
    {{/lead}}
    {{#table}}
    <div class="scroll" role="region" tabindex="0" aria-labelledby="{{id}}">
    <table>
    <thead><tr>{{#head}}<th scope="col">{{#each}}<span lang="en">{{en}}</span><span lang="cy">{{cy}}</span>{{/each}}{{#same}}{{.}}{{/same}}</th>{{/head}}</tr></thead>
    <tbody>
    {{#rows}}
    <tr class="{{class}}"><th scope="row">{{#name}}{{#each}}<span lang="en">{{en}}</span><span lang="cy">{{cy}}</span>{{/each}}{{#same}}{{.}}{{/same}}{{/name}}</th>{{#cells}}<td>{{#each}}<span lang="en">{{en}}</span><span lang="cy">{{cy}}</span>{{/each}}{{#same}}{{.}}{{/same}}</td>{{/cells}}</tr>
    {{/rows}}
    </tbody>
    </table>
    </div>
    {{/table}}
    {{#notes}}
    <p>{{#each}}<span lang="en">{{en}}</span><span lang="cy">{{cy}}</span>{{/each}}{{#same}}{{.}}{{/same}}</p>
    {{/notes}}
    </section>
    {{/sections}}
    </main>
    <script>
    (function () {
      var page = document.documentElement;
      function speak(language) {
        page.lang = language;
        document.title = page.getAttribute("data-title-" + language) + " · Cyllido";
      }
      if (location.hash === "#cy" || location.hash === "#en") { speak(location.hash.slice(1)); }
      document.getElementById("language").addEventListener("click", function () {
        speak(page.lang === "cy" ? "en" : "cy");
      });
    })();
    </script>
    </body>
    </html>

    """
}
