# Verbatim: two commands do everything.
#   make        installs what is missing, builds, indexes Corpus/, and opens the prompt;
#               answers the lines of standard input where that is no terminal
#   make test   does its own set-up and runs every test
# Everything said on the way goes to standard error: standard output holds only answers.

SHELL := /bin/sh
.DEFAULT_GOAL := run
.PHONY: run build index setup test check format bench bench-pages bench-check bench-thresholds screenshots install clean help

export SWIFT_BACKTRACE := enable=no
PREFIX ?= /usr/local
CORPUS ?= Corpus

# What the build and the program need from Debian, and what the tests need besides.
PACKAGES := libreadline-dev libncurses-dev libstemmer-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libgumbo-dev \
  libzstd-dev libyaml-dev nettle-dev
TEST_PACKAGES := sqlite3

BINARY := .build/verbatim
LINK_FLAGS := -c release --static-swift-stdlib -Xswiftc -static-executable -Xswiftc -use-ld=lld \
  -Xlinker -s -Xlinker -z -Xlinker max-page-size=0x200000
RELEASE_FLAGS := --product verbatim $(LINK_FLAGS)
# The linked file is written anew by strip: it then starts with about a twelfth fewer page faults.
SOURCES := $(shell find Sources Package.swift -type f \( -name '*.swift' -o -name '*.h' -o -name '*.modulemap' \))

run: index
	@$(BINARY) --index Index || [ $$? -eq 1 ]

index: build
	@$(BINARY) index --corpus $(CORPUS) --index Index </dev/null >&2

build: setup $(BINARY)

$(BINARY): $(SOURCES)
	@echo 'Building (a first build takes a few minutes) ...' >&2
	@Packaging/quietly swift build $(RELEASE_FLAGS) </dev/null >&2
	@strip -o $@.new .build/release/verbatim && mv $@.new $@

setup:
	@Packaging/install-packages $(PACKAGES) </dev/null >&2

test:
	@Packaging/install-packages $(PACKAGES) $(TEST_PACKAGES) </dev/null >&2
	@$(MAKE) --no-print-directory build </dev/null >&2
	VERBATIM_BINARY="$(CURDIR)/$(BINARY)" swift test --parallel </dev/null

check: setup
	swift build --build-tests --explicit-target-dependency-import-check error </dev/null
	swift format lint --strict --recursive Sources Tests Package.swift
	@Packaging/long-files

format:
	swift format --in-place --recursive Sources Tests Package.swift

# SIZE is small, default, large or huge: Documentation/benchmarks.md says what they take.
BENCHMARK := .build/release/verbatim-benchmark
SIZE ?= default
SIZES_small := 2000
SIZES_default := 10000,100000
SIZES_large := 10000,100000,1000000
SIZES_huge := 10000,100000,1000000,5000000
PYTHON ?= python3
# Java's class path, where Lucene is to be found; Debian's folder of jars where it is not set.
CLASSPATH ?= /usr/share/java/*

$(BENCHMARK): $(BINARY)
	@Packaging/quietly swift build --product verbatim-benchmark $(LINK_FLAGS) </dev/null >&2

bench: index $(BENCHMARK)
	@Packaging/install-packages sqlite3 </dev/null >&2
	@$(BENCHMARK) run --sizes $(SIZES_$(SIZE)) --python $(PYTHON) --classpath '$(CLASSPATH)'
	@Packaging/bench-one-shot $(BINARY)

bench-pages:
	@$(BENCHMARK) pages

bench-check: build $(BENCHMARK)
	@Packaging/install-packages valgrind </dev/null >&2
	@$(BENCHMARK) instructions

bench-thresholds: build $(BENCHMARK)
	@Packaging/install-packages valgrind </dev/null >&2
	@$(BENCHMARK) instructions --update

# The screens in the documentation, taken from the cells of a real terminal.
screenshots: index
	@Packaging/install-packages tmux </dev/null >&2
	@$(PYTHON) Packaging/screenshots.py $(BINARY) Index Documentation/screens

install: build
	install -D -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/verbatim
	install -d $(DESTDIR)$(PREFIX)/share/verbatim/Corpus
	cp -R $(CORPUS)/. $(DESTDIR)$(PREFIX)/share/verbatim/Corpus/
	cd $(DESTDIR)$(PREFIX)/share/verbatim && $(CURDIR)/$(BINARY) index

clean:
	rm -rf .build Index/verbatim.*

help:
	@sed -n '2,5s/^# \{0,1\}//p' Makefile
	@echo '  make build | check | format | bench | bench-check | screenshots | install PREFIX=/usr/local | clean'
