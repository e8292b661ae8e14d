"""What is done with one partition: its rows become files, `rcep batch` answers, its answers become rows again.

Results are tuples (place of the good, number, tag, value, verdict, verdict on evidence), so that one run of the program
gives everything that is kept of it. A partition whose program does not end with an answer raises, and Spark runs it
again; nothing of it has been handed on.
"""
import json
import os
import re
import subprocess
import tempfile
from array import array

from pyspark import SparkFiles, TaskContext
from pyspark.sql import functions as f

import order_of_production
from tables import field

ANSWER, EXPLANATION, PROBLEM, STATUS, HEADER = 'answer', 'explanation', 'problem', 'status', 'header'
RESULT = 'place long, number long, tag string, value string, verdict string, evidence string'
#: `rcep batch` has answered every good where it ends with one of these; 65: some rows are bad and are reported.
ANSWERED = (0, 65)
#: How a line of `--explain` begins where the good has errors.
FAULTY = '{"format":"rcep-problems/1"'
#: What `rcep batch` says of problems it does not show.
MORE = re.compile(r'^(\.\.\. and [0-9]+ more problems|……另有[0-9]+个问题)$')
#: How a message names the line where a material stands for the first time.
EARLIER = re.compile('(stands in line |已出现在第)([0-9]+)( already|行)')
#: `goods.csv:12:3: ` at the beginning of a message.
PLACE = re.compile(r'^(goods\.csv|materials\.csv|dossiers\.jsonl):([0-9]+)')


def lay_out(rows, partitions, places):
    """Goods that stand together come into one partition, each with its materials behind it, in input order."""
    part = f.floor(f.col('good_place') * partitions / max(1, places))
    return rows.withColumn('part', part).repartitionByRange(partitions, 'part').sortWithinPartitions(
        'good_place', 'kind', 'line').drop('part')


class Runner:
    """- bundle: what the program and the rules are called on a worker; options: words handed on to `rcep batch`."""

    def __init__(self, bundle, options, explains):
        self.bundle, self.options, self.explains = bundle, options, explains

    def tables(self, goods_header, materials_header):
        """A function on the rows of a partition as `Levels.rows` has them."""
        def run(rows):
            with tempfile.TemporaryDirectory(prefix='rcep-partition-') as folder:
                places, lines, known = array('q'), array('q'), set()
                with Text(folder, 'goods.csv', goods_header) as goods, \
                        Text(folder, 'materials.csv', materials_header) as materials:
                    for row in rows:
                        if row.kind == 0:
                            places.append(row.good_place)
                            goods.write(row.row + '\n')
                        else:
                            lines.append(row.line)
                            materials.write(row.row + '\n')
                            if row.known:
                                known.add(row.known)
                files = ['--goods', 'goods.csv', '--materials', 'materials.csv']
                if known:
                    files += ['--produced', 'produced.csv']
                    with Text(folder, 'produced.csv', order_of_production.HEADER) as produced:
                        produced.writelines(row + '\n' for row in sorted(known))
                if places:
                    yield from self.run(
                        folder, files, places, {'goods.csv': (places, 2), 'materials.csv': (lines, 2)})
        return run

    def dossiers(self):
        """A function on rows of place and text."""
        def run(rows):
            with tempfile.TemporaryDirectory(prefix='rcep-partition-') as folder:
                places = array('q')
                with Text(folder, 'dossiers.jsonl') as dossiers:
                    for row in rows:
                        places.append(row.good_place)
                        dossiers.write(row.row + '\n')
                if places:
                    yield from self.run(folder, ['--dossiers', 'dossiers.jsonl'], places, {'dossiers.jsonl': (places, 1)})
        return run

    def run(self, folder, files, places, origins):
        bundle, context = SparkFiles.get(self.bundle), TaskContext.get()
        command = [os.path.join(bundle, 'rcep'), 'batch', *files, '--output', 'out.csv', '--jobs',
                   str(context.cpus() if context else 1), '--rules', os.path.join(bundle, 'Rules'), '--lang', 'en', *self.options]
        if self.explains:
            command += ['--explain', 'explained.jsonl']
        done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE, check=False)
        messages = done.stderr.decode('utf-8', 'replace')
        if done.returncode not in ANSWERED:
            raise RuntimeError(f'rcep batch ended with {done.returncode}: {messages[-2000:]}')
        if not os.path.exists(os.path.join(folder, 'out.csv')):
            raise RuntimeError(f'rcep batch ended with {done.returncode} and gave no answers: {messages[-2000:]}')
        with open(os.path.join(folder, 'out.csv'), encoding='utf-8', newline='') as file:
            header, *answers = file.read().removesuffix('\n').split('\n')
        if len(answers) != len(places):
            raise RuntimeError(f'rcep batch gave {len(answers)} answers for {len(places)} goods')
        yield places[0], 0, HEADER, header, None, None
        for place, answer in zip(places, answers):
            yield place, 0, ANSWER, answer, field(answer, 1), field(answer, 2)
        yield places[0], 0, STATUS, str(done.returncode), None, None
        if done.returncode == 65:
            for number, text in enumerate(problems(messages, origins)):
                yield places[0], number, PROBLEM, text, None, None
        if self.explains:
            yield from explanations(os.path.join(folder, 'explained.jsonl'), places, origins)


class Text:
    """A file to write, with its header."""

    def __init__(self, folder, name, header=None):
        self.path, self.header = os.path.join(folder, name), header

    def __enter__(self):
        self.file = open(self.path, 'w', encoding='utf-8', newline='')
        if self.header is not None:
            self.file.write(self.header + '\n')
        return self.file

    def __exit__(self, *_):
        self.file.close()


def explanations(path, places, origins):
    """A line for each good, in their order: its determination, or what is wrong with it."""
    with open(path, encoding='utf-8', newline='\n') as file:
        lines = file.read().removesuffix('\n').split('\n')
    if len(lines) != len(places):
        raise RuntimeError(f'rcep batch gave {len(lines)} explanations for {len(places)} goods')
    for place, line in zip(places, lines):
        if line.startswith(FAULTY):
            line = located(line, origins)
        yield place, 0, EXPLANATION, line, None, None


def located(line, origins):
    """What is wrong with a good, with line numbers of the whole input."""
    report = json.loads(line)
    for problem in report['problems']:
        file = problem.get('file', report['file'])
        if problem['line'] is not None:
            problem['line'] = whole_line(file, problem['line'], origins)
        problem['message'] = said_of_whole(problem['message'], file, origins)
    return json.dumps(report, ensure_ascii=False, separators=(',', ':'))


def whole_line(file, line, origins):
    """The line of the whole input that a line of the partition is."""
    places, first = origins[file]
    index = line - first
    # The header is the first line of every partition as it is of the input.
    return places[index] + first if 0 <= index < len(places) else line


def said_of_whole(message, file, origins):
    """A message that names another line of its file."""
    return EARLIER.sub(lambda found: found[1] + str(whole_line(file, int(found[2]), origins)) + found[3], message)


def problems(messages, origins):
    """Messages with their continuation lines; line numbers of the partition become those of the whole input."""
    found = []
    for line in messages.splitlines():
        place = PLACE.match(line)
        if place:
            rest = said_of_whole(line[place.end():], place[1], origins)
            found.append(f'{place[1]}:{whole_line(place[1], int(place[2]), origins)}{rest}')
        elif found and line.startswith('  '):
            found[-1] += '\n' + line
        elif found and MORE.match(line):
            found.append(line + ' in the same partition')
        elif found:
            break
    return found
