#!/usr/bin/env python3
"""Determines a portfolio of goods on Apache Spark: each partition of goods is piped through `rcep batch`.

usage: spark-submit rcep_spark.py --program rcep --rules Rules --goods FILE --materials FILE --output FOLDER
       spark-submit rcep_spark.py --program rcep --rules Rules --dossiers FILE --output FOLDER

Spark only divides, carries and retries; every answer is that of `rcep batch`, and in input order. The program and its
rules travel with the job. docs/spark.md tells the rest. Exit status as `rcep batch`: 0 every good was judged, 65 bad input
data.
"""
import argparse
import atexit
import datetime
import os
import shutil
import sys
import tarfile
import tempfile
import uuid

from pyspark.sql import SparkSession
from pyspark.sql import functions as f

import order_of_production
import partition
import tables

HERE = os.path.dirname(os.path.abspath(__file__))
#: More problems than a person would read are only counted.
MOST_PROBLEMS = 1000


def arguments(words=None):
    parser = argparse.ArgumentParser(prog='rcep_spark.py', description='Runs rcep batch on Apache Spark.')
    parser.add_argument('--program', help='rcep, built for the workers (make build gives one that needs libxml2 alone)')
    parser.add_argument('--rules', help='the folder Rules')
    parser.add_argument('--bundle', help='a .tar.gz of both, in place of --program and --rules: rcep and Rules at its top')
    parser.add_argument('--goods', help='goods.csv, or a Parquet file or folder of the same columns')
    parser.add_argument('--materials', help='materials.csv, or a Parquet file or folder of the same columns')
    parser.add_argument('--dossiers', help='one rcep-dossier/1 a line, or Parquet with them in a column named dossier')
    parser.add_argument('--output', required=True, help='folder for the answers; must not be there yet')
    parser.add_argument('--to', choices=('csv', 'json', 'parquet'), default='csv', help='format of the answers')
    parser.add_argument('--explain', help='folder for the full determinations (rcep-determination/1, one a line)')
    parser.add_argument('--problems', help='folder for what is wrong with the input; default: standard error')
    parser.add_argument('--partitions', type=int, help='default: four for each core')
    parser.add_argument('--date', default=datetime.date.today().isoformat(), type=day,
                        help='day of the determinations, YYYY-MM-DD; default today, for every partition alike')
    parser.add_argument('--batch-option', action='append', default=[], metavar='WORD',
                        help='a word handed on to rcep batch; may be repeated')
    given = parser.parse_args(words)
    if bool(given.dossiers) == bool(given.goods) or bool(given.goods) != bool(given.materials):
        parser.error('give --goods with --materials, or --dossiers')
    if bool(given.bundle) == bool(given.program) or bool(given.program) != bool(given.rules):
        parser.error('give --program with --rules, or --bundle')
    return given


def day(text):
    return datetime.date.fromisoformat(text).isoformat()


def bundle(program, rules, folder):
    """Path of an archive of both."""
    path = os.path.join(folder, 'rcep-bundle.tar.gz')
    with tarfile.open(path, 'w:gz') as archive:
        archive.add(program, arcname='rcep')
        archive.add(rules, arcname='Rules')
    return path


def answers_of_goods(spark, given, runner, partitions):
    """Results of a portfolio in CSV or Parquet, level of production after level."""
    goods, materials = tables.table(spark, given.goods), tables.table(spark, given.materials)
    tables.check_goods(goods)
    orphans = tables.orphans(goods, materials)
    levels = order_of_production.Levels(goods, materials)
    run = runner.tables(goods.header, materials.header)
    results = None
    for level in range(levels.count):
        parts = 1 if level == levels.undivided else partitions
        rows = partition.lay_out(levels.rows(level), parts, goods.places)
        answered = frame_of(spark, rows, run)
        if level + 1 < levels.count:
            levels.learn(answered)
        results = answered if results is None else results.union(answered)
    return results, orphans


def answers_of_dossiers(spark, given, runner, partitions):
    dossiers = tables.dossiers(spark, given.dossiers)
    rows = dossiers.select(f.col('place').alias('good_place'), f.lit(0).alias('kind'), f.lit(0).alias('line'), 'row')
    return frame_of(spark, partition.lay_out(rows, partitions, tables.places(dossiers)), runner.dossiers()), []


def frame_of(spark, rows, run):
    """Kept, so that a partition that has been answered is not answered again for each thing that is read of it."""
    return spark.createDataFrame(rows.rdd.mapPartitions(run), partition.RESULT, verifySchema=False).persist()


def write(spark, given, results):
    """Writes what was asked for; gives what is wrong with the input."""
    headers = results.where(f.col('tag') == partition.HEADER).take(1)
    if not headers:
        raise tables.InputFault('there is no good in the input')
    tables.write(spark, results, headers[0].value, given.output, given.to)
    if given.explain:
        tables.values(results, partition.EXPLANATION).saveAsTextFile(given.explain)
    problems = tables.values(results, partition.PROBLEM).take(MOST_PROBLEMS + 1)
    return problems[:MOST_PROBLEMS] + ['... and more problems'] * (len(problems) > MOST_PROBLEMS)


def main(words=None):
    given = arguments(words)
    spark = SparkSession.builder.appName('rcep batch').getOrCreate()
    for folder in filter(None, (given.output, given.explain, given.problems)):
        if tables.exists(spark, folder):
            print(f'{folder}: stands there already; results go to a folder of their own', file=sys.stderr)
            return 65
    context = spark.sparkContext
    for module in ('partition.py', 'tables.py', 'order_of_production.py'):
        context.addPyFile(os.path.join(HERE, module))
    # A name of its own for each job of a session; the archive is there as long as the session may fetch it.
    name, folder = f'rcep-{uuid.uuid4().hex}', tempfile.mkdtemp(prefix='rcep-spark-')
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    archive = given.bundle or bundle(given.program, given.rules, folder)
    context.addArchive(f'{archive}#{name}')
    runner = partition.Runner(name, ['--date', given.date, *given.batch_option], explains=bool(given.explain))
    partitions = given.partitions or 4 * context.defaultParallelism
    try:
        answers_of = answers_of_dossiers if given.dossiers else answers_of_goods
        results, problems = answers_of(spark, given, runner, partitions)
        problems += write(spark, given, results)
    except tables.InputFault as fault:
        print(fault, file=sys.stderr)
        return 65
    is_bad = results.where((f.col('tag') == partition.STATUS) & (f.col('value') != '0')).take(1)
    if problems and given.problems:
        context.parallelize(problems, 1).saveAsTextFile(given.problems)
    elif problems:
        print('\n'.join(problems), file=sys.stderr)
    return 65 if problems or is_bad else 0


if __name__ == '__main__':
    sys.exit(main())
