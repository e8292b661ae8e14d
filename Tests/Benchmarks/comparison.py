"""Compares two answers to the same portfolio, good by good, without holding either in memory."""
import csv
import itertools
from decimal import Decimal

COMPARED = ['verdict', 'criterion', 'supplements', 'rvc_indirect']


def answers(path, columns):
    """Identifier, and what is compared, of each row; numbers by value and not by spelling."""
    value = lambda name, text: Decimal(text) if text and name.startswith('rvc_') else text
    with open(path, encoding='utf-8', newline='') as file:
        for row in csv.DictReader(file):
            yield row['good_id'], tuple(value(name, row[name]) for name in columns)


def compare(ours, theirs, columns=COMPARED, shown=5):
    """Number of goods, number of those that differ, and the first few of these as text.

    An answer of one file that has no partner in the other differs too.
    """
    count = different = 0
    examples = []
    nothing = ('', ('no such row',) * len(columns))
    for a, b in itertools.zip_longest(answers(ours, columns), answers(theirs, columns), fillvalue=nothing):
        count += 1
        if a != b:
            different += 1
            if len(examples) < shown:
                pairs = [f'{name} {x} / {y}' for name, x, y in zip(['good_id', *columns], (a[0], *a[1]), (b[0], *b[1]))
                         if x != y]
                examples.append(f'{a[0] or b[0]}: ' + ', '.join(pairs))
    return count, different, examples
