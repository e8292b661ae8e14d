"""Goods that feed goods: a material whose produced_good_id names a good of the portfolio takes that good's status, so
that good is determined first. Level 0 needs no other good; each further level needs only those before it.
"""
import csv

from pyspark.sql import functions as f

from tables import field, written

COLUMN = 'produced_good_id'
#: Goods inside goods deeper than this are not divided any further.
DEEPEST = 256
#: Columns a material of a known good needs besides those every table has.
REPLACED = ('country', 'evidence_type', 'evidence_reference', 'evidence_date')
STATUSES = {'originating': 'originating', 'notOriginating': 'nonOriginating', 'undetermined': 'undetermined'}
#: Columns of what is known of the maker of a material.
KNOWN = ('verdict', 'evidence', 'party')


class Levels:
    """Goods and materials with the level of production their good stands on."""

    def __init__(self, goods, materials):
        self.goods_table, self.materials_table = goods, materials
        #: A level that must not be divided; None where there is none.
        self.undivided = None
        needs = self._needs()
        self.needed = None if needs is None else needs.select('maker').distinct().localCheckpoint()
        self.count, level_of = (1, None) if needs is None else self._order(needs)
        self.goods, self.materials = (
            rows.withColumn('level', f.lit(0)) if level_of is None
            else rows.join(level_of, 'good', 'left').fillna(0, ['level']).persist()
            for rows in (goods.rows, materials.rows))
        added = [] if self.count == 1 else [name for name in REPLACED if name not in materials.columns]
        self.names = materials.columns + added
        self.header = ','.join([materials.header] + added)
        self.known = None

    def _needs(self):
        """Which good needs which; None where none does. What is made elsewhere is for rcep to judge."""
        if self.materials_table.optional(COLUMN) is None:
            return None
        makers = self.goods_table.rows.select(f.col('good').alias('maker'))
        needs = self.materials_table.rows.where('maker is not null').select('good', 'maker').distinct().join(
            makers, 'maker').select('good', 'maker').localCheckpoint()
        return None if needs.isEmpty() else needs

    def _order(self, needs):
        """Number of levels, and the level of each good that stands above level 0."""
        level_of, level, waiting = None, 0, needs
        while not waiting.isEmpty():
            level += 1
            makers = waiting.select('good').distinct()
            blocked = waiting.join(makers.withColumnRenamed('good', 'maker'), 'maker', 'left_semi').localCheckpoint()
            ready = makers.join(blocked, 'good', 'left_anti').withColumn('level', f.lit(level)).localCheckpoint()
            if level > DEEPEST or ready.isEmpty():
                # Goods that are made of each other, and what is made of them: rcep names the circle, where it has it whole.
                self.undivided = level
                ready = makers.withColumn('level', f.lit(level)).localCheckpoint()
            level_of = ready if level_of is None else level_of.union(ready)
            waiting = waiting.join(ready, 'good', 'left_anti').select('good', 'maker').localCheckpoint()
        return level + 1, level_of.localCheckpoint()

    def rows(self, level):
        """Goods of a level with their materials behind them: good_place, kind (0 good, 1 material), line, row, and of a
        material that is made of a good what is known of that one."""
        goods = self.goods.where(f.col('level') == level)
        materials = self.materials.where(f.col('level') == level)
        unknown = [f.lit(None).cast('string').alias(name) for name in KNOWN]
        materials = (materials.select('*', *unknown) if self.known is None
                     else materials.join(self.known, 'maker', 'left'))
        materials = materials.join(goods.select('good', f.col('place').alias('good_place')), 'good')
        return goods.select(
            f.col('place').alias('good_place'), f.lit(0).alias('kind'), f.lit(0).cast('long').alias('line'), 'row',
            f.lit(None).cast('string').alias('maker'), *unknown).union(materials.select(
                'good_place', f.lit(1), 'place', 'row', 'maker', *KNOWN))

    def learn(self, results):
        """Keeps the answers on goods that others are made of."""
        party = self.goods_table.optional('exporting_party')
        party_of = f.udf(lambda row: field(row, party))
        makers = self.goods.withColumnRenamed('maker', '_').withColumnRenamed('good', 'maker').join(
            self.needed, 'maker', 'left_semi').select('maker', 'place', party_of('row').alias('party'))
        found = results.where("tag = 'answer'").join(makers, 'place').select('maker', *KNOWN)
        self.known = (found if self.known is None else self.known.union(found)).localCheckpoint()


class MadeOf:
    """Writes materials as they are, or as the answers on their makers have it."""

    def __init__(self, names, width, date):
        self.names, self.width, self.added, self.date = names, width, len(names) - width, date

    def row(self, row, maker, verdict, evidence, party):
        if not self.added and verdict is None:
            return row
        fields = next(csv.reader([row]))
        # A row that has not as many fields as it should is for rcep to report.
        if len(fields) != self.width:
            return row
        if verdict not in STATUSES:
            return row + ',' * self.added
        said = dict(zip(self.names, fields + [''] * self.added))
        said['status'], said[COLUMN] = STATUSES[verdict], ''
        if verdict == 'originating':
            said['country'] = party
        # The determination of the good is the producer's record of it.
        evident = verdict == evidence == 'originating'
        said['evidence_type'], said['evidence_reference'], said['evidence_date'] = (
            ('producerRecords', maker, self.date) if evident else ('', '', ''))
        if 'evidence_valid_until' in said:
            said['evidence_valid_until'] = ''
        return written([said[name] for name in self.names])
