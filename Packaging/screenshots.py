#!/usr/bin/env python3
"""Runs real sessions in a terminal (tmux), and writes what stands in its cells as SVG. Nothing is drawn by hand.

usage: screenshots.py BINARY INDEX FOLDER [NAME...]

BINARY answers from the index folder INDEX; FOLDER gets NAME.svg for each session of SESSIONS, or for the named ones.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
import unicodedata
from html import escape

# name, title, columns, rows, arguments of `verbatim chat`, then what is typed and what must appear in answer.
SESSIONS = [
    ("patient", "A patient asks how fast it works", 80, 24, [],
     [("how fast does it work", "more  next passage")]),
    ("staff", "A member of staff asks, and opens the second passage", 80, 30, ["--staff"],
     [("side effects", "passages, from"), (":open 2", "--- "), (":cite 1", "(index ")]),
    ("kiosk", "The kiosk waits for its next visitor", 80, 24, ["--kiosk"], []),
    ("plain", "The layout for screen readers", 80, 24, ["--plain"],
     [("how fast does it work", "Answer 1 of ")]),
    ("large", "The layout for low vision", 60, 22, ["--large"],
     [("is it safe in pregnancy", "mentions")]),
]

CELL_WIDTH, CELL_HEIGHT, FONT_SIZE, BORDER = 8.4, 18, 14, 12


class Terminal:
    """A tmux server of its own, with one window and no status line."""

    def __init__(self, command, columns, rows, environment):
        self.folder = tempfile.TemporaryDirectory()
        self.socket = os.path.join(self.folder.name, "tmux")
        configuration = os.path.join(self.folder.name, "tmux.conf")
        with open(configuration, "w") as file:
            file.write("set -g status off\nset -g default-terminal screen-256color\nset -g remain-on-exit on\n")
        self.base = ["tmux", "-S", self.socket, "-f", configuration]
        given = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC", **environment}
        subprocess.run(
            self.base + ["-u", "new-session", "-d", "-x", str(columns), "-y", str(rows), *command],
            check=True, env=given)

    def tell(self, *arguments):
        return subprocess.run(self.base + list(arguments), check=True, stdout=subprocess.PIPE, text=True).stdout

    def expect(self, text, seconds=20):
        """Waits until `text` stands on the screen, and then until the screen stays as it is."""
        deadline = time.monotonic() + seconds
        before = None
        while time.monotonic() < deadline:
            screen = self.tell("capture-pane", "-p")
            if text in " ".join(screen.split()) and screen == before:
                return
            before = screen
            time.sleep(0.2)
        raise SystemExit(f"{text!r} did not appear. The screen:\n{before}")

    def cells(self):
        """The rows with their decorations, and where the cursor stands."""
        rows = self.tell("capture-pane", "-e", "-p").split("\n")
        x, y = self.tell("display-message", "-p", "#{cursor_x} #{cursor_y}").split()
        return rows, (int(x), int(y))

    def close(self):
        subprocess.run(self.base + ["kill-server"], check=False)
        self.folder.cleanup()


def runs(row, style):
    """The stretches of a row with one decoration each: (text, set of SGR parameters).

    `style` is the decoration that the row begins with; it is changed to the one that the next begins with.
    """
    text, result = "", []
    at = 0
    while at < len(row):
        if row.startswith("\x1b[", at):
            end = row.index("m", at)
            if text:
                result.append((text, frozenset(style)))
                text = ""
            for code in (row[at + 2:end] or "0").split(";"):
                if code in ("0", ""):
                    style.clear()
                elif code == "22":
                    style -= {"1", "2"}
                elif code in ("24", "27"):
                    style.discard(code[1])
                else:
                    style.add(code)
            at = end + 1
        else:
            text += row[at]
            at += 1
    if text:
        result.append((text, frozenset(style)))
    return result


def width(text):
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def svg(title, columns, rows, lines, cursor):
    """The screen as SVG: light or dark as its reader's page is."""
    wide, high = columns * CELL_WIDTH + 2 * BORDER, rows * CELL_HEIGHT + 2 * BORDER
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}" role="img" aria-label="{escape(title)}">',
        "<!-- Written by Packaging/screenshots.py from the cells of a terminal: make screenshots. -->",
        f"<title>{escape(title)}</title>",
        "<style>",
        f"text {{ font: {FONT_SIZE}px ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; }}",
        ".page { fill: #fdfdfb; stroke: #b8b8b0; } text, .cursor { fill: #1c1c1c; }",
        ".b1 { font-weight: bold; } .b2 { opacity: 0.72; } .b4 { text-decoration: underline; }",
        "@media (prefers-color-scheme: dark) {",
        ".page { fill: #16181c; stroke: #50545c; } text, .cursor { fill: #e6e6e2; } }",
        "</style>",
        f'<rect class="page" x="0.5" y="0.5" width="{wide - 1:g}" height="{high - 1:g}" rx="6"/>',
        f'<rect class="cursor" x="{BORDER + cursor[0] * CELL_WIDTH:g}" y="{BORDER + cursor[1] * CELL_HEIGHT:g}" '
        f'width="{CELL_WIDTH:g}" height="{CELL_HEIGHT:g}"/>',
    ]
    decoration = set()
    for number, line in enumerate(lines[:rows]):
        column = 0
        baseline = BORDER + number * CELL_HEIGHT + 13
        for text, style in runs(line, decoration):
            # Apart where two spaces part them: not every reader of SVG keeps these.
            for word in re.finditer(r"\S+(?: \S+)*", text):
                x = BORDER + (column + width(text[:word.start()])) * CELL_WIDTH
                length = width(word.group()) * CELL_WIDTH
                names = " ".join(f"b{code}" for code in sorted(style & {"1", "2", "4"}))
                marked = f' class="{names}"' if names else ""
                parts.append(
                    f'<text{marked} x="{x:g}" y="{baseline:g}" textLength="{length:g}">{escape(word.group())}</text>')
            column += width(text)
    return "\n".join(parts) + "\n</svg>\n"


def main(arguments):
    if len(arguments) < 3:
        raise SystemExit(__doc__.split("\n\n")[1])
    binary, index, folder, *names = arguments
    unknown = set(names) - {session[0] for session in SESSIONS}
    if unknown:
        raise SystemExit(f"no such session: {', '.join(sorted(unknown))}")
    os.makedirs(folder, exist_ok=True)
    for name, title, columns, rows, options, exchanges in SESSIONS:
        if names and name not in names:
            continue
        command = [os.path.abspath(binary), "chat", "--index", os.path.abspath(index), *options]
        terminal = Terminal(command, columns, rows, {})
        try:
            terminal.expect("")
            prompt = "> " if name == "staff" else ""
            terminal.expect(prompt.strip() or "question")
            for typed, expected in exchanges:
                terminal.tell("send-keys", "-l", typed)
                terminal.tell("send-keys", "Enter")
                terminal.expect(" ".join(expected.split()))
            lines, cursor = terminal.cells()
        finally:
            terminal.close()
        with open(os.path.join(folder, f"{name}.svg"), "w", encoding="utf-8") as file:
            file.write(svg(title, columns, rows, lines, cursor))
        print(f"{name}.svg")


main(sys.argv[1:])
