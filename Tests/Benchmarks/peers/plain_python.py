#!/usr/bin/env python3
"""The verdicts of a portfolio in plain Python: slow, exact, and written from the law and not from the program.

usage: plain_python.py RULES.jsonl FOLDER OUTPUT.csv [--all]      reads FOLDER/goods.csv and FOLDER/materials.csv

RULES.jsonl is what `rcep rules list --subheadings --format jsonl` prints. The output has the columns good_id, verdict,
criterion, supplements and rvc_indirect; with --all, verdict_on_evidence and rvc_direct too. Articles and D numbers are those of Chapter 3 and of docs/interpretation.md.
Amounts are fractions; True, False and None stand for met, not met and undetermined (D2).

Left out, as generate.py makes none of it: other editions of the Harmonized System, other currencies, dates,
deductions, routes, intermediates.
"""
import argparse
import csv
import itertools
import json
import sys
from fractions import Fraction

COLUMNS = ['good_id', 'verdict', 'criterion', 'supplements', 'rvc_indirect']
MORE_COLUMNS = ['verdict_on_evidence', 'rvc_direct']
WORDS = {True: 'originating', False: 'notOriginating', None: 'undetermined'}
DIGITS = {'CC': 2, 'CTH': 4, 'CTSH': 6}
HEADING_ORDER = ['CTC', 'CR', 'RVC']


def all_of(answers):
    """False if any answer is False, else None if any is unknown."""
    answers = list(answers)
    return False if False in answers else None if None in answers else True


def any_of(answers):
    answers = list(answers)
    return True if True in answers else None if None in answers else False


class Line:
    def __init__(self, row):
        self.code = row['hs_code']
        self.role = row['role'] or 'material'
        self.value = Fraction(row['value'])
        self.weight = Fraction(row['net_weight_kg']) if row['net_weight_kg'] else None
        self.status = row['status']
        self.country = row['country']
        self.has_evidence = row.get('evidence_type', '') != ''

    def originates(self, exporter, cumulate, on_evidence):
        """3.4, 3.10, 3.5.4: by itself, or by cumulation; what is undetermined does not."""
        if self.role == 'indirect':
            return True
        if on_evidence and not self.has_evidence:
            return False                          # D4
        return self.status == 'originating' and (cumulate or self.country in ('', exporter))


class Good:
    def __init__(self, row, lines):
        self.code = row['hs_code']
        self.exporter = row['exporting_party']
        self.fob = Fraction(row['fob'])
        self.weight = Fraction(row['net_weight_kg']) if row['net_weight_kg'] else None
        self.wholly_obtained = row['wholly_obtained'] != ''
        self.minimal_only = row['minimal_only'] == 'yes'
        self.reaction = None if row['chemical_reaction'] == '' else row['chemical_reaction'] != 'no'
        costs = [row[name] for name in ('direct_labour', 'direct_overhead', 'profit', 'other_cost')]
        self.costs = sum(Fraction(cost or 0) for cost in costs) if any(costs) else None
        self.branch = row['rule_branch']
        self.lines = lines
        self.on_evidence = False

    def split(self, cumulate):
        """Originating and other lines, packing for shipment left out (3.8.1)."""
        originating, others = [], []
        for line in self.lines:
            if line.role != 'shippingPackaging':
                (originating if line.originates(self.exporter, cumulate, self.on_evidence) else others).append(line)
        return originating, others


def part_of_good(lines):
    """3.8.2, 3.9, 3.10: what PE looks at."""
    return [line for line in lines if line.role in ('material', 'accessory')]


def has_changed(line, code, change):
    """Headnotes 6 and 7 of Annex 3A, and D8."""
    digits = DIGITS[change['level']]
    if line.code[:digits] == code[:digits]:
        return False
    for exception in change.get('exceptions', []):
        first, last = exception['from'], exception.get('to') or exception['from']
        if first <= line.code[:len(first)] <= last:
            return False
    return True


def change_in_classification(good, change, others):
    """The change itself or with 3.7; the second answer says whether 3.7 was needed."""
    failing = [line for line in others if line.role == 'material' and not has_changed(line, good.code, change)]
    met = not failing or sum(line.value for line in failing) * 10 <= good.fob
    if not met and '50' <= good.code[:2] <= '63':
        weights = [line.weight for line in failing] + [good.weight]
        met = None if None in weights else sum(weights[:-1]) * 10 <= good.weight
    # No column of the files marks an active ingredient: the proviso of 38.08 stays open (D21).
    return all_of([met, None] if change.get('proviso') else [met]), bool(failing)


def alternative(good, asked, cumulate):
    """Whether an alternative of the rule is met, and whether it needs de minimis."""
    originating, others = good.split(cumulate)
    criterion = asked['criterion']
    if criterion == 'WO':
        return False, False                       # asked only of goods with non-originating materials
    if criterion == 'CR':
        return good.reaction, False
    if criterion == 'CTC':
        return change_in_classification(good, asked, others)
    shares = [good.fob - sum(line.value for line in others)]
    if good.costs is not None:
        shares.append(sum(line.value for line in originating) + good.costs)
    return any(share * 100 >= Fraction(asked['threshold']) * good.fob for share in shares), False     # 3.5.1, D15


def product_specific_rule(good, branches):
    """Verdict, criterion and supplements under Annex 3A (D11 to D13)."""
    if good.minimal_only:                         # 3.6
        return False, '', []
    readings = [b for b in branches if good.branch in ('', str(b['number']))] if len(branches) > 1 else branches
    outcomes, met = [], []
    for reading in readings:
        found = {}
        answers = []
        for asked in reading['alternatives']:
            answer, de_minimis = alternative(good, asked, True)
            answers.append(answer)
            if answer is True:
                supplements = [] if alternative(good, asked, False)[0] is True else ['ACU']
                found[asked['criterion']] = supplements + (['DMI'] if de_minimis else [])
        outcomes.append(any_of(answers))
        met.append(found)
    if len(set(outcomes)) > 1 or outcomes[0] is None:
        return None, '', []
    if outcomes[0] is False:
        return False, '', []
    common = [criterion for criterion in HEADING_ORDER if all(criterion in found for found in met)]
    stated = {c: [s for s in ('ACU', 'DMI') if any(s in found[c] for found in met)] for c in common}
    head = min(common, key=lambda c: (len(stated[c]), HEADING_ORDER.index(c)), default='')
    return True, head, stated.get(head, [])


def determine(good, branches):
    """3.2 in the order of D6."""
    originating, others = good.split(True)
    if part_of_good(others):
        return product_specific_rule(good, branches)
    alone = part_of_good(good.split(False)[1])
    supplements = ['ACU'] if alone else []
    if good.wholly_obtained:
        return True, 'WO', supplements
    if part_of_good(originating):
        return True, 'PE', supplements
    return None, '', []


def indirect_content(good):
    """3.5.1(a) in per cent; empty for a good of which nothing is stated, whose VNM nobody knows."""
    if not good.wholly_obtained and not part_of_good(good.lines):
        return ''
    vnm = sum(line.value for line in good.split(True)[1])
    return cut((good.fob - vnm) * 100 / good.fob)


def direct_content(good):
    """3.5.1(b) in per cent; empty where no costs are given (D15)."""
    if good.costs is None or not indirect_content(good):
        return ''
    vom = sum(line.value for line in good.split(True)[0])
    return cut((vom + good.costs) * 100 / good.fob)


def cut(percent):
    """To two decimals, not rounded (D1)."""
    hundredths = int(percent * 100)
    return f'{"-" if hundredths < 0 else ""}{abs(hundredths) // 100}.{abs(hundredths) % 100:02d}'


def read_rules(path):
    with open(path, encoding='utf-8') as lines:
        return {rule['code']: rule['branches'] for rule in map(json.loads, lines)}


def read_goods(folder):
    """Goods with their lines; both files have the goods in the same order."""
    with open(f'{folder}/goods.csv', encoding='utf-8', newline='') as goods, \
            open(f'{folder}/materials.csv', encoding='utf-8', newline='') as materials:
        groups = itertools.groupby(csv.DictReader(materials), key=lambda row: row['good_id'])
        group = next(groups, None)
        for row in csv.DictReader(goods):
            lines = []
            if group and group[0] == row['good_id']:
                lines = [Line(material) for material in group[1]]
                group = next(groups, None)
            yield row['good_id'], Good(row, lines)
        if group:
            sys.exit(f'{folder}/materials.csv: {group[0]} is not in goods.csv, or stands elsewhere there')


def answer(good, branches, more):
    """The columns behind the identifier."""
    verdict, criterion, supplements = determine(good, branches)
    row = [WORDS[verdict], criterion, ';'.join(supplements), indirect_content(good)]
    if more:
        direct = direct_content(good)
        good.on_evidence = True
        row += [WORDS[determine(good, branches)[0]], direct]
    return row


def main():
    parser = argparse.ArgumentParser(description='Determine a portfolio in plain Python.')
    parser.add_argument('rules')
    parser.add_argument('folder')
    parser.add_argument('output')
    parser.add_argument('--all', action='store_true', help='verdict_on_evidence and rvc_direct too')
    given = parser.parse_args()
    rules = read_rules(given.rules)
    with open(given.output, 'w', encoding='utf-8', newline='') as file:
        writer = csv.writer(file, lineterminator='\n')
        writer.writerow(COLUMNS + (MORE_COLUMNS if given.all else []))
        for identifier, good in read_goods(given.folder):
            writer.writerow([identifier] + answer(good, rules[good.code], given.all))


main()
