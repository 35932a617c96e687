#!/usr/bin/env python3
"""Writes Sources/Questions/EnglishWordList.swift from Debian's wamerican (SCOWL).

Usage: Packaging/make-english-words.py [/usr/share/dict/american-english] > Sources/Questions/EnglishWordList.swift
"""
import re
import sys
import unicodedata

BLOCK = 32  # words from one whole word to the next
LINE = 110  # characters of data a line

HEADER = '''// English words, for knowing what is no typing error. Written by Packaging/make-english-words.py; do not edit.
// From SCOWL (http://wordlist.sourceforge.net), by way of Debian's package wamerican. Copyright 2000-2011 Kevin Atkinson:
//
//   Permission to use, copy, modify, distribute and sell these word lists, the associated scripts, the output created
//   from the scripts, and its documentation for any purpose is hereby granted without fee, provided that the above
//   copyright notice appears in all copies and that both that copyright notice and this permission notice appear in
//   supporting documentation. Kevin Atkinson makes no representations about the suitability of this array for any
//   purpose. It is provided "as is" without express or implied warranty.
//
// Over 300 lines: a table of words.

/// The words, front-coded.
enum EnglishWordList {
  /// %d words of the letters a to z, two and more, in byte order. Each is a capital, then small letters: A for no, B for
  /// one, ... Z for 25 letters shared with the word before, then the letters that follow. At least every %dth word is
  /// whole, and begins with A.
  static let frontCoded: StaticString = """
'''


def folded(word):
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def main():
    path = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/dict/american-english"
    with open(path, encoding="utf-8") as file:
        lines = [line.strip() for line in file]
    # Of two and three letters only what is written small: the list has every abbreviation among the others.
    words = {folded(line) for line in lines if len(line) >= 4 or line.islower()}
    words = sorted(word for word in words if re.fullmatch(r"[a-z]{2,40}", word))
    coded = []
    before = ""
    for number, word in enumerate(words):
        shared = 0
        if number % BLOCK:
            while shared < min(len(before), len(word), 25) and before[shared] == word[shared]:
                shared += 1
        coded.append(chr(ord("A") + shared) + word[shared:])
        before = word
    data = "".join(coded)
    sys.stdout.write(HEADER % (len(words), BLOCK))
    for start in range(0, len(data), LINE):
        end = "\\\n" if start + LINE < len(data) else "\n"
        sys.stdout.write("    " + data[start:start + LINE] + end)
    sys.stdout.write('    """\n}\n')


main()
