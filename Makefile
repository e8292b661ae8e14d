# make check   installs what is missing, builds rcep and determines a real dossier
# make test    installs what is missing and runs every test
# make bench   measures a cold check, a small portfolio against its peers, and single worries, in some minutes
# make bench-full   the same on the sizes of docs/performance.md, and keeps what it measured
# make install PREFIX=/usr/local

SWIFT ?= swift
PREFIX ?= /usr/local
DOSSIER ?= Fixtures/dossiers/motorcycle-to-viet-nam.json
# Pango and what it needs are loaded by the first page that is printed (Sources/CPangoCairo), not at every start.
RELEASE = -c release --static-swift-stdlib -Xswiftc -use-ld=$(CURDIR)/.ci/link-what-is-used
RCEP = .build/release/rcep

.PHONY: check test build dependencies unit-tests schemas rules docs examples portfolio spark-test bench bench-full install clean

check: build
	$(RCEP) check $(DOSSIER)

build: dependencies
	$(SWIFT) build $(RELEASE) --product rcep

dependencies:
	.ci/install-dependencies

test: unit-tests build rules schemas docs examples portfolio spark-test
	@echo "all tests passed"

unit-tests: dependencies
	$(SWIFT) test

rules: build
	$(RCEP) rules lint

schemas: build
	.ci/check-schemas $(RCEP)

docs:
	python3 docs/check-links.py

examples: build
	python3 .ci/check-examples.py $(RCEP) README.md README.zh.md

portfolio: build
	python3 Tests/Benchmarks/check-portfolio.py $(RCEP)

spark-test: build
	.ci/install-dependencies --spark
	Tests/SparkJobTests/run $(RCEP)

bench: build
	.ci/install-dependencies --benchmark
	python3 Tests/Benchmarks/cold-check.py $(RCEP)
	python3 Tests/Benchmarks/portfolio.py $(RCEP)
	python3 Tests/Benchmarks/Micro/run.py --results .build/benchmarks

bench-full: build
	.ci/install-dependencies --benchmark
	python3 Tests/Benchmarks/cold-check.py $(RCEP) | tee Tests/Benchmarks/results/cold-check.txt
	python3 Tests/Benchmarks/Micro/run.py
	python3 Tests/Benchmarks/portfolio.py $(RCEP) --full

install: build
	install -D -m 755 $(RCEP) $(DESTDIR)$(PREFIX)/bin/rcep
	mkdir -p $(DESTDIR)$(PREFIX)/share/rcep
	cp -R Rules $(DESTDIR)$(PREFIX)/share/rcep/

clean:
	rm -rf .build
