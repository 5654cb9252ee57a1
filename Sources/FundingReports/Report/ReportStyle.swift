/// How a report looks on a screen, large or small, light or dark, and on paper.
enum ReportStyle {
  private static let light = """
    color-scheme: light; --ink: #1b1e23; --soft-ink: #545b66; --paper: #ffffff; --line: #d4d8de;
    --soft: #f3f5f7; --link: #0b4f8a; --mark: #1b1e23; --grid: #dfe3e8; --caution: #fdf3d8;
    --series-1: #1f5f99; --series-2: #b3521a; --series-3: #3f7d4e; --series-4: #7d5394;
    --gain: #1b6e8c; --loss: #a8441a;
    """
  private static let dark = """
    color-scheme: dark; --ink: #e8eaed; --soft-ink: #a9b1bc; --paper: #15181c; --line: #3b424c;
    --soft: #20252b; --link: #8fbfee; --mark: #e8eaed; --grid: #333a43; --caution: #3a3018;
    --series-1: #74aee0; --series-2: #e8955c; --series-3: #7fc08e; --series-4: #c29bd8;
    --gain: #5fb6d3; --loss: #ec8b5c;
    """

  /// Where no script runs: a language that was chosen, or else that of the address (`#cy`).
  private static func unscripted(_ shown: String, hiding hidden: String) -> String {
    let page =
      "html:not(.scripted):is(:has(#in-\(shown):checked), "
      + ":has(#\(shown):target):not(:has(#in-\(hidden):checked)))"
    return "\(page) [lang=\"\(shown)\"] { display: revert; } "
      + "\(page) [lang=\"\(hidden)\"] { display: none; }"
  }

  /// The style sheet.
  static let css = """
    :root { \(light) }
    @media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { \(dark) } }
    :root[data-theme="dark"] { \(dark) }
    * { box-sizing: border-box; }
    html[lang="en"] [lang="cy"], html[lang="cy"] [lang="en"] { display: none; }
    \(unscripted("cy", hiding: "en"))
    \(unscripted("en", hiding: "cy"))
    html { scroll-padding-top: 1rem; }
    body { margin: 0 auto; max-width: 70rem; padding: 1.25rem 1rem 4rem; color: var(--ink);
      background: var(--paper); font: 1rem/1.55 system-ui, "Segoe UI", "Noto Sans", sans-serif; }
    h1, h2, h3 { font-family: Georgia, "Noto Serif", "DejaVu Serif", serif; line-height: 1.2;
      text-wrap: balance; }
    h1 { font-size: clamp(1.7rem, 4.5vw, 2.5rem); margin: .2rem 0 1rem; max-width: 22em; }
    h2 { font-size: 1.55rem; margin: 0 0 .6rem; }
    h3 { font-size: 1.12rem; margin: 2rem 0 .4rem; }
    p, ul { max-width: 44rem; margin: .5rem 0 .9rem; overflow-wrap: anywhere; }
    ul { padding-left: 1.2rem; } li { margin: .25rem 0; }
    a { color: var(--link); text-underline-offset: .15em; }
    .kicker { color: var(--soft-ink); margin: 0; font-size: .95rem; }
    .heard { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
    .skip { position: absolute; left: -99rem; }
    .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .5rem 1rem; z-index: 2; }
    header { border-top: .35rem solid var(--ink); padding-top: .8rem; }
    .switches { display: none; gap: .5rem; flex-wrap: wrap; }
    .scripted .switches { display: flex; }
    button, input { font: inherit; color: inherit; background: var(--paper);
      border: 1px solid var(--soft-ink); border-radius: .25rem; padding: .35rem .8rem; min-height: 2.5rem; }
    button { color: var(--link); border-color: currentColor; cursor: pointer; }
    input[type="search"] { width: 100%; max-width: 30rem; }
    input[type="radio"] { min-height: 1.5rem; width: 1.5rem; vertical-align: middle; }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    main:focus-visible { outline: 0; }
    nav { margin: 1.4rem 0 0; font-size: .95rem; }
    nav h2 { font-size: 1rem; margin: 0; }
    nav ol { columns: 16rem; padding-left: 1.4rem; margin: .3rem 0 0; }
    nav li { margin: 0; padding: .15rem 0; break-inside: avoid; }
    nav a { display: block; padding: .15rem 0; min-height: 1.6rem; }
    section { border-top: 1px solid var(--ink); padding-top: 1.1rem; margin-top: 2.6rem; }
    .caution { background: var(--caution); padding: .7rem .9rem; border-left: .3rem solid var(--series-2); }
    .caution + .caution { margin-top: -.9rem; padding-top: 0; }
    .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr));
      gap: 1.1rem 1.6rem; margin: 1.4rem 0; padding: 0; list-style: none; max-width: none; }
    .figures li { border-top: 2px solid var(--series-1); padding-top: .4rem; margin: 0;
      color: var(--soft-ink); font-size: .92rem; line-height: 1.35; }
    .figures strong { display: block; color: var(--ink); font-weight: 400;
      font: 1.5rem/1.25 Georgia, "Noto Serif", "DejaVu Serif", serif;
      font-variant-numeric: lining-nums tabular-nums; }
    .scroll { position: relative; overflow-x: auto; margin: .4rem 0 1.4rem; }
    table { border-collapse: collapse; min-width: 100%; font-size: .88rem; line-height: 1.35;
      font-variant-numeric: lining-nums tabular-nums; }
    caption, .caption { text-align: left; font-weight: 600; padding: .2rem 0; margin: 1.4rem 0 0; max-width: none; }
    th, td { padding: .32rem .6rem; border-bottom: 1px solid var(--line); text-align: right;
      white-space: nowrap; }
    th:first-child { padding-left: 0; }
    thead th { border-bottom: 2px solid var(--soft-ink); vertical-align: bottom; color: var(--soft-ink);
      font-weight: 600; white-space: normal; min-width: 4.6rem; }
    th.word, td.word, tbody th { text-align: left; }
    td.word { white-space: normal; min-width: 8rem; } td.word:last-child { min-width: 14rem; }
    tbody th { white-space: normal; min-width: 8rem; font-weight: normal; position: sticky; left: 0; background: var(--paper); }
    tbody th a { display: inline-block; white-space: normal; min-width: 12rem; padding: .2rem 0; }
    tr.summary th, tr.summary td { font-weight: 700; border-top: 1px solid var(--soft-ink); }
    small { color: var(--soft-ink); font-size: .78rem; }
    details { margin: .6rem 0 1rem; }
    summary { cursor: pointer; color: var(--link); padding: .3rem 0; min-height: 1.6rem; }
    details .caption { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
    .drawings { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr));
      gap: 1.4rem 2.5rem; margin: 1.2rem 0 1.6rem; align-items: start; }
    figure { margin: 0; min-width: 0; max-width: 36rem; }
    figcaption { font-weight: 600; margin-bottom: .6rem; line-height: 1.35; }
    .plot { position: relative; overflow-x: auto; }
    svg.drawing { display: block; width: 100%; height: auto; }
    .note { color: var(--soft-ink); font-size: .88rem; line-height: 1.4; margin: .4rem 0 .2rem; }
    code { font: .85rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
    #schools { list-style: none; padding: 0; columns: 2 20rem; max-width: none; }
    #schools button { width: 100%; text-align: left; border: 0; padding: .3rem 0; min-height: 1.8rem;
      text-decoration: underline; }
    .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr)); gap: 1.2rem 2rem; }
    .cards tbody th { white-space: normal; } .status { margin: 0 0 .3rem; font-size: .88rem; }
    @media (max-width: 30rem) { svg.drawing { min-width: 27.5rem; } }
    @media (max-width: 44rem) { tbody th { max-width: 9.5rem; white-space: normal; }
      th, td { padding: .32rem .4rem; } }
    @media print {
      @page { size: A4; margin: 16mm 14mm; }
      @page wide { size: A4 landscape; }
      details:has(.wide), .caption:has(+ .wide), .wide { page: wide; }
      :root, :root:not([data-theme="light"]), :root[data-theme="dark"] { \(light) }
      body { max-width: none; padding: 0; font-size: 9.5pt; }
      nav, .switches, .skip, #finder > :not(#statement), noscript { display: none !important; }
      details::details-content { content-visibility: visible; block-size: auto; }
      summary { color: var(--ink); list-style: none; padding: 0; font-weight: 600; break-after: avoid; }
      summary::-webkit-details-marker { display: none; }
      p:has(+ .drawings), p:has(+ .scroll) { break-after: avoid; }
      h1 { font-size: 20pt; } h2 { font-size: 14pt; } h2, h3, .caption, figcaption { break-after: avoid; }
      section { margin-top: 8mm; } tr, .caution, .figures li { break-inside: avoid; }
      .scroll, .plot, .drawing { overflow: visible; } table { font-size: 7.2pt; min-width: 0; width: 100%; }
      .wide table { font-size: 6.4pt; } .wide small, .broad tr.summary small { display: block; }
      th, td { padding: .08rem .22rem; white-space: normal; } td.figure { white-space: nowrap; }
      td.word, td.word:last-child { min-width: 15mm; overflow-wrap: anywhere; }
      thead { display: table-header-group; }
      table small { font-size: 6pt; }
      thead th { min-width: 0; } tbody th { position: static; }
      .drawings { display: block; } figure { max-width: none; margin-bottom: 5mm; break-inside: auto; }
      figcaption { break-after: avoid; }
      svg.drawing { min-width: 0; max-width: 120mm; max-height: 200mm; break-inside: avoid; }
      .note { break-before: avoid; }
    }
    """
}
