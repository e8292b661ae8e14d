"""Input and output: CSV, JSON lines and Parquet as numbered rows, and results as files.

Rows of CSV are carried as they are written, so that no amount is ever read as anything but text.
"""
import csv
import datetime
import decimal
import io

from pyspark.sql import functions as f
from pyspark.sql import types

ROW = types.StructType([
    types.StructField('place', types.LongType()), types.StructField('good', types.StringType()),
    types.StructField('row', types.StringType()), types.StructField('maker', types.StringType())])


class InputFault(Exception):
    """Something in the input that no partition can answer for."""


class Table:
    """Rows in input order: place from 0, good, the row as text, and the good a material is made of."""

    def __init__(self, spark, path, header, numbered):
        self.path, self.header = path, header
        self.columns = next(csv.reader([header]))
        good, maker = self.number('good_id', path), self.optional('produced_good_id')
        self.rows = spark.createDataFrame(
            numbered.map(lambda row: (row[0], field(row[1], good), row[1], field(row[1], maker) or None)), ROW,
            verifySchema=False).persist()
        self.places = places(self.rows)

    def optional(self, name):
        """Number of a column; None where there is none."""
        return self.columns.index(name) if name in self.columns else None

    def number(self, name, path):
        if name not in self.columns:
            raise InputFault(f'{path}:1: there is no column {name}')
        return self.columns.index(name)


def places(rows):
    """How many places there are, those of blank lines among them."""
    last = rows.agg(f.max('place')).first()[0]
    return 0 if last is None else last + 1


def field(row, number):
    """A field of a row of CSV; empty where the row is too short, which rcep reports."""
    if number is None:
        return ''
    fields = row.split(',') if '"' not in row else next(csv.reader([row]))
    return fields[number] if number < len(fields) else ''


def written(fields):
    text = io.StringIO()
    csv.writer(text, lineterminator='').writerow(fields)
    return text.getvalue()


# Reading

def is_parquet(spark, path):
    """By its name, or by the names in the folder."""
    if path.rstrip('/').endswith('.parquet'):
        return True
    pattern = spark.sparkContext._jvm.org.apache.hadoop.fs.Path(path.rstrip('/') + '/*.parquet')
    files = pattern.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration()).globStatus(pattern)
    return files is not None and len(files) > 0


def table(spark, path):
    if is_parquet(spark, path):
        frame = spark.read.parquet(path)
        check_exact(frame, path)
        numbered = rows_of(frame).mapValues(lambda row: written([text_of(value) for value in row]))
        return Table(spark, path, written(frame.columns), numbered)
    text = spark.sparkContext.textFile(path)
    if text.isEmpty():
        raise InputFault(f'{path}: the file is empty')
    header = text.first()
    # A blank line is no row, but has a number.
    numbered = text.zipWithIndex().filter(lambda row: row[0] != header and row[0].strip()).map(
        lambda row: (row[1] - 1, row[0]))
    broken = numbered.filter(lambda row: row[1].count('"') % 2).take(1)
    if broken:
        raise InputFault(
            f'{path}:{broken[0][0] + 2}: a field goes on over the end of its line, which a file that is divided cannot have')
    return Table(spark, path, header.lstrip('\ufeff'), numbered)


def dossiers(spark, path):
    """(place from 0, text) of each dossier, as a frame of place and row."""
    if is_parquet(spark, path):
        frame = spark.read.parquet(path)
        if 'dossier' not in frame.columns:
            raise InputFault(f'{path}: there is no column dossier')
        numbered = rows_of(frame.select('dossier', '_metadata')).mapValues(lambda row: row[0])
    else:
        lines = spark.sparkContext.textFile(path).zipWithIndex()
        numbered = lines.filter(lambda row: row[0].strip()).map(lambda row: (row[1], row[0]))
    return spark.createDataFrame(numbered, 'place long, row string', verifySchema=False).persist()


def rows_of(frame):
    """(place, values) in the order of the files by name and of the rows in each."""
    names = [name for name in frame.columns if name != '_metadata']
    ordered = frame.select(*names, '_metadata.file_path', '_metadata.row_index').orderBy('file_path', 'row_index')
    return ordered.select(*names).rdd.zipWithIndex().map(lambda row: (row[1], tuple(row[0])))


def check_exact(frame, path):
    """An amount that was once a binary fraction is no longer the amount."""
    for column in frame.schema:
        if isinstance(column.dataType, (types.DoubleType, types.FloatType)):
            raise InputFault(
                f'{path}: the column {column.name} holds floating-point numbers; keep amounts as decimals or as text')


def text_of(value):
    if value is None:
        return ''
    if isinstance(value, bool):
        return 'yes' if value else 'no'
    if isinstance(value, decimal.Decimal):
        return format(value, 'f')
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    return str(value)


# What only the whole input can tell

def check_goods(goods):
    twice = goods.rows.groupBy('good').count().where('count > 1').take(1)
    if twice:
        raise InputFault(f'{goods.path}: the good {twice[0].good} stands there {twice[0]["count"]} times')


def orphans(goods, materials, most=100):
    """Messages about materials of no good."""
    lone = materials.rows.join(goods.rows.select('good'), 'good', 'left_anti').orderBy('place').take(most)
    return [f'materials.csv:{row.place + 2}: there is no good {row.good}' for row in lone]


# Results

def values(results, tag):
    """Values of one kind, in input order."""
    return results.where(f.col('tag') == tag).orderBy('place', 'number').select('value').rdd.map(lambda row: row.value)


def write(spark, results, header, folder, form):
    """Answers in input order. A partition that was run twice is written once: only what a task has finished is kept."""
    answers = values(results, 'answer')
    if form == 'csv':
        # The header stands in the first file alone, so that the files one behind the other are what rcep batch writes.
        answers.mapPartitionsWithIndex(
            lambda number, rows: ([header] if number == 0 else []) + list(rows)).saveAsTextFile(folder)
        return
    names = next(csv.reader([header]))
    schema = types.StructType([types.StructField(name, types.StringType()) for name in names])
    frame = spark.createDataFrame(
        answers.map(lambda row: tuple(value or None for value in next(csv.reader([row])))), schema, verifySchema=False)
    if form == 'json':
        frame.write.json(folder, ignoreNullFields=False)
    else:
        frame.write.parquet(folder)
