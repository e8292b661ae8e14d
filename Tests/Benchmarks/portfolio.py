#!/usr/bin/env python3
"""Measures `rcep batch` against DuckDB, plain Python and `wc -l` on one machine, and compares every answer.

usage: portfolio.py RCEP [--full] [--sizes 10000x20,...] [--runs N] [--folder DIR]
       portfolio.py --table           writes the table of docs/performance.md again from the kept results

Run from the top of the project. Data, outputs and a virtual environment with DuckDB are made in .build/benchmarks;
nothing is installed elsewhere. The programs take turns, N times or, where one turn is long, fewer, and more where it is
short, on files that the system holds in memory.
Without --full, small sizes and a table on the screen. With it, the sizes of the published table, the raw results in
results/portfolio.json, and the table between the markers of docs/performance.md.
Ends with status 1 if any answer differs from a peer's.
"""
import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
import time

import comparison
import generate
import measuring
from portfolio_table import render, write_into

HERE = os.path.dirname(os.path.abspath(__file__))
RESULTS = os.path.join(HERE, 'results', 'portfolio.json')
PAGE = os.path.join('docs', 'performance.md')
SMALL = [(1, 1), (500, 20), (10000, 20)]
FULL = [(1, 1), (500, 20), (10000, 20), (100000, 20), (500000, 20)]
MOST_EXPLAINED = 100_000
"""Goods; the determinations of more would fill disks and say nothing new."""
MOST_PLAIN = 100_000
"""Goods; plain Python is not run on more."""
SHORT = (1_000, 4)
"""Up to so many goods, a turn is over so soon that so many times as many are taken."""


def environment(folder):
    """The Python of a virtual environment that has what requirements.txt names."""
    home = os.path.join(folder, 'venv')
    python = os.path.join(home, 'bin', 'python')
    wanted = os.path.join(HERE, 'requirements.txt')
    kept = os.path.join(home, 'requirements.txt')
    with open(wanted, encoding='utf-8') as file:
        text = file.read()
    if not os.path.exists(kept) or open(kept, encoding='utf-8').read() != text:
        subprocess.run([sys.executable, '-m', 'venv', home], check=True)
        subprocess.run([python, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', wanted],
                       check=True)
        with open(kept, 'w', encoding='utf-8') as file:
            file.write(text)
    return python


class Contestant:
    """A program with its arguments; `answers` is the file it leaves, None if it leaves none to compare."""

    def __init__(self, key, threads, command, answers=None, most_runs=None, extra=None):
        self.key, self.threads, self.command, self.answers = key, threads, command, answers
        self.most_runs, self.extra = most_runs, extra
        self.samples = []
        self.extra_bytes = None

    def run(self, log):
        # What an earlier turn wrote goes before the time begins: to cut a large file off takes a program long.
        for path in (self.answers, self.extra):
            if path and os.path.exists(path):
                os.remove(path)
        sample = measuring.measure(self.command, log)
        if self.extra:
            # Nor is the disk to be busy with it while others are measured.
            self.extra_bytes = os.path.getsize(self.extra)
            os.remove(self.extra)
        with open(log, encoding='utf-8') as text:
            inner = re.search(r'^rules ([0-9.]+) s, query ([0-9.]+) s$', text.read(), re.M)
        if inner and self.key == 'DuckDB':
            sample['inside'] = float(inner[1]) + float(inner[2])
        self.samples.append(sample)

    def result(self):
        found = {'program': self.key, 'threads': self.threads}
        for name in self.samples[0]:
            found[name] = [round(sample[name], 4) for sample in self.samples]
        if self.extra_bytes is not None:
            found['outputBytes'] = self.extra_bytes
        return found


def contestants(program, python, rules, data, goods, cores):
    files = [os.path.join(data, 'goods.csv'), os.path.join(data, 'materials.csv')]
    peers = os.path.join(HERE, 'peers')
    found = []
    for threads in sorted({1, cores}, reverse=True):
        ours = os.path.join(data, f'rcep-{threads}.csv')
        batch = [program, 'batch', '--goods', files[0], '--materials', files[1], '--jobs', str(threads)]
        found.append(Contestant('rcep', threads, batch + ['--output', ours], ours))
        if goods <= MOST_EXPLAINED:
            explained = os.path.join(data, f'rcep-{threads}.jsonl')
            ours = os.path.join(data, f'rcep-explained-{threads}.csv')
            found.append(Contestant(
                'rcep --explain', threads, batch + ['--output', ours, '--explain', explained], ours,
                extra=explained))
        theirs = os.path.join(data, f'duckdb-{threads}.csv')
        found.append(Contestant(
            'DuckDB', threads,
            [python, os.path.join(peers, 'duckdb_sql.py'), rules, data, theirs, '--threads', str(threads)], theirs))
    if goods <= MOST_PLAIN:
        theirs = os.path.join(data, 'plain.csv')
        found.append(Contestant(
            'plain Python', 1, [sys.executable, os.path.join(peers, 'plain_python.py'), rules, data, theirs], theirs,
            most_runs=1 if goods > 10_000 else None))
    found.append(Contestant('wc -l', 1, ['wc', '-l'] + files))
    return found


def warm(paths):
    """Reads files, so that the system holds them in memory."""
    for path in paths:
        with open(path, 'rb') as file:
            while file.read(1 << 20):
                pass


def make_data(folder, goods, mean):
    """In a process of its own, since the memory of this one counts into what it measures."""
    done = os.path.join(folder, 'made.json')
    source = open(generate.__file__, encoding='utf-8').read()
    stamp = {'goods': goods, 'mean': mean, 'seed': 1, 'by': hash_of(source)}
    if os.path.exists(done):
        with open(done, encoding='utf-8') as file:
            kept = json.load(file)
        if {key: kept.get(key) for key in stamp} == stamp:
            return kept
    start = time.perf_counter()
    subprocess.run([sys.executable, generate.__file__, str(goods), str(mean), folder], check=True)
    kept = dict(stamp, seconds=round(time.perf_counter() - start, 2), lines=count_lines(folder))
    with open(done, 'w', encoding='utf-8') as file:
        json.dump(kept, file)
    return kept


def hash_of(text):
    return hashlib.sha256(text.encode()).hexdigest()


def count_lines(folder):
    with open(os.path.join(folder, 'materials.csv'), 'rb') as file:
        return sum(block.count(b'\n') for block in iter(lambda: file.read(1 << 20), b'')) - 1


def measure_size(program, python, rules, folder, goods, mean, runs):
    data = os.path.join(folder, f'{goods}x{mean}')
    os.makedirs(data, exist_ok=True)
    made = make_data(data, goods, mean)
    log = os.path.join(data, 'log.txt')
    field = contestants(program, python, rules, data, goods, os.cpu_count())
    runs *= SHORT[1] if goods <= SHORT[0] else 1
    files = [os.path.join(data, name) for name in ('goods.csv', 'materials.csv')]
    warm(files)
    for turn in range(runs):
        print(f'{goods} goods, {made["lines"]} lines: turn {turn + 1} of {runs}', file=sys.stderr)
        for contestant in field:
            if contestant.most_runs is None or turn < contestant.most_runs:
                contestant.run(log)
    result = {'goods': goods, 'lines': made['lines'], 'bytes': [os.path.getsize(path) for path in files],
              'generatedInSeconds': made['seconds'], 'programs': [c.result() for c in field]}
    result['comparisons'] = compare_answers(field)
    return result


def compare_answers(field):
    """Ours with most threads against every other answer there is, our own with one thread among them."""
    ours = next(c for c in field if c.key == 'rcep')
    found = []
    for other in field:
        if other.answers and other is not ours:
            goods, different, examples = comparison.compare(ours.answers, other.answers)
            found.append({'with': other.key, 'threads': other.threads, 'goods': goods, 'differences': different,
                          'examples': examples})
            for example in examples:
                print(f'differs from {other.key}: {example}', file=sys.stderr)
    return found


def plain_seconds_a_line(size):
    for found in size['programs']:
        if found['program'] == 'plain Python':
            return measuring.middle(found['wall']) / size['lines']
    return None


def versions(program, python):
    duckdb = measuring.first_line([python, '-c', 'import duckdb; print(duckdb.__version__)'])
    return {'rcep': measuring.first_line([program, '--version']),
            'commit': measuring.first_line(['git', 'describe', '--always', '--dirty']),
            'swift': measuring.swift_version(),
            'duckdb': duckdb, 'python': sys.version.split()[0], 'wc': measuring.first_line(['wc', '--version'])}


def parse_sizes(text):
    return [tuple(int(part) for part in size.split('x')) for size in text.split(',')]


def main():
    parser = argparse.ArgumentParser(description='Measure rcep batch against its peers.')
    parser.add_argument('program', nargs='?', help='the program rcep')
    parser.add_argument('--full', action='store_true', help='the sizes of the published table; keeps the results')
    parser.add_argument('--sizes', type=parse_sizes, help='GOODSxLINES,...')
    parser.add_argument('--runs', type=int, default=5)
    parser.add_argument('--folder', default=os.path.join('.build', 'benchmarks'))
    parser.add_argument('--table', action='store_true', help='write the page again from the kept results')
    given = parser.parse_args()
    if given.table:
        with open(RESULTS, encoding='utf-8') as file:
            write_into(PAGE, render(json.load(file)))
        return
    if not given.program:
        parser.error('name the program rcep')
    os.makedirs(given.folder, exist_ok=True)
    python = environment(given.folder)
    rules = os.path.join(given.folder, 'rules.jsonl')
    with open(rules, 'wb') as file:
        subprocess.run([given.program, 'rules', 'list', '--subheadings', '--format', 'jsonl'], stdout=file, check=True)
    results = {'date': time.strftime('%Y-%m-%d'), 'machine': measuring.machine(),
               'versions': versions(given.program, python), 'runs': given.runs, 'sizes': []}
    plain = None
    for goods, mean in given.sizes or (FULL if given.full else SMALL):
        size = measure_size(given.program, python, rules, given.folder, goods, mean, given.runs)
        plain = plain_seconds_a_line(size) or plain
        if plain:
            size['plainSecondsALine'] = plain
        results['sizes'].append(size)
    if given.full:
        with open(RESULTS, 'w', encoding='utf-8') as file:
            json.dump(results, file, indent=1)
            file.write('\n')
        write_into(PAGE, render(results))
    print(render(results))
    differences = sum(c['differences'] for size in results['sizes'] for c in size['comparisons'])
    sys.exit(1 if differences else 0)


if __name__ == '__main__':
    main()
