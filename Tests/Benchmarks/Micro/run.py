#!/usr/bin/env python3
"""Runs the micro-benchmarks and keeps what they measured: micro.json (percentiles of every sample) and micro.md (the table).

usage: run.py [--results FOLDER]      from anywhere; needs swift
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '..'))
import measuring  # noqa: E402  stands in the folder above

TARGET = 'package.benchmark.OriginBenchmarks.'
#: In the order a reader looks for them, whatever order they ran in.
ORDER = ('rules', 'look-up', 'determination', 'dossier')
MICROSECONDS = {'ns': 1e-3, 'μs': 1, 'ms': 1e3, 's': 1e6}


def percentiles(metric):
    scale = MICROSECONDS.get(metric['scoreUnit'], 1)
    return {rank: value * scale for rank, value in sorted(metric['scorePercentiles'].items(), key=lambda item: float(item[0]))}


def subject(name):
    return next((place for place, word in enumerate(ORDER) if name.startswith(word)), len(ORDER))


def measured(folder):
    """One entry a benchmark, out of the JMH file the package writes."""
    found = []
    for name in os.listdir(folder):
        with open(os.path.join(folder, name), encoding='utf-8') as file:
            for run in json.load(file):
                found.append({
                    'benchmark': run['benchmark'].removeprefix(TARGET).replace('_', ' '),
                    'iterations': run['measurementIterations'],
                    'microseconds': percentiles(run['secondaryMetrics']['Time (wall clock)']),
                })
    return sorted(found, key=lambda one: (subject(one['benchmark']), one['microseconds']['50.0']))


def in_words(microseconds):
    unit, size = next(((u, s) for u, s in (('s', 1e6), ('ms', 1e3), ('µs', 1)) if microseconds >= s), ('ns', 1e-3))
    return f'{microseconds / size:.3g} {unit}'


def table(found):
    lines = ['| benchmark | runs | median | least | 90 % | 99 % |', '|---|---|---|---|---|---|']
    for one in found:
        times = one['microseconds']
        cells = [in_words(times[rank]) for rank in ('50.0', '0.0', '90.0', '99.0')]
        lines.append(f'| {one["benchmark"]} | {one["iterations"]} | {" | ".join(cells)} |')
    return '\n'.join(lines) + '\n'


def main():
    parser = argparse.ArgumentParser(description='Runs the micro-benchmarks.')
    parser.add_argument('--results', default=os.path.join(HERE, '..', 'results'))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        command = ['swift', 'package', '--allow-writing-to-directory', folder, 'benchmark', 'run', '--format', 'jmh',
                   '--path', folder, '--no-progress']
        done = subprocess.run(command, cwd=HERE, stdout=sys.stderr)
        if done.returncode:
            sys.exit(done.returncode)
        found = measured(folder)
    if not found:
        sys.exit('nothing was measured')
    os.makedirs(given.results, exist_ok=True)
    with open(os.path.join(given.results, 'micro.json'), 'w', encoding='utf-8') as file:
        json.dump({'day': time.strftime('%Y-%m-%d'), 'machine': measuring.machine(),
                   'swift': measuring.swift_version(), 'benchmarks': found}, file, indent=1, ensure_ascii=False)
        file.write('\n')
    with open(os.path.join(given.results, 'micro.md'), 'w', encoding='utf-8') as file:
        file.write(table(found))
    print(table(found), end='')


if __name__ == '__main__':
    main()
