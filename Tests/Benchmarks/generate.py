#!/usr/bin/env python3
"""Writes a seeded portfolio, goods.csv and materials.csv as `rcep batch` reads them, of any size.

usage: generate.py GOODS MEAN_LINES FOLDER [--seed N] [--jobs N] [--rare SHARE] [--evidence]

Needs Python alone.

The same arguments give the same bytes, whatever the number of jobs. Codes and rules come from Rules/, so that the
portfolio follows the law as it is loaded. What it holds, and why:

- nine goods in ten have any subheading of the Harmonized System; the tenth (--rare) is drawn by the text of its rule, so
  that every text of Annex 3A occurs in a small portfolio too: WO, exceptions, CR, the proviso of 38.08, split rules;
- facts are left out now and then (branch, reaction, weights, all materials), so that some goods are undetermined;
- one good in ten stands exactly at 40 % regional value content or 10 % de minimis, or a cent beyond it;
- materials are of the same heading or chapter often enough for a change in classification to fail, and have roles;
- with --evidence, originating materials have evidence in one good, most of them in another, none in a third.
"""
import argparse
import glob
import math
import multiprocessing
import os
import random
import sys
import xml.etree.ElementTree as ElementTree

RULES = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'Rules')
NAMESPACE = '{urn:rcep:rules:1}'
EDITION = 'hs2022'
OTHER_COUNTRIES = ['US', 'DE', 'IT', 'TW', 'FR', 'GB', 'BR', 'IN']
DIGITS = {'CC': 2, 'CTH': 4, 'CTSH': 6}
BLOCK = 5000
"""Goods a block; each block has a generator of its own, so that blocks can be made in any order."""

GOODS_HEADER = ('good_id,hs_code,exporting_party,fob,currency,net_weight_kg,wholly_obtained,minimal_only,'
                'chemical_reaction,direct_labour,direct_overhead,profit,other_cost,rule_branch\n')
MATERIALS_HEADER = 'good_id,material_id,hs_code,status,country,value,net_weight_kg,role'
EVIDENCE_HEADER = ',evidence_type,evidence_reference,evidence_date'
EVIDENCE = ('certificateOfOrigin', 'declarationOfOrigin', 'supplierDeclaration', 'producerRecords')


def subheadings():
    """Every subheading, six digits, of the edition the rules are written in."""
    codes = []
    with open(f'{RULES}/harmonized-system/{EDITION}.txt', encoding='utf-8') as lines:
        for line in lines:
            if not line.startswith('#'):
                heading, *endings = line.split()
                codes += [heading + ending for ending in endings]
    return codes


def rule_texts():
    """The printed rule of each row of the annex, by its code of two, four or six digits."""
    texts = {}
    for path in sorted(glob.glob(f'{RULES}/annex-3a/{EDITION}/chapter-*.xml')):
        for rule in ElementTree.parse(path).getroot().iter(NAMESPACE + 'rule'):
            texts[rule.get('code')] = rule.find(NAMESPACE + 'text').text
    return texts


def parties():
    root = ElementTree.parse(f'{RULES}/agreement/parties.xml').getroot()
    return [party.get('code') for party in root.iter(NAMESPACE + 'party')]


def grouped(codes, key):
    groups = {}
    for code in codes:
        groups.setdefault(key(code), []).append(code)
    return groups


def quantiles_of_lines(mean, count=4096):
    """Numbers of lines of a good, evenly likely: many goods have few lines and few have many."""
    return [max(1, round(-mean * math.log(1 - (i + 0.5) / count))) for i in range(count)]


class Portfolio:
    """Draws goods. Amounts are whole cents and grams, so that nothing is rounded on the way into the files."""

    def __init__(self, seed, mean, rare, with_evidence):
        self.seed = seed
        self.rare = rare
        self.with_evidence = with_evidence
        self.codes = subheadings()
        texts = rule_texts()
        text_of = {code: texts.get(code) or texts.get(code[:4]) or texts[code[:2]] for code in self.codes}
        self.by_text = sorted(grouped(self.codes, text_of.get).items())
        self.digits = {code: DIGITS.get(text.split()[0], 4) for code, text in text_of.items()}
        self.split = {code for text, codes in self.by_text if text.startswith('1.') for code in codes}
        self.by_heading = grouped(self.codes, lambda c: c[:4])
        self.by_chapter = grouped(self.codes, lambda c: c[:2])
        self.parties = parties()
        self.lines = quantiles_of_lines(mean)

    def block(self, first, count):
        """The rows of `count` goods from number `first` on: text of goods.csv and of materials.csv."""
        dice = random.Random(f'{self.seed}:{first}')
        goods, materials = [], []
        for number in range(first, first + count):
            self.good(dice, f'G{number:09d}', goods, materials)
        return ''.join(goods), ''.join(materials)

    def good(self, dice, identifier, goods, materials):
        chance = dice.random
        pick = lambda sequence: sequence[int(chance() * len(sequence))]
        code = pick(pick(self.by_text)[1]) if chance() < self.rare else pick(self.codes)
        exporter = pick(self.parties)
        fob = 5000 + int(chance() * 495000)
        grams = 50 + int(chance() * 20000)
        lines = 0 if chance() < 0.003 else pick(self.lines)
        boundary = chance() if lines else 1
        # Sums of whole threes, so that 60 % can be met to the cent.
        step = 3 if boundary < 0.05 else 1
        sums = self.materials(dice, identifier, code, exporter, fob // step, grams, lines, step, materials)
        fob = exact_boundary(boundary, fob, *sums)
        textile = '50' <= code[:2] <= '63'
        weight = '' if chance() < (0.2 if textile else 0.5) else f'{grams // 1000}.{grams % 1000:03d}'
        minimal = chance()
        minimal = 'yes' if minimal < 0.03 else 'no' if minimal < 0.9 else ''
        reaction = chance()
        reaction = exporter if reaction < 0.15 else pick(self.parties) if reaction < 0.2 else (
            'no' if reaction < 0.8 else '')
        whole = pick('abcdefghij') if chance() < 0.02 else ''
        costs = ['', '', '', '']
        if chance() < 0.25:
            costs = [cents(int(chance() * fob / 6)) if chance() < 0.8 else '' for _ in costs]
        branch = pick(['1', '2', '']) if code in self.split else ''
        goods.append(f'{identifier},{code},{exporter},{cents(fob)},USD,{weight},{whole},{minimal},{reaction},'
                     f'{costs[0]},{costs[1]},{costs[2]},{costs[3]},{branch}\n')

    def materials(self, dice, identifier, code, exporter, fob, grams, lines, step, out):
        """Appends the lines of a good; returns its VNM, and the value of what stayed in its chapter, heading or subheading."""
        chance = dice.random
        bits = dice.getrandbits
        codes, heading, chapter = self.codes, self.by_heading[code[:4]], self.by_chapter[code[:2]]
        spread = (0.3, 0.9, 1.8, 2.6)[bits(2)]
        most_value = max(1, int(fob * spread / max(1, lines)))
        most_grams = max(1, grams // max(1, lines))
        originating = (0.1, 0.3, 0.45, 0.45, 0.6, 0.8, 0.97, 1.0)[bits(3)]
        own_share = originating * (0.6, 0.9, 1.0)[int(chance() * 3)]
        near = (0.05, 0.2, 0.4, 0.8)[bits(2)]
        weights_known = bits(3) > 0
        parties = self.parties
        proven = (0.0, 0.9, 1.0, 1.0)[bits(2)] if self.with_evidence else None
        unchanged_prefix = code[:self.digits[code]]
        vnm = unchanged = 0
        for line in range(1, lines + 1):
            kind = chance()
            pool = heading if kind < near / 2 else chapter if kind < near else codes
            material = pool[int(chance() * len(pool))]
            value = (1 + int(chance() * most_value)) * step
            weight = 1 + int(chance() * most_grams)
            role = ROLES[bits(6)]
            state = chance()
            if state < originating:
                status = 'originating'
                country = parties[bits(8) % 15] if state >= own_share else exporter if bits(3) else ''
            elif state < 0.95 or originating > 0.9:
                status, country = 'nonOriginating', OTHER_COUNTRIES[bits(3)]
            else:
                status, country = 'undetermined', ''
            if status != 'originating' and role not in ('indirect', 'shippingPackaging'):
                vnm += value
                if role in ('', 'material') and material.startswith(unchanged_prefix):
                    unchanged += value
            grams_text = f'{weight // 1000}.{weight % 1000:03d}' if weights_known or bits(3) else ''
            out.append(f'{identifier},{line * 10},{material},{status},{country},{value // 100}.{value % 100:02d},'
                       f'{grams_text},{role}{"" if proven is None else evidence(dice, status, proven)}\n')
        return vnm, unchanged


ROLES = [''] * 56 + ['material', 'material', 'retailPackaging', 'retailPackaging', 'shippingPackaging', 'accessory',
                     'accessory', 'indirect']


def evidence(dice, status, share):
    if status != 'originating' or dice.random() >= share:
        return ',,,'
    return f',{EVIDENCE[dice.getrandbits(2)]},E-{dice.getrandbits(20)},2026-0{1 + dice.getrandbits(3)}-15'


def exact_boundary(chance, fob, vnm, unchanged):
    """For one good in ten, the FOB value at which a threshold is met to the cent, or, in half of them, just missed."""
    if chance < 0.05 and vnm:
        return max(1, vnm * 5 // 3 - (1 if chance < 0.025 else 0))        # (FOB - VNM) / FOB >= 40 %
    if chance < 0.1 and unchanged:
        return max(1, unchanged * 10 - (1 if chance < 0.075 else 0))      # de minimis: 10 % of FOB
    return fob


def cents(amount):
    return f'{amount // 100}.{amount % 100:02d}'


def prepare(*settings):
    global PORTFOLIO
    PORTFOLIO = Portfolio(*settings)


def make(task):
    return PORTFOLIO.block(*task)


def generate(goods, mean, folder, seed=1, jobs=0, rare=0.1, with_evidence=False):
    """Writes FOLDER/goods.csv and FOLDER/materials.csv; returns the number of material lines."""
    # A process of the pool that cannot begin would be begun again for ever.
    if not os.path.isdir(RULES):
        raise FileNotFoundError(f'{os.path.normpath(RULES)} is not there; the codes and rules come from it')
    os.makedirs(folder, exist_ok=True)
    tasks = [(first, min(BLOCK, goods - first)) for first in range(0, goods, BLOCK)]
    count = 0
    with multiprocessing.Pool(jobs or os.cpu_count(), prepare, (seed, mean, rare, with_evidence)) as pool, \
            open(os.path.join(folder, 'goods.csv'), 'w', encoding='utf-8', newline='') as goods_file, \
            open(os.path.join(folder, 'materials.csv'), 'w', encoding='utf-8', newline='') as materials_file:
        goods_file.write(GOODS_HEADER)
        materials_file.write(MATERIALS_HEADER + (EVIDENCE_HEADER if with_evidence else '') + '\n')
        for goods_rows, material_rows in pool.imap(make, tasks):
            goods_file.write(goods_rows)
            materials_file.write(material_rows)
            count += material_rows.count('\n')
    return count


def main():
    parser = argparse.ArgumentParser(description='Write a seeded portfolio for rcep batch.')
    parser.add_argument('goods', type=int)
    parser.add_argument('mean_lines', type=float)
    parser.add_argument('folder')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--jobs', type=int, default=0, help='processes; default: one a processor')
    parser.add_argument('--rare', type=float, default=0.1, help='share of goods drawn by the text of their rule')
    parser.add_argument('--evidence', action='store_true', help='with columns of evidence')
    given = parser.parse_args()
    lines = generate(given.goods, given.mean_lines, given.folder, given.seed, given.jobs, given.rare, given.evidence)
    print(f'{given.folder}: {given.goods} goods, {lines} lines of materials', file=sys.stderr)


if __name__ == '__main__':
    main()
