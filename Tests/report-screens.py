#!/usr/bin/env python3
"""Looks at a report or another page in Chromium, as a reader would: wide and narrow, both languages, light and dark.

    python3 Tests/report-screens.py out/one-national-formula/report.html OUTDIR [AXE]

Writes a picture of each into OUTDIR, and fails on a page that scrolls sideways, a message in the
console, a request for anything but the file itself, a mark or text without enough contrast, a school
that can't be found (where a page has a box to find one), a table that is not printed or is cut off on
paper, letters of a drawing too small to read, or HTML that tidy calls wrong. With AXE, the file axe.min.js of the accessibility engine
axe-core, on anything it finds against WCAG 2.2 A and AA or good practice too, a school's statement
open. Needs chromium and tidy; only the standard library.
"""

import base64
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

PHONE, DESK, PAPER_WIDTH = 320, 1280, 688

# What the page must be, asked of the page itself. Contrast: WCAG 2.2, text 4.5:1, marks 3:1.
QUESTIONS = r"""
(function () {
  var faults = [], style = getComputedStyle(document.documentElement);
  if (document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth) {
    faults.push("the page scrolls sideways");
  }
  function light(colour) {
    var hex = style.getPropertyValue(colour).trim();
    return [1, 3, 5].map(function (at) {
      var part = parseInt(hex.substr(at, 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }).reduce(function (sum, part, at) { return sum + part * [0.2126, 0.7152, 0.0722][at]; }, 0);
  }
  function contrast(one, other, least) {
    var pair = [light(one), light(other)].sort().reverse(), ratio = (pair[0] + 0.05) / (pair[1] + 0.05);
    if (!(ratio >= least)) { faults.push(one + " on " + other + ": contrast " + ratio.toFixed(2)); }
  }
  ["--ink", "--soft-ink", "--link"].forEach(function (text) {
    ["--paper", "--caution"].forEach(function (ground) { contrast(text, ground, 4.5); });
  });
  ["--series-1", "--series-2", "--series-3", "--series-4", "--gain", "--loss", "--mark"].forEach(
    function (mark) { contrast(mark, "--paper", 3); });
  var last = 0;
  document.querySelectorAll("h1, h2, h3").forEach(function (heading) {
    var level = Number(heading.tagName[1]);
    if (level > last + 1) { faults.push("heading out of order: " + heading.textContent); }
    last = level;
  });
  document.querySelectorAll("a, button, input, summary").forEach(function (control) {
    var box = control.getBoundingClientRect();
    if (box.height && box.height < 24 && !control.closest("p, td, .skip")) {
      faults.push("target of " + box.height + " px: " + control.textContent.slice(0, 40));
    }
  });
  document.querySelectorAll("svg").forEach(function (drawing) {
    var names = ["aria-labelledby", "aria-describedby"].map(function (name) {
      return document.getElementById(drawing.getAttribute(name));
    });
    if (drawing.getAttribute("role") !== "img" || !names[0] || !names[1]) {
      faults.push("a drawing without role, title or description");
    }
    if (!drawing.closest("figure").querySelector("table")) { faults.push("a drawing without its table"); }
    // Its smallest letters are 11 of its own units.
    var size = 11 * drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
    if (size < 10) { faults.push("letters of " + size.toFixed(1) + " px in a drawing"); }
  });
  return faults;
})()
"""

# What it must be on paper, 182 mm of A4 between margins: every table there, and none cut off.
PAPER = r"""
(function () {
  var faults = [];
  document.querySelectorAll("main table").forEach(function (table) {
    var name = table.getAttribute("aria-labelledby"), box = table.getBoundingClientRect();
    if (!table.checkVisibility() || !box.height) { faults.push("not printed: table " + name); }
    // 269 mm where the sheet lies on its side.
    var room = table.closest(".wide") ? 1017 : document.documentElement.clientWidth;
    if (box.right > room + 1) { faults.push("cut off on paper: table " + name); }
  });
  ["nav", ".switches", "#find"].forEach(function (control) {
    var node = document.querySelector(control);
    if (node && node.checkVisibility()) { faults.push("printed: " + control); }
  });
  return faults;
})()
"""

# What axe-core finds against WCAG 2.2 A and AA and good practice.
AXE = r"""
axe.run(document, { resultTypes: ["violations"] }).then(function (found) {
  return found.violations.map(function (one) {
    return "axe: " + one.id + ", " + one.help + " (" + one.nodes.length + "): "
      + one.nodes[0].html.slice(0, 120);
  });
})
"""

FIND = r"""
(function () {
  var box = document.getElementById("find");
  if (!box) { return ["no box to find a school"]; }
  // The first school that is not kept back.
  var first = JSON.parse(document.getElementById("data").textContent).schools.filter(function (school) {
    return school[4].some(function (entry) { return entry.length; });
  })[0];
  box.value = String(first[0]);
  box.dispatchEvent(new Event("input"));
  var found = document.querySelectorAll("#schools button");
  if (found.length !== 1) { return [found.length + " schools found by number " + first[0]]; }
  box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter" }));
  var faults = document.querySelectorAll("#statement table").length ? [] : ["Enter shows no statement"];
  box.value = "";
  box.dispatchEvent(new Event("input"));
  if (document.getElementById("statement").textContent) { faults.push("a statement stays when the box is empty"); }
  box.value = String(first[0]);
  box.dispatchEvent(new Event("input"));
  document.querySelector("#schools button").click();
  return faults.concat(document.querySelectorAll("#statement table").length ? [] : ["no statement is shown"]);
})()
"""


class Browser:
    """Chromium by its pipe: no port, no package."""

    def __init__(self, dark):
        self.home = tempfile.mkdtemp()
        ours, theirs = os.pipe(), os.pipe()
        os.set_inheritable(ours[0], True)
        os.set_inheritable(theirs[1], True)
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        if not chromium:
            sys.exit("report-screens: chromium is not installed")

        def pipes():
            os.dup2(ours[0], 3)
            os.dup2(theirs[1], 4)

        self.process = subprocess.Popen(
            [chromium, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             "--remote-debugging-pipe", f"--user-data-dir={self.home}",
             f"--blink-settings=preferredColorScheme={0 if dark else 1}", "about:blank"],
            preexec_fn=pipes, close_fds=False, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        os.close(ours[0])
        os.close(theirs[1])
        self.out, self.into = os.fdopen(ours[1], "wb"), os.fdopen(theirs[0], "rb")
        self.number, self.session, self.events, self.rest = 0, None, [], b""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.ask(f"{domain}.enable")

    def ask(self, method, **params):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        self.out.write(json.dumps(message).encode() + b"\0")
        self.out.flush()
        while True:
            answer = self.read()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]

    def read(self):
        while b"\0" not in self.rest:
            more = os.read(self.into.fileno(), 1 << 20)
            if not more:
                sys.exit("report-screens: chromium went away")
            self.rest += more
        text, self.rest = self.rest.split(b"\0", 1)
        answer = json.loads(text)
        if "method" in answer:
            self.events.append(answer)
        return answer

    def value(self, expression):
        answer = self.ask("Runtime.evaluate", expression=expression, returnByValue=True,
                          awaitPromise=True)
        if "exceptionDetails" in answer:
            return [answer["exceptionDetails"]["exception"].get("description", "an exception")]
        return answer["result"].get("value")

    def close(self):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.home, ignore_errors=True)


def look(browser, address, width, language, picture, axe):
    """What is wrong with the report at one width in one language."""
    browser.events.clear()
    browser.ask("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1,
                mobile=width < 600)
    # A page already open would only follow the hash.
    browser.ask("Page.navigate", url="about:blank")
    browser.ask("Page.navigate", url=f"{address}#{language}")
    while not browser.value("location.protocol === 'file:' && document.readyState === 'complete'"):
        browser.read()
    faults = [] if browser.value("document.documentElement.lang") == language else ["another language"]
    faults += browser.value(QUESTIONS)
    image = browser.ask("Page.captureScreenshot", captureBeyondViewport=True)["data"]
    picture.write_bytes(base64.b64decode(image))
    if browser.value("!!document.getElementById('find')"):
        faults += browser.value(FIND) + [f"{one}, a school shown" for one in browser.value(QUESTIONS)]
    if axe and (width == DESK) == (language == "en"):
        browser.value(axe + "; 0")
        faults += browser.value(AXE)
    if width == DESK:
        browser.ask("Emulation.setEmulatedMedia", media="print")
        browser.ask("Emulation.setDeviceMetricsOverride", width=PAPER_WIDTH, height=900,
                    deviceScaleFactor=1, mobile=False)
        faults += browser.value(PAPER)
        browser.ask("Emulation.setEmulatedMedia", media="")
    for event in browser.events:
        params = event["params"]
        if event["method"] == "Network.requestWillBeSent":
            asked = params["request"]["url"]
            if not asked.startswith((address, "data:", "about:")):
                faults.append(f"asks for {asked}")
        elif event["method"] == "Runtime.consoleAPICalled":
            faults.append(f"console: {params['args']}")
        elif event["method"] == "Runtime.exceptionThrown":
            faults.append(f"exception: {params['exceptionDetails'].get('text')}")
        elif event["method"] == "Log.entryAdded":
            faults.append(f"console: {params['entry']['text']}")
    return faults


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    axe = pathlib.Path(sys.argv[3]).read_text(encoding="utf-8") if len(sys.argv) == 4 else ""
    report, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    faults = []
    tidy = subprocess.run(["tidy", "-q", "-e", "--show-warnings", "no", str(report)],
                          capture_output=True, text=True, check=False)
    faults += [f"tidy: {line}" for line in tidy.stderr.splitlines() if "Error" in line]
    for theme in ("light", "dark"):
        browser = Browser(theme == "dark")
        try:
            for width in (DESK, PHONE):
                for language in ("en", "cy"):
                    name = f"{theme}-{width}-{language}"
                    found = look(browser, report.as_uri(), width, language,
                                 folder / f"{name}.png", axe)
                    faults += [f"{name}: {fault}" for fault in found]
        finally:
            browser.close()
    for fault in faults:
        print(fault)
    print(f"{report.name}: {len(faults)} faults; pictures in {folder}/")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
