#!/usr/bin/env python3
"""Measures one cold `rcep check` against `xmllint --noout` on all rule files: whole processes, in turn, as ratios.

usage: cold-check.py RCEP [DOSSIER] [--runs N]     prints a table; run from the top of the project

Both programs read the rules from a warm file cache; "cold" means a new process with nothing prepared. Targets: a ratio of
at most 1.5 in wall time, and less than 60 MB of memory.
"""
import glob
import os
import statistics
import subprocess
import sys
import time


def measure(command):
    """Wall seconds, processor seconds and peak memory in MB of one run."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 1, 2):
        sys.exit(f'{command[0]} ended with {child.returncode}')
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def row(name, values, unit, scale=1.0):
    low, middle, high = min(values) * scale, statistics.median(values) * scale, max(values) * scale
    print(f'{name:<34}{low:>10.2f}{middle:>10.2f}{high:>10.2f}  {unit}')


def main():
    arguments = sys.argv[1:]
    runs = 40
    if '--runs' in arguments:
        at = arguments.index('--runs')
        runs = int(arguments[at + 1])
        del arguments[at:at + 2]
    program = arguments[0]
    dossier = arguments[1] if len(arguments) > 1 else 'Fixtures/dossiers/motorcycle-to-viet-nam.json'
    rules = sorted(glob.glob('Rules/**/*.xml', recursive=True))
    ours, theirs = [program, 'check', dossier], ['xmllint', '--noout'] + rules
    for command in (ours, theirs):
        for _ in range(3):
            measure(command)
    samples = [(measure(ours), measure(theirs)) for _ in range(runs)]
    size = sum(os.path.getsize(path) for path in rules)
    print(f'{len(rules)} rule files, {size / 1e6:.2f} MB; {runs} runs of each, in turn')
    print(f'{"":<34}{"min":>10}{"median":>10}{"max":>10}')
    row('rcep check, wall', [a[0] for a, _ in samples], 'ms', 1000)
    row('xmllint --noout, wall', [b[0] for _, b in samples], 'ms', 1000)
    row('ratio of wall times, pair by pair', [a[0] / b[0] for a, b in samples], '(target at most 1.5)')
    row('rcep check, processor', [a[1] for a, _ in samples], 'ms', 1000)
    row('xmllint --noout, processor', [b[1] for _, b in samples], 'ms', 1000)
    row('rcep check, peak memory', [a[2] for a, _ in samples], 'MB (target below 60)')
    row('xmllint --noout, peak memory', [b[2] for _, b in samples], 'MB')


main()
