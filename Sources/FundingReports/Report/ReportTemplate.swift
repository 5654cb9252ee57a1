extension ReportPage {
  /// A text in both languages.
  static let wordsTemplate =
    "{{#each}}<span lang=\"en\">{{en}}</span><span lang=\"cy\">{{cy}}</span>{{/each}}"
    + "{{#same}}{{.}}{{/same}}"

  /// A table in its own box, which scrolls where it is wide.
  static let tableTemplate = """
    <p class="caption" id="{{id}}">{{#caption}}{{> words}}{{/caption}}</p>
    <div class="{{breadth}}" role="group" tabindex="0" aria-labelledby="{{id}}">
    <table aria-labelledby="{{id}}">
    <thead><tr>{{#head}}<th scope="col" class="{{class}}">{{> words}}</th>{{/head}}</tr></thead>
    <tbody>
    {{#rows}}
    <tr class="{{class}}">{{#name}}<th scope="row">{{> cell}}</th>{{/name}}{{#cells}}<td class="{{class}}">{{> cell}}</td>{{/cells}}</tr>
    {{/rows}}
    </tbody>
    </table>
    </div>

    """

  /// What stands in a cell.
  static let cellTemplate =
    "{{#text}}{{> words}}{{/text}}"
    + "{{#kept}}<span aria-hidden=\"true\">{{sign}}</span><span class=\"heard\">{{> words}}</span>{{/kept}}"
    + "{{#link}}<a href=\"{{to}}\">{{#text}}{{> words}}{{/text}}</a>{{/link}}"
    + "{{#mark}} <small>{{> words}}</small>{{/mark}}"

  /// The page in Mustache, which escapes every text that it puts in.
  ///
  /// Only drawings, the style, the script and the schools' data go in as they are; each of them is
  /// made safe where it is made.
  static let template = """
    {{%CONTENT_TYPE:HTML}}
    <!doctype html>
    <html lang="{{language}}" data-title-en="{{titleEnglish}}" data-title-cy="{{titleWelsh}}">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="icon" href="data:,">
    <title>{{titleShown}} · Cyllido</title>
    <style>
    {{{style}}}
    </style>
    </head>
    <body>
    <span id="cy"></span><span id="en"></span>
    <a class="skip" href="#main"><span lang="en">Skip to the report</span><span lang="cy">Neidio i'r adroddiad</span></a>
    <header>
    <p class="kicker">{{#kicker}}{{> words}}{{/kicker}}</p>
    <h1>{{#title}}{{> words}}{{/title}}</h1>
    <div class="switches">
    <button type="button" id="language"><span lang="en">Cymraeg</span><span lang="cy">English</span></button>
    <button type="button" id="theme" aria-pressed="false"><span lang="en">Light or dark</span><span lang="cy">Golau neu dywyll</span></button>
    </div>
    <noscript><p>
    <input type="radio" name="language" id="in-cy"><label for="in-cy">Cymraeg</label>
    <input type="radio" name="language" id="in-en"><label for="in-en">English</label>
    </p></noscript>
    </header>
    <nav aria-labelledby="contents">
    <h2 id="contents"><span lang="en">In this report</span><span lang="cy">Yn yr adroddiad hwn</span></h2>
    <ol>
    {{#sections}}
    <li><a href="#{{id}}">{{#title}}{{> words}}{{/title}}</a></li>
    {{/sections}}
    </ol>
    </nav>
    <main id="main" tabindex="-1">
    {{#sections}}
    <section aria-labelledby="{{id}}">
    <h2 id="{{id}}">{{#title}}{{> words}}{{/title}}</h2>
    {{#blocks}}
    {{#heading}}
    <h3>{{> words}}</h3>
    {{/heading}}
    {{#paragraph}}
    <p>{{> words}}</p>
    {{/paragraph}}
    {{#caution}}
    <p class="caution">{{> words}}</p>
    {{/caution}}
    {{#points}}
    <ul>
    {{#texts}}
    <li>{{> words}}</li>
    {{/texts}}
    </ul>
    {{/points}}
    {{#figures}}
    <ul class="figures">
    {{#all}}
    <li><strong>{{#value}}{{> words}}{{/value}}</strong> {{#mark}}<small>{{> words}}</small> {{/mark}}{{#label}}{{> words}}{{/label}}</li>
    {{/all}}
    </ul>
    {{/figures}}
    {{#open}}
    {{> table}}
    {{/open}}
    {{#folded}}
    <details><summary>{{#caption}}{{> words}}{{/caption}}</summary>
    {{> table}}
    </details>
    {{/folded}}
    {{#drawings}}
    {{#opens}}
    <details><summary>{{> words}}</summary>
    {{/opens}}
    <div class="drawings">
    {{#all}}
    <figure>
    <figcaption id="{{drawing}}-title">{{#title}}{{> words}}{{/title}}</figcaption>
    <div class="plot" role="group" tabindex="0" aria-labelledby="{{drawing}}-title">{{{svg}}}</div>
    {{#note}}
    <p class="{{class}}" id="{{drawing}}-note">{{> words}}</p>
    {{/note}}
    <details><summary><span lang="en">The figures as a table</span><span lang="cy">Y ffigurau mewn tabl</span></summary>
    {{#figures}}
    {{> table}}
    {{/figures}}
    </details>
    </figure>
    {{/all}}
    </div>
    {{#closes}}
    </details>
    {{/closes}}
    {{/drawings}}
    {{#command}}
    <p><code>{{.}}</code></p>
    {{/command}}
    {{#search}}
    <noscript><p class="caution"><span lang="en">This page can look up a school only where scripts may run. Every table is here without them, and the command above gives any school's statement.</span><span lang="cy">Dim ond lle caniateir sgriptiau y gall y dudalen hon chwilio am ysgol. Mae pob tabl yma hebddynt, ac mae'r gorchymyn uchod yn rhoi datganiad unrhyw ysgol.</span></p></noscript>
    <div id="finder" hidden>
    <p><label for="find"><span lang="en">School's number, name or authority</span><span lang="cy">Rhif neu enw'r ysgol, neu'r awdurdod</span></label><br>
    <input id="find" type="search" autocomplete="off" spellcheck="false"></p>
    <p id="found" role="status"></p>
    <ul id="schools"></ul>
    <div id="statement" tabindex="-1"></div>
    </div>
    {{/search}}
    {{/blocks}}
    </section>
    {{/sections}}
    </main>
    {{#data}}
    <script type="application/json" id="data">{{{.}}}</script>
    {{/data}}
    <script type="application/json" id="words">{{{scriptWords}}}</script>
    <script>
    {{{script}}}
    </script>
    </body>
    </html>

    """
}
