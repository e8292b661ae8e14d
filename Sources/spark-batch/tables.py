"""Input and output: CSV, JSON lines and Parquet as numbered rows, and results as files.

Rows of CSV are carried as they are written, so that no amount is ever read as anything but text.
"""
import csv
import datetime
import decimal
import io

from pyspark.sql import functions as f
from pyspark.sql import types

# A field of a good with many failing materials is longer than the module allows by itself.
csv.field_size_limit(1 << 30)

ROW = types.StructType([
    types.StructField('place', types.LongType()), types.StructField('good', types.StringType()),
    types.StructField('row', types.StringType()), types.StructField('maker', types.StringType())])


class InputFault(Exception):
    """Something in the input that no partition can answer for."""


class Table:
    """Rows in input order: place from 0, good, the row as text, and the good a material is made of."""

    def __init__(self, spark, path, header, numbered):
        self.path, self.header = path, header
        # As rcep reads them: blanks around them and capitals do not matter.
        self.columns = [name.strip(' \t').lower() for name in next(csv.reader([header]))]
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


def is_broken(row):
    """Whether rcep would read the row with others, or not be able to tell whose it is."""
    if '"' not in row:
        return False
    try:
        next(csv.reader([row], strict=True))
        return row.count('"') % 2 == 1
    except csv.Error:
        return True


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

def exists(spark, path):
    """Whether a file or folder is there, on whichever file system."""
    path = spark.sparkContext._jvm.org.apache.hadoop.fs.Path(path)
    return path.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration()).exists(path)


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
    # A blank row is none, but has a number.
    numbered = text.zipWithIndex().filter(lambda row: row[0] != header and row[0].strip(', \t')).map(
        lambda row: (row[1] - 1, row[0]))
    check_text(numbered.map(lambda row: (row[0] + 2, row[1])), path)
    for place, _ in numbered.filter(lambda row: is_broken(row[1])).take(1):
        raise InputFault(
            f'{path}:{place + 2}: a field goes on over the end of its line, which a file that is divided cannot have, or '
            'quotation marks are not those of CSV')
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
        check_text(numbered.map(lambda row: (row[0] + 1, row[1])), path)
    return spark.createDataFrame(numbered, 'place long, row string', verifySchema=False).persist()


def check_text(lines, path):
    """Spark puts U+FFFD in the place of what is not UTF-8, so that rcep could not see it any more."""
    for number, _ in lines.filter(lambda row: '\ufffd' in row[1]).take(1):
        raise InputFault(f'{path}:{number}: the line is not UTF-8; spreadsheets save it as “CSV UTF-8”')


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
    """Messages about materials of no good. One that looks like that of a good is refused: rcep would not judge the goods
    beside it, and which these are is not known here."""
    lone = materials.rows.join(goods.rows.select('good'), 'good', 'left_anti').persist()
    key = f.lower(f.trim('good'))
    near = lone.withColumn('key', key).join(goods.rows.select(key.alias('key')).distinct(), 'key').select('place', 'good')
    for row in lone.where(key == '').select('place', 'good').union(near).orderBy('place').take(1):
        raise InputFault(
            f'{materials.path}:{row.place + 2}: good_id is empty' if not row.good.strip() else
            f'{materials.path}:{row.place + 2}: there is no good “{row.good}”, but one that differs only in blanks or capitals')
    found = [f'materials.csv:{row.place + 2}: there is no good {row.good}' for row in lone.orderBy('place').take(most)]
    more = lone.count() - len(found)
    return found + [f'... and {more} more materials of goods that are not there'] * (more > 0)


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
