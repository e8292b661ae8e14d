"""A small portfolio in which goods feed goods, as rows of goods.csv and materials.csv."""
import random

GOODS = 'good_id,hs_code,exporting_party,fob,currency,net_weight_kg'
MATERIALS = ('good_id,material_id,hs_code,status,value,country,net_weight_kg,evidence_type,evidence_reference,evidence_date,'
             'produced_good_id')
CODES = '871120 850120 854430 620342 292090 392690 847130 940161'.split()
PARTIES = 'CN JP TH VN MY'.split()


def portfolio(goods, levels, seed=11):
    """Two lists of rows, headers first. Each further level is made of goods of the level before it; goods of all levels are
    mixed, so that many come before what they are made of."""
    draw = random.Random(seed)
    level_of = {f'G{number:04d}': draw.randrange(levels) for number in range(goods)}
    of_level = [[good for good, level in level_of.items() if level == wanted] for wanted in range(levels)]
    code_of = {good: draw.choice(CODES) for good in level_of}
    good_rows, material_rows = [GOODS], [MATERIALS]
    for good, level in level_of.items():
        fob = draw.randrange(50_000, 500_000)
        good_rows.append(f'{good},{code_of[good]},{draw.choice(PARTIES)},{fob // 100}.{fob % 100:02d},USD,{draw.randrange(1, 90)}.5')
        for line in range(1, draw.randrange(2, 9)):
            made = draw.choice(of_level[level - 1]) if level and line == 1 else ''
            status = '' if made else draw.choice(('originating', 'nonOriginating', 'nonOriginating', 'undetermined'))
            country = {'originating': draw.choice(PARTIES), 'nonOriginating': 'DE'}.get(status, '')
            evidence = f'certificateOfOrigin,"CO {line}, original",2026-01-05' if status == 'originating' and draw.random() < .7 else ',,'
            value = draw.randrange(1, fob // 4)
            material_rows.append(
                f'{good},{line},{code_of[made] if made else draw.choice(CODES)},{status},{value // 100}.{value % 100:02d},{country},0.{draw.randrange(10, 99)},'
                f'{evidence},{made}')
    return good_rows, material_rows
