/// What a report does beyond showing itself: language, light or dark, and one school's statement.
///
/// It asks for nothing, keeps nothing but the address's last part, and puts every text of the data in
/// as text, never as HTML. Money is whole pennies throughout. Its words are `ReportScriptWords`.
enum ReportScript {
  /// The script.
  static let text = #"""
    (function () {
      "use strict";
      var page = document.documentElement, statement = 0;
      function byId(id) { return document.getElementById(id); }
      function parts() {
        try { return decodeURIComponent(location.hash.slice(1)).split(":"); } catch (e) { return []; }
      }
      function keep(place) {
        history.replaceState(null, "", "#" + page.lang + (place ? ":" + place : ""));
      }
      function speak(language) {
        page.lang = language;
        document.title = page.getAttribute("data-title-" + language) + " · Cyllido";
      }
      function show(id) {
        var target = byId(id);
        if (!target || !id) { return false; }
        target.setAttribute("tabindex", "-1");
        target.focus({ preventScroll: true });
        target.scrollIntoView();
        return true;
      }
      function go() {
        parts().forEach(function (part) {
          if (part === "en" || part === "cy") { speak(part); }
          else if (part.indexOf("school=") === 0) { choose(part.slice(7)); }
          else { show(part); }
        });
      }
      page.classList.add("scripted");
      byId("language").addEventListener("click", function () {
        speak(page.lang === "cy" ? "en" : "cy");
        keep(statement ? "school=" + statement : "");
        if (statement) { write(); tellOpened(); }
        if (byId("find") && byId("find").value) { look(); }
      });
      byId("theme").addEventListener("click", function () {
        var dark = page.getAttribute("data-theme") ? page.getAttribute("data-theme") === "dark"
          : matchMedia("(prefers-color-scheme: dark)").matches;
        page.setAttribute("data-theme", dark ? "light" : "dark");
        byId("theme").setAttribute("aria-pressed", String(!dark));
      });
      document.addEventListener("click", function (event) {
        var link = event.target.closest && event.target.closest("nav a[href^='#']");
        if (link && show(link.getAttribute("href").slice(1))) {
          event.preventDefault();
          keep(link.getAttribute("href").slice(1));
        }
      });

      // One school.
      var data = byId("data") ? JSON.parse(byId("data").textContent) : null;
      var words = JSON.parse(byId("words").textContent);
      function side() { return page.lang === "cy" ? 1 : 0; }
      function word(name, figure) { return words[name][side()].replace("{}", function () { return figure; }); }
      function add(parent, name, text) {
        var node = document.createElement(name);
        if (text !== undefined) { node.textContent = text; }
        parent.appendChild(node);
        return node;
      }
      function grouped(whole) { return String(whole).replace(/\B(?=(\d{3})+(?!\d))/g, ","); }
      function pounds(pence, signed) {
        var size = Math.abs(pence), rest = size % 100;
        return (pence < 0 ? "-" : signed && pence > 0 ? "+" : "") + "£" + grouped((size - rest) / 100)
          + "." + (rest < 10 ? "0" : "") + rest;
      }
      // To the penny, halves away from zero, without fractions.
      function share(pence, pupils) {
        if (pupils <= 0) { return null; }
        var twice = 2 * Math.abs(pence) + pupils, whole = (twice - twice % (2 * pupils)) / (2 * pupils);
        return pence < 0 ? -whole : whole;
      }
      // Words without accents, apostrophes and full stops: "ST. MARY`S" is found as "st marys".
      function spoken(text) {
        return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f'’‘`´.]/g, "")
          .split(/[^a-z0-9]+/).filter(Boolean);
      }
      var index = data && data.schools.map(function (school) {
        var name = spoken([].concat(school[1]).join(" "));
        return {
          name: name, whole: [].concat(school[1]).map(function (one) { return spoken(one).join(" "); }),
          number: String(school[0]),
          around: spoken(data.authorities[school[2]].concat(data.sectors[school[3]]).join(" "))
        };
      });
      function begins(words, part) {
        return words.some(function (one) { return one.indexOf(part) === 0; });
      }
      // 0: the name begins so; 1: all is in the name or number; 2: also in authority or sector; 3: no.
      function rank(school, asked) {
        var whole = asked.join(" ");
        if (begins(school.whole, whole) || begins([school.number], whole)) { return 0; }
        return asked.reduce(function (worst, part) {
          var own = begins(school.name, part) || begins([school.number], part) ? 1
            : begins(school.around, part) ? 2 : 3;
          return Math.max(worst, own);
        }, 1);
      }
      function title(school) {
        var name = Array.isArray(school[1]) ? school[1][side()] : school[1];
        var place = data.authorities[school[2]][side()];
        // A modelled school bears its authority's name.
        return school[0] + " " + name + (name.endsWith(place) ? "" : ", " + place);
      }
      function found() {
        var asked = spoken(byId("find").value), ranks = [[], [], []];
        if (asked.length) {
          index.forEach(function (school, at) {
            var place = rank(school, asked);
            if (place < 3) { ranks[place].push(at); }
          });
        }
        return ranks[0].concat(ranks[1], ranks[2]);
      }
      function look() {
        var list = byId("schools"), all = found(), isAsked = byId("find").value.trim() !== "";
        list.textContent = "";
        var kind = all.length > 24 ? "firstFound" : all.length > 1 ? "found" : all.length ? "oneFound" : "noneFound";
        byId("found").textContent = isAsked ? word(kind, grouped(all.length)) : "";
        all.slice(0, 24).forEach(function (at) {
          var button = add(add(list, "li"), "button", title(data.schools[at]));
          button.type = "button";
          button.addEventListener("click", function () { open(at); });
        });
        return isAsked;
      }
      function open(at) {
        choose(data.schools[at][0]);
        keep("school=" + statement);
        byId("statement").focus();
      }
      function close() {
        statement = 0;
        byId("statement").textContent = "";
      }
      function numbered(number) {
        return data.schools.filter(function (one) { return String(one[0]) === String(number); })[0];
      }
      function tellOpened() {
        byId("found").textContent = word("opened", title(numbered(statement)));
      }
      function choose(number) {
        if (!data) { return; }
        var school = numbered(number);
        if (!school) {
          close();
          byId("found").textContent = word("noSuchSchool", number);
          byId("finder").scrollIntoView();
          return;
        }
        statement = school[0];
        write();
        tellOpened();
        byId("statement").scrollIntoView();
      }
      function row(body, name, text, isSum, isEstimate) {
        var line = add(body, "tr");
        if (isSum) { line.className = "summary"; }
        add(line, "th", name).scope = "row";
        if (text !== null) {
          var figure = add(line, "td", text);
          if (isEstimate) { add(figure, "small", " " + word("estimated")); }
          return;
        }
        var cell = add(line, "td");
        add(cell, "span", "\#(DisclosureWords.sign)").setAttribute("aria-hidden", "true");
        add(cell, "span", word("kept")).className = "heard";
      }
      function write() {
        var place = byId("statement"), school = data.schools.filter(function (one) { return one[0] === statement; })[0];
        place.textContent = "";
        add(place, "h3", title(school));
        add(place, "p", data.sectors[school[3]][side()]);
        if (data.modelled) { add(place, "p", word("modelled")).className = "caution"; }
        if (data.estimated) { add(place, "p", word("estimatedData")).className = "caution"; }
        if (school[4].indexOf(1) >= 0) {
          add(place, "p", word("keptSchool"));
          return;
        }
        if (school[4].some(function (entry) { return entry && entry.indexOf && entry.indexOf(null) >= 0; })) {
          add(place, "p", word("keptMeans"));
        }
        if (!data.lines) { add(place, "p", word("linesElsewhere")); }
        var cards = add(place, "div");
        cards.className = "cards";
        data.runs.forEach(function (run, at) {
          var entry = school[4][at], box = add(cards, "div"), name = run.name[side()];
          if (!entry) { add(box, "p", name + ": " + word(absence(run, school))); return; }
          var group = run.groups[entry[0]], isFitted = group && group.estimated.length > 0;
          var isEstimate = group ? group.rests : data.modelled, isBase = run.baseline === at;
          if (group) { add(box, "p", name + ": " + group.status[side()]).className = "status"; }
          var scroll = add(box, "div"), table = add(scroll, "table");
          scroll.className = "scroll"; scroll.tabIndex = 0;
          add(table, "caption", name + (group ? ": " + group.title[side()] : ""));
          var head = add(add(table, "thead"), "tr"), body = add(table, "tbody");
          add(head, "th", word("line")).className = "word";
          add(head, "th", word("amount"));
          head.firstChild.scope = head.lastChild.scope = "col";
          if (data.lines && group) {
            group.lines.forEach(function (line, i) { row(body, line[side()], entry[5 + i] === null ? null : pounds(entry[5 + i]), false, group.estimated.indexOf(i) >= 0); });
          }
          var total = entry[4], pupils = entry[1], each = share(total, pupils);
          row(body, group ? word("share") : word("published"), pounds(total), true, isEstimate);
          row(body, word("pupils"), grouped(pupils));
          if (each !== null) { row(body, word("eachPupil"), pounds(each), false, isEstimate); }
          if (each !== null) { row(body, data.rank[side()], grouped(entry[2]) + " " + word("of") + " " + grouped(entry[3])); }
          var base = run.baseline >= 0 && run.baseline !== at ? school[4][run.baseline] : 0;
          if (base) {
            var change = total - base[4], changeEach = share(change, pupils);
            var baseGroup = data.runs[run.baseline].groups[base[0]];
            var isGuess = isEstimate || (baseGroup ? baseGroup.rests : data.modelled);
            row(body, word("change") + " " + data.runs[run.baseline].name[side()], pounds(change, true), false, isGuess);
            if (changeEach !== null) { row(body, word("changeEachPupil"), pounds(changeEach, true), false, isGuess); }
          }
          var budget = run.published >= 0 ? school[4][run.published] : 0;
          if (budget) { row(body, isBase && isFitted ? word("distance") : word("againstPublished"), pounds(total - budget[4], true), false, isEstimate || data.modelled); }
        });
        // A run that does not fund the school has nothing to explain.
        var explained = data.runs.filter(function (run, at) { return run.explain && school[4][at]; });
        if (explained.length) { add(place, "p", word("explain")); }
        explained.forEach(function (run) {
          add(add(place, "p"), "code", run.explain.replace("NUMBER", String(statement)));
        });
      }
      // Why a run has no amount for a school; what was published has no lines.
      function absence(run, school) {
        return !run.groups.length ? "notPublished" : data.empty.indexOf(school[0]) >= 0 ? "empty" : "absent";
      }
      if (data && byId("finder")) {
        byId("finder").hidden = false;
        byId("find").addEventListener("input", function () {
          if (look() || !statement) { return; }
          close();
          keep("school");
        });
        byId("find").addEventListener("keydown", function (event) {
          var first = found()[0];
          if (event.key === "Enter" && first !== undefined) { open(first); }
        });
      }
      addEventListener("hashchange", go);
      go();
      if (!parts().length || !location.hash) { speak(page.lang); }
    })();
    """#
}
