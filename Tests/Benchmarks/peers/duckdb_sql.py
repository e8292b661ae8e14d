#!/usr/bin/env python3
"""The verdicts of a portfolio in SQL, as a data engineer would write them: DuckDB, no explanation.

usage: duckdb_sql.py RULES.jsonl FOLDER OUTPUT.csv [--threads N]      needs the package duckdb

Reads what plain_python.py reads and writes the same columns; the same is left out. SQL's own three-valued logic
stands for met, not met and undetermined (D2): `or` and `and` on NULL keep a missing fact missing.
Prints seconds for the rules and for the query to standard error.
"""
import argparse
import sys
import time

import duckdb

RULES = """
create table rule as
with branch as (
  select code, unnest(branches) as b from read_json($rules, columns = {
    code: 'VARCHAR',
    branches: 'STRUCT("number" INT, alternatives STRUCT(criterion VARCHAR, "level" VARCHAR, threshold VARCHAR,
               exceptions STRUCT("from" VARCHAR, "to" VARCHAR)[], proviso STRUCT(activeIngredientShare VARCHAR))[])[]'})),
alternative as (select code, b."number" as number, unnest(b.alternatives) as a from branch)
select code, number,
  max(case a."level" when 'CC' then 2 when 'CTH' then 4 when 'CTSH' then 6 end) as digits,
  any_value(list_transform(a.exceptions, lambda e: {'first': e."from", 'last': coalesce(e."to", e."from"),
                                                    'digits': len(e."from")})) as exceptions,
  coalesce(bool_or(a.proviso is not null), false) as proviso,
  max(a.threshold::INT) as threshold,
  bool_or(a.criterion = 'CR') as reaction
from alternative group by code, number
"""

GOODS = """
create table good as
select good_id, hs_code, exporting_party, fob, net_weight_kg as weight, wholly_obtained is not null as whole,
  coalesce(minimal_only = 'yes', false) as minimal, chemical_reaction <> 'no' as reacts, rule_branch,
  hs_code between '50' and '64' as textile,
  case when coalesce(direct_labour, direct_overhead, profit, other_cost) is not null
    then coalesce(direct_labour, 0) + coalesce(direct_overhead, 0) + coalesce(profit, 0) + coalesce(other_cost, 0)
  end as costs
from read_csv($goods, header = true, columns = {
  good_id: 'VARCHAR', hs_code: 'VARCHAR', exporting_party: 'VARCHAR', fob: 'DECIMAL(18,2)', currency: 'VARCHAR',
  net_weight_kg: 'DECIMAL(18,3)', wholly_obtained: 'VARCHAR', minimal_only: 'VARCHAR', chemical_reaction: 'VARCHAR',
  direct_labour: 'DECIMAL(18,2)', direct_overhead: 'DECIMAL(18,2)', profit: 'DECIMAL(18,2)',
  other_cost: 'DECIMAL(18,2)', rule_branch: 'INT'})
"""

# One pass over the materials: what each good and branch of its rule needs to know of its lines, with other Parties'
# materials as originating and, for ACU, as not (columns ending in _alone).
SUMS = """
create table summed as
with asked as (
  select good_id, hs_code, exporting_party, number, digits, exceptions
  from good join rule on rule.code = good.hs_code
    and (number is null or rule_branch is null or number = rule_branch)),
line as (
  select m.good_id, a.number, m.value, m.net_weight_kg as weight,
    coalesce(m.role, 'material') as role,
    coalesce(m.role, '') <> 'indirect' and m.status <> 'originating' as non,
    coalesce(m.role, '') <> 'indirect'
      and (m.status <> 'originating' or coalesce(m.country <> a.exporting_party, false)) as alone,
    coalesce(m.role, 'material') = 'material' and a.digits is not null
      and (left(m.hs_code, a.digits) = left(a.hs_code, a.digits)
        or (a.exceptions is not null and len(list_filter(a.exceptions,
              lambda e: left(m.hs_code, e.digits) between e.first and e.last)) > 0)) as unchanged
  from read_csv($materials, header = true, columns = {
    good_id: 'VARCHAR', material_id: 'VARCHAR', hs_code: 'VARCHAR', status: 'VARCHAR', country: 'VARCHAR',
    value: 'DECIMAL(18,2)', net_weight_kg: 'DECIMAL(18,3)', role: 'VARCHAR'}) m
  join asked a using (good_id))
select good_id, number,
  count(*) filter (role in ('material', 'accessory')) as parts,
  count(*) filter (role in ('material', 'accessory') and non) as parts_non,
  count(*) filter (role in ('material', 'accessory') and alone) as parts_alone,
  coalesce(sum(value) filter (non and role <> 'shippingPackaging'), 0) as vnm,
  coalesce(sum(value) filter (alone and role <> 'shippingPackaging'), 0) as vnm_alone,
  coalesce(sum(value) filter (not non and role <> 'shippingPackaging'), 0) as vom,
  coalesce(sum(value) filter (not alone and role <> 'shippingPackaging'), 0) as vom_alone,
  count(*) filter (unchanged and non) as failing,
  coalesce(sum(value) filter (unchanged and non), 0) as failing_value,
  coalesce(sum(value) filter (unchanged and alone), 0) as failing_value_alone,
  count(*) filter (unchanged and alone) as failing_alone,
  case when count(*) filter (unchanged and non and weight is null) = 0
    then coalesce(sum(weight) filter (unchanged and non), 0) end as failing_weight,
  case when count(*) filter (unchanged and alone and weight is null) = 0
    then coalesce(sum(weight) filter (unchanged and alone), 0) end as failing_weight_alone
from line group by good_id, number
"""

VERDICTS = """
copy (
with asked as (
  select good.*, rule.number, digits, proviso, threshold, reaction,
    coalesce(parts, 0) as parts, coalesce(parts_non, 0) as parts_non, coalesce(parts_alone, 0) as parts_alone,
    coalesce(vnm, 0) as vnm, coalesce(vnm_alone, 0) as vnm_alone,
    coalesce(vom, 0) as vom, coalesce(vom_alone, 0) as vom_alone,
    failing, failing_alone, failing_value, failing_value_alone, failing_weight, failing_weight_alone
  from good join rule on rule.code = good.hs_code
    and (rule.number is null or rule_branch is null or rule.number = rule_branch)
  left join summed on summed.good_id = good.good_id and summed.number is not distinct from rule.number),
answered as (
  select *,
    case when digits is null then false else
      (failing = 0 or failing_value * 10 <= fob or (textile and failing_weight * 10 <= weight))
      and case when proviso then null else true end end as ctc,
    case when digits is null then false else
      (failing_alone = 0 or failing_value_alone * 10 <= fob or (textile and failing_weight_alone * 10 <= weight))
      and case when proviso then null else true end end as ctc_alone,
    case when threshold is null then false else (fob - vnm) * 100 >= threshold * fob
      or coalesce((vom + costs) * 100 >= threshold * fob, false) end as rvc,
    case when threshold is null then false else (fob - vnm_alone) * 100 >= threshold * fob
      or coalesce((vom_alone + costs) * 100 >= threshold * fob, false) end as rvc_alone,
    case when reaction then reacts else false end as cr
  from asked),
by_good as (
  select good_id, any_value(fob) as fob, any_value(vnm) as vnm, any_value(parts) as parts,
    any_value(parts_non) as parts_non, any_value(parts_alone) as parts_alone, any_value(whole) as whole,
    any_value(minimal) as minimal,
    case when bool_and(coalesce(ctc or rvc or cr, false)) then true
         when bool_or(coalesce(ctc or rvc or cr, true)) then null else false end as met,
    case when bool_and(coalesce(ctc, false)) then 0 else 9 end as ctc,
    bool_or(not coalesce(ctc_alone, false))::INT as ctc_acu, bool_or(failing > 0)::INT as ctc_dmi,
    case when bool_and(coalesce(cr, false)) then 0 else 9 end as cr,
    case when bool_and(rvc) then 0 else 9 end as rvc, bool_or(not rvc_alone)::INT as rvc_acu
  from answered group by good_id),
headed as (
  select *, case when parts_non = 0 then case when whole then 'WO' when parts > 0 then 'PE' end
                 when minimal or not coalesce(met, false) then null
                 when ctc + ctc_acu + ctc_dmi <= least(cr, rvc + rvc_acu, 8) then 'CTC'
                 when cr <= least(rvc + rvc_acu, 8) then 'CR'
                 when rvc < 9 then 'RVC' end as criterion
  from by_good)
select good_id,
  case when parts_non = 0 then case when criterion is null then 'undetermined' else 'originating' end
       when minimal then 'notOriginating'
       when met then 'originating' when not met then 'notOriginating' else 'undetermined' end as verdict,
  coalesce(criterion, '') as criterion,
  case criterion
    when 'CTC' then concat_ws(';', case when ctc_acu = 1 then 'ACU' end, case when ctc_dmi = 1 then 'DMI' end)
    when 'RVC' then case when rvc_acu = 1 then 'ACU' else '' end
    when 'CR' then ''
    else case when criterion is not null and parts_alone > 0 then 'ACU' else '' end end as supplements,
  -- Whole numbers, since a decimal divided by a decimal is a binary fraction here. Nothing stated has no content.
  case when parts > 0 or whole then (((fob - vnm) * 1000000)::HUGEINT // fob_whole)::DECIMAL(30, 0) * 0.01 end as rvc_indirect
from (select *, (fob * 100)::HUGEINT as fob_whole from headed)
order by good_id) to '{output}' (header true)
"""


def main():
    parser = argparse.ArgumentParser(description='Determine a portfolio with DuckDB.')
    parser.add_argument('rules')
    parser.add_argument('folder')
    parser.add_argument('output')
    parser.add_argument('--threads', type=int)
    given = parser.parse_args()
    start = time.perf_counter()
    connection = duckdb.connect()
    if given.threads:
        connection.execute(f'set threads = {given.threads}')
    connection.execute(RULES, {'rules': given.rules})
    loaded = time.perf_counter()
    connection.execute(GOODS, {'goods': f'{given.folder}/goods.csv'})
    connection.execute(SUMS, {'materials': f'{given.folder}/materials.csv'})
    connection.execute(VERDICTS.replace('{output}', given.output.replace("'", "''")))
    print(f'rules {loaded - start:.4f} s, query {time.perf_counter() - loaded:.4f} s', file=sys.stderr)


main()
