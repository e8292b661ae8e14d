#!/usr/bin/env python3
"""Makes the compact nomenclature and correlation files beside this script from the tables of the UN Statistics Division.

usage: build.py DIR
DIR holds hs2012-codes.txt, hs2017-codes.txt, hs2022-codes.txt (one code a line) and, for each pair of editions,
NEW-to-OLD-conversion.csv (one target a code) and NEW-to-OLD-correlation.csv (all pairs with their relationship).

Kept pairs: every pair of the conversion table, every 1:1, 1:n and n:1 pair of the correlation table, and its n:n pairs
inside one heading, or of an old code that nothing else reaches. The other n:n pairs of 2022 only say that electronic
waste (8549) may once have been anything.
A code whose only pair is itself, in both directions, is not written: what is not listed has not changed.
"""
import csv
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def subheadings(source, edition):
    with open(os.path.join(source, f'hs{edition}-codes.txt')) as lines:
        return [line.strip() for line in lines if len(line.strip()) == 6]


def write_nomenclature(source, edition):
    headings = {}
    for code in subheadings(source, edition):
        headings.setdefault(code[:4], []).append(code[4:])
    with open(os.path.join(HERE, f'hs{edition}.txt'), 'w') as out:
        out.write(f'# HS {edition}: each heading and the last two digits of its subheadings\n')
        for heading, endings in sorted(headings.items()):
            out.write(' '.join([heading] + sorted(endings)) + '\n')


def kept_pairs(source, new, old):
    pairs, doubtful = set(), set()
    with open(os.path.join(source, f'hs{new}-to-hs{old}-conversion.csv')) as table:
        for row in csv.DictReader(table):
            pairs.add((row[f'hs{new}'], row[f'hs{old}']))
    with open(os.path.join(source, f'hs{new}-to-hs{old}-correlation.csv')) as table:
        for row in csv.DictReader(table):
            a, b = row[f'hs{new}'], row[f'hs{old}']
            if row['relationship'] != 'n:n' or a[:4] == b[:4]:
                pairs.add((a, b))
            else:
                doubtful.add((a, b))
    reached = {b for _, b in pairs}
    pairs |= {(a, b) for a, b in doubtful if b not in reached}
    known_new, known_old = set(subheadings(source, new)), set(subheadings(source, old))
    dropped = [p for p in pairs if p[0] not in known_new or p[1] not in known_old]
    for pair in dropped:
        print(f'hs{new} {pair[0]} - hs{old} {pair[1]}: not in the code lists, left out', file=sys.stderr)
    pairs -= set(dropped)
    for code in sorted(known_new - {a for a, _ in pairs}):
        print(f'hs{new} {code}: no code of hs{old}', file=sys.stderr)
    for code in sorted(known_old - {b for _, b in pairs}):
        print(f'hs{old} {code}: no code of hs{new}', file=sys.stderr)
    return pairs


def write_correlation(source, new, old):
    pairs = kept_pairs(source, new, old)
    forwards, backwards = {}, {}
    for a, b in pairs:
        forwards.setdefault(a, set()).add(b)
        backwards.setdefault(b, set()).add(a)
    unchanged = {a for a, b in pairs if a == b and len(forwards[a]) == 1 and len(backwards[b]) == 1}
    with open(os.path.join(HERE, f'hs{new}-hs{old}.txt'), 'w') as out:
        out.write(f'# HS {new} code, then its codes of HS {old}; a code in neither column is the same in both\n')
        for a in sorted(forwards):
            if a not in unchanged:
                out.write(' '.join([a] + sorted(forwards[a])) + '\n')


def main():
    source = sys.argv[1]
    for edition in ('2012', '2017', '2022'):
        write_nomenclature(source, edition)
    for new, old in (('2022', '2017'), ('2022', '2012'), ('2017', '2012')):
        write_correlation(source, new, old)


main()
