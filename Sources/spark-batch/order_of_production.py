"""Goods that feed goods: a material whose produced_good_id names a good of the portfolio takes that good's status, so
that good is determined first. Level 0 needs no other good; each further level needs only those before it.
"""
from pyspark.sql import functions as f

from tables import InputFault, field, written

COLUMN = 'produced_good_id'
#: Levels `rcep batch` goes down; with more it has no answer.
DEEPEST = 64
#: Columns of goods in the table of `rcep batch --produced`, before those of their answers.
OF_GOODS = ('good_id', 'hs_code', 'hs_edition', 'exporting_party')
HEADER = ','.join(OF_GOODS + ('verdict', 'verdict_on_evidence'))


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
            if level > DEEPEST:
                good = makers.orderBy('good').first().good
                raise InputFault(f'good {good} contains goods of the portfolio to more than {DEEPEST} levels')
            if ready.isEmpty():
                # Goods that are made of each other, and what is made of them: rcep names the circle, where it has it whole.
                self.undivided = level
                ready = makers.withColumn('level', f.lit(level)).localCheckpoint()
            level_of = ready if level_of is None else level_of.union(ready)
            waiting = waiting.join(ready, 'good', 'left_anti').select('good', 'maker').localCheckpoint()
        return level + 1, level_of.localCheckpoint()

    def rows(self, level):
        """Goods of a level with their materials behind them: good_place, kind (0 good, 1 material), line, row, and `known`:
        of a material that is a good of an earlier level, that one's row for `--produced`."""
        goods = self.goods.where(f.col('level') == level)
        materials = self.materials.where(f.col('level') == level)
        unknown = f.lit(None).cast('string').alias('known')
        materials = (materials.select('*', unknown) if self.known is None
                     else materials.join(self.known, 'maker', 'left'))
        materials = materials.join(goods.select('good', f.col('place').alias('good_place')), 'good')
        return goods.select(
            f.col('place').alias('good_place'), f.lit(0).alias('kind'), f.lit(0).cast('long').alias('line'), 'row',
            unknown).union(materials.select('good_place', f.lit(1), 'place', 'row', 'known'))

    def learn(self, results):
        """Keeps the answers on goods that others are made of."""
        numbers = [self.goods_table.optional(name) for name in OF_GOODS]
        known = f.udf(lambda row, *answer: written([field(row, number) for number in numbers] + list(answer)))
        makers = self.goods.withColumnRenamed('maker', '_').withColumnRenamed('good', 'maker').join(
            self.needed, 'maker', 'left_semi').select('maker', 'place', 'row')
        found = results.where("tag = 'answer'").join(makers, 'place').select(
            'maker', known('row', 'verdict', 'evidence').alias('known'))
        self.known = (found if self.known is None else self.known.union(found)).localCheckpoint()
