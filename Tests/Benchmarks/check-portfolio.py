#!/usr/bin/env python3
"""Determines a small portfolio with `rcep batch` and with plain Python, and compares every answer.

usage: check-portfolio.py RCEP [GOODS] [--seed N]      run from the top of the project; a few seconds

An independent check of the engine: the peer is written from the law and takes only the rules from the program. Fails
too where the portfolio does not hold every text of a rule, every verdict and every criterion: what does not occur is
not compared.
"""
import argparse
import csv
import os
import subprocess
import sys
import tempfile

import comparison
import generate

HERE = os.path.dirname(os.path.abspath(__file__))
VERDICTS = {'originating', 'notOriginating', 'undetermined'}
CRITERIA = {'WO', 'PE', 'CTC', 'RVC', 'CR'}
COMPARED = comparison.COMPARED + ['verdict_on_evidence', 'rvc_direct']
SUPPLEMENTS = {'', 'ACU', 'DMI', 'ACU;DMI'}


def column(path, name):
    with open(path, encoding='utf-8', newline='') as file:
        return {row[name] for row in csv.DictReader(file)}


def missing(folder):
    """What the portfolio or its answers do not hold."""
    texts = generate.rule_texts()
    text_of = lambda code: texts.get(code) or texts.get(code[:4]) or texts[code[:2]]
    answers = os.path.join(folder, 'ours.csv')
    occurring = {text_of(code) for code in column(os.path.join(folder, 'goods.csv'), 'hs_code')}
    wanted = {text_of(code) for code in generate.subheadings()}
    return sorted((wanted - occurring) | (VERDICTS - column(answers, 'verdict'))
                  | (VERDICTS - column(answers, 'verdict_on_evidence'))
                  | (CRITERIA - column(answers, 'criterion')) | (SUPPLEMENTS - column(answers, 'supplements')))


def answer(program, folder, goods, seed):
    """Makes the portfolio and both answers to it."""
    generate.generate(goods, 8, folder, seed, rare=0.5, with_evidence=True)
    path = lambda name: os.path.join(folder, name)
    batch = subprocess.run(
        [program, 'batch', '--goods', path('goods.csv'), '--materials', path('materials.csv'), '--output',
         path('ours.csv')], stderr=subprocess.PIPE, text=True)
    if batch.returncode != 0:
        sys.exit(f'{program} batch ended with {batch.returncode}:\n{batch.stderr}')
    with open(path('rules.jsonl'), 'wb') as rules:
        subprocess.run([program, 'rules', 'list', '--subheadings', '--format', 'jsonl'], stdout=rules, check=True)
    subprocess.run([sys.executable, os.path.join(HERE, 'peers', 'plain_python.py'), path('rules.jsonl'), folder,
                    path('theirs.csv'), '--all'], check=True)


def main():
    parser = argparse.ArgumentParser(description='Compare rcep batch with plain Python on a small portfolio.')
    parser.add_argument('program')
    parser.add_argument('goods', type=int, nargs='?', default=5000)
    parser.add_argument('--seed', type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        answer(given.program, folder, given.goods, given.seed)
        absent = missing(folder)
        count, different, examples = comparison.compare(os.path.join(folder, 'ours.csv'),
                                                        os.path.join(folder, 'theirs.csv'), COMPARED)
    for text in absent:
        print(f'does not occur in the portfolio: {text}', file=sys.stderr)
    for example in examples:
        print(f'rcep / plain Python: {example}', file=sys.stderr)
    print(f'portfolio: {count} goods compared with plain Python, {different} differ')
    sys.exit(1 if different or absent or count != given.goods else 0)


main()
