#!/usr/bin/env python3
"""The Spark job on local workers: whatever is divided, shipped, failed and retried, the answers are those of one machine.

usage: test_spark_job.py RCEP [unittest options]      run from the top of the project; needs pyspark and Java 17
"""
import csv
import glob
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import unittest.mock

import level_by_level
import portfolio

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
JOB = os.path.join(ROOT, 'Sources', 'spark-batch')
RULES = os.path.join(ROOT, 'Rules')
DAY = '2026-11-01'
#: Four workers, and three tries of each partition.
MASTER = 'local[4,3]'
SETTINGS = {'spark.ui.enabled': 'false', 'spark.ui.showConsoleProgress': 'false', 'spark.sql.shuffle.partitions': '4', 'spark.driver.host': '127.0.0.1',
            'spark.driver.bindAddress': '127.0.0.1', 'spark.log.level': 'ERROR'}
sys.path.insert(0, JOB)
os.environ['PYSPARK_PYTHON'] = sys.executable
RCEP = None

from pyspark.sql import SparkSession  # noqa: E402

import order_of_production  # noqa: E402
import rcep_spark  # noqa: E402


def write(path, rows):
    """A lone surrogate is a byte that is not UTF-8."""
    with open(path, 'w', encoding='utf-8', errors='surrogateescape', newline='') as file:
        file.writelines(row + '\n' for row in rows)


def joined(folder):
    """The files of a folder one behind the other, as a user puts them together."""
    return b''.join(pathlib.Path(path).read_bytes() for path in sorted(glob.glob(os.path.join(folder, 'part-*'))))


def lines(data):
    return data.decode().splitlines()


class SparkJobTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        builder = SparkSession.builder.master(MASTER)
        for name, value in SETTINGS.items():
            builder = builder.config(name, value)
        cls.spark = builder.getOrCreate()
        cls.home = tempfile.TemporaryDirectory(prefix='rcep-spark-tests-')
        # One in which goods feed goods, and one of a single level, which takes fewer steps.
        cls.goods, cls.materials = portfolio.portfolio(goods=150, levels=3)
        cls.one, cls.flat = cls.folder('one'), cls.folder('flat')
        cls.status = cls.written(cls.one, cls.goods, cls.materials)
        cls.flat_goods, cls.flat_materials = portfolio.portfolio(goods=90, levels=1)
        cls.flat_status = cls.written(cls.flat, cls.flat_goods, cls.flat_materials)

    @classmethod
    def tearDownClass(cls):
        cls.spark.stop()
        cls.home.cleanup()

    @classmethod
    def folder(cls, name):
        path = os.path.join(cls.home.name, name)
        os.makedirs(path, exist_ok=True)
        return path

    @classmethod
    def written(cls, folder, goods, materials):
        """Writes a portfolio, and answers it on one machine."""
        write(f'{folder}/goods.csv', goods)
        write(f'{folder}/materials.csv', materials)
        return cls.single(folder)

    @staticmethod
    def single(folder):
        """The answers of one machine, as out.csv and explained.jsonl beside the input, and what it says as said.txt."""
        with open(f'{folder}/said.txt', 'w', encoding='utf-8') as said:
            return subprocess.run(
                [RCEP, 'batch', '--goods', 'goods.csv', '--materials', 'materials.csv', '--output', 'out.csv', '--explain',
                 'explained.jsonl', '--rules', RULES, '--date', DAY], cwd=folder, stdout=subprocess.DEVNULL,
                stderr=said, check=False).returncode

    def job(self, *words, program=None):
        return rcep_spark.main(['--program', program or RCEP, '--rules', RULES, '--date', DAY, '--partitions', '6', *words])

    def tables(self, folder):
        return '--goods', f'{folder}/goods.csv', '--materials', f'{folder}/materials.csv'

    def assert_same(self, found, path):
        with open(path, 'rb') as file:
            wanted = file.read()
        self.assertTrue(wanted, path)
        if found != wanted:
            differing = next(pair for pair in zip(lines(found) + [None], lines(wanted) + [None]) if pair[0] != pair[1])
            self.fail(f'{path} differs; first: {differing}')

    # MARK: the same bytes

    def test_answers_and_determinations_are_those_of_one_machine(self):
        out = self.folder('same')
        status = self.job(*self.tables(self.one), '--output', f'{out}/answers', '--explain', f'{out}/explained')
        self.assertEqual(status, self.status)
        self.assert_same(joined(f'{out}/answers'), f'{self.one}/out.csv')
        self.assert_same(joined(f'{out}/explained'), f'{self.one}/explained.jsonl')

    def test_goods_made_of_goods_are_what_they_are_taken_one_level_after_the_other(self):
        steps = self.folder('steps')
        write(f'{steps}/goods.csv', self.goods)
        write(f'{steps}/materials.csv', self.materials)
        self.assertEqual(level_by_level.answer(steps, self.single, DAY), self.status)
        self.assert_same(pathlib.Path(steps, 'out.csv').read_bytes(), f'{self.one}/out.csv')
        found, wanted = (self.without_digests(folder) for folder in (steps, self.one))
        self.assertEqual(found, wanted)

    @staticmethod
    def without_digests(folder):
        """The determinations without the digests of the rows, which there have the status of the goods in them, and without
        the descriptions, which name the good a material is."""
        with open(f'{folder}/explained.jsonl', encoding='utf-8') as file:
            return [re.sub('"(inputDigest|description)":"[^"]*"', '', line) for line in file]

    def test_the_portfolio_is_worth_testing(self):
        with open(f'{self.one}/out.csv', newline='') as file:
            rows = list(csv.DictReader(file))
        verdicts = {(row['verdict'], row['verdict_on_evidence']) for row in rows}
        self.assertIn(('originating', 'originating'), verdicts)
        self.assertIn(('notOriginating', 'notOriginating'), verdicts)
        self.assertEqual(len(rows), len(self.goods) - 1)
        self.assertGreater(sum(not row.endswith(',') for row in self.materials), 50, 'too few goods are made of goods')
        # Of goods that are made of goods, the answer would be another one without what those are.
        self.assertGreater(len({verdict for verdict, _ in verdicts}), 1)

    def test_as_a_user_submits_it(self):
        import pyspark
        out = self.folder('submitted')
        home = os.path.dirname(pyspark.__file__)
        settings = [word for name, value in SETTINGS.items() for word in ('--conf', f'{name}={value}')]
        done = subprocess.run(
            [f'{home}/bin/spark-submit', '--master', MASTER, *settings, f'{JOB}/rcep_spark.py', '--program', RCEP, '--rules',
             RULES, *self.tables(self.one), '--date', DAY, '--output', f'{out}/answers'],
            env=dict(os.environ, SPARK_HOME=home), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, self.status, done.stderr.decode()[-2000:])
        self.assert_same(joined(f'{out}/answers'), f'{self.one}/out.csv')

    # MARK: failure

    def test_a_failing_partition_is_run_again_and_gives_no_row_twice(self):
        out = self.folder('failing')
        victim = self.flat_goods[40].split(',')[0]
        program, tries, runs = f'{out}/rcep', f'{out}/tries', f'{out}/runs'
        write(program, [
            '#!/bin/sh', f'echo run >>{runs}', f'if grep -q "^{victim}," goods.csv; then', f'    echo tried >>{tries}',
            f'    if [ "$(wc -l <{tries})" -lt 3 ]; then', '        head -n 5 goods.csv >out.csv', '        kill -9 $$', '    fi',
            'fi', f'exec {RCEP} "$@"'])
        os.chmod(program, 0o755)
        status = self.job(*self.tables(self.flat), '--output', f'{out}/answers', program=program)
        with open(tries, encoding='utf-8') as file:
            self.assertEqual(len(file.readlines()), 3, 'the partition did not fail twice')
        with open(runs, encoding='utf-8') as file:
            self.assertGreaterEqual(len(file.readlines()), 2 + 5, 'the work was not divided')
        self.assertEqual(status, self.flat_status)
        self.assert_same(joined(f'{out}/answers'), f'{self.flat}/out.csv')

    def test_a_partition_that_always_fails_ends_the_job(self):
        out = self.folder('always-failing')
        write(f'{out}/rcep', ['#!/bin/sh', 'echo "no rules" >&2', 'exit 70'])
        os.chmod(f'{out}/rcep', 0o755)
        with self.assertRaisesRegex(Exception, 'rcep batch ended with 70: no rules'):
            self.job(*self.tables(self.flat), '--output', f'{out}/answers', program=f'{out}/rcep')
        self.assertFalse(os.path.exists(f'{out}/answers/_SUCCESS'))

    # MARK: other formats

    def test_parquet_in_and_out_and_json_out(self):
        out = self.folder('parquet')
        for name in ('goods', 'materials'):
            frame = self.spark.read.csv(f'{self.flat}/{name}.csv', header=True)
            if name == 'goods':
                frame = frame.withColumn('fob', frame.fob.cast('decimal(18,2)'))
            frame.coalesce(1).write.parquet(f'{out}/{name}')
        tables = '--goods', f'{out}/goods', '--materials', f'{out}/materials'
        self.assertEqual(self.job(*tables, '--output', f'{out}/csv'), self.flat_status)
        self.assert_same(joined(f'{out}/csv'), f'{self.flat}/out.csv')
        with open(f'{self.flat}/out.csv', newline='') as file:
            wanted = [{name: value or None for name, value in row.items()} for row in csv.DictReader(file)]
        self.job(*tables, '--output', f'{out}/json', '--to', 'json')
        self.assertEqual([json.loads(line) for line in lines(joined(f'{out}/json'))], wanted)
        self.job(*tables, '--output', f'{out}/answers', '--to', 'parquet')
        found = self.spark.read.parquet(f'{out}/answers').collect()
        self.assertEqual(sorted((row.asDict() for row in found), key=lambda row: row['good_id']), wanted)

    def test_amounts_in_floating_point_are_refused(self):
        out = self.folder('floating')
        frame = self.spark.read.csv(f'{self.flat}/goods.csv', header=True)
        frame.withColumn('fob', frame.fob.cast('double')).write.parquet(f'{out}/goods')
        words = '--goods', f'{out}/goods', '--materials', f'{self.flat}/materials.csv', '--output', f'{out}/answers'
        self.assertEqual(self.job(*words), 65)
        self.assertFalse(os.path.exists(f'{out}/answers'))

    def test_dossiers(self):
        out = self.folder('dossiers')
        paths = sorted(glob.glob(os.path.join(ROOT, 'Fixtures', 'dossiers', '*.json')))
        write(f'{out}/in.jsonl', [json.dumps(json.loads(pathlib.Path(path).read_text('utf-8')), ensure_ascii=False) for path in paths])
        status = subprocess.run(
            [RCEP, 'batch', '--dossiers', 'in.jsonl', '--output', 'out.csv', '--explain', 'explained.jsonl', '--rules', RULES,
             '--date', DAY], cwd=out, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode
        words = '--dossiers', f'{out}/in.jsonl', '--output', f'{out}/answers', '--explain', f'{out}/explained'
        self.assertEqual(self.job(*words), status)
        self.assert_same(joined(f'{out}/answers'), f'{out}/out.csv')
        self.assert_same(joined(f'{out}/explained'), f'{out}/explained.jsonl')

    # MARK: bad input

    def test_goods_made_of_each_other_spoil_no_others(self):
        bad = self.folder('circle')
        goods = [row.split(',')[0] for row in self.goods[1:]]
        circle = (goods[3], goods[9])
        rows = self.materials[1:] + [
            f'{good},99,850120,,1.00,,,,,,{maker}' for good, maker in (circle, circle[::-1])]
        rows.sort(key=lambda row: row.split(',')[0])
        write(f'{bad}/goods.csv', self.goods)
        write(f'{bad}/materials.csv', [self.materials[0]] + rows)
        self.assertEqual(self.job(*self.tables(bad), '--output', f'{bad}/answers', '--problems', f'{bad}/problems'), 65)
        spoilt = set(circle)
        for _ in goods:
            spoilt |= {row.split(',')[0] for row in rows if row.rsplit(',', 1)[1] in spoilt}
        with open(f'{self.one}/out.csv', encoding='utf-8') as file:
            wanted = {line.split(',')[0]: line for line in file.read().splitlines()}
        found = lines(joined(f'{bad}/answers'))
        self.assertEqual(found[0], wanted['good_id'])
        self.assertEqual([line.split(',')[0] for line in found[1:]], goods)
        for line in found[1:]:
            identity, verdict, *_ = line.split(',')
            if identity in spoilt:
                self.assertEqual(verdict, 'error', line)
            else:
                self.assertEqual(line, wanted[identity])
        self.assertLess(len(spoilt), len(goods) // 2)
        text = joined(f'{bad}/problems').decode()
        self.assertIn('materials.csv:', text)

    def test_a_bad_row_is_reported_where_it_stands_in_the_whole(self):
        bad = self.folder('bad-row')
        rows = list(self.flat_materials)
        # A blank line is no row, but has a number.
        rows.insert(len(rows) // 4, '')
        at = len(rows) // 2
        fields = next(csv.reader([rows[at]]))
        rows[at] = ','.join(fields[:4] + ['12,50'] + [''] * 6).replace('12,50', '"12,50"')
        self.assertEqual(self.written(bad, self.flat_goods, rows), 65)
        status = self.job(*self.tables(bad), '--output', f'{bad}/answers', '--problems', f'{bad}/problems', '--explain',
                          f'{bad}/explained')
        self.assertEqual(status, 65)
        self.assert_same(joined(f'{bad}/answers'), f'{bad}/out.csv')
        self.assert_same(joined(f'{bad}/explained'), f'{bad}/explained.jsonl')
        self.assertIn(f'materials.csv:{at + 1}:', joined(f'{bad}/problems').decode())

    def test_what_is_wrong_with_goods_made_of_goods_is_told_alike(self):
        """B is made of A under another code, C of E, which has errors; D is made of A as it should be."""
        bad = self.folder('bad-made')
        goods = [f'{good},{code},CN,100,USD,' for good, code in zip('ABCDE', '871120 850120 850120 850120 85'.split())]
        # Of F row and material are wrong, in two files; the last row is one a spreadsheet leaves.
        goods += ['F,871120,CN,much,USD,', ',,,,,']
        rows = [f'{good},1,{code},{status},8,,,,,,{made}' for good, code, status, made in (
            ('A', '850120', 'nonOriginating', ''), ('B', '871410', '', 'A'), ('C', '850120', '', 'E'),
            ('D', '8711.20.10', '', 'A'), ('E', '850120', 'nonOriginating', ''), ('F', '850120', 'bought', ''),
            ('F', '850120', 'nonOriginating', ''))]
        self.assertEqual(self.written(bad, [portfolio.GOODS] + goods, [portfolio.MATERIALS] + rows), 65)
        status = self.job(*self.tables(bad), '--output', f'{bad}/answers', '--problems', f'{bad}/problems', '--explain',
                          f'{bad}/explained')
        self.assertEqual(status, 65)
        self.assert_same(joined(f'{bad}/answers'), f'{bad}/out.csv')
        self.assert_same(joined(f'{bad}/explained'), f'{bad}/explained.jsonl')
        verdicts = [line.split(',')[1] for line in lines(joined(f'{bad}/answers'))[1:]]
        self.assertEqual([verdict == 'error' for verdict in verdicts], [False, True, True, False, True, True])
        self.assertEqual(self.job(*self.tables(bad), '--output', f'{bad}/answers'), 65, 'an earlier output is written over')
        told = lines(joined(f'{bad}/problems'))
        with open(f'{bad}/said.txt', encoding='utf-8') as file:
            said = file.read().splitlines()
        self.assertEqual(sorted(told), sorted(said[:len(told)]))

    def test_problems_that_are_not_shown_are_counted(self):
        bad = self.folder('many-bad')
        rows = [self.flat_materials[0]] + [row + ',one,more' for row in self.flat_materials[1:]]
        self.assertEqual(self.written(bad, self.flat_goods, rows), 65)
        self.job(*self.tables(bad), '--output', f'{bad}/answers', '--problems', f'{bad}/problems')
        told = joined(f'{bad}/problems').decode()
        more = sum(int(count) for count in re.findall(r'\.\.\. and ([0-9]+) more problems', told))
        self.assertGreater(more, 0)
        self.assertEqual(more + len(re.findall('(?m)^materials.csv:', told)), len(rows) - 1)

    #: Name, goods, materials, and what is said.
    REFUSED = (
        ('empty', [], ['good_id,material_id'], 'the file is empty'),
        ('no-column', ['id,fob', 'A,1'], ['good_id,material_id', 'A,1'], 'goods.csv:1: there is no column good_id'),
        ('twice', ['good_id,fob', 'A,1', 'B,1', 'A,2'], ['good_id,material_id', 'A,1'], 'the good A stands there 2 times'),
        ('no-owner', ['good_id,fob', 'A,1'], ['good_id,material_id', 'A,1', ',2'], 'materials.csv:3: good_id is empty'),
        ('almost', ['good_id,fob', 'A,1'], ['good_id,material_id', 'a ,1'], 'materials.csv:2: there is no good “a ”'),
        ('beside', ['good_id,fob', 'A,1'], ['good_id,material_id', '"A"x,1'], 'materials.csv:2: a field goes on'),
        ('not-utf-8', ['good_id,fob', '\udcd6,1'], ['good_id,material_id', 'A,1'], 'goods.csv:2: the line is not UTF-8'),
        ('too-deep', ['good_id,hs_code,exporting_party'] + [f'{n},871120,CN' for n in range(5)],
         ['good_id,material_id,produced_good_id'] + [f'{n},1,{n + 1}' for n in range(4)], 'to more than 2 levels'),
        ('broken', ['good_id,fob', 'A,1'], ['good_id,material_id', 'A,1', 'A,"x', 'y"'], 'materials.csv:3: a field goes on'),
    )

    def test_input_that_cannot_be_divided(self):
        for name, goods, materials, message in self.REFUSED:
            with self.subTest(name):
                bad = self.folder(name)
                write(f'{bad}/goods.csv', goods)
                write(f'{bad}/materials.csv', materials)
                with tempfile.TemporaryFile('w+') as errors:
                    kept, sys.stderr = sys.stderr, errors
                    try:
                        with unittest.mock.patch.object(order_of_production, 'DEEPEST', 2):
                            status = self.job(*self.tables(bad), '--output', f'{bad}/answers')
                    finally:
                        sys.stderr = kept
                    errors.seek(0)
                    self.assertIn(message, errors.read())
                self.assertEqual(status, 65)


if __name__ == '__main__':
    RCEP = os.path.abspath(sys.argv.pop(1))
    unittest.main(verbosity=2)
