"""What a portfolio in which goods feed goods comes to, found on one machine without Spark: `rcep batch` is run for the goods
that need no other, then for those that need these, and so on, the answers put into the tables by hand in between.
"""
import csv
import json
import os
import tempfile

STATUS = {'originating': 'originating', 'notOriginating': 'nonOriginating', 'undetermined': 'undetermined'}


def read(path):
    with open(path, encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file))


def write(path, names, rows):
    with open(path, 'w', encoding='utf-8', newline='') as file:
        writer = csv.DictWriter(file, names, lineterminator='\n')
        writer.writeheader()
        writer.writerows(rows)


def answer(folder, run, day):
    """Writes out.csv and explained.jsonl beside goods.csv and materials.csv. `run` answers a folder of tables."""
    goods, materials = read(f'{folder}/goods.csv'), read(f'{folder}/materials.csv')
    party = {good['good_id']: good['exporting_party'] for good in goods}
    needs = {identity: {m['produced_good_id'] for m in materials if m['good_id'] == identity} - {''} for identity in party}
    answers, explained, header = {}, {}, None
    while len(answers) < len(goods):
        ready = [good for good in goods if good['good_id'] not in answers and needs[good['good_id']] <= set(answers)]
        assert ready, 'goods are made of each other'
        identities = {good['good_id'] for good in ready}
        rows = [known(dict(m), answers, party, day) for m in materials if m['good_id'] in identities]
        with tempfile.TemporaryDirectory() as part:
            write(f'{part}/goods.csv', list(goods[0]), ready)
            write(f'{part}/materials.csv', list(materials[0]), rows)
            status = run(part)
            assert status == 0, status
            with open(f'{part}/out.csv', encoding='utf-8') as file:
                header, *lines = file.read().splitlines()
            answers.update((line.split(',')[0], line) for line in lines)
            with open(f'{part}/explained.jsonl', encoding='utf-8') as file:
                explained.update((json.loads(line)['good']['id'], line) for line in file)
    with open(f'{folder}/out.csv', 'w', encoding='utf-8') as file:
        file.write('\n'.join([header] + [answers[good['good_id']] for good in goods]) + '\n')
    with open(os.path.join(folder, 'explained.jsonl'), 'w', encoding='utf-8') as file:
        file.writelines(explained[good['good_id']] for good in goods)
    return 0


def known(material, answers, party, day):
    maker = material['produced_good_id']
    if not maker:
        return material
    verdict, on_evidence = answers[maker].split(',')[1:3]
    material.update(status=STATUS[verdict], produced_good_id='')
    if verdict == 'originating':
        material['country'] = party[maker]
    evidence = ('producerRecords', maker, day) if verdict == on_evidence == 'originating' else ('', '', '')
    material.update(zip(('evidence_type', 'evidence_reference', 'evidence_date'), evidence))
    return material
