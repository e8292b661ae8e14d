#!/usr/bin/env python3
"""Runs the examples of a document and compares what they print with what the document shows.

usage: check-examples.py RCEP DOCUMENT...        --write puts what was printed into the document

An example is a block fenced as ```console: a line `$ command` and what it prints after it. `[...]` alone on a line
stands for any number of lines. `# exit N` as the last line of a block states an exit status other than 0.
"""
import os
import re
import subprocess
import sys

BLOCK = re.compile(r'^```console\n(.*?)^```$', re.M | re.S)


def run(command, program):
    path = os.path.dirname(os.path.abspath(program)) + os.pathsep + os.environ['PATH']
    done = subprocess.run(
        ['bash', '-c', command], env=dict(os.environ, PATH=path, LC_ALL='C.UTF-8', NO_COLOR='1'),
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.stdout, done.returncode


def matches(shown, printed):
    pattern = ''.join(r'(?:.*\n)*?' if line == '[...]' else re.escape(line) + r'\n' for line in shown.splitlines())
    return re.fullmatch(pattern, printed) is not None


def commands(block):
    """Pairs of command and output shown for it."""
    pairs = []
    for line in block.splitlines():
        if line.startswith('$ '):
            pairs.append([line[2:], []])
        elif pairs:
            pairs[-1][1].append(line)
    return pairs


def check(document, program, write):
    text = open(document, encoding='utf-8').read()
    failed = count = 0

    def example(block):
        nonlocal failed, count
        out = []
        for command, shown in commands(block.group(1)):
            count += 1
            expected_status = 0
            if shown and re.fullmatch(r'# exit \d+', shown[-1]):
                expected_status = int(shown.pop().split()[-1])
            printed, status = run(command, program)
            good = status == expected_status and matches('\n'.join(shown), printed)
            if not good and not write:
                failed += 1
                print(f'{document}: $ {command}\nexit {status}, expected {expected_status}\n{printed}', file=sys.stderr)
            lines = shown if good else printed.splitlines()
            out += ['$ ' + command] + lines + ([f'# exit {status}'] if status else [])
        return '```console\n' + '\n'.join(out) + '\n```'

    rewritten = BLOCK.sub(example, text)
    if write:
        open(document, 'w', encoding='utf-8').write(rewritten)
    print(f'{document}: {count} examples, {failed} wrong')
    return failed == 0 and count > 0


def main():
    write = '--write' in sys.argv
    program, *documents = [a for a in sys.argv[1:] if a != '--write']
    results = [check(d, program, write) for d in documents]
    sys.exit(0 if all(results) else 1)


main()
